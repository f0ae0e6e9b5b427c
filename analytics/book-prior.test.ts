import { bookPrior, bookPriorFrom, emptyBookPrior } from './book-prior.js';
import { open, settled } from './fixtures/invoices.js';

test('a book of which 30 of 100 invoices were late, by 500 days in all', () => {
  expect(bookPriorFrom({ late: 30, settled: 100, daysLateSum: 500 })).toEqual({
    lateShare: 0.3,
    strength: 8,
    averageDaysLate: 5,
  });
});

test('the sums kept invoice by invoice and the histories themselves say the same', () => {
  const histories = [Object.freeze([settled(1000, 0), settled(1030, 10)]), [settled(1010, -4), open(1100)], []];
  expect(bookPrior(histories)).toEqual(bookPriorFrom({ late: 1, settled: 3, daysLateSum: 6 }));
});

test('what is settled after the day is not known on the day', () => {
  expect(bookPrior([[settled(1000, 0), settled(1030, 10)]], 1039)).toEqual(
    bookPriorFrom({ late: 0, settled: 1, daysLateSum: 0 }),
  );
});

test('an empty book has the assumed average', () => {
  expect(bookPrior([])).toEqual(emptyBookPrior);
});

test('more late than settled is refused', () => {
  expect(() => bookPriorFrom({ late: 2, settled: 1, daysLateSum: 0 })).toThrow(RangeError);
  expect(() => bookPriorFrom({ late: -1, settled: 1, daysLateSum: 0 })).toThrow(RangeError);
  expect(() => bookPriorFrom({ late: 0, settled: 1, daysLateSum: Number.NaN })).toThrow(RangeError);
});
