import type { ApplicationScore } from './application-score.js';
import type { Day } from './calendar.js';
import { grade } from './grade.js';
import { mustBeFinite, mustNotBeNegative } from './guards.js';
import { pdFromScore, type ScoreScale } from './score-scale.js';
import { dayInWords } from './words.js';

/** How far something has to move before what was agreed is agreed anew. */
export interface SteadyBand {
  /** A better score loosens terms from so many points on. */
  readonly loosenPoints: number;
  /** A worse one tightens them from so many on: fewer, for what is lost is lost. */
  readonly tightenPoints: number;
}

/** 20 points double the odds: half a doubling up, a quarter down. Our convention of 2026-11. */
export const steadyBand: SteadyBand = { loosenPoints: 10, tightenPoints: 5 };

/**
 * The points that count when terms are renewed: those of the agreement while the score lies near them, else today’s.
 * Points. A score that wobbles at the border of a grade changes nothing; after a hard event (a default, an insolvency) any
 * fall counts at once. Refuses points that are no numbers and negative bands.
 * Our convention. Example: agreed at 612, a score of 607 to 622 counts as 612, 623 as 623, 606 as 606.
 */
export function steadiedPoints(
  of: { readonly agreed: number; readonly today: number; readonly isHardEvent: boolean },
  band: SteadyBand = steadyBand,
): number {
  mustBeFinite('The points agreed', of.agreed);
  mustBeFinite('The points of today', of.today);
  mustNotBeNegative('The points that loosen', band.loosenPoints);
  mustNotBeNegative('The points that tighten', band.tightenPoints);
  const { agreed, today } = of;
  if (today < agreed) return of.isHardEvent || agreed - today > band.tightenPoints ? today : agreed;
  return today - agreed > band.loosenPoints ? today : agreed;
}

/**
 * What is invoiced in a month, for terms that are renewed: as agreed while what was invoiced lies near it, else what was
 * invoiced. Minor units. Refuses negative amounts. Our convention: a fifth more or less changes nothing.
 * Example: agreed 10,000 a month, 11,900 counts as 10,000 and 12,100 as 12,100.
 */
export function steadiedRun(
  of: { readonly agreedMinor: number; readonly invoicedMinor: number },
  share: number = 0.2,
): number {
  mustNotBeNegative('The run agreed', of.agreedMinor);
  mustNotBeNegative('The run invoiced', of.invoicedMinor);
  mustNotBeNegative('The share that changes nothing', share);
  return Math.abs(of.invoicedMinor - of.agreedMinor) > share * of.agreedMinor ? of.invoicedMinor : of.agreedMinor;
}

/** What a score was when terms were agreed, and on which day. */
export interface AgreedScore {
  readonly points: number;
  readonly on: Day;
  /** A default or an insolvency since: a fall counts at once. */
  readonly isHardEvent: boolean;
}

/**
 * A score as it counts for terms that are renewed: see `steadiedPoints`. Where the one of the agreement counts, a row of its
 * own says so, and base and rows still add up; a rule that decides alone is not steadied.
 * Example: agreed at 612 and 618 today, it is 612, and a row of −6 says why.
 */
export function steadiedScore<T extends ApplicationScore>(
  of: T,
  { points: agreed, on, isHardEvent }: AgreedScore,
  band: SteadyBand = steadyBand,
  scale?: ScoreScale,
): T {
  if (of.hardRule !== null) return of;
  const points = steadiedPoints({ agreed, today: of.points, isHardEvent }, band);
  if (points === of.points) return of;
  const row = {
    factor: 'as-agreed',
    points: points - of.points,
    sentence: `${of.points} points today, ${agreed} when it was agreed on ${dayInWords(on)}: not far enough from each other to agree anew.`,
  };
  return {
    ...of,
    points,
    grade: grade(points),
    pd: pdFromScore(points, scale),
    reasons: [...of.reasons, row].sort((a, b) => a.points - b.points),
  };
}
