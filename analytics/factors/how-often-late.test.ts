import { open, settled } from '../fixtures/invoices.js';
import type { History } from '../history.js';
import { shrunkShare } from '../late-share.js';
import { howOftenLate } from './how-often-late.js';

const asOf = 1000;
const prior = Object.freeze({ lateShare: 0.4, strength: 8, averageDaysLate: 5 });

function sentence(history: History): string {
  return howOftenLate.sentence(null, history, asOf);
}

test('one of two invoices due today late, against a book of four in ten', () => {
  const expected = shrunkShare({ late: 1, invoices: 2, priorShare: 0.4, priorStrength: 8 }).share;
  expect(howOftenLate.read([settled(1000, 0), open(1000), settled(1000, 3)], asOf, prior)).toBeCloseTo(expected, 12);
});

test('paid on the due day is not late, a day after is', () => {
  const share = (daysLate: number) => howOftenLate.read([settled(990, daysLate)], asOf, prior);
  expect(share(0)).toEqual(share(-5));
  expect(share(1)).toEqual(share(9));
  expect(share(1)).toBeGreaterThan(share(0) ?? 1);
});

test('an overdue invoice is late before it is paid', () => {
  expect(howOftenLate.read([open(990)], asOf, prior)).toEqual(howOftenLate.read([settled(990, 10)], asOf, prior));
});

test('as long as nothing is settled or due there is no share', () => {
  expect(howOftenLate.read([open(1000)], asOf, prior)).toEqual(null);
});

test('a colleague would say it so', () => {
  expect(sentence([...Array(9).fill(settled(900, 14)), ...Array(3).fill(settled(900, -1))])).toEqual(
    'Paid 9 of 12 invoices of the last twelve months late, by 14 days on average.',
  );
  expect(sentence([settled(900, 14), settled(900, 0), open(950), open(960)])).toEqual(
    'Paid 1 of 4 invoices of the last twelve months late, by 14 days on average; 2 are overdue.',
  );
  expect(sentence([settled(900, 1), settled(900, 1)])).toEqual(
    'Paid both invoices of the last twelve months late, by a day on average.',
  );
  expect(sentence([settled(900, 0), settled(900, 0), settled(900, 0)])).toEqual(
    'Paid all 3 invoices of the last twelve months on time.',
  );
  expect(sentence([settled(900, 0)])).toEqual('Paid the only invoice of the last twelve months on time.');
  expect(sentence([settled(900, 0), open(950)])).toEqual(
    'Paid 1 of 2 invoices of the last twelve months on time; 1 is overdue.',
  );
  expect(sentence([open(950), open(960)])).toEqual('Both invoices of the last twelve months are overdue.');
  expect(sentence([open(950)])).toEqual('The only invoice of the last twelve months is overdue.');
  expect(sentence([settled(600, 5)])).toEqual('No invoice has fallen due in the last twelve months.');
});
