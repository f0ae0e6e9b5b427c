import { dayOf } from '../calendar.js';
import type { Steps } from '../steps.js';
import { type AdditiveTerm, additiveFitting, type Direction } from './additive-fit.js';
import {
  binOf,
  type Correction,
  dayBin,
  type FitWindow,
  type LatenessModel,
  logit,
  readingOf,
  type Span,
  staysOpen,
  type Term,
} from './lateness-model.js';
import type { LatenessSettings } from './lateness-settings.js';
import type { LatenessCase } from './scoring-walk.js';
import { asKnownOn, lastSeen, wasLate } from './what-was-seen.js';
import { dayKinds, mostRest, type WorkingCalendar } from './working-calendar.js';

const untilDueTerms: readonly Term[] = [
  'amountHabit',
  'sameAmount',
  'lateShareAtAmount',
  'amount',
  'lateShare',
  'businessDays',
  'invoicesDue',
  'stillOpen',
  'nextRun',
  'terms',
];
const spanTerms: readonly Term[] = [
  'amountHabit7',
  'late7Share',
  'late30Share',
  'amount',
  'daysOver',
  'amountHabit30',
  'stillOpen',
  'invoicesDue',
  'unusualAmount',
  'lately',
  'habit30',
  'terms',
];
const spans: readonly [number, number][] = [
  [1, 7],
  [8, 30],
];

/** Of these it is known that more of them is later: less likely to be paid until due, likelier to stay open after it. */
const laterWhenMore: ReadonlySet<Term> = new Set([
  'amountHabit',
  'sameAmount',
  'lateShareAtAmount',
  'lateShare',
  'stillOpen',
  'lately',
  'amountHabit7',
  'late7Share',
  'late30Share',
  'daysOver',
  'amountHabit30',
  'habit30',
]);
const directed = (term: Term, direction: Direction) => (laterWhenMore.has(term) ? { direction } : {});

/** Strengths tried on the first parts of two ledgers (docs/model.md); 24 and 8 bins as many as those could bear. */
const untilDueFit = { bins: 24, smoothness: 200, ridge: 20, sweeps: 12, step: 0.5 };
const spanFit = { bins: 8, smoothness: 200, ridge: 40, sweeps: 12, step: 0.5 };

/** Our convention of 2026-11, set after a book of four weeks was told worse with them (docs/model.md). */
const fewestForTerms = 500;

/** How far past due curves have to reach for a fit. */
export const fitReach = 30;

/** More days of open invoices than this teach nothing new: of a larger book every second, third … invoice is taken. */
export const mostInvoiceDays = 2_000_000;

/**
 * Gathers what a book teaches and fits the corrections to it: up to the due day on each day of each open invoice, after it
 * on whether an invoice stayed open over a span. What was not known on `knownOn` is not looked at; open invoices count for
 * as long as they waited (censored). Deterministic.
 */
export class LatenessFit {
  private readonly cases: LatenessCase[] = [];
  private seen = 0;
  private open = 0;

  /** `everyOf`: 1 takes all invoices, 3 every third. */
  constructor(
    private readonly settings: LatenessSettings,
    private readonly calendar: WorkingCalendar,
    private readonly knownOn: number,
    private readonly everyOf = 1,
  ) {}

  add(found: LatenessCase): void {
    this.seen++;
    const invoice = asKnownOn(found.invoice, this.knownOn);
    const { settledOn } = invoice;
    if (settledOn === null || settledOn > this.knownOn) this.open++;
    if (this.seen % this.everyOf !== 0) return;
    const { day, curve, readings } = found;
    this.cases.push({ invoice, day, curve, readings });
  }

  *model(window: Pick<FitWindow, 'from' | 'leftOut'>): Steps<LatenessModel> {
    const { corrections, invoiceDays } = yield* this.untilDue();
    const fitted: Span[] = [];
    for (const [fromDay, toDay] of spans) fitted.push(yield* this.span(fromDay, toDay));
    return {
      kind: 'lateness',
      version: 1,
      settings: this.settings,
      knownOn: dayOf(this.knownOn),
      window: { ...window, invoices: this.seen, open: this.open, invoiceDays },
      untilDue: corrections,
      spans: fitted,
    };
  }

