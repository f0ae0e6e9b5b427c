import { type Day, dayNumber } from './calendar.js';
import { mustBeWhole, mustNotBeNegative } from './guards.js';

/** One invoice as it stands on a day. Days are day numbers (see `dayNumber`); amounts are minor units of one currency. */
export interface HistoryInvoice {
  issuedOn: number;
  dueOn: number;
  /** The day it was paid in full; null while it is open, and for one that was written off: nothing is open of that. */
  settledOn: number | null;
  amountMinor: number;
  /** What is still open on the day. */
  openMinor: number;
  /**
   * The day on which nothing was open any more of one of which most was credited; null or absent for any other. It was
   * never paid, and says nothing of paying from that day on.
   */
  creditedOn?: number | null;
  /** The day the invoice itself became known, where that was later than its issue. */
  knownOn?: number | null;
  /** The day it became known that it was paid or credited, where that was booked later than it happened. */
  endKnownOn?: number | null;
}

/** One customer's invoices, as known on a day. */
export type History = readonly HistoryInvoice[];

/** Part of an invoice that was paid, credited or, negative, reversed on a day. */
export interface Allocation {
  readonly on: Day;
  readonly amountMinor: number;
  /** Given up, and not paid. */
  readonly isWriteOff?: boolean;
  /** Taken back by us, and not paid. */
  readonly isCreditNote?: boolean;
  /** The day it became known, where it was booked later than it happened. */
  readonly knownOn?: Day;
}

/** A rest so small a share of an invoice is written off for tidiness: what came before was a payment. Our convention. */
export const smallRest = 0.05;

/** Above this share credit notes and not payments settled an invoice; below it part of the goods came back. Our convention. */
export const mostlyCredited = 0.5;

/** An invoice with all that was ever allocated to it. */
export interface HistoryRow {
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly amountMinor: number;
  readonly allocations: readonly Allocation[];
  /** The day it became known, where that was later than its issue. */
  readonly knownOn?: Day;
}

/**
 * A customer's history as it stood on a day: invoices issued or heard of later are left out, allocations dated or heard of
 * later ignored.
 * Settled is the day on which the allocations reached the amount and stayed there: a returned payment opens it again, and
 * what was written off, save a small rest, or mostly credited never was paid.
 * Refuses negative amounts and allocations above the amount (the surplus is unapplied cash).
 * The as-of rule of the house; sure. Example: 100.00 issued 1 May, 100.00 allocated 10 June, as of 5 June: open 100.00.
 */
export function historyOf(rows: readonly HistoryRow[], asOf: Day): History {
  const today = dayNumber(asOf);
  const history: HistoryInvoice[] = [];
  for (const row of rows) {
    const issuedOn = dayNumber(row.issuedOn);
    if (issuedOn > today || isHeardOfAfter(row, asOf)) continue;
    const allocations = row.allocations.filter((allocation) => !isHeardOfAfter(allocation, asOf));
    history.push(invoiceAsOf({ ...row, allocations }, issuedOn, today));
  }
  return history;
}

const isHeardOfAfter = ({ knownOn }: { readonly knownOn?: Day }, asOf: Day) => knownOn !== undefined && knownOn > asOf;

function invoiceAsOf(row: HistoryRow, issuedOn: number, today: number): HistoryInvoice {
  const { amountMinor } = row;
  mustBeWhole('The amount of an invoice', amountMinor);
  mustNotBeNegative('The amount of an invoice', amountMinor);
  let allocated = 0;
  let writtenOff = 0;
  let credited = 0;
  for (const { on, amountMinor, isWriteOff, isCreditNote } of row.allocations) {
    if (dayNumber(on) > today) continue;
    if (isWriteOff) writtenOff += amountMinor;
    if (isCreditNote) credited += amountMinor;
  }
  let settledOn: number | null = amountMinor === 0 ? issuedOn : null;
  for (const { on, amount } of inOrderOfDays(row.allocations)) {
    if (on > today) break;
    allocated += amount;
    if (allocated < amountMinor) settledOn = null;
    else settledOn ??= on;
  }
  if (allocated > amountMinor) {
    throw new RangeError(`${allocated} is allocated to an invoice of ${amountMinor}: the surplus is unapplied cash.`);
  }
  const invoice = { issuedOn, dueOn: dayNumber(row.dueOn), settledOn, amountMinor, openMinor: amountMinor - allocated };
  if (writtenOff > smallRest * amountMinor) return { ...invoice, settledOn: null };
  if (settledOn !== null && credited > mostlyCredited * amountMinor)
    return { ...invoice, settledOn: null, creditedOn: settledOn };
  return invoice;
}

/** Allocations by day; those of one day as one sum, so that a reversal and its re-booking on a day leave no trace. */
function inOrderOfDays(allocations: readonly Allocation[]): { on: number; amount: number }[] {
  const sums = new Map<number, number>();
  for (const { on, amountMinor } of allocations) {
    mustBeWhole('An allocation', amountMinor);
    const day = dayNumber(on);
    sums.set(day, (sums.get(day) ?? 0) + amountMinor);
  }
  return [...sums].map(([on, amount]) => ({ on, amount })).sort((a, b) => a.on - b.on);
}
