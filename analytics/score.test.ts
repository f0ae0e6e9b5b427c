import fc from 'fast-check';
import { bookPrior } from './book-prior.js';
import { dayNumber } from './calendar.js';
import { cast } from './fixtures/histories.js';
import { monthly, open, settled } from './fixtures/invoices.js';
import { type History, type HistoryInvoice, historyOf } from './history.js';
import { score } from './score.js';
import { clampPoints } from './score-scale.js';
import { expertCard } from './scorecard.js';

const asOf = dayNumber('2026-11-20');
const book = Object.freeze({ lateShare: 0.4, strength: 8, averageDaysLate: 8 });

function gradeOf(history: History): string | undefined {
  return score(history, asOf, book)?.grade;
}

test('two years of payments on time are an A', () => {
  expect(gradeOf(Object.freeze(monthly(24, 0, asOf)))).toEqual('A');
});

test('five to ten days late with everything is a B or a C', () => {
  expect([5, 6, 7, 8, 9, 10].map((days) => gradeOf(monthly(24, days, asOf)))).toEqual(['B', 'C', 'C', 'C', 'C', 'C']);
});

test('a month late with everything is a D, and an E when the last ones are overdue too', () => {
  const overdue = [open(asOf - 20), open(asOf - 35), open(asOf + 5)];
  expect(gradeOf(monthly(24, 30, asOf))).toEqual('D');
  expect([30, 40, 60].map((days) => gradeOf([...monthly(24, days, asOf, days + 40), ...overdue]))).toEqual([
    'E',
    'E',
    'E',
  ]);
});

test('a customer without any invoice has no score', () => {
  expect(score([], asOf, book)).toEqual(null);
});

test('the cast gets the grades its stories deserve', () => {
  const histories = cast.map((character) => historyOf(character.history('2026-11-20'), '2026-11-20'));
  const prior = bookPrior(histories);
  expect(Object.fromEntries(cast.map(({ key }, i) => [key, score(histories[i] ?? [], asOf, prior)?.grade]))).toEqual({
    promptPayer: 'A',
    earlyPayer: 'A',
    paysInAdvance: 'A',
    recovered: 'B',
    overLimit: 'B',
    seasonalBuyer: 'B',
    newcomerWithTwoInvoices: 'C',
    paysOnlyWhenReminded: 'C',
    paysInRuns: 'C',
    slowCouncil: 'C',
    disputer: 'C',
    bigButSlow: 'D',
    slippingSinceJune: 'D',
    goneSilent: 'E',
    partPayer: 'E',
    chronicallyLate: 'E',
  });
});

const anyInvoice: fc.Arbitrary<HistoryInvoice> = fc
  .record({
    dueOn: fc.integer({ min: asOf - 800, max: asOf + 40 }),
    daysLate: fc.integer({ min: -30, max: 120 }),
    amountMinor: fc.integer({ min: 1, max: 10_000_000 }),
    part: fc.double({ min: 0, max: 0.99, noNaN: true }),
  })
  .map(({ dueOn, daysLate, amountMinor, part }) => {
    const isSettled = dueOn + daysLate <= asOf;
    const openMinor = isSettled ? 0 : amountMinor - Math.floor(amountMinor * part);
    return { issuedOn: dueOn - 30, dueOn, settledOn: isSettled ? dueOn + daysLate : null, amountMinor, openMinor };
  });
const anyHistory = fc.array(anyInvoice, { minLength: 1, maxLength: 25 });
const anyBook = fc.record({
  lateShare: fc.double({ min: 0, max: 1, noNaN: true }),
  strength: fc.integer({ min: 1, max: 20 }),
  averageDaysLate: fc.integer({ min: -10, max: 60 }),
});

test('a late payment never raises the score', () => {
  fc.assert(
    fc.property(anyHistory, anyBook, fc.nat(), fc.integer({ min: 1, max: 200 }), (history, prior, which, delay) => {
      const i = which % history.length;
      const invoice = history[i];
      if (invoice?.settledOn == null || invoice.settledOn + delay > asOf) return;
      const later = history.with(i, { ...invoice, settledOn: invoice.settledOn + delay });
      expect(score(later, asOf, prior)?.points).toBeLessThanOrEqual(score(history, asOf, prior)?.points ?? 0);
    }),
    { numRuns: 1000 },
  );
});

test('leaving an invoice unpaid never raises the score', () => {
  fc.assert(
    fc.property(anyHistory, anyBook, fc.nat(), (history, prior, which) => {
      const i = which % history.length;
      const invoice = history[i];
      if (invoice?.settledOn == null || invoice.dueOn >= asOf) return;
      const unpaid = history.with(i, { ...invoice, settledOn: null, openMinor: invoice.amountMinor });
      expect(score(unpaid, asOf, prior)?.points).toBeLessThanOrEqual(score(history, asOf, prior)?.points ?? 0);
    }),
    { numRuns: 1000 },
  );
});

