import { emptyBookPrior } from '../book-prior.js';
import { open, settled } from '../fixtures/invoices.js';
import type { History } from '../history.js';
import { overdueNow } from './overdue-now.js';

const asOf = 1000;

function told(history: History): string {
  return overdueNow.sentence(overdueNow.read(history, asOf, emptyBookPrior), history, asOf);
}

test('half the balance overdue, the oldest by forty days, reads twenty', () => {
  const history = [open(960), open(990), open(1000), open(1020)];
  expect(overdueNow.read(history, asOf, emptyBookPrior)).toEqual(20);
  expect(told(history)).toEqual('50 % of the open balance is overdue; the oldest invoice fell due on 18 Aug 1972.');
});

test('a forgotten rest of ten pounds weighs little', () => {
  const rest = { ...open(700), openMinor: 1_000 };
  expect(overdueNow.read([rest, open(1020)], asOf, emptyBookPrior)).toBeCloseTo(300 / 101, 12);
  expect(told([{ ...rest, openMinor: 10 }, open(1020)])).toEqual(
    '1 % of the open balance is overdue; the oldest invoice fell due on 2 Dec 1971.',
  );
});

test('due today is not overdue', () => {
  expect(overdueNow.read([open(1000)], asOf, emptyBookPrior)).toEqual(0);
  expect(told([open(1000)])).toEqual('Nothing of the open balance is overdue.');
});

test('who owes nothing has nothing overdue', () => {
  expect(overdueNow.read([settled(900, 50)], asOf, emptyBookPrior)).toEqual(0);
  expect(told([settled(900, 50)])).toEqual('Owes nothing at the moment.');
});

test('all overdue by a day is told so', () => {
  expect(told([open(999)])).toEqual('All of the open balance is overdue; the oldest invoice fell due on 26 Sept 1972.');
});
