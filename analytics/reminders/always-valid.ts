import { type PaidByDue, upliftByCustomer } from './uplift.js';

export type TrialVerdict = 'helps' | 'harms' | 'open';

export interface TrialAnswer {
  readonly verdict: TrialVerdict;
  /** Where the uplift lies on whatever day one looks; null: too few. */
  readonly interval: readonly [number, number] | null;
}

/** Six points: what the trial is made to find (DECISIONS 137). Another guess keeps the promise and decides later. */
const LIKELY_EFFECT = 0.06;
/** Below so many customers in an arm their mean is not yet spread as the rule takes it to be; chosen, no source. */
export const FEWEST_IN_AN_ARM = 50;

/**
 * How far from an estimate the truth may lie, on all days taken together, however often one looks: the normal mixture
 * of Robbins. V the variance, t the likely effect: sqrt(V (V + t^2) / t^2 * (2 ln(1 / alpha) + ln((V + t^2) / V))).
 * Source: Robbins, Annals of Mathematical Statistics 41 (1970); Johari, Koomen, Pekelis, Walsh, Operations Research 70
 * (2022), mSPRT; both from memory [M]. It holds for means of many. Example: error 0.02, effect 0.06: 0.0607.
 */
export function alwaysValidReach(of: { standardError: number; effect?: number; alpha?: number }): number {
  const { standardError, effect = LIKELY_EFFECT, alpha = 0.05 } = of;
  if (!(standardError > 0 && effect > 0 && alpha > 0 && alpha < 1))
    throw new RangeError('A reach takes an error and an effect above 0, and a chance between 0 and 1.');
  const [v, t] = [standardError ** 2, effect ** 2];
  return Math.sqrt(((v * (v + t)) / t) * (2 * Math.log(1 / alpha) + Math.log((v + t) / v)));
}

/**
 * Whether reminders are shown to help or to harm, by an interval that holds on whatever day one looks, so that a trial
 * may be stopped on the day it says so. Open while the interval has 0 in it or an arm has fewer than fifty customers.
 * Example: of 200 customers each 50 % paid with reminders and 75 % without: it harms.
 */
export function trialAnswer(of: { treated: readonly PaidByDue[]; control: readonly PaidByDue[] }): TrialAnswer {
  const found = upliftByCustomer(of);
  if (!found || Math.min(of.treated.length, of.control.length) < FEWEST_IN_AN_ARM)
    return { verdict: 'open', interval: null };
  const reach = alwaysValidReach(found);
  const interval = [found.uplift - reach, found.uplift + reach] as const;
  return { verdict: interval[0] > 0 ? 'helps' : interval[1] < 0 ? 'harms' : 'open', interval };
}
