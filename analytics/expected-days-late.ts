import { knownDaysLate, recencyWeights } from './factors/known-lateness.js';
import type { History } from './history.js';

/** 60 days: the next invoice is paid as the last ones were; found on a supplier's ledger, 2026-11. */
const weightOf = recencyWeights(60);

/**
 * The days late that half of a customer's invoices, recent ones counting most, do not exceed.
 * Days, signed; null as long as no invoice was settled or fell due. `asOf` is a day number.
 * Weighted median with a half-life of 60 days; our convention. One invoice forgotten for a year does not move it.
 * Example: three invoices of one due day paid 0, 4 and 300 days late: 4.
 */
export function medianDaysLate(history: History, asOf: number): number | null {
  const weights = new Map<number, number>(); // days late, of which a customer has far fewer than invoices
  let total = 0;
  for (const invoice of history) {
    const days = knownDaysLate(invoice, asOf);
    if (days === null) continue;
    const weight = weightOf(invoice.dueOn, asOf);
    weights.set(days, (weights.get(days) ?? 0) + weight);
    total += weight;
  }
  let passed = 0;
  // sorted as numbers by the machine itself: a book asks for tens of thousands of medians
  for (const days of Float64Array.from(weights.keys()).sort()) {
    passed += weights.get(days) as number;
    if (passed >= total / 2) return days;
  }
  return null;
}
