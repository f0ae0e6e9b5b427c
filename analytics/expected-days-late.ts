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
  const observed: { days: number; weight: number }[] = [];
  let total = 0;
  for (const invoice of history) {
    const days = knownDaysLate(invoice, asOf);
    if (days === null) continue;
    const weight = weightOf(invoice.dueOn, asOf);
    observed.push({ days, weight });
    total += weight;
  }
  observed.sort((a, b) => a.days - b.days);
  let passed = 0;
  for (const { days, weight } of observed) {
    passed += weight;
    if (passed >= total / 2) return days;
  }
  return null;
}
