import { mustBeFinite, mustBeWhole, mustNotBeNegative } from './guards.js';
import type { History } from './history.js';

/** How the whole book pays: what is assumed of a customer as long as little is known. */
export interface BookPrior {
  /** Share of settled invoices that were paid after the due day. */
  readonly lateShare: number;
  /** How many invoices of the book's average an own history is weighed against. */
  readonly strength: number;
  /** Signed, over settled invoices. */
  readonly averageDaysLate: number;
}

/** The sums a prior is made of; they can be kept and added to as invoices are settled. */
export interface BookTotals {
  readonly late: number;
  readonly settled: number;
  readonly daysLateSum: number;
}

/** 8: the low end of the 8–20 invoices that the literature gives for a policy value; 2026-11, until it is fitted. */
export const priorStrength = 8;

/** Before anything was settled: 4 in 10 late, by 8 days on average. An assumption of 2026-11, not a measurement. */
export const emptyBookPrior: BookPrior = { lateShare: 0.4, strength: priorStrength, averageDaysLate: 8 };

/**
 * How the book pays, from sums that can be kept up to date invoice by invoice.
 * Shares of one and days. An empty book gets `emptyBookPrior`. Refuses more late than settled.
 * Example: 30 late of 100 settled, 500 days in all: late share 0.3, 5 days on average.
 */
export function bookPriorFrom({ late, settled, daysLateSum }: BookTotals): BookPrior {
  mustBeWhole('The number of late invoices', late);
  mustBeWhole('The number of settled invoices', settled);
  mustNotBeNegative('The number of late invoices', late);
  mustBeFinite('The sum of days late', daysLateSum);
  if (late > settled) throw new RangeError(`${late} of ${settled} settled invoices cannot be late.`);
  if (settled === 0) return emptyBookPrior;
  return { lateShare: late / settled, strength: priorStrength, averageDaysLate: daysLateSum / settled };
}

/**
 * How the book pays, from all its histories.
 * As `bookPriorFrom`; with a day number, invoices settled after it are left out.
 * Example: two invoices, one settled on its due day and one ten days after: late share 0.5, 5 days.
 */
export function bookPrior(histories: Iterable<History>, asOf: number = Number.POSITIVE_INFINITY): BookPrior {
  let late = 0;
  let settled = 0;
  let daysLateSum = 0;
  for (const history of histories) {
    for (const { settledOn, dueOn } of history) {
      if (settledOn === null || settledOn > asOf) continue;
      settled++;
      daysLateSum += settledOn - dueOn;
      if (settledOn > dueOn) late++;
    }
  }
  return bookPriorFrom({ late, settled, daysLateSum });
}
