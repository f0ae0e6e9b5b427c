import fc from 'fast-check';
import { applicationScore } from '../application-score.js';
import { dayNumber } from '../calendar.js';
import { monthly, open } from '../fixtures/invoices.js';
import type { History } from '../history.js';
import { score } from '../score.js';
import { type Beside, weightOfKnown } from '../score-inputs.js';
import { expertCard } from '../scorecard.js';
import { type ApplicationEvidence, type BlendedApplication, blendedApplication } from './blended-application.js';

const asOf = dayNumber('2026-11-20');
const book = Object.freeze({ lateShare: 0.4, strength: 8, averageDaysLate: 8 });
const unknown = {
  bureauPd: null,
  yearsTrading: null,
  judgments: null,
  netWorthMinor: null,
  workingCapitalMinor: null,
  contractValueMinor: 1_000_000,
  insolvent: false,
};
const fair = applicationScore({ ...unknown, bureauPd: 0.015, yearsTrading: 12, judgments: 0 });
const ownOf = (history: History, beside: Beside | null = null): ApplicationEvidence['own'] => {
  const scored = score(history, asOf, book, expertCard, beside);
  return scored && { inputs: scored.inputs, reasons: scored.reasons, weight: weightOfKnown(history, asOf) };
};
const blended = (own: ApplicationEvidence['own'], strength = 20, of = fair) =>
  blendedApplication(of, { strength, prior: 'credit check', own }, expertCard);
const sumOf = ({ basePoints, reasons }: BlendedApplication) =>
  reasons.reduce((sum, { points }) => sum + points, basePoints);

test('a prospect is what the application says; its range is as wide as its credit check is old', () => {
  const [fresh, old] = [blended(null, 20), blended(null, 5)];
  expect([fresh.points, fresh.weightOfOwn, fresh.sentence]).toEqual([
    fair.points,
    0,
    '100 % credit check, 0 % own history, 0 invoices',
  ]);
  expect(old.range.high - old.range.low).toBeGreaterThan(fresh.range.high - fresh.range.low);
  expect([fresh.isTooThin, old.isTooThin]).toEqual([false, true]);
});

test('what a prospect says of itself moves points, and is no evidence: a person decides, the range is as wide as it gets', () => {
  const answered = { strength: 8, report: 0, prior: 'accounts and answers', own: null };
  const made = blendedApplication(fair, answered, expertCard);
  expect(made).toMatchObject({ points: fair.points, isTooThin: true, evidence: 0 });
  const reported = blended(null, 8);
  expect(made.range.high).toBeGreaterThan(reported.range.high);
  const five = ownOf(monthly(5, 0, asOf));
  const six = ownOf(monthly(6, 0, asOf));
  expect([five, six].map((own) => blendedApplication(fair, { ...answered, own }, expertCard).isTooThin)).toEqual([
    true,
    false,
  ]);
});

test('own invoices count more the more there are, and an old credit check counts less', () => {
  const weights = [3, 9, 24].map((months) => blended(ownOf(monthly(months, 0, asOf))).weightOfOwn);
  expect(weights).toEqual([...weights].sort((a, b) => a - b));
  const history = monthly(9, 20, asOf);
  expect(blended(ownOf(history), 5).weightOfOwn).toBeGreaterThan(blended(ownOf(history), 20).weightOfOwn);
  expect(blended(ownOf(history), 5).points).toBeLessThan(blended(ownOf(history), 20).points);
});

test('own history is a row that says what it saw, how much it counts, and of how many invoices', () => {
  const late = blended(ownOf(monthly(9, 30, asOf)));
  const row = late.reasons.find(({ factor }) => factor === 'own-history');
  expect(row?.points).toBeLessThan(0);
  expect(row?.sentence).toMatch(/^.+ \(\d\d % credit check, \d\d % own history, 9 invoices\)\.$/);
});

test('the points of base and rows are the points, whatever history and application say', () => {
  const history = fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: -10, max: 120 }), fc.boolean())
    .map(([months, late, silent]) => [...monthly(months, late, asOf), ...(silent ? [open(asOf - 95)] : [])]);
  fc.assert(
    fc.property(
      history,
      fc.double({ min: 0.0001, max: 0.9, noNaN: true }),
      fc.integer({ min: 0, max: 20 }),
      (h, pd, k) => {
        const of = applicationScore({ ...unknown, bureauPd: pd });
        const made = blended(ownOf(h), k, of);
        expect(made.points).toBe(Math.min(850, Math.max(300, sumOf(made))));
        expect(made.range.low).toBeLessThanOrEqual(made.pd);
        expect(made.range.high).toBeGreaterThanOrEqual(made.pd);
        expect(made.reasons.every(({ sentence }) => sentence.length > 3)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test('what is overdue today counts in full, however much the credit check weighs', () => {
  const [paid, silent] = [monthly(3, 0, asOf), [...monthly(3, 0, asOf), open(asOf - 95)]];
  expect(blended(ownOf(paid)).points - blended(ownOf(silent)).points).toBeGreaterThan(60);
});

test('a person’s review decides, an insolvency stands, and neither is too thin for a machine', () => {
  const review = { points: 620, sentence: 'Reviewed by Ann on 1 Nov 2026: grade B until 1 Nov 2027.' };
  const reviewed = blended(ownOf(monthly(1, 90, asOf), { check: null, insolventSince: null, review }), 0);
  expect([reviewed.points, sumOf(reviewed), reviewed.isTooThin]).toEqual([620, 620, false]);
  const insolvent = blended(ownOf(monthly(24, 0, asOf)), 20, applicationScore({ ...unknown, insolvent: true }));
  expect([insolvent.points, insolvent.hardRule, insolvent.isTooThin]).toEqual([
    300,
    'In an insolvency procedure: no credit.',
    false,
  ]);
});

test('a customer of whom nothing is known but an invoice that is not due is as thin as it gets', () => {
  const made = blended(ownOf([open(asOf + 10)]), 0, applicationScore(unknown));
  expect(made).toMatchObject({ isTooThin: true, weightOfOwn: 0, invoices: 0, evidence: 0 });
  expect(made.points).toBe(sumOf(made));
});

test('without anything from elsewhere own history stands alone, a thin one leaning on the book', () => {
  const nothing = applicationScore(unknown);
  expect(blended(ownOf(monthly(24, 0, asOf)), 0, nothing).points).toBe(score(monthly(24, 0, asOf), asOf, book)?.points);
  expect(blended(ownOf(monthly(3, 0, asOf)), 0, nothing)).toMatchObject({ isTooThin: true, weightOfOwn: 1 });
  expect(blended(ownOf(monthly(3, 0, asOf)), 0, nothing).points).toBe(score(monthly(3, 0, asOf), asOf, book)?.points);
});

test('court judgments are counted once: with the application, not again with its own history', () => {
  const history = monthly(12, 0, asOf);
  const beside: Beside = {
    check: null,
    insolventSince: null,
    review: null,
    judgments: { count: 2, reportedOn: '2026-11-01' },
  };
  expect(ownOf(history, beside)?.inputs.judgments).toEqual(beside.judgments);
  expect(blended(ownOf(history, beside)).points).toBe(blended(ownOf(history)).points);
});
