import { creditUtilisation, expectedLoss, exposure, exposureAtDefault, requiredExposure } from './exposure.js';

const rhythm = Object.freeze({
  monthlySalesMinor: 1_200_000,
  termsDays: 30,
  billingPeriodDays: 30,
  workInProgressMinor: 300_000,
});

test('12,000 a month on 30 days, paid 12 days late, needs a limit of 25,488', () => {
  expect(requiredExposure({ ...rhythm, expectedDaysBeyondTerms: 12 })).toBeCloseTo(2_548_767.12328767, 6);
});

test('who always pays in advance needs no more than the work in progress', () => {
  expect(requiredExposure({ ...rhythm, expectedDaysBeyondTerms: -60 })).toEqual(300_000);
});

test('until supply stops, 82 days of it are owed, and the work in progress', () => {
  const ead = exposureAtDefault({ ...rhythm, daysToHold: 15, noticeDays: 7 });
  expect(ead).toBeCloseTo((1_200_000 * 12 * 82) / 365 + 300_000, 6);
});

test('a shorter billing period lowers what can be lost by as much as shorter terms', () => {
  const stop = { daysToHold: 15, noticeDays: 7 };
  const weekly = exposureAtDefault({ ...rhythm, ...stop, billingPeriodDays: 7 });
  const shortTerms = exposureAtDefault({ ...rhythm, ...stop, termsDays: 7 });
  expect(weekly).toEqual(shortTerms);
});

test('6 % default, 85 % lost, 24,000 owed: 1,224 to be expected', () => {
  expect(expectedLoss({ pd: 0.06, lgd: 0.85, eadMinor: 2_400_000 })).toBeCloseTo(122_400, 6);
});

const owed = Object.freeze({
  openMinor: 1_800_000,
  workInProgressMinor: 250_000,
  openOrdersMinor: 400_000,
  unappliedMinor: 50_000,
  depositHeldMinor: 300_000,
});

test('orders and work count as exposure, deposits and unapplied cash against it', () => {
  expect(exposure(owed)).toEqual(2_100_000);
  expect(creditUtilisation({ ...owed, limitMinor: 2_000_000 })).toBeCloseTo(1.05, 12);
});

test('without a limit nothing is used of it', () => {
  expect(creditUtilisation({ ...owed, limitMinor: 0 })).toEqual(null);
});

test('unapplied cash with the sign of an ageing is refused', () => {
  expect(() => exposure({ ...owed, unappliedMinor: -50_000 })).toThrow(RangeError);
  expect(() => creditUtilisation({ ...owed, limitMinor: -1 })).toThrow(RangeError);
});

test('what cannot be is refused', () => {
  expect(() => expectedLoss({ pd: 1.2, lgd: 1, eadMinor: 1 })).toThrow(RangeError);
  expect(() => expectedLoss({ pd: 0.1, lgd: -1, eadMinor: 1 })).toThrow(RangeError);
  expect(() => requiredExposure({ ...rhythm, monthlySalesMinor: -1, expectedDaysBeyondTerms: 0 })).toThrow(RangeError);
  expect(() => exposureAtDefault({ ...rhythm, daysToHold: Number.NaN, noticeDays: 0 })).toThrow(RangeError);
});
