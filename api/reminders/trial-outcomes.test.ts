import { toldOf } from './trial-outcomes.js';

const arm = (customers: number, { paid, days, whole }: { paid: number; days: number; whole: number }) =>
  Array.from({ length: customers }, (_, i) => ({
    ...{ n: 2, paid: i % 2 === 0 ? paid : 1 },
    ...{ whole: i < whole ? 2 : 0, days: i < whole ? days + (i % 3) : 0 },
  }));
const reminded = (customers: number, whole = customers) => arm(customers, { paid: 2, days: -4, whole });
const heldOut = (customers: number, whole = customers) => arm(customers, { paid: 0, days: 6, whole });

const nothing = { uplift: null, interval: null, pValue: null, daysEarlier: null, daysEarlierInterval: null };

test('of 49 customers held out nothing is told of what reminders do, of fifty all of it', () => {
  expect(toldOf({ treated: reminded(300), control: heldOut(49) })).toEqual({
    ...nothing,
    ...{ anyDayInterval: null, verdict: 'open' },
  });
  const enough = toldOf({ treated: reminded(300), control: heldOut(50) });
  expect(enough).toMatchObject({ uplift: 0.5, verdict: 'helps' });
  expect(enough.daysEarlier).toBeCloseTo(5, 1);
});

test('days are told once the month after the due day is over for fifty customers of either', () => {
  const early = toldOf({ treated: reminded(60), control: heldOut(60, 49) });
  expect(early).toMatchObject({ uplift: 0.5, daysEarlier: null, daysEarlierInterval: null });
  expect(toldOf({ treated: reminded(60), control: heldOut(60, 50) }).daysEarlier).not.toBeNull();
});
