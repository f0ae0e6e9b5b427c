import { sum } from 'simple-statistics';
import { mustBeFinite, mustBePositive, mustBeWhole } from './guards.js';

export interface Concentration {
  /** Herfindahl–Hirschman index, 0 to 1. */
  readonly hhi: number;
  /** The same in the points of the competition authorities, 0 to 10,000. */
  readonly hhiPoints: number;
  /** How many customers of equal size would be as concentrated. */
  readonly effectiveN: number;
  /** The share of the n largest. */
  readonly topN: number;
}

/**
 * How much of the book hangs on few customers: HHI, the number of equal customers it amounts to, the share of the top n.
 * Shares of one; null when nobody owes anything. Customers in credit are left out. Refuses n that is no whole number above 0.
 * HHI = Σ share²; effective number = 1 ÷ HHI; sure. Example: 400, 300, 200, 100 and n = 2: HHI 0.3, 3.33 customers, 0.7.
 */
export function concentration(balances: readonly number[], n: number): Concentration | null {
  mustBeWhole('The number of the largest', n);
  mustBePositive('The number of the largest', n);
  for (const balance of balances) mustBeFinite('A balance', balance);
  const owed = balances.filter((balance) => balance > 0).sort((a, b) => b - a);
  const total = sum(owed);
  if (total === 0) return null;
  const hhi = sum(owed.map((balance) => (balance / total) ** 2));
  return { hhi, hhiPoints: hhi * 10_000, effectiveN: 1 / hhi, topN: sum(owed.slice(0, n)) / total };
}
