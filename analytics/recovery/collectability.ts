import type { Day } from '../calendar.js';
import { mustBeFinite, mustBeShare, mustNotBeNegative } from '../guards.js';

/** How much of commercial debt is collected in the end, by how long it is past due. */
export interface CollectabilityTable {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  readonly sureness: 'published' | 'assumption';
  /** By rising days. */
  readonly points: readonly { readonly daysPastDue: number; readonly share: number }[];
}

/** A survey of agencies of the United States, twenty years old: a start, until the own book tells. */
export const collectabilityTable: CollectabilityTable = {
  version: 'collectability-ccaa-2004',
  from: '2004-10-18',
  source: 'Commercial Collection Agency Association, study of 18 October 2004, as reprinted by qbpros.net',
  sureness: 'published',
  points: [
    { daysPastDue: 0, share: 0.949 },
    { daysPastDue: 30, share: 0.899 },
    { daysPastDue: 60, share: 0.813 },
    { daysPastDue: 90, share: 0.696 },
    { daysPastDue: 180, share: 0.521 },
    { daysPastDue: 270, share: 0.391 },
    { daysPastDue: 365, share: 0.228 },
    { daysPastDue: 730, share: 0.093 },
  ],
};

/**
 * The share of a debt that is collected in the end, by its days past due.
 * A share of one, on the line between two points of the table; before the first and after the last, theirs.
 * Refuses an empty table and points that do not rise. Example: 45 days past due, 85.6 %.
 */
export function collectability(
  daysPastDue: number,
  { points }: Pick<CollectabilityTable, 'points'> = collectabilityTable,
): number {
  mustBeFinite('The days past due', daysPastDue);
  const first = points[0];
  if (first === undefined) throw new RangeError('A table of collectability needs a point.');
  let before = first;
  for (const point of points) {
    mustBeShare('What is collected', point.share);
    if (point.daysPastDue < before.daysPastDue) throw new RangeError('The points must be in the order of their days.');
    if (daysPastDue <= point.daysPastDue) {
      const days = point.daysPastDue - before.daysPastDue;
      if (days === 0) return point.share;
      const way = Math.max(0, daysPastDue - before.daysPastDue) / days;
      return before.share + way * (point.share - before.share);
    }
    before = point;
  }
  return before.share;
}

/**
 * What is left of a debt when it is collected for a fee.
 * Minor units, not rounded. Refuses negative amounts and shares outside 0–1.
 * amount × collectability × (1 − fee); sure. Example: 10,000 of which 69.6 % is collected at 25 %: 5,220.
 */
export function expectedNetRecovery(of: {
  readonly amountMinor: number;
  readonly collectability: number;
  readonly feeShare: number;
}): number {
  mustNotBeNegative('The amount', of.amountMinor);
  mustBeShare('What is collected', of.collectability);
  mustBeShare('The fee', of.feeShare);
  return of.amountMinor * of.collectability * (1 - of.feeShare);
}
