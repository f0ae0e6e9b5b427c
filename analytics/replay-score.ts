import type { Reason } from './score.js';
import { scoreFigures } from './score-figures.js';
import type { ScoreInputs } from './score-inputs.js';
import { expertCard, type Scorecard } from './scorecard.js';

/** A score as it is kept. */
export interface KeptScore {
  readonly points: number;
  readonly grade: string;
  readonly pd: number;
  readonly lateProbability: number;
  readonly expectedDaysLate: number;
  readonly reasons: readonly Reason[];
  readonly basePoints: number;
  readonly cardVersion: string;
  readonly inputs: ScoreInputs;
}

/** The cards there ever were, each under its version: none is ever changed. */
export const scorecards: readonly Scorecard[] = [expertCard];

/**
 * What differs when a kept score is made again from its inputs and the card of its version, in sentences; empty when
 * nothing does, to the last digit. Refuses a version that nobody knows.
 * Example: a score made and kept by this program replays without a difference.
 */
export function replayScore(kept: KeptScore, cards: readonly Scorecard[] = scorecards): string[] {
  const card = cards.find(({ version }) => version === kept.cardVersion);
  if (card === undefined) throw new RangeError(`No scorecard is called ${kept.cardVersion}.`);
  const again = scoreFigures(kept.inputs, card);
  const differences: string[] = [];
  const compare = (what: string, was: number | string | undefined, is: number | string | undefined) => {
    if (was !== is) differences.push(`${what}: kept ${was}, made again ${is}.`);
  };
  compare('Points', kept.points, again.points);
  compare('Grade', kept.grade, again.grade);
  compare('Probability of default', kept.pd, again.pd);
  compare('Chance of being late', kept.lateProbability, again.lateProbability);
  compare('Expected days late', kept.expectedDaysLate, again.expectedDaysLate);
  compare('Base', kept.basePoints, card.basePoints);
  compare('Number of reasons', kept.reasons.length, again.rows.length);
  for (const { key, points } of again.rows)
    compare(`Points of ${key}`, kept.reasons.find(({ factor }) => factor === key)?.points, points);
  return differences;
}
