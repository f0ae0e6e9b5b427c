import { factorTitles } from './factor-titles.js';
import type { Reason } from './score.js';
import { scoreFigures } from './score-figures.js';
import type { ScoreInputs } from './score-inputs.js';
import type { Scorecard } from './scorecard.js';

/** What one reason did to a score between two days. */
export interface ScoreMove {
  readonly factor: string;
  /** Points gained or lost; 0 is never told. */
  readonly points: number;
  /** As it is now; as it was, where the reason is gone. */
  readonly sentence: string;
}

/** What a kept score tells about its points. */
export interface MovedScore {
  readonly points: number;
  readonly basePoints: number;
  readonly cardVersion: string;
  readonly reasons: readonly Reason[];
  /** Null where they were not kept. */
  readonly inputs: ScoreInputs | null;
}

type Row = Pick<Reason, 'factor' | 'points'>;

/**
 * Why a score moved from one day to another, the largest move first: they add up to the whole move, to the point. Where
 * the card changed, what was read before is read again by the card of now, and the difference is a move of its own; so
 * is what holding the points to 300–850 adds or takes. `card` is that of `now`; where it or the inputs are not at hand,
 * the change of card is all that can be told.
 * Example: −10 for overdue before and −40 now is a move of −30.
 */
export function scoreMoves(before: MovedScore, now: MovedScore, card?: Scorecard): ScoreMove[] {
  const held = now.points - unheld(now) - (before.points - unheld(before));
  const moves =
    before.cardVersion === now.cardVersion ? rowMoves(before, before.reasons, now) : acrossCards(before, now, card);
  return [...moves, { factor: 'held', points: held, sentence: 'Points are held to 300–850.' }]
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}

function acrossCards(before: MovedScore, now: MovedScore, card: Scorecard | undefined): ScoreMove[] {
  const changed = `The scorecard ${now.cardVersion} took the place of ${before.cardVersion}`;
  const whole = unheld(now) - unheld(before);
  if (!card || !before.inputs || !now.inputs)
    return [{ factor: 'card', points: whole, sentence: `${changed}; what else changed cannot be told apart.` }];
  // What the old card did not read is taken as it is now: that it counts at all is the new card's doing.
  const readings = { ...now.inputs.readings, ...before.inputs.readings };
  const rows = scoreFigures({ ...before.inputs, readings }, card).rows.map(({ key, points }) => ({
    factor: key,
    points,
  }));
  const moves = rowMoves(before, rows, now);
  const rest = moves.reduce((sum, { points }) => sum + points, 0);
  return [
    { factor: 'card', points: whole - rest, sentence: `${changed}: the same history by other points.` },
    ...moves,
  ];
}

/** What each row did, from `was` to now; the words of what is gone are those of before. */
function rowMoves(before: MovedScore, was: readonly Row[], now: MovedScore): ScoreMove[] {
  const pointsWere = new Map(was.map(({ factor, points }) => [factor, points]));
  const moves = now.reasons.map(({ factor, points, sentence }) => ({
    factor,
    points: points - (pointsWere.get(factor) ?? 0),
    sentence,
  }));
  const is = new Set(now.reasons.map(({ factor }) => factor));
  const words = new Map(before.reasons.map(({ factor, sentence }) => [factor, sentence]));
  for (const { factor, points } of was)
    if (!is.has(factor))
      moves.push({
        factor,
        points: 0 - points,
        sentence: `No longer: ${words.get(factor) ?? factorTitles[factor] ?? factor}`,
      });
  return moves;
}

/** Base and rows, before they are held to the ends of the scale. */
const unheld = ({ basePoints, reasons }: MovedScore) => reasons.reduce((sum, { points }) => sum + points, basePoints);

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
