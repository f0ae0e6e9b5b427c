import type { ComparedRow } from './comparison-outcomes.js';
import { resultOf } from './comparison-results.loader.js';

const arm = (isSecond: boolean, customers: number): ComparedRow[] =>
  Array.from({ length: customers }, (_, i) => ({
    ...{ comparisonId: 1, isSecond, n: 2, whole: 2 },
    ...{ paid: isSecond || i % 2 > 0 ? 2 : 0, days: isSecond ? -(i % 4) : 10 + (i % 5) },
  }));

test('of 49 customers of one nothing is told but the counts, of fifty all of it', () => {
  const few = resultOf([...arm(false, 50), ...arm(true, 49)]);
  expect(few).toEqual({
    first: { customers: 50, invoices: 100, paidInTime: 50 },
    second: { customers: 49, invoices: 98, paidInTime: 98 },
    uplift: null,
    interval: null,
    daysEarlier: null,
    daysEarlierInterval: null,
    anyDayInterval: null,
    verdict: 'open',
  });
  const enough = resultOf([...arm(false, 50), ...arm(true, 50)]);
  expect(enough).toMatchObject({ uplift: 0.5, verdict: 'helps' });
  // 600 days late over a hundred invoices of the first, 73 early over a hundred of the second.
  expect(enough.daysEarlier).toBeCloseTo(6.73, 9);
});
