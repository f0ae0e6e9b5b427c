import { type ApplicationCard, applicationCard } from './application-card.js';
import { type ApplicationInputs, applicationFactors } from './application-factors.js';
import { type Grade, grade } from './grade.js';
import type { Reason } from './score.js';
import { clampPoints, pdFromScore, pointsRange } from './score-scale.js';
import { pointsOf } from './scorecard.js';

/** How good a payer a prospect is likely to be, on the scale of `score`. */
export interface ApplicationScore {
  /** Whole, 300 to 850. */
  readonly points: number;
  readonly grade: Grade;
  /** Probability of default within 12 months. */
  readonly pd: number;
  /** All answers, worst first; their points and `basePoints` add up to the points before they are held to 300–850. */
  readonly reasons: readonly Reason[];
  /** The rule that decided without counting points; null when there was none. */
  readonly hardRule: string | null;
  readonly basePoints: number;
  readonly cardVersion: string;
}

const factorsByKey = new Map(applicationFactors.map((factor) => [factor.key, factor]));

/**
 * The score of a prospect from its credit check and accounts; insolvency decides alone.
 * Refuses negative counts, a failure probability outside 0–1, and a card with unknown factors.
 * points = base + Σ points of the answers, unknown being one of them; the card says how sure it is.
 * Example: all unknown is 554 points, a D; in insolvency 300, an E, whatever else is known.
 */
export function applicationScore(inputs: ApplicationInputs, card: ApplicationCard = applicationCard): ApplicationScore {
  const hardRule = inputs.insolvent ? 'In an insolvency procedure: no credit.' : null;
  const reasons = hardRule === null ? answers(inputs, card) : [insolvency(hardRule, card)];
  const points = clampPoints(Math.round(reasons.reduce((sum, reason) => sum + reason.points, card.basePoints)));
  return {
    points,
    grade: grade(points),
    pd: pdFromScore(points, card.scale),
    reasons,
    hardRule,
    basePoints: card.basePoints,
    cardVersion: card.version,
  };
}

function answers(inputs: ApplicationInputs, card: ApplicationCard): Reason[] {
  const reasons = card.factors.map((row) => {
    const factor = factorsByKey.get(row.key);
    if (factor === undefined) throw new RangeError(`The card ${card.version} names an unknown factor, ${row.key}.`);
    const reading = factor.read(inputs);
    return { factor: factor.key, points: pointsOf(row, reading), sentence: factor.sentence(reading) };
  });
  return reasons.sort((a, b) => a.points - b.points);
}

/** Takes all the points there are, so that base and reasons still add up. */
function insolvency(sentence: string, card: ApplicationCard): Reason {
  return { factor: 'insolvency', points: pointsRange.lowest - card.basePoints, sentence };
}
