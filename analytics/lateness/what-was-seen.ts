import type { HistoryInvoice } from '../history.js';

/**
 * The last day of an invoice that teaches something: that of its payment, or the one before a credit note took it off;
 * infinite while it is open, and for one written off, since it was never paid. Example: credited on day 40: 39.
 */
export const lastSeen = ({ settledOn, creditedOn }: HistoryInvoice): number =>
  settledOn ?? (creditedOn ?? Number.POSITIVE_INFINITY) - 1;

/** Whether on a day nobody had heard of it yet. */
export const isUnheardOf = ({ knownOn }: HistoryInvoice, day: number): boolean => (knownOn ?? 0) > day;

/**
 * An invoice as it was taken to be at the end of a day: open, where its payment or credit note was booked later under an
 * earlier date. Example: paid on day 40, booked on day 45: open on day 44, paid on day 40 from day 45 on.
 */
export const asKnownOn = <I extends HistoryInvoice>(invoice: I, day: number): I =>
  (invoice.endKnownOn ?? 0) > day ? { ...invoice, settledOn: null, creditedOn: null } : invoice;

/** Whether a credit note took it off before a day: it is no evidence from then on. */
export const isCreditedBefore = ({ creditedOn }: HistoryInvoice, day: number): boolean =>
  creditedOn !== null && creditedOn !== undefined && creditedOn < day;

/**
 * Whether an invoice was late by more than so many days, once these are over; null where a credit note came before that
 * was to be seen. Example: due on day 30, credited on day 40: late by more than 0, and of 10 nobody knows.
 */
export const wasLate = (invoice: HistoryInvoice, days: number): boolean | null => {
  const { dueOn, settledOn } = invoice;
  if (settledOn !== null) return settledOn > dueOn + days;
  return isCreditedBefore(invoice, dueOn + days + 1) ? null : true;
};
