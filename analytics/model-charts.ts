import { wilsonInterval } from './late-share.js';
import { calibrationBins } from './model-quality.js';

/** In order of the chance that was told, the highest first. */
function fromTheTop(chances: ArrayLike<number>): Uint32Array {
  return Uint32Array.from({ length: chances.length }, (_, i) => i).sort(
    (a, b) => (chances[b] as number) - (chances[a] as number) || a - b,
  );
}

/** Of those it did not happen to, and of those it happened to, the shares that were told at least some chance. Shares of one. */
export interface RocPoint {
  readonly falseAlarms: number;
  readonly found: number;
}

/**
 * The ROC curve in about as many points as asked, from (0, 0) to (1, 1); equal chances are one step. Empty where there is
 * nothing to tell apart. Refuses nothing. Sure. Example: chances 0.9, 0.1 of yes, no: (0, 0), (0, 1), (1, 1).
 */
export function rocCurve(chances: ArrayLike<number>, happened: ArrayLike<number>, points = 50): RocPoint[] {
  const order = fromTheTop(chances);
  let yes = 0;
  for (let i = 0; i < order.length; i++) if (happened[i]) yes++;
  const no = order.length - yes;
  if (yes === 0 || no === 0) return [];
  const curve: RocPoint[] = [{ falseAlarms: 0, found: 0 }];
  let [found, alarms, next] = [0, 0, 1];
  order.forEach((case_, i) => {
    if (happened[case_]) found++;
    else alarms++;
    const isStep = i + 1 === order.length || chances[order[i + 1] as number] !== chances[case_];
    if (!isStep || (i + 1 < order.length && (i + 1) * points < next * order.length)) return;
    while ((i + 1) * points >= next * order.length) next++;
    curve.push({ falseAlarms: alarms / no, found: found / yes });
  });
  return curve;
}

/** One tenth (or what was asked) of the cases, the likeliest first. Shares of one. */
export interface LiftBand {
  readonly cases: number;
  readonly rate: number;
  /** The rate against that of all cases. */
  readonly lift: number;
  /** The share of all it happened to that lies in this band and those before. */
  readonly foundSoFar: number;
}

/**
 * How much oftener it happened among those told the highest chances: bands of equal count. Empty where it never happened.
 * Sure. Example: chances 0.9, 0.8, 0.2, 0.1 of yes, no, no, no in two bands: lifts 2 and 0.
 */
export function liftBands(chances: ArrayLike<number>, happened: ArrayLike<number>, bands = 10): LiftBand[] {
  const order = fromTheTop(chances);
  const cases = calibrationBins(chances, happened, order, bands);
  const all = cases.reduce((sum, band) => sum + band.happened * band.cases, 0);
  if (all === 0) return [];
  let soFar = 0;
  return cases.map((band) => {
    soFar += band.happened * band.cases;
    return {
      cases: band.cases,
      rate: band.happened,
      lift: (band.happened * order.length) / all,
      foundSoFar: soFar / all,
    };
  });
}

/** A bin of a calibration, and in which rates the true one lies in 19 of 20 cases. */
export interface CalibrationBand {
  readonly cases: number;
  readonly told: number;
  readonly happened: number;
  readonly low: number;
  readonly high: number;
}

/** What was told and what happened, over bins of equal count, with Wilson's interval. Shares of one. Example: the tests. */
export function calibrationBands(
  chances: ArrayLike<number>,
  happened: ArrayLike<number>,
  bins = 10,
): CalibrationBand[] {
  return calibrationBins(chances, happened, fromTheTop(chances).reverse(), bins).map((bin) => ({
    ...bin,
    ...(wilsonInterval(Math.round(bin.happened * bin.cases), bin.cases) as { low: number; high: number }),
  }));
}

/** How many cases were told a chance from `from` up to a twentieth above it. */
export interface ChanceBand {
  readonly from: number;
  readonly yes: number;
  readonly no: number;
}

/** How the chances that were told lie, in twentieths, by what happened. Example: 0.07 and no: the second band has one no. */
export function chanceDistribution(chances: ArrayLike<number>, happened: ArrayLike<number>): ChanceBand[] {
  const bands = Array.from({ length: 20 }, (_, i) => ({ from: i / 20, yes: 0, no: 0 }));
  for (let i = 0; i < chances.length; i++) {
    const band = bands[Math.min(19, Math.floor((chances[i] as number) * 20))];
    if (!band) continue;
    if (happened[i]) band.yes++;
    else band.no++;
  }
  return bands;
}
