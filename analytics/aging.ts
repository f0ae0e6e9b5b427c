import { mustBeWhole, mustNotBeNegative } from './guards.js';

/** The ageing buckets, youngest first, by days past due (or days since issue, see `aging`). */
export const agingBuckets = ['current', 'days1To30', 'days31To60', 'days61To90', 'over90'] as const;

export type AgingBucket = (typeof agingBuckets)[number];

/** What is open, by age. Minor units of one currency. */
export interface Aging extends Record<AgingBucket, number> {
  /** Payments and credits not yet allocated to an invoice; negative, as it lowers what is owed. */
  unapplied: number;
  /** The sum of the buckets, before unapplied. */
  total: number;
}

/** An open invoice: day numbers and minor units. A `HistoryInvoice` is one. */
export interface AgingInvoice {
  readonly issuedOn: number;
  readonly dueOn: number;
  readonly openMinor: number;
}

/** Cash or a credit not yet allocated: the day number it came in and a positive amount. */
export interface Unapplied {
  readonly on: number;
  readonly amountMinor: number;
}

/**
 * The bucket of a due day (or issue day) on a day: due today is current, one day past due is 1–30.
 * Arguments are day numbers. Buckets 1–30, 31–60, 61–90, over 90: the usual ones, our convention.
 * Example: agingBucket(20634, 20634) is 'current', agingBucket(20634, 20665) is 'days31To60'.
 */
export function agingBucket(dayOrIssue: number, asOf: number): AgingBucket {
  const age = asOf - dayOrIssue;
  mustBeWhole('An age in days', age);
  if (age <= 0) return 'current';
  if (age <= 30) return 'days1To30';
  if (age <= 60) return 'days31To60';
  return age <= 90 ? 'days61To90' : 'over90';
}

/**
 * What is open on a day, by age: by due day (risk) or by invoice date (cash view: issued today is current, then 1–30 …).
 * Minor units of one currency; `openMinor` is as of that day (see `historyOf`). Documents dated later are left out.
 * Refuses a negative open amount (an open credit belongs to `unapplied`) and negative unapplied cash.
 * Base: CRF definition of receivables; the buckets are our convention. Example: 600.00 due 31 May and 800.00 due
 * 15 July, 250.00 unapplied, as of 30 June: days1To30 60000, current 80000, total 140000, unapplied -25000.
 */
export function aging(
  invoices: readonly AgingInvoice[],
  unapplied: readonly Unapplied[],
  asOf: number,
  by: 'due' | 'invoice',
): Aging {
  const result: Aging = {
    current: 0,
    days1To30: 0,
    days31To60: 0,
    days61To90: 0,
    over90: 0,
    unapplied: 0,
    total: 0,
  };
  for (const invoice of invoices) {
    if (invoice.issuedOn > asOf) continue;
    mustBeWhole('An open amount', invoice.openMinor);
    mustNotBeNegative('An open amount', invoice.openMinor);
    result[agingBucket(by === 'due' ? invoice.dueOn : invoice.issuedOn, asOf)] += invoice.openMinor;
    result.total += invoice.openMinor;
  }
  for (const { on, amountMinor } of unapplied) {
    mustBeWhole('Unapplied cash', amountMinor);
    mustNotBeNegative('Unapplied cash', amountMinor);
    if (on <= asOf) result.unapplied -= amountMinor;
  }
  return result;
}
