import { betaQuantile } from './beta-quantile.js';
import { mustBeFinite, mustBePositive, mustBeShare, mustNotBeNegative } from './guards.js';

/**
 * How much the own history counts against the book's average.
 * A share of one: n ÷ (n + strength), `strength` in invoices. Bühlmann 1967; sure.
 * Example: 12 invoices against a strength of 20 count 0.375.
 */
export function weightOfOwn(n: number, strength: number): number {
  mustNotBeNegative('A number of invoices', n);
  mustBePositive('The strength of the prior', strength);
  return n / (n + strength);
}

/**
 * An own average pulled towards the book's, the more the fewer invoices it stands on.
 * In the unit of the averages. weight × own + (1 − weight) × prior: Bühlmann 1967; sure.
 * Example: own 0.25 on 12 invoices, book 0.05 with strength 20: 0.125.
 */
export function shrunkMean(own: number, n: number, prior: number, strength: number): number {
  mustBeFinite('The own average', own);
  mustBeFinite('The average of the book', prior);
  const weight = weightOfOwn(n, strength);
  return weight * own + (1 - weight) * prior;
}

/** Counts may be sums of weights, hence fractions. */
export interface LateCount {
  readonly late: number;
  readonly invoices: number;
  readonly priorShare: number;
  /** How many invoices the book's share counts as. */
  readonly priorStrength: number;
}

/** A late share between what was seen and what the book says. Shares of one. */
export interface ShrunkShare {
  readonly share: number;
  readonly interval90: readonly [number, number];
  readonly weightOfOwn: number;
}

/**
 * The share of invoices paid late, shrunk towards the book's share, with the interval that holds it in 9 of 10 cases.
 * Shares of one. Refuses more late than there are, shares outside 0–1, a strength not above nought.
 * Beta prior (m × k, (1 − m) × k), mean (m × k + late) ÷ (k + n); beta-binomial conjugacy, sure.
 * Example: 3 of 12 late, prior 0.05 with strength 20: 0.125, between 0.0453 and 0.2315.
 */
export function shrunkShare({ late, invoices, priorShare, priorStrength }: LateCount): ShrunkShare {
  mustNotBeLate(late, invoices);
  mustBeShare('The share of the book', priorShare);
  const weight = weightOfOwn(invoices, priorStrength);
  const a = priorShare * priorStrength + late;
  const b = (1 - priorShare) * priorStrength + invoices - late;
  return { share: a / (a + b), interval90: [quantile(0.05, a, b), quantile(0.95, a, b)], weightOfOwn: weight };
}

/** A prior of exactly 0 or 1 that nothing contradicts leaves no doubt: the interval is that point. */
function quantile(p: number, a: number, b: number): number {
  if (a === 0) return 0;
  return b === 0 ? 1 : betaQuantile(p, a, b);
}

function mustNotBeLate(late: number, invoices: number): void {
  mustNotBeNegative('The number of late invoices', late);
  mustNotBeNegative('The number of invoices', invoices);
  if (late > invoices) throw new RangeError(`${late} of ${invoices} invoices cannot be late.`);
}

/**
 * The interval in which the true late share lies in 19 of 20 cases, from the counts alone.
 * Shares of one; null without invoices. Refuses more late than there are.
 * Wilson's score interval, z = 1.96; sure. Example: 3 of 12 is between 0.0889 and 0.5323.
 */
export function wilsonInterval(late: number, n: number): { low: number; high: number } | null {
  mustNotBeLate(late, n);
  if (n === 0) return null;
  const z = 1.959963984540054; // 97.5 % quantile of the normal distribution
  const share = late / n;
  const centre = share + z ** 2 / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  const scaledBy = 1 + z ** 2 / n;
  return { low: Math.max(0, (centre - reach) / scaledBy), high: Math.min(1, (centre + reach) / scaledBy) };
}
