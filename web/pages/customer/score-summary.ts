import { counted, day } from '../../format.js';

export interface PastScore {
  scoredOn: string;
  points: number;
  grade: string;
  moves: readonly { points: number; sentence: string }[];
}

/** One sentence of what the history shows; the oldest score first. */
export function scoreSummary(scores: readonly PastScore[]): string {
  const [first, last] = [scores[0], scores.at(-1)];
  if (!first || !last) return 'It has not been scored yet.';
  if (scores.length === 1) return `${last.points} points, grade ${last.grade}, since ${day(last.scoredOn)}.`;
  const move = last.points - first.points;
  const word =
    move === 0 ? 'the same as' : `${counted(Math.abs(move), 'point', 'points')} ${move > 0 ? 'above' : 'below'}`;
  return `${last.points} points, grade ${last.grade}: ${word} the ${first.points} of ${day(first.scoredOn)}, after ${counted(scores.length - 1, 'change', 'changes')}.`;
}

/** Why it moved, in one line: the largest moves first. */
export function whyItMoved({ moves }: PastScore): string {
  if (moves.length === 0) return 'The first score, or one that says the same in other words.';
  return moves.map(({ points, sentence }) => `${points > 0 ? '+' : '−'}${Math.abs(points)} ${sentence}`).join(' ');
}
