import { emptyBookPrior } from '../book-prior.js';
import { open, settled } from '../fixtures/invoices.js';
import type { History } from '../history.js';
import { trend } from './trend.js';

const asOf = 1000;

function told(history: History): string {
  return trend.sentence(trend.read(history, asOf, emptyBookPrior), history, asOf);
}

test('the last ninety days count, the half-year before is for comparison', () => {
  const history = [settled(980, 10), settled(911, 20), settled(910, 2), settled(731, 4), settled(730, 90)];
  expect(trend.read(history, asOf, emptyBookPrior)).toEqual(15);
  expect(told(history)).toEqual('Worse: 15 days late in the last three months, 3 days late in the half-year before.');
});

test('better, worse and the same are told in words', () => {
  expect(told([settled(950, 0), settled(850, 12)])).toEqual(
    'Better: on time in the last three months, 12 days late in the half-year before.',
  );
  expect(told([settled(950, 5), settled(850, 5)])).toEqual(
    '5 days late in the last three months, much as in the half-year before.',
  );
  expect(told([settled(950, -1), settled(850, 1)])).toEqual(
    '1 day early in the last three months, much as in the half-year before.',
  );
  expect(told([settled(950, 0)])).toEqual(
    'On time in the last three months; nothing fell due in the half-year before.',
  );
  expect(told([settled(850, 12)])).toEqual('No invoice has fallen due in the last three months.');
});

test('an invoice that fell due three days ago does not make a slow payer look better', () => {
  expect(told([settled(950, 10), open(997), settled(850, 10)])).toEqual(
    '10 days late in the last three months, much as in the half-year before.',
  );
});

test('who stops paying gets worse day by day', () => {
  expect(told([open(950), open(970), settled(850, 0)])).toEqual(
    'Worse: 50 days late in the last three months, on time in the half-year before.',
  );
});
