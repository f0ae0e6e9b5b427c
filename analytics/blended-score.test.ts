import fc from 'fast-check';
import { dayNumber } from './calendar.js';
import { creditCheckPrior } from './default/blend.js';
import { monthly, open } from './fixtures/invoices.js';
import { replayScore } from './replay-score.js';
import { score } from './score.js';
import type { Beside } from './score-inputs.js';
import { scoreMoves } from './score-moves.js';
import { clampPoints, scoreFromPd } from './score-scale.js';
import { expertCard } from './scorecard.js';
import { whatWouldChange } from './what-would-change.js';

const asOf = dayNumber('2026-11-20');
const book = Object.freeze({ lateShare: 0.4, strength: 8, averageDaysLate: 8 });
const checked = (failurePd: number, reportedOn = '2026-11-01'): Beside => ({
  check: creditCheckPrior(
    [{ provider: 'dnb', reportedOn, report: { failurePd, delinquencyPd: null, isInsolvent: null } }],
    '2026-11-20',
  ),
  insolventSince: null,
  review: null,
});
const scored = (history: ReturnType<typeof monthly>, beside: Beside | null = null) => {
  const result = score(history, asOf, book, expertCard, beside);
  if (result === null) throw new Error('there is a history');
  return result;
};
const rowOf = (of: ReturnType<typeof scored>, key: string) => of.reasons.find(({ factor }) => factor === key);

test('with a credit check the score is between what we saw and what it says, and says how much of each', () => {
  const own = scored(monthly(24, 0, asOf));
  const good = scored(monthly(24, 0, asOf), checked(0.001));
  const bad = scored(monthly(24, 0, asOf), checked(0.3));
  expect(bad.points).toBeLessThan(own.points);
  expect(good.points).toBeLessThanOrEqual(Math.round(scoreFromPd(0.001)));
  expect(rowOf(bad, 'credit-check')?.sentence).toMatch(
    /^Credit check of 1 Nov 2026: \d+ % credit check, \d+ % own history, 24 invoices\.$/,
  );
});

test('an older credit check moves the score less', () => {
  const own = scored(monthly(24, 0, asOf)).points;
  const moved = ['2026-11-01', '2026-05-01', '2025-01-01'].map(
    (day) => own - scored(monthly(24, 0, asOf), checked(0.3, day)).points,
  );
  expect(moved).toEqual([...moved].sort((a, b) => b - a));
  expect(new Set(moved).size).toBe(3);
});

test('one invoice and a credit check: the check stands in for habits, and the book is not asked', () => {
  const one = scored(monthly(1, 60, asOf, 70), checked(0.004));
  expect(rowOf(one, 'thin-history')).toBeUndefined();
  expect([one.isThin, one.isTooThin]).toEqual([true, false]);
  expect(scored(monthly(1, 60, asOf, 70)).isTooThin).toBe(true);
});

test('a fact of the day counts in full, whatever a credit check says', () => {
  const paid = scored([...monthly(3, 0, asOf), open(asOf + 5)], checked(0.002));
  const silent = scored([...monthly(3, 0, asOf), open(asOf - 95)], checked(0.002));
  expect(paid.points - silent.points).toBeGreaterThan(80);
});

