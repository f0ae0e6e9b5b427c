import { addDays, type Day, daysBetween } from '../calendar.js';
import { mustBeShare, mustNotBeNegative } from '../guards.js';
import { type LatePaymentLaw, type ReferenceRate, ukLatePaymentLaw } from './late-payment-law.js';

/** What `statutoryRate` needs of a law. */
type RatesOfLaw = Pick<LatePaymentLaw, 'over' | 'references'>;

/**
 * The reference rate that interest follows which starts on a day: the newest row by then; null before the first.
 * Source: the law’s own rows. Example: UK, 15 May 2024: 5.25 % from 1 January 2024 on, published.
 */
export function referenceRateOn(day: Day, { references }: Pick<RatesOfLaw, 'references'>): ReferenceRate | null {
  return references.reduce<ReferenceRate | null>(
    (found, row) => (row.from <= day && (found === null || row.from > found.from) ? row : found),
    null,
  );
}

/**
 * The yearly rate of interest on a debt whose interest starts to run on a day; it stays for the life of that debt.
 * A share of one; null before the first row, since nothing is known then. The last row holds until another is entered.
 * Reference rate in force + what the law adds (UK: SI 2002/1675 art. 4; EU: directive 2011/7).
 * Example: UK, from 15 May 2024 on: 5.25 % + 8 % is 13.25 %.
 */
export function statutoryRate(startsOn: Day, law: RatesOfLaw = ukLatePaymentLaw): number | null {
  const inForce = referenceRateOn(startsOn, law);
  return inForce === null ? null : inForce.rate + law.over;
}

/**
 * Simple interest for a number of days.
 * Minor units, not rounded: round once at the end. Refuses negative amounts, days and rates.
 * principal × rate × days ÷ 365. Example: 2,000 at 13.25 % for 45 days: 32.67.
 */
export function statutoryInterest(of: {
  readonly principalMinor: number;
  readonly rate: number;
  readonly days: number;
}): number {
  mustNotBeNegative('The principal', of.principalMinor);
  mustNotBeNegative('The rate', of.rate);
  mustNotBeNegative('The days', of.days);
  return (of.principalMinor * of.rate * of.days) / 365;
}

/**
 * Simple interest on what is still owed, day by day, when parts are paid on the way.
 * Minor units, not rounded. A payment lowers the principal from its day on; what is paid by the due day before interest
 * begins; a payment after the last day changes nothing. Refuses negative amounts and more paid than owed.
 * Σ open × rate × days ÷ 365. Example: 10,000 due on 1 January at 11.75 %, 4,000 paid after 30 days, to 60 days:
 * 96.58 + 57.95 is 154.52.
 */
export function interestWithPartPayments(of: {
  readonly principalMinor: number;
  readonly rate: number;
  /** The last day without interest. */
  readonly dueOn: Day;
  readonly to: Day;
  readonly payments: readonly { readonly on: Day; readonly minor: number }[];
}): number {
  mustNotBeNegative('The principal', of.principalMinor);
  let open = of.principalMinor;
  let from = of.dueOn;
  let interest = 0;
  const runTo = (day: Day) => {
    const days = Math.max(0, daysBetween(from, day));
    interest += statutoryInterest({ principalMinor: open, rate: of.rate, days });
    if (day > from) from = day;
  };
  for (const { on, minor } of [...of.payments].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    mustNotBeNegative('A payment', minor);
    if (on > of.to) break;
    runTo(on);
    open -= minor;
    if (open < 0) throw new RangeError('More is paid than is owed.');
  }
  runTo(of.to);
  return interest;
}

/**
 * When a debt without an agreed day is due: 30 days after supply or after the invoice, whichever is later.
 * Days. Late Payment Act 1998 s. 4. Example: supplied 10 March, invoiced 14 March 2026: 13 April, interest from 14 April.
 */
export function defaultDueDay(
  of: { readonly suppliedOn: Day; readonly invoicedOn: Day },
  days = 30,
): { readonly dueOn: Day; readonly interestFrom: Day } {
  mustNotBeNegative('The days', days);
  const dueOn = addDays(of.suppliedOn > of.invoicedOn ? of.suppliedOn : of.invoicedOn, days);
  return { dueOn, interestFrom: addDays(dueOn, 1) };
}

/**
 * The fixed sum a creditor may ask for a debt that is paid late, beside interest.
 * Minor units of the law's currency. Refuses negative amounts and a law that has no row for the amount.
 * UK: 40, 70 and 100 pounds for debts below 1,000, below 10,000 and above; EU: 40 euros. Example: 1,000 pounds: 70.
 */
export function fixedCompensation(
  amountMinor: number,
  { compensation }: Pick<LatePaymentLaw, 'compensation'> = ukLatePaymentLaw,
): number {
  mustNotBeNegative('The amount', amountMinor);
  const row = compensation.find(({ belowMinor }) => belowMinor === null || amountMinor < belowMinor);
  if (row === undefined) throw new RangeError(`The law has no compensation for ${amountMinor}.`);
  return row.minor;
}

/**
 * A yearly rate of so much a month, with interest on interest: what 1.5 % a month comes to.
 * A share of one. Refuses shares outside 0–1. Example: 1.5 % a month is 18 % simple and 19.56 % effective.
 */
export function yearlyRateOfMonthly(monthlyRate: number): { readonly simple: number; readonly effective: number } {
  mustBeShare('The rate of a month', monthlyRate);
  return { simple: monthlyRate * 12, effective: (1 + monthlyRate) ** 12 - 1 };
}
