import { mustNotBeNegative } from './guards.js';

/** D&B’s chart of PAYDEX and the days it stands for: points it prints; between two of them days run evenly. */
const chart: readonly (readonly [paydex: number, days: number])[] = [
  [20, 120],
  [30, 90],
  [40, 60],
  [50, 30],
  [51, 29],
  [52, 29],
  [53, 28],
  [54, 27],
  [55, 26],
  [56, 26],
  [57, 25],
  [58, 24],
  [59, 23],
  [60, 22],
  [70, 15],
  [80, 0],
  [90, -20],
  [100, -30],
];

/**
 * How many days beyond terms a PAYDEX of D&B stands for, rounded; negative is sooner than terms, null is no PAYDEX: none
 * is below 1, and what the chart does not print below 20 is not guessed.
 * Source: the chart at dandb.com/glossary/paydex, with 70 = 15 and 60 = 22.
 * Example: 80 is on terms, 0 days; 50 is 30 days beyond.
 */
export function paydexDaysBeyondTerms(paydex: number): number | null {
  const next = chart.findIndex(([points]) => points >= paydex);
  const [highPaydex, highDays] = chart[next] ?? [];
  if (highPaydex === undefined || highDays === undefined) return null;
  if (highPaydex === paydex) return highDays;
  const [lowPaydex, lowDays] = chart[next - 1] ?? [];
  if (lowPaydex === undefined || lowDays === undefined) return null;
  return Math.round(lowDays + ((highDays - lowDays) * (paydex - lowPaydex)) / (highPaydex - lowPaydex));
}

/**
 * A PAYDEX over several payment experiences, each weighed by its balance: 1 to 100; null without a balance.
 * Refuses negative balances and points outside 1–100. Dollar-weighted, as D&B describes it.
 * Example: three of equal balance at 80 and one at 50 are 72.5.
 */
export function weightedPaydex(
  experiences: readonly { readonly balance: number; readonly points: number }[],
): number | null {
  let balances = 0;
  let sum = 0;
  for (const { balance, points } of experiences) {
    mustNotBeNegative('The balance of a payment experience', balance);
    if (!(points >= 1 && points <= 100)) throw new RangeError(`A PAYDEX lies between 1 and 100, not ${points}.`);
    balances += balance;
    sum += balance * points;
  }
  return balances === 0 ? null : sum / balances;
}
