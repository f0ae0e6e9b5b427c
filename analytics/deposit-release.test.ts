import { depositRelease } from './deposit-release.js';

const since = { daysLate: [0, 1, 2, 3, 4, 5], grade: 'C' as const, hasOverdue: false };

test('six invoices paid at most three days late on average give the deposit back; five, or four days, do not', () => {
  expect(depositRelease(since)).toBe('invoices');
  expect(depositRelease({ ...since, daysLate: [3, 3, 3, 3, 3, 3] })).toBe('invoices');
  expect(depositRelease({ ...since, daysLate: [3, 3, 3, 3, 3, 4] })).toBe(null);
  expect(depositRelease({ ...since, daysLate: [0, 0, 0, 0, 0] })).toBe(null);
});

test('the newest count, and what was paid early does not make up for what was paid late', () => {
  expect(depositRelease({ ...since, daysLate: [40, 0, 0, 0, 0, 0, 0] })).toBe('invoices');
  expect(depositRelease({ ...since, daysLate: [-30, -30, 0, 0, 0, 20] })).toBe(null);
});

test('a grade of A or B gives it back as soon as an invoice is paid, and nothing does while something is overdue', () => {
  expect(depositRelease({ ...since, daysLate: [9], grade: 'B' })).toBe('grade');
  expect(depositRelease({ ...since, daysLate: [], grade: 'A' })).toBe(null);
  expect(depositRelease({ ...since, daysLate: [9], grade: null })).toBe(null);
  expect(depositRelease({ ...since, hasOverdue: true, grade: 'A' })).toBe(null);
});

test('a rule of no invoices is none', () => {
  expect(() => depositRelease(since, { invoices: 0, daysLate: 3 })).toThrow(RangeError);
});
