import { mustBePositive, mustNotBeNegative } from './guards.js';

/** How well bands of a score part the good from the bad. Shares of one. */
export interface BandSeparation {
  readonly ks: number;
  readonly auc: number;
  readonly gini: number;
}

/**
 * From counts of good and bad cases in bands of the score, the lowest first. KS: the widest gap of the two cumulative shares;
 * AUC: the chance that a bad one lies in a lower band than a good one, ties count half; Gini 2·AUC − 1. Sure.
 * Refuses lists of different lengths, negative counts, a side without a case.
 * Example: goods 50, 150, 300, 250, 250 and bads 40, 30, 20, 7, 3: 0.5, 0.8125, 0.625.
 */
export function bandSeparation(goods: readonly number[], bads: readonly number[]): BandSeparation {
  if (goods.length !== bads.length)
    throw new RangeError(`${goods.length} bands of good and ${bads.length} of bad cases do not match.`);
  for (const count of [...goods, ...bads]) mustNotBeNegative('A count', count);
  const [good, bad] = [goods, bads].map((counts) => counts.reduce((sum, count) => sum + count, 0)) as [number, number];
  mustBePositive('The number of good cases', good);
  mustBePositive('The number of bad cases', bad);
  let [goodSoFar, badSoFar, ks, below] = [0, 0, 0, 0];
  goods.forEach((count, i) => {
    below += count * (badSoFar + (bads[i] as number) / 2);
    goodSoFar += count;
    badSoFar += bads[i] as number;
    ks = Math.max(ks, Math.abs(badSoFar / bad - goodSoFar / good));
  });
  const auc = below / (good * bad);
  return { ks, auc, gini: 2 * auc - 1 };
}
