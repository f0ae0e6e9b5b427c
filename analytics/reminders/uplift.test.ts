import fc from 'fast-check';
import { daysEarlier, holdoutSampleSize, reminderUplift, upliftByCustomer } from './uplift.js';

test('to find 73 % where it was 67 %, each arm needs 915 customers', () => {
  expect(holdoutSampleSize({ from: 0.67, to: 0.73 })).toBe(915);
});

test('arms that are empty, or where all or nobody paid, tell nothing', () => {
  expect(reminderUplift({ treated: { n: 0, paid: 0 }, control: { n: 5, paid: 1 } })).toBeNull();
  expect(reminderUplift({ treated: { n: 5, paid: 5 }, control: { n: 5, paid: 5 } })).toBeNull();
  expect(() => reminderUplift({ treated: { n: 1, paid: 2 }, control: { n: 5, paid: 5 } })).toThrow(RangeError);
});

test('a customer with ten invoices paid alike counts as one: the interval is wider than over invoices', () => {
  const arm = (late: number) => Array.from({ length: 40 }, (_, i) => ({ n: 10, paid: i < late ? 0 : 10 }));
  const byCustomer = upliftByCustomer({ treated: arm(10), control: arm(16) });
  const byInvoice = reminderUplift({ treated: { n: 400, paid: 300 }, control: { n: 400, paid: 240 } });
  expect(byCustomer?.uplift).toBeCloseTo(0.15, 12);
  expect(byInvoice?.ci95[0]).toBeGreaterThan(0);
  expect(byCustomer?.ci95[0]).toBeLessThan(0);
});

test('swapping the arms turns the uplift round', () => {
  const arm = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.record({ n: fc.constant(n), paid: fc.integer({ min: 0, max: n }) }));
  fc.assert(
    fc.property(arm, arm, (treated, control) => {
      const there = reminderUplift({ treated, control });
      const back = reminderUplift({ treated: control, control: treated });
      expect(there === null).toBe(back === null);
      if (there && back) expect(there.uplift).toBeCloseTo(-back.uplift, 12);
    }),
  );
});

test('days earlier: paid on the 2nd and 4th day with reminders, on the 7th and 9th without', () => {
  const found = daysEarlier({
    treated: [
      { n: 1, days: 2 },
      { n: 1, days: 4 },
    ],
    control: [
      { n: 1, days: 7 },
      { n: 1, days: 9 },
    ],
  });
  expect(found?.days).toBe(5);
  // Each arm: variance of the mean 2 / 1 * 2 / 4 = 1; 1.96 * sqrt(2) = 2.772.
  expect(found?.ci95[0]).toBeCloseTo(2.228, 3);
  expect(found?.ci95[1]).toBeCloseTo(7.772, 3);
  expect(daysEarlier({ treated: [{ n: 1, days: 2 }], control: [{ n: 1, days: 7 }] })).toBeNull();
});
