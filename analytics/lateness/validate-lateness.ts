import type { History } from '../history.js';
import { type ModelQuality, meanAbsoluteError, modelQuality } from '../model-quality.js';
import { finish, type Steps } from '../steps.js';
import { mostPlainRows, PlainModels } from './baselines.js';
import { type LatenessModel, paymentCurve } from './lateness-model.js';
import { type ScoreAt, scoringDay } from './lateness-settings.js';
import { delays, unpaidAfter } from './payment-curve.js';
import { type LatenessPrediction, predictingLateness, predictionOf } from './predict-lateness.js';
import { inScoringOrder, ScoringWalk } from './scoring-walk.js';
import { trainingLateness } from './train-lateness.js';
import type { WorkingCalendar } from './working-calendar.js';

/** One way of telling, measured on the later invoices: for each delay, and the days. */
export interface MeasuredWay {
  readonly way: 'model' | 'champion' | 'late ratio' | 'plain logistic' | 'base rate';
  readonly late: readonly (ModelQuality | null)[];
  readonly meanAbsoluteError: number | null;
}

export interface LatenessValidation {
  readonly model: LatenessModel;
  readonly predictions: readonly LatenessPrediction[];
  /** What it said of the chance of being late in the last 90 days it learned from: drift is told against that. */
  readonly before: readonly number[];
  readonly ways: readonly MeasuredWay[];
  /** Later invoices that were paid before their scoring day: they need no score. */
  readonly notScored: number;
}

/**
 * Trains on what was known on a day, predicts every later invoice on its scoring day, with what was known on that, and
 * measures it beside the customer's late ratio, a plain logistic and the base rate. Null when nothing was known by the day.
 * Out of time, never a random split (domain notes, §1.6). Example: the tests.
 */
export function validateLateness(
  histories: readonly History[],
  settings: ValidationSettings,
): LatenessValidation | null {
  return finish(validatingLateness(histories, settings));
}

export interface ValidationSettings {
  readonly knownOn: number;
  readonly scoreAt: ScoreAt;
  readonly calendar: WorkingCalendar;
  readonly lastKnown: number;
  /** A model in force, to be measured on the same invoices. */
  readonly champion?: LatenessModel;
}

/** The same in steps. */
export function* validatingLateness(
  histories: readonly History[],
  { knownOn, scoreAt, calendar, lastKnown, champion }: ValidationSettings,
): Steps<LatenessValidation | null> {
  const trained = yield* trainingLateness(() => histories, { knownOn, scoreAt, calendar });
  if (!trained) return null;
  const { model, book } = trained;
  const walk = new ScoringWalk(model.settings, book, calendar);
  const plain = new PlainModels(knownOn, Math.ceil(model.window.invoices / mostPlainRows));
  const predictions: LatenessPrediction[] = [];
  const before: number[] = [];
  let later = 0;
  for (const [done, history] of histories.entries()) {
    yield { doing: 'predicting later invoices', done, of: histories.length };
    const invoices = inScoringOrder(model.settings, history);
    plain.begin(invoices);
    for (const found of walk.customer(invoices)) {
      const predicts = found.day > knownOn;
      plain.add(found, predicts, book.before(found.day));
      if (predicts) predictions.push(predictionOf(model, found, calendar, lastKnown));
      else if (found.day > knownOn - 90) before.push(unpaidAfter(paymentCurve(model, found, calendar), 0));
    }
    for (const invoice of history) if (scoringDay(scoreAt, invoice) > knownOn) later++;
  }
  const ways: MeasuredWay[] = [measuredModel('model', predictions)];
  if (champion) {
    const theirs = yield* predictingLateness(histories, champion, { after: knownOn, calendar, lastKnown });
    ways.push(measuredModel('champion', theirs));
  }
  for (const { way, chances, expectedDaysLate } of yield* plain.ways(predictions.length)) {
    const error = expectedDaysLate && daysOff(predictions, (row) => expectedDaysLate[row] as number);
    ways.push({ way, late: measured(predictions, chances), meanAbsoluteError: error });
  }
  return { model, predictions, before, ways, notScored: later - predictions.length };
}

function measuredModel(way: 'model' | 'champion', predictions: readonly LatenessPrediction[]): MeasuredWay {
  const chances = [0, 1, 2].map((i) =>
    predictions.map(({ late, late7, late30 }) => [late, late7, late30][i] as number),
  );
  return {
    way,
    late: measured(predictions, chances),
    meanAbsoluteError: daysOff(predictions, (row) => (predictions[row] as LatenessPrediction).expectedDaysLate),
  };
}

/** By how many days what was expected is off, over the invoices that were paid. */
function daysOff(predictions: readonly LatenessPrediction[], expected: (row: number) => number): number | null {
  const paid = [...predictions.keys()].filter((row) => predictions[row]?.daysLate !== null);
  return meanAbsoluteError(
    paid.map(expected),
    paid.map((row) => predictions[row]?.daysLate as number),
  );
}

/** Each delay by itself, over the invoices of which it is known. */
function measured(predictions: readonly LatenessPrediction[], chances: readonly ArrayLike<number>[]) {
  return delays.map((_, i) => {
    const told: number[] = [];
    const happened: number[] = [];
    predictions.forEach((prediction, row) => {
      const outcome = prediction.happened[i as 0 | 1 | 2];
      if (outcome === null) return;
      told.push((chances[i] as ArrayLike<number>)[row] as number);
      happened.push(outcome ? 1 : 0);
    });
    return modelQuality(told, happened);
  });
}

/** Why a model may not take the place of another; empty when it may. */
export function objections({ ways, predictions }: Pick<LatenessValidation, 'ways' | 'predictions'>): string[] {
  const found: string[] = [];
  const [model, ratio] = [ways[0], ways.find(({ way }) => way === 'late ratio')];
  delays.forEach((days, i) => {
    const [ours, theirs] = [model?.late[i], ratio?.late[i]];
    const what = days === 0 ? 'late' : `more than ${days} days late`;
    if (!ours || !theirs) return;
    if (ours.auc !== null && theirs.auc !== null && ours.auc < theirs.auc) {
      found.push(
        `It ranks who is ${what} worse (AUC ${ours.auc.toFixed(3)}) than the late ratio does (${theirs.auc.toFixed(3)}).`,
      );
    }
    if (ours.calibrationError > badlyCalibrated) {
      found.push(
        `Its chances of being ${what} are off by ${(ours.calibrationError * 100).toFixed(1)} points on average; ${badlyCalibrated * 100} are allowed.`,
      );
    }
  });
  if (predictions.length < fewest)
    found.push(`It was measured on ${predictions.length} invoices; ${fewest} are needed.`);
  return found;
}

/** Five points: twice what the trial saw between refits; 200 invoices: below it an AUC is off by 0.05 by chance. Our conventions. */
const badlyCalibrated = 0.05;
const fewest = 200;