const anyHistory = fc
  .array(
    fc.record({ dueOn: fc.integer({ min: asOf - 800, max: asOf + 40 }), late: fc.integer({ min: -30, max: 120 }) }),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((all) =>
    all.map(({ dueOn, late }) =>
      dueOn + late <= asOf
        ? { issuedOn: dueOn - 30, dueOn, settledOn: dueOn + late, amountMinor: 100, openMinor: 0 }
        : { issuedOn: dueOn - 30, dueOn, settledOn: null, amountMinor: 100, openMinor: 100 },
    ),
  );
const anyBeside: fc.Arbitrary<Beside> = fc.record({
  check: fc.option(
    fc.record({
      pd: fc.double({ min: 0.0001, max: 0.9, noNaN: true }),
      strength: fc.constantFrom(5, 12, 20),
      reportedOn: fc.constant('2026-01-01'),
      ageDays: fc.integer({ min: 0, max: 900 }),
      providers: fc.constant(['dnb']),
    }),
  ),
  insolventSince: fc.option(fc.constant('2026-05-03'), { freq: 5 }),
  review: fc.option(fc.record({ points: fc.constantFrom(500, 540, 660), sentence: fc.constant('Reviewed.') }), {
    freq: 5,
  }),
});

test('base and reasons add up to the points, whatever is known besides', () => {
  fc.assert(
    fc.property(anyHistory, anyBeside, (history, beside) => {
      const result = scored(history, beside);
      const sum = result.reasons.reduce((total, { points }) => total + points, result.basePoints);
      expect([Number.isInteger(sum), clampPoints(sum)]).toEqual([true, result.points]);
      expect(result.reasons.filter(({ sentence }) => /NaN|Infinity|undefined|null|^$/.test(sentence))).toEqual([]);
      if (beside.review) expect(result.points).toBe(beside.review.points);
      else if (beside.insolventSince) expect(result.points).toBe(300);
    }),
  );
});

test('paying one invoice later never raises a blended score either', () => {
  fc.assert(
    fc.property(anyHistory, anyBeside, fc.nat(), fc.integer({ min: 1, max: 100 }), (history, beside, which, delay) => {
      const i = which % history.length;
      const invoice = history[i];
      if (invoice?.settledOn == null || invoice.settledOn + delay > asOf) return;
      const later = history.with(i, { ...invoice, settledOn: invoice.settledOn + delay });
      expect(scored(later, beside).points).toBeLessThanOrEqual(scored(history, beside).points);
    }),
    { numRuns: 500 },
  );
});

test('a kept score is made again to the last digit, through the text it is kept as', () => {
  fc.assert(
    fc.property(anyHistory, anyBeside, (history, beside) => {
      expect(replayScore(JSON.parse(JSON.stringify(scored(history, beside))))).toEqual([]);
    }),
  );
});

test('a kept score that was tampered with does not replay, and an unknown card is refused', () => {
  const kept = scored(monthly(24, 5, asOf));
  expect(replayScore({ ...kept, points: kept.points + 1 })).toEqual([
    `Points: kept ${kept.points + 1}, made again ${kept.points}.`,
  ]);
  const moved = kept.reasons.map((reason, i) => (i === 0 ? { ...reason, points: reason.points + 1 } : reason));
  expect(replayScore({ ...kept, reasons: moved })).toHaveLength(1);
  expect(() => replayScore({ ...kept, cardVersion: 'expert-0' })).toThrow(RangeError);
});

test('what would change it reaches the next grade when it is done, and says the least that does', () => {
  const history = [...monthly(24, 2, asOf), open(asOf - 40)];
  const now = scored(history);
  const advice = whatWouldChange(now.inputs, expertCard);
  expect([now.grade, advice?.grade, advice?.changes.map(({ sentence }) => sentence)]).toEqual([
    'D',
    'C',
    ['How late invoices are paid: at most 3 days (now 5 days).'],
  ]);
  expect(advice?.points).toBeGreaterThanOrEqual(560);
});

test('advice is always enough, and never more than three things', () => {
  fc.assert(
    fc.property(anyHistory, anyBeside, (history, beside) => {
      const { inputs, points } = scored(history, beside);
      const advice = whatWouldChange(inputs, expertCard);
      if (advice === null) return;
      expect(advice.points).toBeGreaterThan(points);
      expect(advice.changes.length).toBeLessThanOrEqual(3);
      for (const { to } of advice.changes) expect(Number.isFinite(to)).toBe(true);
    }),
  );
});

test('nothing is advised of an A, nor where a person or an insolvency decided', () => {
  const { inputs } = scored(monthly(24, 0, asOf));
  expect(whatWouldChange(inputs, expertCard)).toEqual(null);
  const bad = scored(monthly(24, 30, asOf)).inputs;
  expect(whatWouldChange({ ...bad, insolventSince: '2026-05-03' }, expertCard)).toEqual(null);
  expect(whatWouldChange({ ...bad, review: { points: 500, sentence: 'x' } }, expertCard)).toEqual(null);
});

test('the moves from one score to the next add up to the whole move, the largest first', () => {
  const [before, now] = [
    scored(monthly(24, 0, asOf)),
    scored([...monthly(24, 0, asOf), open(asOf - 70)], checked(0.1)),
  ];
  const moves = scoreMoves(before, now);
  expect(moves.reduce((sum, { points }) => sum + points, 0)).toBe(now.points - before.points);
  const sizes = moves.map(({ points }) => Math.abs(points));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(scoreMoves(now, before).map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(/^No longer: Credit check/),
  );
});
