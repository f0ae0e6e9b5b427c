import { medianDaysLate } from './expected-days-late.js';
import { open, settled } from './fixtures/invoices.js';

test('one invoice forgotten for most of a year does not move the middle', () => {
  expect(medianDaysLate([settled(1000, 300), settled(1000, 0), settled(1000, 4)], 1400)).toEqual(4);
});

test('recent invoices count more than old ones', () => {
  expect(medianDaysLate([settled(500, 40), settled(530, 40), settled(1000, 2), settled(1030, 3)], 1060)).toEqual(3);
});

test('an overdue invoice counts with the days it has waited', () => {
  expect(medianDaysLate([open(1000)], 1012)).toEqual(12);
});

test('as long as nothing is settled or due there is no expectation', () => {
  expect(medianDaysLate([], 1000)).toEqual(null);
  expect(medianDaysLate([open(1000)], 1000)).toEqual(null);
});
