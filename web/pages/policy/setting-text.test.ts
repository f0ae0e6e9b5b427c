import { canBeTyped, settingFrom, settingText } from './setting-text.js';

test.each([
  [0.25, '0.25'],
  [[0, 0.1, 0.25], '0, 0.1, 0.25'],
  [{ A: 0, B: 0.1 }, 'A 0, B 0.1'],
  [{ A: 'gentle', B: 'firm word' }, 'A gentle, B firm word'],
  ['gentle', 'gentle'],
])('%j is typed as “%s”, and read back as it was', (value, text) => {
  expect(settingText(value)).toBe(text);
  expect(settingFrom(text, value)).toEqual(value);
  expect(canBeTyped(value)).toBe(true);
});

test.each([
  ['a word for a number', 'many', 3],
  ['two numbers for one', '3, 4', 3],
  ['a list with a word in it', '1, x', [1, 2]],
  ['an empty list', ' ', [1]],
  ['a grade too few', 'A 1', { A: 0, B: 0 }],
  ['another grade', 'A 1, X 2', { A: 0, B: 0 }],
  ['a grade twice', 'A 1, A 2', { A: 0, B: 0 }],
])('%s is not taken', (_, text, before) => expect(settingFrom(text, before)).toBeNull());

test('what is nested deeper is not typed', () => expect(canBeTyped([{ upToDays: 90, factor: 1 }])).toBe(false));
