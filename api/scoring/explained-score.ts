import {
  blendSentence,
  cautiousPdRange,
  factorTitles,
  replayScore,
  type Scorecard,
  type ScoreMove,
  scoreFigures,
  scoreMoves,
  whatWouldChange,
} from '../../analytics/index.js';
import type { Grade } from '../shared/grade.js';
import type { Blend, NextGrade, PdRange, Score, ScoreReading, ScoreReplay } from './score.view.js';

/** The card is that a score was made with; undefined where the program does not have it. */
type Card = Scorecard | undefined;

export function rangeOf(score: Score, card: Card): PdRange | null {
  if (!score.inputs || !card) return null;
  return cautiousPdRange(score.pd, scoreFigures(score.inputs, card).evidence);
}

export function blendOf(score: Score, card: Card): Blend | null {
  const { check, settled = 0, overdue = 0 } = score.inputs ?? {};
  if (!score.inputs || !check || !card) return null;
  const { own } = scoreFigures(score.inputs, card);
  const invoices = settled + overdue;
  return {
    weightOfOwn: own,
    weightOfCheck: 1 - own,
    invoices,
    reportedOn: check.reportedOn,
    ageDays: check.ageDays,
    sentence: blendSentence(own, invoices),
  };
}

export function readingsOf({ inputs }: Score): ScoreReading[] {
  return Object.entries(inputs?.readings ?? {}).map(([factor, value]) => ({
    factor,
    title: factorTitles[factor] ?? factor,
    value,
  }));
}

export function nextGradeOf(score: Score, card: Card): NextGrade | null {
  const found = score.inputs && card ? whatWouldChange(score.inputs, card) : null;
  return found && { ...found, grade: found.grade as Grade };
}

export function replayOf(score: Score, card: Card): ScoreReplay {
  const { inputs, base, ...kept } = score;
  if (inputs === null)
    return { isSame: null, differences: ['It was made before the program kept what scores are made of.'] };
  if (!card) return { isSame: null, differences: [`This program does not have the scorecard ${score.cardVersion}.`] };
  const differences = replayScore({ ...kept, basePoints: base, inputs }, [card]);
  return { isSame: differences.length === 0, differences };
}

/** What is known of the score before goes to the arithmetic as what is known of this one; `card` is that of this one. */
export function movesOf({ before, base, ...now }: Score, card: Card): ScoreMove[] {
  return before ? scoreMoves(before, { ...now, basePoints: base }, card) : [];
}
