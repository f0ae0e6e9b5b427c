import type { HistoryInvoice } from '../history.js';
import { asKnownOn, lastSeen } from './what-was-seen.js';

/**
 * What the lateness model assumes. Tried on one ledger of a supplier to retailers (28,000 invoices, ten months) and on the
 * sample of IBM (2,466 invoices); the half-lives and pseudo-counts are those that did best on the first parts of both
 * (see docs/model.md), so partly chosen on them: not sure beyond.
 */
export interface LatenessSettings {
  /** When an invoice is scored: so many days before it is due, or on the day of its issue. */
  readonly scoreAt: ScoreAt;
  /** How many days before the due day payments are told apart by day. */
  readonly lead: number;
  /** A past invoice counts half as much so many days after its due day. */
  readonly halfLife: number;
  /** How many imagined invoices of the wider group each narrower one is mixed with, a day of the curve. */
  readonly pseudo: {
    readonly book: number;
    readonly bookDueDay: number;
    readonly pace: number;
    readonly customer: number;
    readonly customerBusinessDay: number;
    readonly customerDueDay: number;
  };
}

export type ScoreAt = 'issue' | { readonly daysBeforeDue: number };

/** At most two months of lead: earlier payments are too few to tell apart. */
export const mostLead = 60;

export const latenessSettings = (scoreAt: ScoreAt, lead: number): LatenessSettings => ({
  scoreAt,
  lead: Math.min(mostLead, Math.max(1, lead)),
  halfLife: 400,
  pseudo: { book: 5, bookDueDay: 40, pace: 3, customer: 12, customerBusinessDay: 8, customerDueDay: 24 },
});

/** The day on which an invoice is scored. */
export const scoringDay = (scoreAt: ScoreAt, { issuedOn, dueOn }: { issuedOn: number; dueOn: number }): number =>
  scoreAt === 'issue' ? issuedOn : dueOn - scoreAt.daysBeforeDue;

/** Whether an invoice was taken to be open on its scoring day: what was known to be paid or credited needs no score. */
export const isScored = (scoreAt: ScoreAt, invoice: HistoryInvoice): boolean => {
  const day = scoringDay(scoreAt, invoice);
  return lastSeen(asKnownOn(invoice, day - 1)) >= day;
};

/**
 * Whether an invoice can teach a model anything: an amount above nought, and days that can be true (not due before issue,
 * not settled before it).
 */
export const teaches = (invoice: {
  issuedOn: number;
  dueOn: number;
  settledOn: number | null;
  amountMinor: number;
}): boolean =>
  invoice.amountMinor > 0 &&
  invoice.dueOn >= invoice.issuedOn &&
  (invoice.settledOn === null || invoice.settledOn >= invoice.issuedOn);
