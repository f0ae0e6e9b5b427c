import { changeInWords, detailsInWords } from './details-in-words.js';

test('what an entry kept is one line', () => {
  expect(detailsInWords({ before: 100, limitMinor: 200, note: null, files: ['a.csv'] })).toBe(
    'before 100 · limit minor 200 · files a.csv',
  );
  expect([detailsInWords(null), detailsInWords({}), detailsInWords('x')]).toEqual(['', '', '']);
});

test('a change says what was and what is', () => {
  expect(changeInWords({ limitMinor: null }, { limitMinor: 200 })).toBe('limit minor: none → 200');
  expect(changeInWords(null, { role: 'sales', isActive: true })).toBe('role: none → sales · is active: none → true');
  expect(changeInWords(null, null)).toBe('');
});

test('what is nested is said in words, and a fingerprint by its beginning', () => {
  expect(
    detailsInWords({
      counts: { customers: { added: 1, updated: 0 } },
      files: [{ name: 'a.csv', sha256: 'ab'.repeat(32) }, { name: 'b.csv' }],
      badRows: [],
    }),
  ).toBe('counts customers added 1, updated 0 · files name a.csv, sha256 abababababab…; name b.csv · bad rows none');
});
