import { type Day, dayNumber } from './calendar.js';

/** A band of a bureau's score, both ends included. */
export interface BureauBand {
  readonly lo: number;
  readonly hi: number;
  readonly label: string;
  /** Chance of what the scale measures within 12 months, a share of one. */
  readonly pd: number;
}

/** What the scores of one bureau mean, for a time: data with a source, kept by whoever runs the installation. */
export interface BureauScale {
  readonly key: string;
  readonly title: string;
  /** `failure`: insolvency or closing with debts; `delinquency`: paying 90 days late or not at all. */
  readonly measures: 'failure' | 'delinquency';
  readonly from: Day;
  /** Last day it holds; null while it does. */
  readonly to: Day | null;
  readonly bands: readonly BureauBand[];
  /** Values within or near the range that are codes, not scores. */
  readonly notScored: readonly number[];
  readonly source: string;
  /** Whether the chances were published by the bureau or are an assumption. */
  readonly sureness: 'published' | 'assumption';
}

/** A value of a scale, read: null is “not scored”. */
export interface BureauReading {
  readonly value: number;
  readonly band: BureauBand;
}

/**
 * The scale of a key on a day; null when the table has none.
 * Example: with one row from 2015-01-01 on, there is none on 2014-12-31.
 */
export function bureauScale(key: string, on: Day, table: readonly BureauScale[]): BureauScale | null {
  const day = dayNumber(on);
  const isInForce = ({ from, to }: BureauScale) => dayNumber(from) <= day && (to === null || day <= dayNumber(to));
  return table.find((row) => row.key === key && isInForce(row)) ?? null;
}

/**
 * A bureau's value with the band it lies in; null when it is no score: text such as 'Not Rated', sentinels such as 998
 * and 999, a percentile of 0, anything out of range. Bureaus send scores as texts too.
 * Example: '64' on Creditsafe's scale lies in the band B.
 */
export function bureauReading({ bands, notScored }: BureauScale, value: unknown): BureauReading | null {
  const points = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof points !== 'number' || notScored.includes(points)) return null;
  const band = bands.find(({ lo, hi }) => points >= lo && points <= hi);
  return band ? { value: points, band } : null;
}

/**
 * The chance that a bureau's value stands for; null when it is no score (see `bureauReading`). A share of one; how sure,
 * the scale says.
 * Example: 1500 on D&B's failure score is 0.0024.
 */
export function bureauPd(scale: BureauScale, value: unknown): number | null {
  return bureauReading(scale, value)?.band.pd ?? null;
}

/**
 * What is wrong with the bands of a scale, in sentences; empty when nothing is: each band in order, none overlapping,
 * no gap between whole numbers, each chance a share of one, and no better score with a higher chance, whichever end is
 * the better one.
 * Example: bands 0–20 and 22–100 leave a gap at 21.
 */
export function wrongWithBands(bands: readonly BureauBand[]): string[] {
  if (bands.length === 0) return ['A scale has at least one band.'];
  const sorted = [...bands].sort((a, b) => a.lo - b.lo);
  const wrong = sorted.flatMap(({ lo, hi, pd, label }) => [
    ...(Number.isInteger(lo) && Number.isInteger(hi) ? [] : [`The ends of “${label}” must be whole numbers.`]),
    ...(lo <= hi ? [] : [`“${label}” ends at ${hi}, before it begins at ${lo}.`]),
    ...(pd >= 0 && pd <= 1 ? [] : [`The chance of “${label}” is ${pd}; it must be between 0 and 1.`]),
  ]);
  for (const [i, { lo }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before && lo > before.hi + 1) wrong.push(`Between ${before.hi} and ${lo} there is no band.`);
    if (before && lo <= before.hi) wrong.push(`Two bands hold ${lo}.`);
  }
  const pds = sorted.map(({ pd }) => pd);
  const isOrdered = (sign: number) => pds.every((pd, i) => i === 0 || sign * (pd - (pds[i - 1] as number)) >= 0);
  if (!isOrdered(1) && !isOrdered(-1))
    wrong.push('The chances go up and down again: they must fall, or rise, from one end of the scale to the other.');
  return wrong;
}
