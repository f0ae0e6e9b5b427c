import {
  averageDaysDelinquent,
  bestPossibleDso,
  collectionEffectiveness,
  countBackDso,
  currentShare,
  delinquency,
  dso,
  receivablesTurnover,
} from './dso.js';

test('150,000 owed on a year of 1,800,000 is a month of sales', () => {
  expect(dso(15_000_000, 180_000_000, 365)).toBeCloseTo(30.4166666667, 9);
});

test('without sales there are no days of sales', () => {
  expect(dso(100, 0, 365)).toEqual(null);
  expect(dso(100, -5, 365)).toEqual(null);
});

const sales = Object.freeze([10_000_000, 8_000_000, 7_000_000]);
const days = Object.freeze([30, 30, 30]);

test('counting back takes whole months first and then a part of one', () => {
  expect(countBackDso(21_200_000, sales, days)).toBeCloseTo(73.7142857143, 9);
  expect(countBackDso(5_000_000, sales, days)).toEqual(15);
  expect(countBackDso(18_000_000, sales, days)).toEqual(60);
  expect(countBackDso(25_000_000, sales, days)).toEqual(90);
});

test('a balance above all the sales given cannot be counted back', () => {
  expect(countBackDso(25_000_001, sales, days)).toEqual(null);
  expect(countBackDso(1, [], [])).toEqual(null);
});

test('nothing owed is no day of sales, even after a month without any', () => {
  expect(countBackDso(0, [0, 5], [30, 31])).toEqual(0);
  expect(countBackDso(-1, sales, days)).toEqual(null);
});

test('a month without sales is counted through', () => {
  expect(countBackDso(4_000_000, [0, 8_000_000], [30, 31])).toEqual(45.5);
});

test('a book of 1,100,000 of which 800,000 is not due, on 12,000,000 a year', () => {
  const outstanding = dso(1_100_000, 12_000_000, 365);
  const best = bestPossibleDso(800_000, 12_000_000, 365);
  expect(outstanding).toBeCloseTo(33.4583333333, 9);
  expect(best).toBeCloseTo(24.3333333333, 9);
  expect(averageDaysDelinquent(outstanding, best)).toBeCloseTo(9.125, 9);
  expect(averageDaysDelinquent(null, best)).toEqual(null);
  expect(currentShare(800_000, 1_100_000)).toBeCloseTo(0.7272727273, 9);
  expect(delinquency(300_000, 1_100_000)).toBeCloseTo(0.2727272727, 9);
  expect(receivablesTurnover(12_000_000, 1_100_000)).toBeCloseTo(10.9090909091, 9);
});

const period = Object.freeze({
  beginMinor: 900_000,
  salesMinor: 12_000_000,
  periods: 12,
  endTotalMinor: 1_100_000,
  endCurrentMinor: 800_000,
});

test('collection is effective as far as what could be collected was', () => {
  expect(collectionEffectiveness(period)).toBeCloseTo(72.7272727273, 9);
  expect(collectionEffectiveness({ ...period, endTotalMinor: 800_000 })).toEqual(100);
});

test('where nothing could be collected there is no effectiveness', () => {
  expect(collectionEffectiveness({ ...period, endCurrentMinor: 1_900_000 })).toEqual(null);
});

test('an empty book has no delinquency and no turnover', () => {
  expect([delinquency(0, 0), currentShare(0, 0), receivablesTurnover(5, 0)]).toEqual([null, null, null]);
});

test('what cannot be is refused', () => {
  expect(() => dso(1, 1, 0)).toThrow(RangeError);
  expect(() => dso(Number.NaN, 1, 30)).toThrow(RangeError);
  expect(() => countBackDso(1, [1], [])).toThrow(RangeError);
  expect(() => countBackDso(9, [1, 2], [30, 0])).toThrow(RangeError);
  expect(() => collectionEffectiveness({ ...period, periods: 0 })).toThrow(RangeError);
  expect(() => delinquency(-1, 5)).toThrow(RangeError);
});
