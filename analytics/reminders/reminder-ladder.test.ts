import { isReminderLadder, remindedAs } from './reminder-ladder.js';

test.each([
  ['A', 'firm', 'D'],
  [null, 'firm', 'D'],
  ['E', 'firm', 'E'],
  ['B', 'friendly', 'B'],
  [null, 'friendly', 'A'],
  ['C', 'usual', 'C'],
  ['B', null, 'B'],
  [null, null, 'none'],
  // Of a policy written before ladders were three.
  ['B', 'gentle', 'B'],
] as const)('graded %s with the ladder %s is reminded as %s', (grade, ladder, as) =>
  expect(remindedAs(grade, ladder)).toBe(as),
);

test('what every object has is no ladder', () =>
  expect(['friendly', 'toString', ''].map(isReminderLadder)).toEqual([true, false, false]));
