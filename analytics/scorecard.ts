import type { Bin, Factor } from './factors/factor.js';
import { howLate } from './factors/how-late.js';
import { howOftenLate } from './factors/how-often-late.js';
import { overdueNow } from './factors/overdue-now.js';
import { steadiness } from './factors/steadiness.js';
import { timeKnown } from './factors/time-known.js';
import { trend } from './factors/trend.js';
import { type ScoreScale, scale } from './score-scale.js';

/** All reasons a score can move; a scorecard says which of them count, and how much. */
export const factors: readonly Factor[] = [howLate, howOftenLate, trend, overdueNow, steadiness, timeKnown];

/** The points of one factor. */
export interface CardFactor {
  readonly key: string;
  readonly bins: readonly Bin[];
  readonly missingPoints: number;
}

/** All that a score depends on besides the history: plain data that can be stored, dated, fitted and replaced. */
export interface Scorecard {
  readonly version: string;
  readonly from: string;
  readonly source: string;
  readonly scale: ScoreScale;
  readonly basePoints: number;
  readonly factors: readonly CardFactor[];
  /** A history of fewer than `below` invoices is filled up with so many of the book's average for each that lacks. */
  readonly thin: { readonly below: number; readonly bookInvoicesForEachMissing: number };
}

/** Points set by judgment, not fitted: every book starts with it, and says so. */
export const expertCard: Scorecard = {
  version: 'expert-1',
  from: '2026-11-01',
  source: 'our convention: points set by judgment so that prompt payers of two years reach A; not fitted to defaults',
  scale,
  basePoints: 600,
  factors: factors.map(({ key, bins, missingPoints }) => ({ key, bins, missingPoints })),
  thin: { below: 6, bookInvoicesForEachMissing: 3 },
};

/**
 * The points a reading earns: those of the first bin that reaches it, or the missing points when there is no reading.
 * Refuses bins that end below the reading. Example: upTo 0 gives 5, above -5: a reading of 0 earns 5, of 0.1 earns -5.
 */
export function pointsOf({ key, bins, missingPoints }: CardFactor, reading: number | null): number {
  if (reading === null) return missingPoints;
  for (const bin of bins) if (bin.upTo === null || reading <= bin.upTo) return bin.points;
  throw new RangeError(`The bins of ${key} have no points for ${reading}.`);
}
