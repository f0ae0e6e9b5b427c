import fc from 'fast-check';
import { dayNumber } from './calendar.js';
import { creditCheckPrior } from './default/blend.js';
import { monthly, open } from './fixtures/invoices.js';
import { type Score, score } from './score.js';
import type { Beside } from './score-inputs.js';
import { scoreMoves } from './score-moves.js';
import { expertCard, type Scorecard } from './scorecard.js';

const asOf = dayNumber('2026-11-20');
const book = Object.freeze({ lateShare: 0.4, strength: 8, averageDaysLate: 8 });
/** As a fitted card is: other points, another base, one factor left out. */
const fitted: Scorecard = Object.freeze({
  ...expertCard,
  version: 'fitted-2',
  basePoints: 571,
  factors: expertCard.factors
    .filter(({ key }) => key !== 'steadiness')
    .map((row) => ({
      ...row,
      missingPoints: row.missingPoints - 3,
      bins: row.bins.map((bin) => ({ ...bin, points: 2 * bin.points + 1 })),
    })),
});
const scored = (history: ReturnType<typeof monthly>, card: Scorecard, beside: Beside | null = null): Score => {
  const result = score(history, asOf, book, card, beside);
  if (result === null) throw new Error('there is a history');
  return result;
};
const sum = (moves: readonly { points: number }[]) => moves.reduce((all, { points }) => all + points, 0);

test('where nothing but the card changed, the change of card is the one move', () => {
  const history = monthly(24, 3, asOf);
  const [before, now] = [scored(history, expertCard), scored(history, fitted)];
  expect(scoreMoves(before, now, fitted)).toEqual([
    {
      factor: 'card',
      points: now.points - before.points,
      sentence: 'The scorecard fitted-2 took the place of expert-1: the same history by other points.',
    },
  ]);
});

test('what the old card did not read moves with the card, not by itself', () => {
  const history = monthly(24, 3, asOf);
  const moves = scoreMoves(scored(history, fitted), scored(history, expertCard), expertCard);
  expect(moves.map(({ factor }) => factor)).toEqual(['card']);
});

test('where the card changed and an invoice became overdue, each is told apart', () => {
  const [paid, silent] = [monthly(24, 0, asOf), [...monthly(24, 0, asOf), open(asOf - 40)]];
  const [before, now] = [scored(paid, expertCard), scored(silent, fitted)];
  const moves = scoreMoves(before, now, fitted);
  const byCardAlone = scoreMoves(before, scored(paid, fitted), fitted);
  expect(moves.find(({ factor }) => factor === 'card')).toEqual(byCardAlone.find(({ factor }) => factor === 'card'));
  expect(moves.map(({ factor }) => factor)).toContain('overdue-now');
  expect(sum(moves)).toBe(now.points - before.points);
});

test('where what it was made of was not kept, or the card is gone, the whole move is told as the change of card', () => {
  const [before, now] = [scored(monthly(24, 0, asOf), expertCard), scored(monthly(24, 9, asOf), fitted)];
  const told = [
    {
      factor: 'card',
      points: now.points - before.points,
      sentence: 'The scorecard fitted-2 took the place of expert-1; what else changed cannot be told apart.',
    },
  ];
  expect(scoreMoves({ ...before, inputs: null }, now, fitted)).toEqual(told);
  expect(scoreMoves(before, now)).toEqual(told);
});

test('the moves add up to the whole move, to the point, whatever changed: invoices, credit check, card', () => {
  const check = (failurePd: number): Beside => ({
    check: creditCheckPrior(
      [{ provider: 'dnb', reportedOn: '2026-11-01', report: { failurePd, delinquencyPd: null, isInsolvent: null } }],
      '2026-11-20',
    ),
    insolventSince: null,
    review: null,
  });
  const some = fc
    .record({
      invoices: fc.integer({ min: 1, max: 20 }),
      late: fc.integer({ min: -10, max: 120 }),
      silent: fc.array(fc.integer({ min: -20, max: 200 }), { maxLength: 4 }),
      card: fc.constantFrom(expertCard, fitted),
      beside: fc.option(
        fc.oneof(
          fc.double({ min: 0.0005, max: 0.9, noNaN: true }).map(check),
          fc.constant<Beside>({ check: null, insolventSince: '2026-10-01', review: null }),
          fc.constant<Beside>({ check: null, insolventSince: null, review: { points: 640, sentence: 'Looked at.' } }),
        ),
      ),
    })
    .map(({ invoices, late, silent, card, beside }) => ({
      card,
      of: scored([...monthly(invoices, late, asOf), ...silent.map((days) => open(asOf - days))], card, beside),
    }));
  fc.assert(
    fc.property(some, some, (before, now) => {
      const moves = scoreMoves(before.of, now.of, now.card);
      expect(sum(moves)).toBe(now.of.points - before.of.points);
      for (const { points, sentence } of moves) expect([points === 0, sentence === '']).toEqual([false, false]);
    }),
  );
});
