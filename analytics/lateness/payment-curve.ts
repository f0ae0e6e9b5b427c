/**
 * When one invoice will be paid: for each day from `fromDay` on, counted from the due day, the chance that it is paid on
 * that day if it is still open. All else (late or not, how many days, what cash comes in when) follows from it.
 */
export interface PaymentCurve {
  /** Days from the due day; negative before it. */
  readonly fromDay: number;
  readonly chances: Float64Array;
}

/** As far as a curve looks beyond the due day: what is open then is a case for collection, not for a forecast. */
export const lastDay = 90;

/** The delays that are told and measured: late at all, more than a week, more than a month. */
export const delays = [0, 7, 30] as const;

/**
 * The rest of a curve, for an invoice known to be open at the beginning of a day (counted from the due day).
 * Example: of a curve from −15 on, openOn(curve, −2) begins at −2. At least its last day is kept.
 */
export function openOn({ fromDay, chances }: PaymentCurve, day: number): PaymentCurve {
  const cut = Math.min(Math.max(0, day - fromDay), chances.length - 1);
  return { fromDay: fromDay + cut, chances: chances.subarray(cut) };
}

/**
 * The share of one still unpaid at the end of a day, counted from the due day: P(late by more than so many days).
 * Product of (1 − chance), the discrete survival function; sure. 1 before the curve begins, level after its end.
 * Example: chances of a half each on the due day and the day after: unpaidAfter(curve, 0) is 0.5, of 1 it is 0.25.
 */
export function unpaidAfter({ fromDay, chances }: PaymentCurve, day: number): number {
  const end = Math.min(day - fromDay + 1, chances.length);
  let unpaid = 1;
  for (let i = 0; i < end; i++) unpaid *= 1 - (chances[i] as number);
  return unpaid;
}

/**
 * Expected days late: the first day by which it is more likely paid than not, counted from the due day; the last day of the
 * curve when that is never reached. The median of the payment date: house convention.
 * Example: chances of a half on the due day: 0.
 */
export function medianDay({ fromDay, chances }: PaymentCurve): number {
  let unpaid = 1;
  for (let i = 0; i < chances.length; i++) {
    unpaid *= 1 - (chances[i] as number);
    if (unpaid <= 0.5) return fromDay + i;
  }
  return fromDay + chances.length - 1;
}

/**
 * The chance of being paid on each day of the curve, in shares of one; what is missing to 1 comes later or never.
 * Cash forecasts use this and not the median. Example: chances of a half each on two days: 0.5 and 0.25.
 */
export function paidOnDays({ chances }: PaymentCurve): number[] {
  let unpaid = 1;
  return Array.from(chances, (chance) => {
    const paid = unpaid * chance;
    unpaid -= paid;
    return paid;
  });
}