  private *untilDue(): Steps<{ corrections: Correction[]; invoiceDays: number }> {
    const { lead } = this.settings;
    const rows = this.cases.reduce((sum, found) => sum + this.openDays(found), 0);
    const offset = new Float64Array(rows);
    const outcome = new Uint8Array(rows);
    const of = new Uint32Array(rows);
    const days = new Int8Array(rows);
    let row = 0;
    this.cases.forEach((found, i) => {
      const { invoice, curve } = found;
      const end = row + this.openDays(found);
      for (let k = 0; row < end; k++, row++) {
        const day = curve.fromDay + k;
        offset[row] = logit(curve.chances[k] as number);
        outcome[row] = invoice.dueOn + day === invoice.settledOn ? 1 : 0;
        of[row] = i;
        days[row] = day;
      }
    });
    const told = untilDueTerms.filter((term) => term !== 'terms' || this.tellsTerms(this.cases));
    const byReading = told.map((term) => this.binned(term, this.cases, untilDueFit));
    const terms = byReading.map(({ edges, bins }, j) => ({
      bins: filled(rows, (row) => bins[of[row] as number] as number),
      size: edges.length + 2,
      smoothness: untilDueFit.smoothness,
      ...directed(told[j] as Term, 'falling'),
    }));
    const ofDay: [Term, number, number][] = [
      ['day', lead + 2, untilDueFit.smoothness],
      ['dayKind', dayKinds + 1, 0],
      ['restBefore', mostRest + 2, 0],
    ];
    for (const [term, size, smoothness] of ofDay) {
      const bins = filled(rows, (row) => {
        const { dueOn } = (this.cases[of[row] as number] as LatenessCase).invoice;
        return dayBin(term, days[row] as number, dueOn, lead, this.calendar);
      });
      terms.push({ bins, size, smoothness });
    }
    const effects = yield* additiveFitting(offset, outcome, terms, untilDueFit);
    const names = [...told, ...ofDay.map(([term]) => term)];
    const corrections = names.map((term, j) => correction(term, byReading[j]?.edges ?? [], effects[j]));
    return { corrections, invoiceDays: rows };
  }

  /** On how many days up to the due day an invoice was seen open, from its scoring day on. */
  private openDays({ invoice, curve }: LatenessCase): number {
    const end = Math.min(invoice.dueOn, lastSeen(invoice), this.knownOn) - invoice.dueOn;
    return Math.max(0, end - curve.fromDay + 1);
  }

  private *span(fromDay: number, toDay: number): Steps<Span> {
    const cases = this.cases.filter(
      ({ invoice }) =>
        invoice.dueOn + toDay <= this.knownOn && wasLate(invoice, fromDay - 1) && wasLate(invoice, toDay) !== null,
    );
    const offset = Float64Array.from(cases, ({ curve }) => logit(staysOpen(curve, fromDay, toDay)));
    const outcome = Uint8Array.from(cases, ({ invoice }) => (wasLate(invoice, toDay) ? 1 : 0));
    const told = spanTerms.filter((term) => term !== 'terms' || this.tellsTerms(cases));
    const byReading = told.map((term) => this.binned(term, cases, spanFit));
    const habitEdges = quantileEdges(offset, spanFit.bins);
    const habit = { edges: habitEdges, bins: Uint8Array.from(offset, (value) => binOf(value, habitEdges)) };
    const names: Term[] = [...told, 'habit'];
    const terms = [...byReading, habit].map(
      ({ edges, bins }, j): AdditiveTerm => ({
        bins,
        size: edges.length + 2,
        smoothness: spanFit.smoothness,
        ...directed(names[j] as Term, 'rising'),
      }),
    );
    const effects = yield* additiveFitting(offset, outcome, terms, spanFit);
    return {
      fromDay,
      toDay,
      corrections: names.map((term, j) => correction(term, byReading[j]?.edges ?? habitEdges, effects[j])),
    };
  }

  /** A book of one term learns nothing of terms, and a young one knows too few invoices of its longer ones to the end. */
  private tellsTerms(cases: readonly LatenessCase[]): boolean {
    const due = cases.filter(({ invoice }) => invoice.dueOn <= this.knownOn);
    const terms = due.map((found) => readingOf('terms', found));
    return due.length >= fewestForTerms && terms.some((days) => days !== terms[0]);
  }

  private binned(term: Term, cases: readonly LatenessCase[], { bins: most }: { bins: number }) {
    const values = Float64Array.from(cases, (found) => readingOf(term, found));
    const edges = quantileEdges(values, most);
    return { edges, bins: Uint8Array.from(values, (value) => binOf(value, edges)) };
  }
}

function filled(rows: number, binAt: (row: number) => number): Uint8Array {
  const bins = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) bins[row] = binAt(row);
  return bins;
}

/** Edges that cut the readings into bins of about equal count; fewer where many are alike. */
export function quantileEdges(values: Float64Array, bins: number): number[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const edges: number[] = [];
  for (let k = 1; k < bins; k++) {
    const edge = known[Math.floor((known.length * k) / bins)];
    if (edge !== undefined && (edges.length === 0 || edge > (edges.at(-1) as number))) edges.push(edge);
  }
  return edges;
}

/** Ten digits are more than a fit knows; so the model reads, and is replayed, as it is written down. */
const correction = (term: Term, edges: readonly number[], effects: Float64Array | undefined): Correction => ({
  term,
  edges,
  effects: Array.from(effects ?? [], (effect) => Number(effect.toPrecision(10))),
});
