import { type Factor, inDays } from './factors/factor.js';
import { type Grade, gradeBands, grades } from './grade.js';
import { scoreFigures } from './score-figures.js';
import { factorOf, type ScoreInputs } from './score-inputs.js';
import type { CardFactor, Scorecard } from './scorecard.js';

/** One thing that would have to be different. */
export interface Change {
  readonly factor: string;
  /** In the unit of the factor: days or a share of one. */
  readonly from: number | null;
  readonly to: number;
  readonly sentence: string;
}

/** The fewest and smallest changes that reach the next grade. */
export interface WhatWouldChange {
  readonly grade: Grade;
  /** Points it would then have. */
  readonly points: number;
  readonly changes: readonly Change[];
}

interface Step {
  readonly row: CardFactor;
  readonly factor: Factor;
  /** The reading it would take, the nearest that earns more. */
  readonly to: number;
  /** How many rows of the table away. */
  readonly bins: number;
}

/** Three at once are advice; more are another customer. */
const mostChanges = 3;

/**
 * What would lift a score to the next grade: the fewest factors, and of these the fewest rows of the card, only of what can
 * change: what is overdue, how late, how often, how steadily it pays, and time. Null for an A, where a person or an
 * insolvency decides, and where three changes do not reach it.
 * Each is tried by scoring anew, so that blending and shrinking are counted in. Refuses a card with unknown factors.
 * Example: 590 points with all 30 days overdue: “Nothing of the open balance overdue” is enough for a B.
 */
export function whatWouldChange(inputs: ScoreInputs, card: Scorecard): WhatWouldChange | null {
  if (inputs.review !== null || inputs.insolventSince !== null) return null;
  const now = scoreFigures(inputs, card);
  const next = grades[grades.indexOf(now.grade) - 1];
  const atLeast = gradeBands.bands.find((band) => band.grade === next)?.atLeast;
  if (next === undefined || atLeast == null) return null;
  const steps = card.factors.map((row) => stepsOf(row, factorOf(row, card), inputs));
  let best: { chosen: Step[]; points: number } | null = null;
  const binsOf = (chosen: readonly Step[]) => chosen.reduce((sum, { bins }) => sum + bins, 0);
  const tryFrom = (factor: number, chosen: Step[], left: number) => {
    if (left === 0) {
      const readings = { ...inputs.readings };
      for (const { row, to } of chosen) readings[row.key] = to;
      const { points } = scoreFigures({ ...inputs, readings }, card);
      if (points >= atLeast && (best === null || binsOf(chosen) < binsOf(best.chosen))) best = { chosen, points };
      return;
    }
    for (let i = factor; i < steps.length; i++)
      for (const step of steps[i] ?? []) tryFrom(i + 1, [...chosen, step], left - 1);
  };
  for (let many = 1; many <= mostChanges && best === null; many++) tryFrom(0, [], many);
  const found = best as { chosen: Step[]; points: number } | null;
  if (found === null) return null;
  return {
    grade: next,
    points: found.points,
    changes: found.chosen.map(({ row, factor, to }) => {
      const from = inputs.readings[row.key] ?? null;
      return { factor: row.key, from, to, sentence: told(factor, from, to) };
    }),
  };
}

/** The rows of the table that earn more than the one it stands in, nearest first. */
function stepsOf(row: CardFactor, factor: Factor, { readings }: ScoreInputs): Step[] {
  const reading = readings[row.key] ?? null;
  if (reading === null) return [];
  const at = row.bins.findIndex(({ upTo }) => upTo === null || reading <= upTo);
  const points = row.bins[at]?.points ?? 0;
  return row.bins
    .map((bin, i) => ({ bin, bins: Math.abs(i - at), to: i < at ? bin.upTo : (row.bins[i - 1]?.upTo ?? 0) + 1 }))
    .filter((one): one is typeof one & { to: number } => one.bin.points > points && one.to !== null)
    .map(({ bins, to }) => ({ row, factor, to, bins }));
}

function told(factor: Factor, from: number | null, to: number): string {
  const was = from === null ? '' : ` (now ${inUnit(factor, from)})`;
  if (factor.key === 'overdue-now' && to === 0) return 'Nothing of the open balance overdue.';
  if (factor.key === 'time-known') return `Known for ${inDays(to)}${was}.`;
  return `${factor.title}: at most ${inUnit(factor, to)}${was}.`;
}

const inUnit = ({ unit }: Factor, value: number) =>
  unit === 'share' ? `${Math.round(value * 100)} %` : inDays(Math.max(value, 0));
