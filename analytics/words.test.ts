import { amountInWords, countInWords, dayInWords } from './words.js';

test.each([
  [123_456_789, 'EUR', 'EUR 1,234,567.89'],
  [5, 'EUR', 'EUR 0.05'],
  [-123_456, 'EUR', 'EUR -1,234.56'],
  [1_234_567, 'JPY', 'JPY 1,234,567'],
  [1_234_567, 'KWD', 'KWD 1,234.567'],
])('%i minor units in %s are written %s', (minor, currency, words) => {
  expect(amountInWords(minor, currency)).toBe(words);
});

test('a day is written so that no reader takes the month for the day', () => {
  expect([dayInWords('2026-11-05'), dayInWords('2024-02-29'), dayInWords('2026-12-31')]).toEqual([
    '5 Nov 2026',
    '29 Feb 2024',
    '31 Dec 2026',
  ]);
});

test('one is said without an s, and thousands are told apart', () => {
  expect([0, 1, 2, 1_200].map((count) => countInWords(count, 'invoice'))).toEqual([
    '0 invoices',
    '1 invoice',
    '2 invoices',
    '1,200 invoices',
  ]);
  expect(countInWords(2, 'delivery', 'deliveries')).toBe('2 deliveries');
});
