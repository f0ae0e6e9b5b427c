import type { History, HistoryInvoice } from '../history.js';

const isCredited = ({ creditedOn }: HistoryInvoice) => creditedOn !== null && creditedOn !== undefined;

/**
 * The days late of an invoice as far as they are known on a day: of a settled one its days late, of an overdue one the
 * days past due so far, of any other null. Overdue invoices count, as otherwise those who stop paying would look prompt;
 * one that was credited was not paid, and not to be paid either.
 */
export function knownDaysLate(invoice: HistoryInvoice, asOf: number): number | null {
  if (invoice.settledOn !== null) return invoice.settledOn - invoice.dueOn;
  if (isCredited(invoice)) return null;
  return invoice.dueOn < asOf ? asOf - invoice.dueOn : null;
}

/**
 * A weight that halves with every half-life since the due day. From the due day and not from the payment, so that paying
 * later never makes an invoice count less. Ten years of weights are worked out once: a book asks for millions of them.
 */
export function recencyWeights(halfLifeDays: number): (dueOn: number, asOf: number) => number {
  const byAge = Float64Array.from({ length: 3653 }, (_, age) => 0.5 ** (age / halfLifeDays));
  return (dueOn, asOf) => (dueOn >= asOf ? 1 : (byAge[asOf - dueOn] ?? 0.5 ** ((asOf - dueOn) / halfLifeDays)));
}

/** The weight of the factors. 180 days: two seasons, our convention of 2026-11. */
export const recencyWeight = recencyWeights(180);

/**
 * The weighted average days late; null when nothing is settled or overdue.
 * An overdue invoice counts with its days so far, but no better than the settled ones on average: three days past due
 * today is no sign that a customer who takes ten has improved.
 */
export function averageDaysLate(history: History, asOf: number, weightOf: (dueOn: number) => number): number | null {
  let weights = 0;
  let sum = 0;
  for (const { settledOn, dueOn } of history) {
    if (settledOn === null) continue;
    const weight = weightOf(dueOn);
    weights += weight;
    sum += weight * (settledOn - dueOn);
  }
  const ofSettled = weights > 0 ? sum / weights : Number.NEGATIVE_INFINITY;
  for (const invoice of history) {
    const { settledOn, dueOn } = invoice;
    if (settledOn !== null || dueOn >= asOf || isCredited(invoice)) continue;
    const weight = weightOf(dueOn);
    weights += weight;
    sum += weight * Math.max(asOf - dueOn, ofSettled);
  }
  return weights > 0 ? sum / weights : null;
}
