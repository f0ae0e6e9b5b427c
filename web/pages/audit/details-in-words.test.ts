import { detailsInWords } from './details-in-words.js';

test('what an entry kept is one line', () => {
  expect(detailsInWords({ before: 100, limitMinor: 200, note: null, files: ['a.csv'] })).toBe(
    'before 100 · limit minor 200 · files ["a.csv"]',
  );
  expect([detailsInWords(null), detailsInWords({}), detailsInWords('x')]).toEqual(['', '', '']);
});
