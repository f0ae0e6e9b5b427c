import { normalQuantile, normalTail } from '../normal.js';

/** Of n invoices or customers, how many paid by the due day. */
export interface PaidByDue {
  readonly n: number;
  readonly paid: number;
}

export interface Uplift {
  /** Share paid by the due day with reminders, less that without. */
  readonly uplift: number;
  readonly z: number;
  readonly pValueTwoSided: number;
  readonly ci95: readonly [number, number];
}

export interface UpliftByCustomer extends Uplift {
  readonly standardError: number;
}

function mustBeCounts({ n, paid }: PaidByDue): void {
  if (!(Number.isInteger(n) && Number.isInteger(paid) && paid >= 0 && paid <= n))
    throw new RangeError(`${paid} of ${n} is no count of who paid.`);
}

/**
 * What reminders add to the share paid by the due day. Two-proportion z-test with the pooled variance; interval with the
 * variance of each. Null while an arm is empty, or nobody or everybody paid in both (nothing can be told apart).
 * Example: 438 of 600 against 402 of 600: 0.06, z 2.268, p 0.0233, from 0.008 to 0.112.
 */
export function reminderUplift({ treated, control }: { treated: PaidByDue; control: PaidByDue }): Uplift | null {
  mustBeCounts(treated);
  mustBeCounts(control);
  if (treated.n === 0 || control.n === 0) return null;
  const [p1, p0] = [treated.paid / treated.n, control.paid / control.n];
  const pooled = (treated.paid + control.paid) / (treated.n + control.n);
  if (pooled === 0 || pooled === 1) return null;
  const uplift = p1 - p0;
  const z = uplift / Math.sqrt(pooled * (1 - pooled) * (1 / treated.n + 1 / control.n));
  const reach = normalQuantile(0.025) * Math.sqrt((p1 * (1 - p1)) / treated.n + (p0 * (1 - p0)) / control.n);
  return { uplift, z, pValueTwoSided: 2 * normalTail(Math.abs(z)), ci95: [uplift - reach, uplift + reach] };
}

/**
 * The same where customers, not invoices, were drawn: invoices of one customer are paid alike, so the interval is made of
 * customers (ratio estimator, linearised). With one invoice each it comes to `reminderUplift`, but for n against n - 1.
 * Null while an arm has fewer than two customers.
 * Source: Cochran, Sampling Techniques, 6.3. Example: ten customers with one invoice each, five paid: variance 0.25 / 9.
 */
export function upliftByCustomer(of: {
  treated: readonly PaidByDue[];
  control: readonly PaidByDue[];
}): UpliftByCustomer | null {
  const [treated, control] = [shareOf(of.treated), shareOf(of.control)];
  if (!treated || !control) return null;
  const uplift = treated.share - control.share;
  const error = Math.sqrt(treated.variance + control.variance);
  if (error === 0) return null;
  const reach = normalQuantile(0.025) * error;
  const z = uplift / error;
  return {
    uplift,
    z,
    pValueTwoSided: 2 * normalTail(Math.abs(z)),
    ci95: [uplift - reach, uplift + reach],
    standardError: error,
  };
}

function shareOf(customers: readonly PaidByDue[]): { share: number; variance: number } | null {
  for (const each of customers) mustBeCounts(each);
  return ratioOf(customers.map(({ n, paid }) => ({ n, sum: paid })));
}

/** What an invoice comes to on average, where customers were drawn (ratio estimator). */
function ratioOf(customers: readonly { n: number; sum: number }[]): { share: number; variance: number } | null {
  const m = customers.length;
  const n = customers.reduce((all, each) => all + each.n, 0);
  if (m < 2 || n === 0) return null;
  const share = customers.reduce((all, { sum }) => all + sum, 0) / n;
  const squares = customers.reduce((all, each) => all + (each.sum - share * each.n) ** 2, 0);
  return { share, variance: (m / (m - 1)) * (squares / n ** 2) };
}

/** Of a customer, over n invoices: days from due day to payment, summed. */
export interface DaysToPayment {
  readonly n: number;
  readonly days: number;
}

/**
 * How many days earlier an invoice is paid with reminders, by customers as drawn, with its 95 % interval. Days are to be
 * cut at the same window for all (`trialOutcomes`), or what is still open would count as paid today.
 * Null while an arm has fewer than two customers or nothing varies.
 * Source: as `upliftByCustomer`. Example: paid on the 2nd and 4th day with, on the 7th and 9th without: 5 days, 2.2 to 7.8.
 */
export function daysEarlier(of: { treated: readonly DaysToPayment[]; control: readonly DaysToPayment[] }): {
  days: number;
  ci95: readonly [number, number];
} | null {
  const [treated, control] = [of.treated, of.control].map((arm) =>
    ratioOf(arm.filter(({ n }) => n > 0).map(({ n, days }) => ({ n, sum: days }))),
  );
  if (!treated || !control) return null;
  const days = control.share - treated.share;
  const error = Math.sqrt(treated.variance + control.variance);
  if (error === 0) return null;
  const reach = normalQuantile(0.025) * error;
  return { days, ci95: [days - reach, days + reach] };
}

/**
 * How many customers each arm needs to find a share paid by the due day that goes from one to another, with the given
 * chance of finding it and of being misled (two-sided). Rounded up.
 * Source: Fleiss, Statistical Methods for Rates and Proportions, 4.14 (without continuity). Example: 67 % to 73 %, power
 * 80 %, 5 %: 915.
 */
export function holdoutSampleSize(of: { from: number; to: number; power?: number; alpha?: number }): number {
  const { from, to, power = 0.8, alpha = 0.05 } = of;
  for (const share of [from, to, power, alpha])
    if (!(share > 0 && share < 1)) throw new RangeError(`${share} does not lie between 0 and 1.`);
  if (from === to) throw new RangeError('No number of customers tells apart what is the same.');
  const mean = (from + to) / 2;
  const misled = normalQuantile(alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
  const found = normalQuantile(1 - power) * Math.sqrt(from * (1 - from) + to * (1 - to));
  return Math.ceil(((misled + found) / (from - to)) ** 2);
}
