import { applicationCard } from '../application-card.js';
import { type Day, daysBetween } from '../calendar.js';
import { mustNotBeNegative } from '../guards.js';
import { type CardFactor, pointsOf } from '../scorecard.js';

/** Unpaid court judgments that a credit check told as the customer’s own. */
export interface Judgments {
  readonly count: number;
  readonly reportedOn: Day;
}

/** Older reports no longer count here: a judgment may have been paid since. A year, as for what stands in for own invoices. */
const countsForDays = 365;

/**
 * What the newest report that tells of judgments says, while it is at most a year old; null where it tells of none.
 * Those that may be another’s of a like name are not looked at. Our convention of 2026-11.
 * Example: two of January and none of June: in July none count.
 */
export function judgmentsOn(
  reports: readonly { readonly reportedOn: Day; readonly judgments: number | null }[],
  asOf: Day,
): Judgments | null {
  let newest: Judgments | null = null;
  for (const { reportedOn, judgments } of reports) {
    if (judgments === null || reportedOn > asOf || daysBetween(reportedOn, asOf) > countsForDays) continue;
    if (newest === null || reportedOn >= newest.reportedOn) newest = { count: judgments, reportedOn };
  }
  return newest !== null && newest.count > 0 ? newest : null;
}

/**
 * The points so many judgments take from a customer: those of vetting, so that both say the same. Refuses counts below nought.
 * Our convention, as the card of applications. Example: one takes 25, three and more 70.
 */
export function judgmentPoints(count: number): number {
  mustNotBeNegative('The number of judgments', count);
  return pointsOf(applicationCard.factors.find(({ key }) => key === 'judgments') as CardFactor, count);
}
