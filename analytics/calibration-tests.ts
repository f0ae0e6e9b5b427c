import { gammaln } from 'simple-statistics';
import { betaCdf } from './beta-quantile.js';
import { mustBePositive, mustBeShare, mustBeWhole, mustNotBeNegative } from './guards.js';

/**
 * The chance that a chi-squared figure of so many degrees of freedom comes out at or above x: a share of one.
 * Regularised incomplete gamma function, series below its turning point and continued fraction above (Numerical Recipes §6.2).
 * Refuses x below nought and degrees not above nought. Example: 3.841459 with 1 degree: 0.05.
 */
export function chiSquaredAbove(x: number, degrees: number): number {
  mustNotBeNegative('A chi-squared figure', x);
  mustBePositive('Degrees of freedom', degrees);
  const [a, y] = [degrees / 2, x / 2];
  if (y === 0) return 1;
  const front = Math.exp(a * Math.log(y) - y - gammaln(a));
  if (y < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && term > sum * 1e-16; n++) {
      term *= y / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = y + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1000; n++) {
    const odd = -n * (n - a);
    b += 2;
    d = 1 / (odd * d + b);
    c = b + odd / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Cases put together by their chances: how many, to how many it happened, and the mean of what was told. */
export interface CalibrationGroup {
  readonly cases: number;
  readonly happened: number;
  readonly told: number;
}

/**
 * Hosmer–Lemeshow: Σ (happened − told·n)² ÷ (n · told · (1 − told)). The chance of such a gap or a wider one when all is
 * right: on the data a model was fitted on with groups − 2 degrees of freedom (null below three groups), on others with all
 * groups. Weak where groups are small. Refuses no group, told of 0 or 1, more that happened than cases. Sure.
 * Example: the worked example of five grades: 0.7462, 0.862 and 0.980.
 */
export function hosmerLemeshow(groups: readonly CalibrationGroup[]): {
  statistic: number;
  pValueFitted: number | null;
  pValueNew: number;
} {
  if (groups.length === 0) throw new RangeError('Without a group there is nothing to test.');
  let statistic = 0;
  for (const { cases, happened, told } of groups) {
    mustBePositive('The number of cases', cases);
    mustNotBeNegative('The number it happened to', happened);
    if (happened > cases) throw new RangeError(`It cannot have happened to ${happened} of ${cases}.`);
    if (!(told > 0 && told < 1)) throw new RangeError(`A mean chance must lie between 0 and 1, not ${told}.`);
    statistic += (happened - cases * told) ** 2 / (cases * told * (1 - told));
  }
  return {
    statistic,
    pValueFitted: groups.length > 2 ? chiSquaredAbove(statistic, groups.length - 2) : null,
    pValueNew: chiSquaredAbove(statistic, groups.length),
  };
}

/**
 * The chance of so many defaults or more among the cases of a grade if its probability of default is right and they fall
 * independently: below 0.05 it is too low. Share of one. Binomial, as the incomplete beta function; sure (defaults that come
 * together make it too strict). Refuses more defaults than cases. Example: 3 of 10 at 0.1: 0.0702.
 */
export function binomialCalibrationTest(defaults: number, cases: number, pd: number): number {
  mustBeWhole('The number of defaults', defaults);
  mustBeWhole('The number of cases', cases);
  mustNotBeNegative('The number of defaults', defaults);
  mustBeShare('A probability of default', pd);
  if (defaults > cases) throw new RangeError(`${defaults} of ${cases} cannot default.`);
  return defaults === 0 ? 1 : betaCdf(pd, defaults, cases - defaults + 1);
}

/** What was told of all cases together, and what happened. */
export interface CalibrationInTheLarge {
  readonly expected: number;
  readonly observed: number;
  /** Observed ÷ expected; 1 is right, 2 is twice as many as told. */
  readonly ratio: number;
  /** In standard deviations of a sum of independent cases. */
  readonly z: number;
}

/**
 * Whether the level is right: the sum of all chances against what happened. (observed − expected) ÷ √Σ p(1 − p); sure.
 * Refuses lists of different lengths, an empty one, and chances of which none is between 0 and 1.
 * Example: ten chances of 0.2 and 4 that happened: ratio 2, z 1.5811.
 */
export function calibrationInTheLarge(chances: readonly number[], happened: readonly number[]): CalibrationInTheLarge {
  if (chances.length !== happened.length || chances.length === 0)
    throw new RangeError(`${chances.length} chances and ${happened.length} outcomes do not match.`);
  let [expected, observed, variance] = [0, 0, 0];
  chances.forEach((chance, i) => {
    mustBeShare('A chance', chance);
    expected += chance;
    observed += happened[i] ? 1 : 0;
    variance += chance * (1 - chance);
  });
  mustBePositive('What varies', variance);
  return { expected, observed, ratio: observed / expected, z: (observed - expected) / Math.sqrt(variance) };
}

/**
 * A chance fitted where the bad were a share of the sample, for where they are another: logit(p) + logit(population) −
 * logit(sample). Shares of one; King and Zeng 2001. Refuses 0 and 1, which have no odds.
 * Example: 0.3 fitted at 20 % bad, for 3 %: 0.05035.
 */
export function recalibratedToPriorOdds(pd: number, sampleBadRate: number, populationBadRate: number): number {
  const odds = [pd, sampleBadRate, populationBadRate].map((share) => {
    if (!(share > 0 && share < 1)) throw new RangeError(`A rate must lie between 0 and 1, not ${share}.`);
    return share / (1 - share);
  }) as [number, number, number];
  const moved = (odds[0] * odds[2]) / odds[1];
  return moved / (1 + moved);
}

/**
 * The highest probability of default that no default among so many cases still allows: 1 − (1 − confidence)^(1 ÷ n).
 * Share of one; Clopper–Pearson 1934, sure. Refuses no case and a confidence of 0 or 1. Example: none of 100 at 95 %: 0.02951.
 */
export function zeroDefaultUpperBound(cases: number, confidence = 0.95): number {
  mustBePositive('The number of cases', cases);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence must lie between 0 and 1, not ${confidence}.`);
  return 1 - (1 - confidence) ** (1 / cases);
}
