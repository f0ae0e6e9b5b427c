import type { History, HistoryInvoice } from '../history.js';
import { type ModelQuality, meanAbsoluteError, modelQuality } from '../model-quality.js';
import { PlainModels } from './baselines.js';
import { type LatenessModel, paymentCurve } from './lateness-model.js';
import { type ScoreAt, scoringDay } from './lateness-settings.js';
import { delays, medianDay, unpaidAfter } from './payment-curve.js';
import { inScoringOrder, ScoringWalk } from './scoring-walk.js';
import { trainLateness } from './train-lateness.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What the model told of one invoice on its scoring day, and what happened. */
export interface LatenessPrediction {
  readonly invoice: HistoryInvoice;
  /** Day numbers, chances of one, days. */
  readonly scoredOn: number;
  readonly late: number;
  readonly late7: number;
  readonly late30: number;
  readonly expectedDaysLate: number;
  /** Null while it is open. */
  readonly daysLate: number | null;
  /** Whether it was late by more than 0, 7 and 30 days; null where that is not known yet. */
  readonly happened: readonly [boolean | null, boolean | null, boolean | null];
}

/** One way of telling, measured on the later invoices: for each delay, and the days. */
export interface MeasuredWay {
  readonly way: 'model' | 'late ratio' | 'plain logistic' | 'base rate';
  readonly late: readonly (ModelQuality | null)[];
  readonly meanAbsoluteError: number | null;
}

export interface LatenessValidation {
  readonly model: LatenessModel;
  readonly predictions: readonly LatenessPrediction[];
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
  {
    knownOn,
    scoreAt,
    calendar,
    lastKnown,
  }: { knownOn: number; scoreAt: ScoreAt; calendar: WorkingCalendar; lastKnown: number },
): LatenessValidation | null {
  const trained = trainLateness(() => histories, { knownOn, scoreAt, calendar });
  if (!trained) return null;
  const { model, book } = trained;
  const walk = new ScoringWalk(model.settings, book, calendar);
  const plain = new PlainModels(knownOn);
  const predictions: LatenessPrediction[] = [];
  let later = 0;
  for (const history of histories) {
    const invoices = inScoringOrder(model.settings, history);
    plain.begin(invoices);
    for (const found of walk.customer(invoices)) {
      const predicts = found.day > knownOn;
      plain.add(found, predicts, book.before(found.day));
      if (predicts) predictions.push(predictionOf(model, found, calendar, lastKnown));
    }
    for (const invoice of history) if (scoringDay(scoreAt, invoice) > knownOn) later++;
  }
  const ofModel = [0, 1, 2].map((i) =>
    predictions.map(({ late, late7, late30 }) => [late, late7, late30][i] as number),
  );
  const seen = predictions.filter(({ daysLate }) => daysLate !== null);
  const error = meanAbsoluteError(
    seen.map(({ expectedDaysLate }) => expectedDaysLate),
    seen.map(({ daysLate }) => daysLate as number),
  );
  const ways: MeasuredWay[] = [
    { way: 'model', late: measured(predictions, ofModel), meanAbsoluteError: error },
    ...plain.ways(predictions.length).map(({ way, chances }) => ({
      way,
      late: measured(predictions, chances),
      meanAbsoluteError: null,
    })),
  ];
  return { model, predictions, ways, notScored: later - predictions.length };
}

function predictionOf(
  model: LatenessModel,
  found: Parameters<typeof paymentCurve>[1],
  calendar: WorkingCalendar,
  lastKnown: number,
): LatenessPrediction {
  const { invoice, day } = found;
  const { dueOn, settledOn } = invoice;
  const curve = paymentCurve(model, found, calendar);
  const late = (days: number) => {
    if (settledOn !== null) return settledOn > dueOn + days;
    return lastKnown > dueOn + days ? true : null;
  };
  return {
    invoice,
    scoredOn: day,
    late: unpaidAfter(curve, 0),
    late7: unpaidAfter(curve, 7),
    late30: unpaidAfter(curve, 30),
    expectedDaysLate: medianDay(curve),
    daysLate: settledOn === null ? null : settledOn - dueOn,
    happened: [late(0), late(7), late(30)],
  };
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
export function objections({ ways, predictions }: LatenessValidation): string[] {
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
