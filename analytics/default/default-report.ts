import type { Day } from '../calendar.js';
import {
  type CalibrationBand,
  calibrationBands,
  type LiftBand,
  liftBands,
  type RocPoint,
  rocCurve,
} from '../model-charts.js';
import { type ModelQuality, modelQuality } from '../model-quality.js';
import { binCounts, populationStability, stabilityEdges } from '../population-stability.js';
import { scoreFigures } from '../score-figures.js';
import type { Scorecard } from '../scorecard.js';
import { type DefaultPart, defaultParts } from './default-parts.js';
import { logisticFit } from './logistic-fit.js';
import type { CustomerOnDay, DefaultCohort } from './train-default.js';

/** One way of telling who defaults, on the same customers. */
export interface DefaultWay extends ModelQuality {
  /** scorecard, late ratio or base rate; “in force” is told apart from these. */
  readonly way: string;
  /** 2 AUC − 1. */
  readonly gini: number | null;
}

/** How far the points of a day lie from those the card was fitted on. */
export interface DefaultDrift {
  readonly on: Day;
  readonly cases: number;
  readonly stability: number;
}

/** How good a card of default was on customers of a day that it had not seen. */
export interface DefaultReport {
  readonly measuredOn: Day;
  readonly customers: number;
  readonly defaults: number;
  readonly ways: readonly DefaultWay[];
  /** The card in force on the same customers. */
  readonly inForce: DefaultWay;
  readonly roc: readonly RocPoint[];
  readonly calibration: readonly CalibrationBand[];
  readonly lift: readonly LiftBand[];
  readonly parts: readonly DefaultPart[];
  readonly drift: readonly DefaultDrift[];
  readonly objections: readonly string[];
}

/** Half again as many defaults as told, or two thirds of them, and no chance: our convention of 2026-11. */
const mostOff = 1.5;
const surelyOff = 2;

/**
 * The card, the customer’s late ratio as a chance (a logistic curve of it) and the base rate, each fitted on past days,
 * and the card in force, all on the customers of the last day. Shares of one. Refuses a card with unknown factors.
 * Example: the tests.
 */
export function defaultReport(
  card: Scorecard,
  past: readonly DefaultCohort[],
  last: DefaultCohort,
  today: DefaultCohort,
  inForce: Scorecard,
): DefaultReport {
  const before = past.flatMap(({ cases }) => cases);
  const happened = last.cases.map(({ isBad }) => (isBad ? 1 : 0));
  const by = (of: Scorecard) => last.cases.map(({ inputs }) => scoreFigures(inputs, of).pd);
  const way = (name: string, chances: readonly number[]): DefaultWay => {
    const quality = modelQuality(chances, happened);
    if (!quality) throw new RangeError('Without a customer there is nothing to measure on.');
    return { way: name, ...quality, gini: quality.auc === null ? null : 2 * quality.auc - 1 };
  };
  const told = by(card);
  const rate = before.filter(({ isBad }) => isBad).length / before.length;
  const ways = [
    way('scorecard', told),
    way('late ratio', byLateRatio(before, last.cases)),
    way(
      'base rate',
      told.map(() => rate),
    ),
  ];
  const champion = way('in force', by(inForce));
  return {
    measuredOn: last.on,
    customers: last.cases.length,
    defaults: happened.filter(Boolean).length,
    ways,
    inForce: champion,
    roc: rocCurve(told, happened),
    calibration: calibrationBands(told, happened),
    lift: liftBands(told, happened),
    parts: defaultParts(last.cases, told),
    drift: driftOf(card, past, [...past, last, today]),
    objections: objectionsTo(ways, champion, told),
  };
}

function byLateRatio(before: readonly CustomerOnDay[], later: readonly CustomerOnDay[]): number[] {
  const { intercept, slopes } = logisticFit(
    [before.map(({ inputs }) => inputs.lateProbability)],
    before.map(({ isBad }) => isBad),
  );
  return later.map(({ inputs }) => 1 / (1 + Math.exp(-intercept - (slopes[0] as number) * inputs.lateProbability)));
}

function driftOf(card: Scorecard, past: readonly DefaultCohort[], days: readonly DefaultCohort[]): DefaultDrift[] {
  const points = ({ cases }: DefaultCohort) => cases.map(({ inputs }) => scoreFigures(inputs, card).points);
  const before = past.flatMap(points);
  const edges = stabilityEdges(before);
  const reference = binCounts(before, edges);
  return days
    .filter(({ cases }) => cases.length > 0)
    .map((day) => ({
      on: day.on,
      cases: day.cases.length,
      stability: populationStability(reference, binCounts(points(day), edges)),
    }));
}

/**
 * Why a fitted card may not take the place of another; empty when it may. Neither has seen the day it is measured on, so
 * that the one in force tells better is an objection here. Log loss: it asks for the ranking and for the level at once.
 */
function objectionsTo(ways: readonly DefaultWay[], inForce: DefaultWay, told: readonly number[]): string[] {
  const found: string[] = [];
  const [ours, ratio] = [ways[0] as DefaultWay, ways[1] as DefaultWay];
  if (ours.auc !== null && ratio.auc !== null && ours.auc < ratio.auc)
    found.push(
      `It ranks who defaults worse (AUC ${ours.auc.toFixed(3)}) than the late ratio does (${ratio.auc.toFixed(3)}).`,
    );
  if (ours.logLoss > inForce.logLoss)
    found.push(
      `Its chances are worse (log loss ${ours.logLoss.toFixed(4)}) than those of the card in force (${inForce.logLoss.toFixed(4)}).`,
    );
  const expected = told.reduce((sum, chance) => sum + chance, 0);
  const spread = Math.sqrt(told.reduce((sum, chance) => sum + chance * (1 - chance), 0));
  const observed = Math.round(ours.rate * ours.cases);
  const isFar = observed > mostOff * expected || observed * mostOff < expected;
  if (isFar && Math.abs(observed - expected) > surelyOff * spread)
    found.push(`It told ${expected.toFixed(0)} defaults, and ${observed} came.`);
  return found;
}
