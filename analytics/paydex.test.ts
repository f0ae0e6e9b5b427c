import { paydexDaysBeyondTerms } from './paydex.js';

test('a PAYDEX reads as the days of D&B’s chart', () => {
  expect([20, 30, 45, 50, 51, 60, 70, 80, 85, 95, 100].map(paydexDaysBeyondTerms)).toEqual([
    120, 90, 45, 30, 29, 22, 15, 0, -10, -25, -30,
  ]);
});

test('a better PAYDEX never stands for later payment', () => {
  const days = Array.from({ length: 81 }, (_, i) => paydexDaysBeyondTerms(i + 20) as number);
  expect(days).toEqual([...days].sort((a, b) => b - a));
});

test.each([0, -1, 19, 101, Number.NaN])('%s is no PAYDEX, and no number of days', (paydex) => {
  expect(paydexDaysBeyondTerms(paydex)).toEqual(null);
});
