import { mustBeFinite, mustBePositive } from './guards.js';

/** How points and odds belong together. */
export interface ScoreScale {
  readonly points: number;
  /** Good to bad, at `points`. */
  readonly odds: number;
  readonly pointsToDoubleOdds: number;
}

/** 600 points are 50 good to 1 bad; 20 more double the odds. The usual scale (Siddiqi); kept since 2026-11. */
export const scale: ScoreScale = { points: 600, odds: 50, pointsToDoubleOdds: 20 };

/** The ends of the shown scale: our convention of 2026-11, as most bureaus show 300–850. */
export const pointsRange = { lowest: 300, highest: 850 } as const;

/**
 * The straight line from log-odds to points: points = offset + factor × ln(good ÷ bad).
 * Points. Refuses odds or doubling points not above nought.
 * factor = doubling points ÷ ln 2, offset = points − factor × ln odds; published (Siddiqi).
 * Example: 600, 50, 20 give factor 28.8539, offset 487.1229.
 */
export function scoreScaling(of: ScoreScale = scale): { factor: number; offset: number } {
  mustBeFinite('The points of the scale', of.points);
  mustBePositive('The odds of the scale', of.odds);
  mustBePositive('The points that double the odds', of.pointsToDoubleOdds);
  const factor = of.pointsToDoubleOdds / Math.LN2;
  return { factor, offset: of.points - factor * Math.log(of.odds) };
}

/**
 * The points of a probability of default, not rounded and not clamped.
 * Refuses 0 and 1 and what lies outside: they have no odds.
 * offset + factor × ln((1 − pd) ÷ pd); published. Example: 5 % is 572.08 points.
 */
export function scoreFromPd(pd: number, of: ScoreScale = scale): number {
  if (!(pd > 0 && pd < 1)) throw new RangeError(`A probability of default must lie between 0 and 1, not ${pd}.`);
  const { factor, offset } = scoreScaling(of);
  return offset + factor * Math.log((1 - pd) / pd);
}

/**
 * The probability of default that a number of points stands for.
 * A share of one, within 12 months. 1 ÷ (1 + e^((points − offset) ÷ factor)); published.
 * Example: 620 points are odds of 100 to 1, so 1 ÷ 101.
 */
export function pdFromScore(points: number, of: ScoreScale = scale): number {
  mustBeFinite('Points', points);
  const { factor, offset } = scoreScaling(of);
  return 1 / (1 + Math.exp((points - offset) / factor));
}

/**
 * Points held within the shown scale, 300 to 850.
 * Refuses NaN. Example: clampPoints(912) is 850.
 */
export function clampPoints(points: number): number {
  mustBeFinite('Points', points);
  return Math.min(pointsRange.highest, Math.max(pointsRange.lowest, points));
}
