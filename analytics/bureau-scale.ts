import { type BureauBand, type BureauScale, bureauScales } from './bureau-scales.js';
import { type Day, dayNumber } from './calendar.js';

function scaleInForce(key: string, on: Day | null, table: readonly BureauScale[]): BureauScale {
  const isInForce = ({ from, to }: BureauScale) =>
    on === null ? to === null : dayNumber(from) <= dayNumber(on) && (to === null || dayNumber(on) <= dayNumber(to));
  const found = table.find((row) => row.key === key && isInForce(row));
  if (found === undefined) throw new RangeError(`There is no bureau scale ${key}${on === null ? '' : ` on ${on}`}.`);
  return found;
}

/**
 * The band a bureau's value lies in; null when it is no score: text such as 'Not Rated', sentinels such as 998 and 999,
 * a percentile of 0, anything out of range.
 * Bureaus send scores as texts too. Refuses a scale that is not in the table (on the day, when one is given).
 * Example: bureauBand('creditsafe-100', '64')?.label is 'B'.
 */
export function bureauBand(
  scaleKey: string,
  value: number | string | null,
  on: Day | null = null,
  table: readonly BureauScale[] = bureauScales,
): BureauBand | null {
  const { bands, notScored } = scaleInForce(scaleKey, on, table);
  const points = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof points !== 'number' || notScored.includes(points)) return null;
  return bands.find(({ lo, hi }) => points >= lo && points <= hi) ?? null;
}

/**
 * The chance of failure within 12 months that a bureau's value stands for; null when it is no score (see `bureauBand`).
 * A share of one. How sure: see the scale, published for D&B, a placeholder for Creditsafe and Delphi.
 * Example: bureauPd('dnb-failure-1875', 1500) is 0.0024.
 */
export function bureauPd(
  scaleKey: string,
  value: number | string | null,
  on: Day | null = null,
  table: readonly BureauScale[] = bureauScales,
): number | null {
  return bureauBand(scaleKey, value, on, table)?.pd ?? null;
}
