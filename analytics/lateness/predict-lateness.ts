import type { History, HistoryInvoice } from '../history.js';
import { finish, type Steps } from '../steps.js';
import { BookHabit } from './book-habit.js';
import { type LatenessModel, paymentCurve } from './lateness-model.js';
import { teaches } from './lateness-settings.js';
import { medianDay, unpaidAfter } from './payment-curve.js';
import { inScoringOrder, type LatenessCase, ScoringWalk } from './scoring-walk.js';
import { wasLate } from './what-was-seen.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What a model told of one invoice on its scoring day, and what happened. */
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

/** How a book pays, as known on each of its days: what every curve leans on. All that is known is taken, each day sees its own past. */
export function* learningBookHabit(
  book: Iterable<History>,
  settings: LatenessModel['settings'],
  calendar: WorkingCalendar,
  knownOn = Number.POSITIVE_INFINITY,
): Steps<BookHabit> {
  const habit = new BookHabit(settings, calendar);
  let customers = 0;
  for (const history of book) {
    habit.add(inScoringOrder(settings, history).filter(teaches), knownOn);
    yield { doing: 'learning habits', done: ++customers, of: 0 };
  }
  habit.close();
  return habit;
}

/**
 * What a model that is there already says of every invoice scored after a day, each with what was known on its own scoring
 * day, in the order of the book: so two models are compared on the same invoices. Example: the tests.
 */
export function predictLateness(
  histories: readonly History[],
  model: LatenessModel,
  settings: PredictionSettings,
): LatenessPrediction[] {
  return finish(predictingLateness(histories, model, settings));
}

interface PredictionSettings {
  readonly after: number;
  readonly calendar: WorkingCalendar;
  readonly lastKnown: number;
}

/** The same in steps. */
export function* predictingLateness(
  histories: readonly History[],
  model: LatenessModel,
  { after, calendar, lastKnown }: PredictionSettings,
): Steps<LatenessPrediction[]> {
  const habit = yield* learningBookHabit(histories, model.settings, calendar);
  const walk = new ScoringWalk(model.settings, habit, calendar);
  const predictions: LatenessPrediction[] = [];
  for (const [done, history] of histories.entries()) {
    yield { doing: 'predicting by the model in force', done, of: histories.length };
    for (const found of walk.customer(inScoringOrder(model.settings, history))) {
      if (found.day > after) predictions.push(predictionOf(model, found, calendar, lastKnown));
    }
  }
  return predictions;
}

export function predictionOf(
  model: LatenessModel,
  found: LatenessCase,
  calendar: WorkingCalendar,
  lastKnown: number,
): LatenessPrediction {
  const { invoice, day } = found;
  const { dueOn, settledOn } = invoice;
  const curve = paymentCurve(model, found, calendar);
  const late = (days: number) => (settledOn !== null || lastKnown > dueOn + days ? wasLate(invoice, days) : null);
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
