import { emptyBookPrior } from '../book-prior.js';
import { open, settled } from '../fixtures/invoices.js';
import type { History } from '../history.js';
import { steadiness } from './steadiness.js';

const asOf = 1000;

function read(history: History): number | null {
  return steadiness.read(history, asOf, emptyBookPrior);
}

test('four of five invoices were paid within the reading', () => {
  expect(read([settled(900, 3), settled(900, 0), settled(900, 50), settled(900, -4), settled(900, 8)])).toEqual(8);
});

test('early payments are steady', () => {
  expect(read([settled(900, -20), settled(900, -1), settled(900, -9), settled(900, -30)])).toEqual(0);
});

test('what fell due more than a year ago is forgotten, what is overdue is not', () => {
  expect(read([settled(635, 99), settled(900, 0), settled(900, 0), settled(900, 0), open(970)])).toEqual(30);
});

test('three invoices are too few to tell', () => {
  expect(read([settled(900, 0), settled(900, 0), settled(900, 0)])).toEqual(null);
});

test('the reading is told in a sentence', () => {
  expect([null, 0, 1, 8].map((reading) => steadiness.sentence(reading, [], asOf))).toEqual([
    'Too few invoices in the last twelve months to tell how steady payments are.',
    'Steady: four of five invoices of the last twelve months were paid by the due day.',
    'Four of five invoices of the last twelve months were paid within a day of the due day.',
    'Four of five invoices of the last twelve months were paid within 8 days of the due day.',
  ]);
});
