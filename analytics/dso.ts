import { mustBeFinite, mustBePositive, mustNotBeNegative } from './guards.js';

/**
 * Days sales outstanding: how many days of sales are still owed.
 * Days; null when nothing was sold. Both amounts in minor units of one currency, both with or both without tax.
 * AR ÷ sales × days; sure. Example: 150,000 owed on 1,800,000 sold in 365 days is 30.4 days.
 */
export function dso(arMinor: number, salesMinor: number, days: number): number | null {
  mustBeFinite('Receivables', arMinor);
  mustBeFinite('Sales', salesMinor);
  mustBePositive('The days of the period', days);
  return salesMinor > 0 ? (arMinor / salesMinor) * days : null;
}

/**
 * Days sales outstanding by counting back: whole months while the balance exceeds their sales, then a part of the next.
 * Days; null when the balance exceeds all the sales given (more months are needed) or is below nought.
 * The UK standard method; sure. Example: 212,000 owed, sales 100,000, 80,000, 70,000 (latest first, 30 days each):
 * 30 + 30 + 32,000 ÷ 70,000 × 30 = 73.7 days.
 */
export function countBackDso(
  arMinor: number,
  salesLatestFirst: readonly number[],
  daysLatestFirst: readonly number[],
): number | null {
  mustBeFinite('Receivables', arMinor);
  if (salesLatestFirst.length !== daysLatestFirst.length) {
    throw new RangeError('Counting back needs as many lengths in days as months of sales.');
  }
  if (arMinor < 0) return null;
  let remaining = arMinor;
  let counted = 0;
  for (const [i, sales] of salesLatestFirst.entries()) {
    if (remaining === 0) return counted;
    const days = daysLatestFirst[i] ?? 0;
    mustBeFinite('Sales', sales);
    mustBePositive('The days of a month', days);
    if (remaining < sales) return counted + (remaining / sales) * days;
    counted += days;
    remaining -= sales;
  }
  return remaining === 0 ? counted : null;
}

/**
 * The days sales outstanding if nobody were overdue: only what is not yet due counts as owed.
 * Days; null when nothing was sold. Current AR × days ÷ sales: Credit Research Foundation; sure.
 * Example: 800,000 not yet due on 12,000,000 a year is 24.3 days.
 */
export function bestPossibleDso(currentArMinor: number, salesMinor: number, days: number): number | null {
  return dso(currentArMinor, salesMinor, days);
}

/**
 * The part of the days sales outstanding that lateness causes.
 * Days; null when either is unknown. DSO − best possible DSO: Credit Research Foundation; sure.
 * Example: 33.458 and 24.333 days leave 9.125.
 */
export function averageDaysDelinquent(dsoDays: number | null, bestPossibleDays: number | null): number | null {
  return dsoDays === null || bestPossibleDays === null ? null : dsoDays - bestPossibleDays;
}

/** What the collection effectiveness index is made of; amounts in minor units of one currency. */
export interface CollectionPeriod {
  readonly beginMinor: number;
  readonly salesMinor: number;
  /** How many periods the sales cover: 12 for a year's sales against one month, 1 for the month's own. */
  readonly periods: number;
  readonly endTotalMinor: number;
  readonly endCurrentMinor: number;
}

/**
 * The collection effectiveness index: of what could have been collected, how much was.
 * Percent, 100 is all; null when there was nothing to collect (denominator at or below nought).
 * (begin + sales ÷ periods − end total) ÷ (begin + sales ÷ periods − end current) × 100: Credit Research Foundation; sure.
 * Example: 900,000 at the start, 12,000,000 ÷ 12 sold, 1,100,000 left, 800,000 of it not due: 72.7.
 */
export function collectionEffectiveness(period: CollectionPeriod): number | null {
  mustBeFinite('Receivables at the start', period.beginMinor);
  mustBeFinite('Sales', period.salesMinor);
  mustBePositive('The number of periods', period.periods);
  mustBeFinite('Receivables at the end', period.endTotalMinor);
  mustBeFinite('Current receivables at the end', period.endCurrentMinor);
  const collectable = period.beginMinor + period.salesMinor / period.periods;
  const duePart = collectable - period.endCurrentMinor;
  return duePart > 0 ? ((collectable - period.endTotalMinor) / duePart) * 100 : null;
}

function shareOf(part: number, whole: number): number | null {
  mustNotBeNegative('A part of the receivables', part);
  mustBeFinite('Receivables', whole);
  return whole > 0 ? part / whole : null;
}

/**
 * The share of what is owed that is overdue.
 * A share of one; null when nothing is owed. Example: 300,000 of 1,100,000 is 0.2727.
 */
export function delinquency(overdueMinor: number, totalMinor: number): number | null {
  return shareOf(overdueMinor, totalMinor);
}

/**
 * The share of what is owed that is not yet due.
 * A share of one; null when nothing is owed. Example: 800,000 of 1,100,000 is 0.7273.
 */
export function currentShare(currentMinor: number, totalMinor: number): number | null {
  return shareOf(currentMinor, totalMinor);
}

/**
 * How many times a year the receivables turn over.
 * Times; null when nothing is owed. Sales ÷ AR: Credit Research Foundation; sure. Example: 12,000,000 ÷ 1,100,000 is 10.9.
 */
export function receivablesTurnover(salesMinor: number, arMinor: number): number | null {
  return shareOf(salesMinor, arMinor);
}
