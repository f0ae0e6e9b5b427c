import { emptyBookPrior } from '../book-prior.js';
import { open, settled } from '../fixtures/invoices.js';
import type { History } from '../history.js';
import { howLate } from './how-late.js';

const asOf = 1000;

function read(history: History): number | null {
  return howLate.read(history, asOf, emptyBookPrior);
}

test('recent invoices count most: half as much every half-year', () => {
  expect(read([settled(1000, 0), settled(820, 10), settled(640, 0)])).toBeCloseTo(5 / 1.75, 8);
});

test('an invoice paid early offsets one paid late', () => {
  expect(read([settled(900, -10), settled(900, 20)])).toBeCloseTo(5, 12);
});

test('an overdue invoice counts with its days so far, but no better than the settled ones', () => {
  expect(read([settled(960, 10), open(960)])).toBeCloseTo(25, 12);
  expect(read([settled(997, 3), open(999)])).toBeCloseTo(3, 12);
});

test('the longest overdue come in first; what would make the average better does not', () => {
  expect(read([settled(960, 10), open(940), open(999)])).toBeGreaterThan(30);
  expect(read([settled(960, 10), open(940), open(999)])).toEqual(read([settled(960, 10), open(940)]));
});

test('the one settled invoice left unpaid is no improvement', () => {
  const others = [open(920), open(960)];
  expect(read([settled(939, 61), ...others])).toBeLessThanOrEqual(read([open(939), ...others]) ?? 0);
});

test('thirty days late with everything is thirty, however the weights add up', () => {
  const always = Array.from({ length: 40 }, (_, i) => settled(960 - 7 * i, 30));
  expect(always.map((_, i) => read(always.slice(i)))).toEqual(always.map(() => 30));
});

test('as long as nothing is settled or due there is nothing to read', () => {
  expect([read([]), read([open(1000)])]).toEqual([null, null]);
});

test('the average is told in a sentence', () => {
  expect([null, 0.4, 1, 14.2, -9.6].map((reading) => howLate.sentence(reading, [], asOf))).toEqual([
    'No invoice has fallen due yet.',
    'Pays on the due day on average.',
    'Pays a day late on average, recent invoices counting most.',
    'Pays 14 days late on average, recent invoices counting most.',
    'Pays 10 days early on average, recent invoices counting most.',
  ]);
});
