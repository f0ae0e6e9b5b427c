import { mustBeShare } from './guards.js';

/** How well chances told who would and who would not. Null where there is nothing to tell apart, or nothing at all. */
export interface ModelQuality {
  readonly cases: number;
  /** Share of cases in which it happened. */
  readonly rate: number;
  /** Chance that one in which it happened was given a higher chance than one in which it did not; ties count half. */
  readonly auc: number | null;
  /** The widest gap between the two distributions of chances (Kolmogorov–Smirnov). */
  readonly ks: number | null;
  readonly brier: number;
  readonly logLoss: number;
  /** Mean gap between what was told and what happened, over ten bins of equal count. */
  readonly calibrationError: number;
}

/**
 * Quality of chances (shares of one) against what happened; null without a case. Refuses chances outside 0–1 and lists of
 * different lengths. Formulas: rank sum with ties, Brier 1950, log loss with chances kept a billionth off 0 and 1; sure.
 * Example: chances 0.1, 0.4, 0.8, 0.3 and no, yes, yes, no: brier 0.125, log loss 0.40037, AUC 1.
 */
export function modelQuality(chances: ArrayLike<number>, happened: ArrayLike<number>): ModelQuality | null {
  const cases = chances.length;
  if (happened.length !== cases) throw new RangeError(`${cases} chances and ${happened.length} outcomes do not match.`);
  if (cases === 0) return null;
  let yes = 0;
  let brier = 0;
  let logLoss = 0;
  for (let i = 0; i < cases; i++) {
    const chance = chances[i] as number;
    mustBeShare('A chance', chance);
    const outcome = happened[i] ? 1 : 0;
    yes += outcome;
    brier += (chance - outcome) ** 2;
    const kept = Math.min(Math.max(chance, 1e-9), 1 - 1e-9);
    logLoss -= Math.log(outcome ? kept : 1 - kept);
  }
  const order = Uint32Array.from({ length: cases }, (_, i) => i).sort(
    (a, b) => (chances[a] as number) - (chances[b] as number) || a - b,
  );
  return {
    cases,
    rate: yes / cases,
    ...separation(chances, happened, order, yes),
    brier: brier / cases,
    logLoss: logLoss / cases,
    calibrationError: calibrationBins(chances, happened, order, 10).reduce(
      (sum, bin) => sum + (bin.cases / cases) * Math.abs(bin.told - bin.happened),
      0,
    ),
  };
}

function separation(chances: ArrayLike<number>, happened: ArrayLike<number>, order: Uint32Array, yes: number) {
  const no = order.length - yes;
  if (yes === 0 || no === 0) return { auc: null, ks: null };
  let ranks = 0;
  let ks = 0;
  let yesSoFar = 0;
  for (let start = 0; start < order.length; ) {
    const chance = chances[order[start] as number];
    let end = start;
    let tied = 0;
    for (; end < order.length && chances[order[end] as number] === chance; end++) {
      if (happened[order[end] as number]) tied++;
    }
    ranks += (tied * (start + end + 1)) / 2;
    yesSoFar += tied;
    ks = Math.max(ks, Math.abs(yesSoFar / yes - (end - yesSoFar) / no));
    start = end;
  }
  return { auc: (ranks - (yes * (yes + 1)) / 2) / (yes * no), ks };
}

/** What was told on average in a bin, and what happened. */
export interface CalibrationBin {
  readonly cases: number;
  readonly told: number;
  readonly happened: number;
}

/** Cases in order of their chances, cut into bins of equal count. */
export function calibrationBins(
  chances: ArrayLike<number>,
  happened: ArrayLike<number>,
  order: Uint32Array,
  bins: number,
): CalibrationBin[] {
  const found: CalibrationBin[] = [];
  for (let bin = 0; bin < bins; bin++) {
    const start = Math.floor((order.length * bin) / bins);
    const end = Math.floor((order.length * (bin + 1)) / bins);
    if (start === end) continue;
    let told = 0;
    let yes = 0;
    for (let i = start; i < end; i++) {
      told += chances[order[i] as number] as number;
      if (happened[order[i] as number]) yes++;
    }
    found.push({ cases: end - start, told: told / (end - start), happened: yes / (end - start) });
  }
  return found;
}

/** Mean of the distances between two lists, in their unit; null when empty. Example: 1, 2 and 3, 2: 1. */
export function meanAbsoluteError(told: ArrayLike<number>, seen: ArrayLike<number>): number | null {
  if (told.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < told.length; i++) sum += Math.abs((told[i] as number) - (seen[i] as number));
  return sum / told.length;
}
