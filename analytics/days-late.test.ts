import { dayNumber } from './calendar.js';
import { daysLate, daysPastDue, recencyWeightedDaysLate, weightedDaysLate } from './days-late.js';

const due = dayNumber('2026-06-30');

test('a payment ten days after the due day is ten days late, one two days before is two early', () => {
  expect(daysLate(due, due + 10)).toEqual(10);
  expect(daysLate(due, due - 2)).toEqual(-2);
});

test('an invoice due today is not past due, tomorrow it is by a day', () => {
  expect([due - 5, due, due + 1, due + 31].map((asOf) => daysPastDue(due, asOf))).toEqual([0, 0, 1, 31]);
});

test('large amounts weigh more in the average days late', () => {
  const allocations = Object.freeze([
    Object.freeze({ amountMinor: 40_000, daysLate: 10 }),
    Object.freeze({ amountMinor: 100_000, daysLate: -2 }),
    Object.freeze({ amountMinor: 60_000, daysLate: 45 }),
  ]);
  expect(weightedDaysLate(allocations)).toEqual({ signed: 14.5, floored: 15.5 });
});

test('without any amount there is no average', () => {
  expect(weightedDaysLate([])).toEqual(null);
  expect(weightedDaysLate([{ amountMinor: 0, daysLate: 10 }])).toEqual(null);
});

test('an observation half a year old counts half as much as one of today', () => {
  const observations = Object.freeze([
    { ageDays: 0, daysLate: 30 },
    { ageDays: 180, daysLate: 10 },
    { ageDays: 360, daysLate: 0 },
  ]);
  expect(recencyWeightedDaysLate(observations, 180)).toEqual(20);
  expect(recencyWeightedDaysLate([], 180)).toEqual(null);
});

test('what cannot be is refused', () => {
  expect(() => daysLate(Number.NaN, due)).toThrow(RangeError);
  expect(() => daysLate(due, 0.5)).toThrow(RangeError);
  expect(() => daysPastDue(due, Number.NaN)).toThrow(RangeError);
  expect(() => weightedDaysLate([{ amountMinor: -1, daysLate: 0 }])).toThrow(RangeError);
  expect(() => weightedDaysLate([{ amountMinor: 1, daysLate: Number.NaN }])).toThrow(RangeError);
  expect(() => recencyWeightedDaysLate([{ ageDays: -1, daysLate: 0 }], 180)).toThrow(RangeError);
  expect(() => recencyWeightedDaysLate([], 0)).toThrow(RangeError);
});
