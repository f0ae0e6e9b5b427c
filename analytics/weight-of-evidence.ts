import { mustBeFinite, mustBePositive, mustNotBeNegative } from './guards.js';
import type { ScoreScale } from './score-scale.js';

/**
 * How much one bin tells good from bad: positive where it holds more of the good. ln(share of all good ÷ share of all bad),
 * shares above nought; Siddiqi 2017, sure. Example: half of the good and a quarter of the bad: 0.6931.
 */
export const weightOfEvidence = (goodShare: number, badShare: number): number => Math.log(goodShare / badShare);

/** How much each bin tells good from bad, and the variable as a whole. */
export interface WeightsOfEvidence {
  /** ln(share of the good ÷ share of the bad), bin by bin. */
  readonly woe: readonly number[];
  /** Below 0.02 useless, to 0.1 weak, to 0.3 medium, to 0.5 strong, above it suspicious (Siddiqi). */
  readonly iv: number;
}

/**
 * Weight of evidence and information value of bins, from the share of all good and of all bad cases in each: shares of one.
 * Σ (good − bad) · ln(good ÷ bad); Siddiqi 2017, sure. Refuses lists of different lengths, an empty list, and shares not
 * above nought: with an empty cell take `weightsOfEvidenceOfCounts`.
 * Example: half of the good and a quarter of the bad in one bin, the rest in the other: 0.6931 and −0.4055, IV 0.2747.
 */
export function weightsOfEvidence(goodShares: readonly number[], badShares: readonly number[]): WeightsOfEvidence {
  mustMatch(goodShares, badShares);
  const woe = goodShares.map((good, i) => {
    const bad = badShares[i] as number;
    mustBePositive('A share of the good', good);
    mustBePositive('A share of the bad', bad);
    return weightOfEvidence(good, bad);
  });
  const iv = woe.reduce((sum, weight, i) => sum + ((goodShares[i] as number) - (badShares[i] as number)) * weight, 0);
  return { woe, iv };
}

/**
 * The same from counts of good and bad cases. Where a cell is empty, `adjustment` is added to every cell (half a case:
 * convention); without an empty cell nothing is. Refuses negative counts and a side without a case.
 * Example: goods 30, 10 and bads 5, 5: ln(0.75 ÷ 0.5) = 0.4055 and ln(0.25 ÷ 0.5) = −0.6931.
 */
export function weightsOfEvidenceOfCounts(
  goods: readonly number[],
  bads: readonly number[],
  adjustment = 0.5,
): WeightsOfEvidence {
  mustMatch(goods, bads);
  for (const count of [...goods, ...bads]) mustNotBeNegative('A count', count);
  mustNotBeNegative('The adjustment', adjustment);
  const added = [...goods, ...bads].includes(0) ? adjustment : 0;
  return weightsOfEvidence(sharesOf(goods, added), sharesOf(bads, added));
}

const sharesOf = (counts: readonly number[], added: number): number[] => {
  const all = counts.reduce((sum, count) => sum + count + added, 0);
  mustBePositive('The number of cases', all);
  return counts.map((count) => (count + added) / all);
};

function mustMatch(goods: readonly number[], bads: readonly number[]): void {
  if (goods.length !== bads.length || goods.length === 0)
    throw new RangeError(`${goods.length} bins of good and ${bads.length} of bad cases do not match.`);
}

/**
 * The points of one attribute of a scorecard: −(beta · woe + intercept ÷ variables) · factor + offset ÷ variables, from a
 * logistic model that predicts *bad* on weights ln(good ÷ bad), so that beta is negative. Points on the scale given.
 * Siddiqi; Ketchbrook’s KAscore; sure. Refuses what is no number, and no variable.
 * Example: beta −0.8, intercept −2.2, 4 variables, woe 0.405, 20 points to double odds of 50 at 600: 146.999.
 */
export function attributePoints(
  { beta, intercept, variables, woe }: { beta: number; intercept: number; variables: number; woe: number },
  { points, odds, pointsToDoubleOdds }: ScoreScale,
): number {
  for (const value of [beta, intercept, woe]) mustBeFinite('A coefficient', value);
  mustBePositive('The number of variables', variables);
  mustBePositive('The odds', odds);
  mustBePositive('The points to double the odds', pointsToDoubleOdds);
  const factor = pointsToDoubleOdds / Math.LN2;
  const offset = points - factor * Math.log(odds);
  return -(beta * woe + intercept / variables) * factor + offset / variables;
}
