import { dayOf, monthOf } from '../calendar.js';
import {
  type CalibrationBand,
  type ChanceBand,
  calibrationBands,
  chanceDistribution,
  type LiftBand,
  liftBands,
  type RocPoint,
  rocCurve,
} from '../model-charts.js';
import { type ModelQuality, modelQuality } from '../model-quality.js';
import { binCounts, populationStability, stabilityEdges } from '../population-stability.js';
import { delays } from './payment-curve.js';
import type { LatenessPrediction } from './predict-lateness.js';
import { type LatenessValidation, type MeasuredWay, objections } from './validate-lateness.js';

/** How well a model told one delay, for the charts of its page. */
export interface DelayReport {
  readonly moreThanDays: number;
  readonly roc: readonly RocPoint[];
  readonly calibration: readonly CalibrationBand[];
  readonly lift: readonly LiftBand[];
  readonly distribution: readonly ChanceBand[];
}

/** How well it told who is late among some of the invoices: `by` what they were parted, and which part. */
export interface SegmentReport extends ModelQuality {
  readonly by: string;
  readonly name: string;
}

/** How far the chances told in a month lie from those of the last 90 days of training: population stability index. */
export interface DriftMonth {
  readonly month: string;
  readonly cases: number;
  readonly stability: number;
}

/** What is kept of a validation beside its model. */
export interface LatenessReport {
  readonly predicted: number;
  readonly notScored: number;
  readonly ways: readonly MeasuredWay[];
  readonly objections: readonly string[];
  readonly delays: readonly DelayReport[];
  readonly segments: readonly SegmentReport[];
  readonly drift: readonly DriftMonth[];
}

/** Fewer invoices than this tell nothing of a part by themselves: our convention. */
const fewestOfSegment = 30;

/**
 * What is shown of a validation: curves and tables for each delay, by parts of the book, by month. `parts` says by what an
 * invoice is parted, and to which part it belongs. Example: the tests.
 */
export function latenessReport(
  validation: LatenessValidation,
  parts: (prediction: LatenessPrediction) => Readonly<Record<string, string>>,
): LatenessReport {
  const { predictions, before, ways, notScored } = validation;
  return {
    predicted: predictions.length,
    notScored,
    ways,
    objections: objections(validation),
    delays: delays.map((moreThanDays, i) => {
      const { told, happened } = known(predictions, i as 0 | 1 | 2);
      return {
        moreThanDays,
        roc: rocCurve(told, happened),
        calibration: calibrationBands(told, happened),
        lift: liftBands(told, happened),
        distribution: chanceDistribution(told, happened),
      };
    }),
    segments: segmentsOf(predictions, parts),
    drift: driftOf(predictions, before),
  };
}

/** What was told of a delay, and what happened, where that is known. */
function known(predictions: readonly LatenessPrediction[], delay: 0 | 1 | 2): { told: number[]; happened: number[] } {
  const told: number[] = [];
  const happened: number[] = [];
  for (const prediction of predictions) {
    const outcome = prediction.happened[delay];
    if (outcome === null) continue;
    told.push([prediction.late, prediction.late7, prediction.late30][delay] as number);
    happened.push(outcome ? 1 : 0);
  }
  return { told, happened };
}

function segmentsOf(
  predictions: readonly LatenessPrediction[],
  parts: (prediction: LatenessPrediction) => Readonly<Record<string, string>>,
): SegmentReport[] {
  const found = new Map<string, Map<string, LatenessPrediction[]>>();
  for (const prediction of predictions) {
    for (const [by, name] of Object.entries(parts(prediction))) {
      const names = found.get(by) ?? new Map<string, LatenessPrediction[]>();
      found.set(by, names);
      const own = names.get(name);
      if (own) own.push(prediction);
      else names.set(name, [prediction]);
    }
  }
  return [...found].flatMap(([by, names]) =>
    [...names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, own]) => {
        const { told, happened } = known(own, 0);
        const quality = told.length >= fewestOfSegment ? modelQuality(told, happened) : null;
        return quality ? [{ by, name, ...quality }] : [];
      }),
  );
}

function driftOf(predictions: readonly LatenessPrediction[], before: readonly number[]): DriftMonth[] {
  if (before.length === 0) return [];
  const edges = stabilityEdges(before);
  const reference = binCounts(before, edges);
  const months = new Map<string, number[]>();
  for (const { scoredOn, late } of predictions) {
    const month = monthOf(dayOf(scoredOn));
    const told = months.get(month);
    if (told) told.push(late);
    else months.set(month, [late]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, told]) => ({
      month,
      cases: told.length,
      stability: populationStability(reference, binCounts(told, edges)),
    }));
}