test('the only invoice of the quarter that was settled, left unpaid, does not make the others look better', () => {
  const long = Array.from({ length: 6 }, () => settled(asOf - 800, 0));
  const others = [...long, settled(asOf - 737, 83), open(asOf - 98), open(asOf - 40)];
  const paid = score([...others, settled(asOf - 80, 61)], asOf, { ...book, lateShare: 0, strength: 1 });
  const unpaid = score([...others, open(asOf - 80)], asOf, { ...book, lateShare: 0, strength: 1 });
  expect(unpaid?.points).toBeLessThanOrEqual(paid?.points ?? 0);
});

test('the reasons and the base add up to the points, to the point', () => {
  fc.assert(
    fc.property(anyHistory, anyBook, (history, prior) => {
      const result = score(history, asOf, prior);
      const sum = result?.reasons.reduce((total, reason) => total + reason.points, result.basePoints) ?? Number.NaN;
      expect(Number.isInteger(sum)).toEqual(true);
      expect(clampPoints(sum)).toEqual(result?.points);
      expect(result?.reasons.map(({ points }) => points)).toEqual(
        result?.reasons.map(({ points }) => points).sort((a, b) => a - b),
      );
    }),
  );
});

test('no score holds anything but numbers within their bounds', () => {
  fc.assert(
    fc.property(anyHistory, anyBook, (history, prior) => {
      const result = score(history, asOf, prior);
      expect(result?.points).toBeGreaterThanOrEqual(300);
      expect(result?.points).toBeLessThanOrEqual(850);
      expect(result?.pd).toBeGreaterThan(0);
      expect(result?.pd).toBeLessThan(1);
      expect(result?.lateProbability).toBeGreaterThanOrEqual(0);
      expect(result?.lateProbability).toBeLessThanOrEqual(1);
      expect(Number.isFinite(result?.expectedDaysLate)).toEqual(true);
      expect(result?.reasons.filter(({ sentence }) => /NaN|Infinity|undefined|null/.test(sentence))).toEqual([]);
    }),
  );
});

test('every factor of the card is among the reasons, once', () => {
  const factors = score(monthly(24, 5, asOf), asOf, book)?.reasons.map(({ factor }) => factor) ?? [];
  expect([...factors].sort()).toEqual(expertCard.factors.map(({ key }) => key).sort());
});

test('two settled invoices stand for one seventh, and the score says so', () => {
  const result = score(monthly(2, 40, asOf), asOf, book);
  expect([result?.isThin, result?.invoices]).toEqual([true, 2]);
  expect(result?.reasons.map(({ sentence }) => sentence)).toContain(
    "Only 2 settled invoices: 14 % own history, 86 % the book's average.",
  );
  expect(result?.expectedDaysLate).toBeCloseTo((2 * 40 + 12 * 8) / 14, 9);
});

test('six invoices stand alone', () => {
  expect(score(monthly(5, 3, asOf), asOf, book)?.isThin).toEqual(true);
  expect(score(monthly(6, 3, asOf), asOf, book)?.isThin).toEqual(false);
});

test('a thin history is closer to the book than the same habit over years', () => {
  const points = (count: number, days: number) => score(monthly(count, days, asOf), asOf, book)?.points ?? 0;
  expect(points(2, 60)).toBeGreaterThan(points(12, 60));
  expect(points(2, 0)).toBeLessThan(points(12, 0));
});

test('a newcomer who lets the first invoices lie for three months is not taken for the average', () => {
  const silent = [open(asOf - 95), open(asOf - 65)];
  const quiet = [open(asOf + 5), open(asOf + 20)];
  expect((score(quiet, asOf, book)?.points ?? 0) - (score(silent, asOf, book)?.points ?? 0)).toBeGreaterThan(80);
});

test('the history is read and never changed', () => {
  const frozen = Object.freeze(monthly(8, 12, asOf).map((invoice) => Object.freeze(invoice)));
  expect(score(frozen, asOf, book)).toEqual(score(frozen, asOf, book));
});

test('a fitted card replaces the expert points as data alone', () => {
  const card = {
    ...expertCard,
    version: 'fitted-1',
    basePoints: 500,
    factors: [
      {
        key: 'how-late',
        bins: [
          { upTo: 10, points: 7 },
          { upTo: null, points: -7 },
        ],
        missingPoints: 0,
      },
    ],
  };
  const result = score([settled(asOf - 50, 3)], asOf, book, {
    ...card,
    thin: { below: 1, bookInvoicesForEachMissing: 3 },
  });
  expect([result?.points, result?.cardVersion, result?.reasons.length]).toEqual([507, 'fitted-1', 1]);
});

test('a score on no day is refused', () => {
  expect(() => score([open(asOf)], Number.NaN, book)).toThrow(RangeError);
});

test('a card with an unknown factor is refused', () => {
  const card = { ...expertCard, factors: [{ key: 'star-sign', bins: [], missingPoints: 0 }] };
  expect(() => score([open(asOf)], asOf, book, card)).toThrow(RangeError);
});
