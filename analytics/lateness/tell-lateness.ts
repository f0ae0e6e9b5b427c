import { binOf, type LatenessModel, paymentCurve, readingOf, type Term } from './lateness-model.js';
import { lastDay, medianDay, openOn, unpaidAfter } from './payment-curve.js';
import { readings } from './readings.js';
import type { LatenessCase } from './scoring-walk.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A row of the model that moved what is told of an invoice. */
export interface LatenessReason {
  readonly term: Term;
  /** What was read; null where the history does not tell. */
  readonly reading: number | null;
  /** Log-odds by which it makes staying open likelier (or, negative, less likely): on each day until due, or over a span after it. */
  readonly effect: number;
  /** The days after due it is about; null: until the due day. */
  readonly span: readonly [number, number] | null;
}

/** What is told of an open invoice: chances of one, days from due. */
export interface ToldLateness {
  readonly late: number;
  readonly late7: number;
  readonly late30: number;
  readonly expectedDaysLate: number;
  /** The chance that it is paid in the next thirty days, the day of telling included: what a forecast of cash takes. */
  readonly paidIn30Days: number;
  /** What the habit of the customer alone says of being late: the base that the reasons move. */
  readonly lateByHabit: number;
  readonly reasons: readonly LatenessReason[];
}

/** Why nothing is told of an invoice. */
export type NoBasis = 'no invoice due before' | 'long overdue';

/** As many rows as a person reads. */
const mostReasons = 5;

/** Below this a row moves nothing that anybody would see: less than a point of a chance of a half. */
const leastEffect = 0.02;

const invoicesDueAt = readings.indexOf('invoicesDue');

/**
 * What the model says of an open invoice on a day, with its reasons, the strongest first; or why it says nothing: nothing of
 * the customer fell due before, or the invoice is further past due than a curve reaches. Example: the tests.
 */
export function tellLateness(
  model: LatenessModel,
  found: LatenessCase,
  calendar: WorkingCalendar,
): ToldLateness | NoBasis {
  const day = found.day - found.invoice.dueOn;
  if (day > lastDay) return 'long overdue';
  if (!((found.readings[invoicesDueAt] as number) > 0)) return 'no invoice due before';
  const curve = paymentCurve(model, found, calendar);
  return {
    late: unpaidAfter(curve, 0),
    late7: unpaidAfter(curve, 7),
    late30: unpaidAfter(curve, 30),
    expectedDaysLate: medianDay(curve),
    paidIn30Days: 1 - unpaidAfter(curve, day + 29),
    lateByHabit: unpaidAfter(openOn(found.curve, day), 0),
    reasons: reasonsOf(model, found, day),
  };
}

function reasonsOf(model: LatenessModel, found: LatenessCase, day: number): LatenessReason[] {
  const tables = [
    ...(day <= 0 ? [{ span: null, sign: -1, corrections: model.untilDue }] : []),
    ...model.spans
      .filter(({ toDay }) => day <= toDay)
      .map(({ fromDay, toDay, corrections }) => ({ span: [fromDay, toDay] as const, sign: 1, corrections })),
  ];
  const rows = tables.flatMap(({ span, sign, corrections }) =>
    corrections
      .filter(({ term }) => (readings as readonly string[]).includes(term))
      .map(({ term, edges, effects }) => {
        const reading = readingOf(term, found);
        const effect = sign * (effects[binOf(reading, edges)] ?? 0);
        return { term, reading: Number.isNaN(reading) ? null : reading, effect, span };
      }),
  );
  return rows
    .filter(({ effect }) => Math.abs(effect) >= leastEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.term < b.term ? -1 : 1))
    .slice(0, mostReasons);
}
