import { medianDay, openOn, paidOnDays, unpaidAfter } from './payment-curve.js';

const halves = { fromDay: 0, chances: Float64Array.of(0.5, 0.5) };

test('what is still unpaid halves with each day of a chance of a half', () => {
  expect([-1, 0, 1, 40].map((day) => unpaidAfter(halves, day))).toEqual([1, 0.5, 0.25, 0.25]);
});

test('the expected day is the first by which it is more likely paid than not', () => {
  expect(medianDay(halves)).toEqual(0);
  expect(medianDay({ fromDay: -2, chances: Float64Array.of(0.1, 0.2, 0.5) })).toEqual(0);
  expect(medianDay({ fromDay: 1, chances: Float64Array.of(0.1, 0.1) })).toEqual(2);
});

test('the shares paid on each day and the share still unpaid make one', () => {
  expect(paidOnDays(halves)).toEqual([0.5, 0.25]);
});

test('an invoice that is still open leaves the days gone by behind', () => {
  const curve = openOn({ fromDay: -15, chances: new Float64Array(20).fill(0.1) }, -2);
  expect([curve.fromDay, curve.chances.length]).toEqual([-2, 7]);
  expect(openOn(halves, 99)).toEqual({ fromDay: 1, chances: Float64Array.of(0.5) });
});
