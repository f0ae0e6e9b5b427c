import { knownDaysLate } from './factors/known-lateness.js';
import { mustBePositive, mustNotBeNegative } from './guards.js';
import type { History } from './history.js';

/** Invoices whose lateness is known: settled, or overdue and counting. */
export interface KnownInvoices {
  readonly settled: number;
  readonly overdue: number;
}

export function knownInvoices(history: History, asOf: number): KnownInvoices {
  let settled = 0;
  let overdue = 0;
  for (const invoice of history) {
    if (invoice.settledOn !== null) settled++;
    else if (knownDaysLate(invoice, asOf) !== null) overdue++;
  }
  return { settled, overdue };
}

/**
 * How much of a score is the customer's own history: all of it from `below` invoices on, less the thinner it is.
 * A share of one: n ÷ (n + k), where k, the invoices of the book's average that fill it up, is so many for each missing.
 * The form is Bühlmann's credibility; that k fades out, so that nothing jumps when the history is full, is ours.
 * Example: 2 invoices, full at 6, 3 for each missing: 2 ÷ (2 + 12) = 0.1429.
 */
export function weightOfOwnHistory(invoices: number, below: number, bookInvoicesForEachMissing: number): number {
  mustNotBeNegative('A number of invoices', invoices);
  mustBePositive('The invoices of the book for each missing', bookInvoicesForEachMissing);
  const missing = below - invoices;
  return missing <= 0 ? 1 : invoices / (invoices + missing * bookInvoicesForEachMissing);
}

/** The reason a thin history is told with. */
export function thinSentence({ settled, overdue }: KnownInvoices, weightOfOwn: number): string {
  const known = settled + overdue;
  if (known === 0) return "No invoice has been settled yet: the book's average stands in for habits.";
  const own = Math.round(weightOfOwn * 100);
  const parts = [settled > 0 || overdue === 0 ? `${settled} settled` : '', overdue > 0 ? `${overdue} overdue` : ''];
  const counted = parts.filter((part) => part !== '').join(' and ');
  return `Only ${counted} ${known === 1 ? 'invoice' : 'invoices'}: ${own} % own history, ${100 - own} % the book's average.`;
}
