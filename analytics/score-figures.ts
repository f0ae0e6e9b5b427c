import { blendRulesOf, isTooThin } from './default/blend.js';
import { judgmentPoints } from './default/judgments.js';
import { type Grade, grade } from './grade.js';
import { weightOfOwn } from './late-share.js';
import { factorOf, type ScoreInputs } from './score-inputs.js';
import { clampPoints, pdFromScore, pointsRange, scoreFromPd } from './score-scale.js';
import { pointsOf, type Scorecard } from './scorecard.js';
import { weightOfOwnHistory } from './thin-history.js';

/** A score without its words. */
export interface ScoreFigures {
  /** Points of each row; with the base they add up to the points before they are held to 300–850. */
  readonly rows: readonly { readonly key: string; readonly points: number }[];
  readonly points: number;
  readonly grade: Grade;
  readonly pd: number;
  readonly lateProbability: number;
  readonly expectedDaysLate: number;
  /** How much of the habits is the customer’s own: a share of one. */
  readonly own: number;
  readonly isThin: boolean;
  /** What the probability stands on, in invoices: own ones, and the strength of the credit check or of the book. */
  readonly evidence: number;
  /** Too little for a machine: a person decides. */
  readonly isTooThin: boolean;
}

/**
 * The figures of a score from what was read: a function of nothing else, so that a kept score can be made again.
 * points = base + Σ points of the factors; with a credit check its habits are weighed against it, n ÷ (n + strength), as
 * one row; without, a thin history is shrunk to the book. Facts of the day and court judgments count in full.
 * Refuses a card with unknown factors.
 */
export function scoreFigures(inputs: ScoreInputs, card: Scorecard): ScoreFigures {
  const { check, prior, settled, overdue } = inputs;
  const known = settled + overdue;
  const ofBook = weightOfOwnHistory(known, card.thin.below, card.thin.bookInvoicesForEachMissing);
  const own = check === null ? ofBook : weightOfOwn(inputs.weight ?? known, check.strength);
  const rows: { key: string; points: number }[] = [];
  let sum = card.basePoints;
  let habits = card.basePoints;
  let aboveBook = 0;
  const add = (key: string, points: number) => {
    rows.push({ key, points });
    sum += points;
  };
  for (const row of card.factors) {
    const factor = factorOf(row, card);
    const points = pointsOf(row, inputs.readings[row.key] ?? null);
    if (factor.isHabit) {
      habits += points;
      aboveBook += points - pointsOf(row, factor.typical(prior));
    }
    add(row.key, points);
  }
  if (check !== null) add('credit-check', Math.round((1 - own) * (scoreFromPd(check.pd, card.scale) - habits)) + 0);
  else if (own < 1) add('thin-history', 0 - Math.round((1 - own) * aboveBook));
  if (inputs.judgments) add('judgments', judgmentPoints(inputs.judgments.count));
  if (inputs.insolventSince !== null) add('credit-check-alone', pointsRange.lowest - sum);
  if (inputs.review !== null) add('review', inputs.review.points - sum);
  const points = clampPoints(Math.round(sum));
  const seen = check === null ? known : (inputs.weight ?? known) + check.strength;
  const rules = blendRulesOf(inputs.rules ?? 'blend-1');
  const invoices = rules.reportForAMachine === null && check !== null ? (inputs.weight ?? known) : known;
  return {
    rows,
    points,
    grade: grade(points),
    pd: pdFromScore(points, card.scale),
    lateProbability: inputs.lateProbability,
    expectedDaysLate: ofBook * (inputs.medianDaysLate ?? prior.averageDaysLate) + (1 - ofBook) * prior.averageDaysLate,
    own,
    isThin: ofBook < 1,
    evidence: check === null ? known + prior.strength : seen,
    isTooThin:
      inputs.review === null &&
      inputs.insolventSince === null &&
      isTooThin({ invoices, report: check?.strength ?? 0 }, rules),
  };
}
