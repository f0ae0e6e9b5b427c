import type { Reason } from './score.js';

/** What one reason did to a score between two days. */
export interface ScoreMove {
  readonly factor: string;
  /** Points gained or lost; 0 is never told. */
  readonly points: number;
  /** As it is now; as it was, where the reason is gone. */
  readonly sentence: string;
}

/**
 * Why a score moved from one day to another: the reasons whose points changed, the largest move first. With the change of
 * the base they add up to the whole move, before points are held to 300–850.
 * Example: −10 for overdue before and −40 now is a move of −30.
 */
export function scoreMoves(before: readonly Reason[], now: readonly Reason[]): ScoreMove[] {
  const was = new Map(before.map((reason) => [reason.factor, reason]));
  const moves = now.map(({ factor, points, sentence }) => ({
    factor,
    points: points - (was.get(factor)?.points ?? 0),
    sentence,
  }));
  const is = new Set(now.map(({ factor }) => factor));
  for (const { factor, points, sentence } of before)
    if (!is.has(factor)) moves.push({ factor, points: 0 - points, sentence: `No longer: ${sentence}` });
  return moves.filter(({ points }) => points !== 0).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

/**
 * The reasons that cost most against the best there is: keys, the largest gap first; what has the best counts not.
 * Refuses more points than the best. Points below maximum (Siddiqi; Regulation B allows it).
 * Example: 28 of 60 is a gap of 32 and comes before 62 of 90, a gap of 28.
 */
export function reasonsBelowBest(
  characteristics: readonly { readonly id: string; readonly best: number; readonly points: number }[],
  top = 4,
): string[] {
  for (const { id, best, points } of characteristics)
    if (!(points <= best)) throw new RangeError(`${id} cannot have ${points} points when ${best} is the best.`);
  return characteristics
    .filter(({ best, points }) => points < best)
    .sort((a, b) => b.best - b.points - (a.best - a.points))
    .slice(0, top)
    .map(({ id }) => id);
}
