import { AmountEvidence, minorFrom } from './amounts.js';

const evidence = (...cells: string[]) => {
  const seen = new AmountEvidence();
  for (const [i, cell] of cells.entries()) seen.see(cell, i + 2);
  return seen;
};

test.each([
  ['1234.56', '.', 123456],
  ['1,234.56', '.', 123456],
  ['1.234,56', ',', 123456],
  ['1 234,56', ',', 123456],
  ['1\u00a0234,56', ',', 123456],
  ["1'234.56", '.', 123456],
  ['(1,234.56)', '.', -123456],
  ['1234.56-', '.', -123456],
  ['-1234.56', '.', -123456],
  ['−12.00', '.', -1200],
  ['€ 12.50', '.', 1250],
  ['12,50 €', ',', 1250],
  ['-$12.50', '.', -1250],
  ['$-12.50', '.', -1250],
  ['USD 12.50', '.', 1250],
  ['12,34,567.00', '.', 123456700],
  ['.5', '.', 50],
  ['5', '.', 500],
  ['5.10', '.', 510],
  ['5.1000', '.', 510],
  ['0', '.', 0],
] as const)('%s with the decimal sign %s is %d cents', (cell, sign, minor) => {
  expect(minorFrom(cell, 2, sign)).toBe(minor);
});

test('the currency says how many decimals there are', () => {
  expect([minorFrom('1,234', 0, '.'), minorFrom('1.234', 3, '.'), minorFrom('12', 3, '.')]).toEqual([
    1234, 1234, 12000,
  ]);
});

test.each([
  ['12.345', 'tooManyDecimals'],
  ['1,23.45', 'notAnAmount'],
  ['1.2.3', 'notAnAmount'],
  ['twelve', 'notAnAmount'],
  ['12a', 'notAnAmount'],
  ['--12', 'notAnAmount'],
  ['1e5', 'notAnAmount'],
  ['99999999999999999', 'amountTooLarge'],
])('%s is refused: %s', (cell, problem) => {
  expect(minorFrom(cell, 2, '.')).toBe(problem);
});

test('a cell that is no number in either way is bad by itself, and says nothing about the others', () => {
  const seen = evidence('10.50', '10.0.0', '1,2,3', '5.55,5');
  expect([seen.sign, seen.isContradictory]).toEqual(['.', false]);
  expect(evidence('10.0.0').sign).toBe(null);
  expect(evidence('1.234.567,89', '1,5').sign).toBe(',');
});

test('one amount that can be read in one way only tells the sign of the whole column', () => {
  expect(evidence('1.234', '1.234,50').sign).toBe(',');
  expect(evidence('1,234', '12.5').sign).toBe('.');
  expect(evidence('1.234.567').sign).toBe(',');
  expect(evidence('1234,567').sign).toBe(',');
  expect(evidence('0.125').sign).toBe('.');
});

test('a column of amounts such as 1.234 stays ambiguous; whole numbers do not matter', () => {
  expect(evidence('12', '1.234').isAmbiguous).toBe(true);
  expect(evidence('12', '1234').isAmbiguous).toBe(false);
});

test('a column with both signs contradicts itself', () => {
  expect(evidence('12.50', '12,50').isContradictory).toBe(true);
});
