import { mustBePositive, mustNotBeNegative } from '../guards.js';

/** Pay by `discountDays` and take `discount` off, or pay all by `netDays`. */
export interface EarlyPaymentDiscount {
  /** A share of one. */
  readonly discount: number;
  readonly discountDays: number;
  /** When it would be paid without the discount. */
  readonly netDays: number;
}

export interface YearlyRate {
  /** Without interest on interest. */
  readonly simple: number;
  /** With it. */
  readonly effective: number;
}

/**
 * What a discount for early payment costs whoever gives it, as a rate a year.
 * Shares of one. Refuses a discount that is not between 0 and 1, negative days, and a net day that is not after the
 * day of the discount.
 * simple = d ÷ (1 − d) × year ÷ days gained; effective = (1 + d ÷ (1 − d)) ^ (year ÷ days gained) − 1; sure.
 * Example: 2 % in 10 days, net 30: 37.24 % simple, 44.59 % effective; 36.73 % on a year of 360 days.
 */
export function yearlyRateOfDiscount(
  { discount, discountDays, netDays }: EarlyPaymentDiscount,
  daysOfYear = 365,
): YearlyRate {
  if (!(discount >= 0 && discount < 1)) throw new RangeError(`A discount is 0 or more and below 1, not ${discount}.`);
  mustNotBeNegative('The days of the discount', discountDays);
  mustBePositive('The days gained', netDays - discountDays);
  mustBePositive('The days of a year', daysOfYear);
  const gain = discount / (1 - discount);
  const timesAYear = daysOfYear / (netDays - discountDays);
  return { simple: gain * timesAYear, effective: (1 + gain) ** timesAYear - 1 };
}
