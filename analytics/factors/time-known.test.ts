import { emptyBookPrior } from '../book-prior.js';
import { open, settled } from '../fixtures/invoices.js';
import { timeKnown } from './time-known.js';

test('a customer is known since its first invoice', () => {
  expect(timeKnown.read([open(1010), settled(300, 0), settled(600, 0)], 1000, emptyBookPrior)).toEqual(730);
  expect(timeKnown.read([], 1000, emptyBookPrior)).toEqual(null);
});

test('months become years at two', () => {
  expect([null, 10, 60, 365, 715, 740, 2000].map((reading) => timeKnown.sentence(reading, [], 1000))).toEqual([
    'No invoice yet.',
    'Known for less than two months.',
    'Known for 2 months.',
    'Known for 12 months.',
    'Known for 23 months.',
    'Known for 2 years.',
    'Known for 5 years.',
  ]);
});
