import { mustBeFinite } from './guards.js';

/** From A, the safest, to E. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

export const grades: readonly Grade[] = ['A', 'B', 'C', 'D', 'E'];

/** Which points earn which grade; dated, so that a policy can replace it. */
export interface GradeBands {
  readonly version: string;
  readonly from: string;
  readonly source: string;
  /** Best grade first; the last reaches down without end. */
  readonly bands: readonly { readonly grade: Grade; readonly atLeast: number | null }[];
}

/** On the scale of 600 points at 50 to 1: A is a default of at most 0.5 % a year, B 2 %, C 7.4 %, D 24 %. */
export const gradeBands: GradeBands = {
  version: 'grades-1',
  from: '2026-11-01',
  source: 'our convention: steps of two doublings of the odds from the point of the scale',
  bands: [
    { grade: 'A', atLeast: 640 },
    { grade: 'B', atLeast: 600 },
    { grade: 'C', atLeast: 560 },
    { grade: 'D', atLeast: 520 },
    { grade: 'E', atLeast: null },
  ],
};

/** Where a band has no end. */
const halfBand = 20;

/**
 * The grade of a number of points.
 * A letter. Refuses NaN and bands that leave some points without a grade.
 * Our convention. Example: grade(640) is 'A', grade(639) is 'B'.
 */
export function grade(points: number, bands: GradeBands = gradeBands): Grade {
  mustBeFinite('Points', points);
  for (const band of bands.bands) if (band.atLeast === null || points >= band.atLeast) return band.grade;
  throw new RangeError(`The grade bands ${bands.version} have no grade for ${points} points.`);
}

/**
 * The points that stand for a grade where a person sets it: the middle of its band; of the last, half a band below its top.
 * Points. Refuses a grade without a band. Our convention. Example: C, from 560 to 600, is 580.
 */
export function pointsOfGrade(of: Grade, { version, bands }: GradeBands = gradeBands): number {
  const place = bands.findIndex((band) => band.grade === of);
  const from = bands[place]?.atLeast;
  const above = bands[place - 1]?.atLeast;
  if (place >= 0 && from != null) return above == null ? from + halfBand : Math.round((from + above) / 2);
  if (place >= 0 && above != null) return above - halfBand;
  throw new RangeError(`The grade bands ${version} have no band for ${of}.`);
}
