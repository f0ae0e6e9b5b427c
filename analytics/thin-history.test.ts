import { open, settled } from './fixtures/invoices.js';
import { knownInvoices, thinSentence, weightOfOwnHistory } from './thin-history.js';

test('two invoices of six are one seventh own history', () => {
  expect(weightOfOwnHistory(2, 6, 3)).toBeCloseTo(2 / 14, 12);
});

test('the weight rises with each invoice and is whole when the history is full', () => {
  const weights = [0, 1, 2, 3, 4, 5, 6, 50].map((n) => Math.round(weightOfOwnHistory(n, 6, 3) * 1000) / 1000);
  expect(weights).toEqual([0, 0.063, 0.143, 0.25, 0.4, 0.625, 1, 1]);
});

test('settled and overdue invoices count, those not yet due do not', () => {
  expect(knownInvoices([settled(90, 3), open(99), open(100), open(130)], 100)).toEqual({ settled: 1, overdue: 1 });
});

test('the sentence says what the score stands on', () => {
  expect(thinSentence({ settled: 2, overdue: 0 }, 2 / 14)).toEqual(
    "Only 2 settled invoices: 14 % own history, 86 % the book's average.",
  );
  expect(thinSentence({ settled: 1, overdue: 0 }, 1 / 16)).toEqual(
    "Only 1 settled invoice: 6 % own history, 94 % the book's average.",
  );
  expect(thinSentence({ settled: 1, overdue: 2 }, 0.25)).toEqual(
    "Only 1 settled and 2 overdue invoices: 25 % own history, 75 % the book's average.",
  );
  expect(thinSentence({ settled: 0, overdue: 1 }, 1 / 16)).toEqual(
    "Only 1 overdue invoice: 6 % own history, 94 % the book's average.",
  );
  expect(thinSentence({ settled: 0, overdue: 0 }, 0)).toEqual(
    "No invoice has been settled yet: the book's average stands in for habits.",
  );
});

test('a negative number of invoices is refused', () => {
  expect(() => weightOfOwnHistory(-1, 6, 3)).toThrow(RangeError);
  expect(() => weightOfOwnHistory(1, 6, 0)).toThrow(RangeError);
});
