import {
  blendSentence,
  cautiousPdRange,
  factorTitles,
  replayScore,
  type Scorecard,
  type ScoreMove,
  scorecards,
  scoreFigures,
  scoreMoves,
  whatWouldChange,
} from '../../analytics/index.js';
import type { Grade } from '../shared/grade.js';
import type { Blend, NextGrade, PdRange, Score, ScoreReading, ScoreReplay } from './score.view.js';

/** The card it was made with, while the program has it. */
const cardOf = ({ cardVersion }: Score): Scorecard | undefined =>
  scorecards.find(({ version }) => version === cardVersion);

export function rangeOf(score: Score): PdRange | null {
  const card = cardOf(score);
  if (!score.inputs || !card) return null;
  return cautiousPdRange(score.pd, scoreFigures(score.inputs, card).evidence);
}

export function blendOf(score: Score): Blend | null {
  const card = cardOf(score);
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

export function nextGradeOf(score: Score): NextGrade | null {
  const card = cardOf(score);
  const found = score.inputs && card ? whatWouldChange(score.inputs, card) : null;
  return found && { ...found, grade: found.grade as Grade };
}

export function replayOf(score: Score): ScoreReplay {
  const { inputs, base, ...kept } = score;
  if (inputs === null)
    return { isSame: null, differences: ['It was made before the program kept what scores are made of.'] };
  if (!cardOf(score))
    return { isSame: null, differences: [`This program does not have the scorecard ${score.cardVersion}.`] };
  const differences = replayScore({ ...kept, basePoints: base, inputs });
  return { isSame: differences.length === 0, differences };
}

export function movesOf({ reasons, reasonsBefore }: Score): ScoreMove[] {
  return reasonsBefore ? scoreMoves(reasonsBefore, reasons) : [];
}
