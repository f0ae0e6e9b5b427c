import type { Day } from '../calendar.js';
import type { LatenessSettings } from './lateness-settings.js';
import { openOn, type PaymentCurve } from './payment-curve.js';
import { type Reading, readings, readingTitles } from './readings.js';
import type { LatenessCase } from './scoring-walk.js';
import { mostRest, type WorkingCalendar } from './working-calendar.js';

const { exp, log, max, min } = Math;

/** What moves a curve besides the readings: the day itself, and what the habit says of a span. */
export const dayTitles = {
  day: 'Days before due',
  dayKind: 'Weekday, or a holiday',
  restBefore: 'Days of rest directly before',
  habit: 'What its habit says',
} as const;

export type Term = Reading | keyof typeof dayTitles;
export const termTitles: Readonly<Record<Term, string>> = { ...readingTitles, ...dayTitles };

/** A row of the model: readings below the first edge get the first effect, and so on; the last effect is for no reading. */
export interface Correction {
  readonly term: Term;
  readonly edges: readonly number[];
  /** In log-odds. */
  readonly effects: readonly number[];
}

/** Some days after the due day that are corrected together: how likely an invoice open before them is open after them. */
export interface Span {
  readonly fromDay: number;
  readonly toDay: number;
  readonly corrections: readonly Correction[];
}

/**
 * The lateness model: what stands here is all there is to it. A curve is the customer's habit (`CustomerHabit`); up to the
 * due day the log-odds of each day's chance are moved by the sum of the effects of `untilDue`, after it those of staying
 * open over each span by the sum of its own.
 */
export interface LatenessModel {
  readonly kind: 'lateness';
  /** Of this shape; a program refuses those it does not know. */
  readonly version: 1;
  readonly settings: LatenessSettings;
  /** What it was fitted on: known by this day, and how many invoices, open ones as censored. */
  readonly knownOn: Day;
  readonly window: FitWindow;
  readonly untilDue: readonly Correction[];
  readonly spans: readonly Span[];
}

export interface FitWindow {
  readonly from: Day;
  readonly invoices: number;
  readonly open: number;
  /** Days of open invoices that the corrections up to the due day were fitted on. */
  readonly invoiceDays: number;
  /** Left out: days that contradict each other, and amounts of nought or below. */
  readonly leftOut: number;
}

/** The bin of a reading: how many edges lie at or below it, or the last bin when there is no reading. */
export function binOf(reading: number, edges: readonly number[]): number {
  if (Number.isNaN(reading)) return edges.length + 1;
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading < (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const positionOf = new Map<Term, number>(readings.map((reading, i) => [reading, i]));

/** The reading of a case that a correction is about; NaN for what depends on the day. */
export const readingOf = (term: Term, { readings: of }: LatenessCase): number => {
  const position = positionOf.get(term);
  return position === undefined ? Number.NaN : (of[position] as number);
};

/** What depends on the day of the curve, as a bin. */
export function dayBin(term: Term, day: number, dueOn: number, lead: number, calendar: WorkingCalendar): number {
  if (term === 'day') return day + lead;
  if (term === 'dayKind') return calendar.kind(dueOn + day);
  return min(mostRest, calendar.restBefore(dueOn + day));
}

const isOfDay = (term: Term) => term === 'day' || term === 'dayKind' || term === 'restBefore';

/**
 * When an open invoice will be paid: its curve from the day of the case on. Chances of one by days from due.
 * Example: a model without corrections gives the habit's own curve.
 */
export function paymentCurve(model: LatenessModel, found: LatenessCase, calendar: WorkingCalendar): PaymentCurve {
  const { lead } = model.settings;
  const { dueOn } = found.invoice;
  const { fromDay } = found.curve;
  const chances = Float64Array.from(found.curve.chances);
  let fixed = 0;
  const ofDay: Correction[] = [];
  for (const correction of model.untilDue) {
    if (isOfDay(correction.term)) ofDay.push(correction);
    else fixed += effectOf(correction, found);
  }
  for (let day = fromDay; day <= 0; day++) {
    let moved = logit(chances[day - fromDay] as number) + fixed;
    for (const { term, effects } of ofDay) moved += effects[dayBin(term, day, dueOn, lead, calendar)] ?? 0;
    chances[day - fromDay] = share(moved);
  }
  const curve = { fromDay, chances };
  for (const span of model.spans) stretch(span, curve, found);
  return openOn(curve, found.day - dueOn);
}

const effectOf = ({ term, edges, effects }: Correction, found: LatenessCase): number =>
  effects[binOf(readingOf(term, found), edges)] ?? 0;

/** Moves the log-odds of staying open over a span, and all its days alike: (1 − chance) to one power. */
function stretch({ fromDay, toDay, corrections }: Span, curve: PaymentCurve, found: LatenessCase): void {
  const habit = logit(staysOpen(curve, fromDay, toDay));
  let moved = habit;
  for (const correction of corrections) {
    const { term, edges, effects } = correction;
    moved += term === 'habit' ? (effects[binOf(habit, edges)] ?? 0) : effectOf(correction, found);
  }
  const power = log(share(moved)) / log(share(habit));
  const { chances } = curve;
  for (let i = fromDay - curve.fromDay; i <= toDay - curve.fromDay; i++) {
    chances[i] = 1 - (1 - (chances[i] as number)) ** power;
  }
}

/** The chance that what is open before a span is open after it, kept off 0 and 1. */
export function staysOpen({ fromDay: begins, chances }: PaymentCurve, fromDay: number, toDay: number): number {
  let open = 1;
  for (let day = fromDay; day <= toDay; day++) open *= 1 - (chances[day - begins] as number);
  return min(max(open, 0.001), 0.999);
}

export const logit = (chance: number): number => log(chance / (1 - chance));
const share = (logOdds: number): number => 1 / (1 + exp(-logOdds));
