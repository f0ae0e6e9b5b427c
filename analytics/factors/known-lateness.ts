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
 * An overdue invoice counts with its days so far, but no better than the average itself: three days past due today is no
 * sign that a customer who takes ten has improved. So the longest overdue come in one by one, as long as they raise it,
 * and the others count as it does. A floor at the settled ones alone would go when the last of them is left unpaid.
 * Rounded to a billionth of a day: thirty days late with everything is thirty, in whatever order they are added.
 */
export function averageDaysLate(history: History, asOf: number, weightOf: (dueOn: number) => number): number | null {
  let weights = 0;
  let sum = 0;
  const overdue: HistoryInvoice[] = [];
  for (const invoice of history) {
    const { settledOn, dueOn } = invoice;
    const weight = weightOf(dueOn);
    if (weight === 0) continue;
    if (settledOn !== null) {
      weights += weight;
      sum += weight * (settledOn - dueOn);
    } else if (dueOn < asOf && !isCredited(invoice)) overdue.push(invoice);
  }
  overdue.sort((a, b) => a.dueOn - b.dueOn);
  for (const { dueOn } of overdue) {
    if (sum >= weights * (asOf - dueOn) && weights > 0) break;
    const weight = weightOf(dueOn);
    weights += weight;
    sum += weight * (asOf - dueOn);
  }
  return weights > 0 ? Math.round((sum / weights) * 1e9) / 1e9 : null;
}
