import { DateEvidence, dayFrom } from './dates.js';

const evidence = (...cells: string[]) => {
  const seen = new DateEvidence();
  for (const [i, cell] of cells.entries()) seen.see(cell, i + 2);
  return seen;
};

test.each([
  ['2025-03-04', '2025-03-04'],
  ['2025-3-4', '2025-03-04'],
  ['2025/03/04', '2025-03-04'],
  ['2025-03-04T10:30:00', '2025-03-04'],
  ['20250304', '2025-03-04'],
  ['4.3.2025', '2025-03-04'],
  ['4-Mar-2025', '2025-03-04'],
  ['04 March 2025', '2025-03-04'],
  ['March 4, 2025', '2025-03-04'],
  ['4. Mai 2025', '2025-05-04'],
  ['1-févr-2025', '2025-02-01'],
  ['31-Dez-2024', '2024-12-31'],
  ['5 de marzo de 2025', '2025-03-05'],
  ['1º de octubre del 2025', '2025-10-01'],
  ['15 de outubro de 2025', '2025-10-15'],
])('%s is %s whatever the order of its column', (cell, day) => {
  expect([dayFrom(cell, 'day-month'), dayFrom(cell, 'month-day'), dayFrom(cell, null)]).toEqual([day, day, day]);
});

test('3/4/2025 is a day of April or of March, as its column says', () => {
  expect(dayFrom('3/4/2025', 'day-month')).toBe('2025-04-03');
  expect(dayFrom('3/4/2025', 'month-day')).toBe('2025-03-04');
});

test.each([
  ['2025-02-30', 'impossibleDate'],
  ['29/02/2025', 'impossibleDate'],
  ['1969-12-31', 'yearOutOfRange'],
  ['2101-01-01', 'yearOutOfRange'],
  ['4/3/25', 'shortYear'],
  ['4-Foo-2025', 'notADate'],
  ['soon', 'notADate'],
  ['45000', 'notADate'],
])('%s is refused: %s', (cell, problem) => {
  expect(dayFrom(cell, 'day-month')).toBe(problem);
});

test('one day above twelve tells the order of the whole column', () => {
  expect(evidence('3/4/2025', '25/4/2025', '1/2/2025').order).toBe('day-month');
  expect(evidence('3/4/2025', '4/25/2025').order).toBe('month-day');
});

test('a column that no day above twelve tells apart stays ambiguous, and days such as 5/5/2025 do not matter', () => {
  expect(evidence('5/5/2025', '3/4/2025').isAmbiguous).toBe(true);
  expect(evidence('5/5/2025', '2025-04-03', '3.4.2025').isAmbiguous).toBe(false);
});

test('a column with both orders contradicts itself, and both lines are known', () => {
  const seen = evidence('25/4/2025', '4/25/2025');
  expect(seen.isContradictory).toBe(true);
  expect([seen.dayFirst, seen.monthFirst]).toEqual([
    { value: '25/4/2025', line: 2 },
    { value: '4/25/2025', line: 3 },
  ]);
});
