import type { HistoryInvoice } from '../history.js';
import type { Steps } from '../steps.js';
import { additiveFitting } from './additive-fit.js';
import type { BookCurve } from './book-habit.js';
import { quantileEdges } from './fit-lateness.js';
import { binOf } from './lateness-model.js';
import { teaches } from './lateness-settings.js';
import { delays } from './payment-curve.js';
import { PlainDays } from './plain-days.js';
import type { LatenessCase } from './scoring-walk.js';
import { asKnownOn, wasLate } from './what-was-seen.js';

/** More invoices than this teach a plain logistic nothing new. */
export const mostPlainRows = 100_000;

/** What anybody would try first, to be measured beside the model: the base rate, the customer's late ratio, a plain logistic. */
export class PlainModels {
  private readonly known = new Rows();
  private readonly later = new Rows();
  private readonly days = new PlainDays();
  private readonly expected: { readonly customer: number[]; readonly book: number[] } = { customer: [], book: [] };
  private seen = 0;
  private byDueDay: HistoryInvoice[] = [];
  private counted = [new Counted(), new Counted(), new Counted()];

  /** `everyOf`: of the invoices to learn from, 1 takes all, 3 every third. */
  constructor(
    private readonly knownOn: number,
    private readonly everyOf: number,
  ) {}

  /** A customer's invoices, before they are walked through. */
  begin(invoices: readonly HistoryInvoice[]): void {
    this.days.begin(invoices);
    this.byDueDay = [...invoices].sort((a, b) => a.dueOn - b.dueOn);
    this.counted = [new Counted(), new Counted(), new Counted()];
  }

  add(found: LatenessCase, predicts: boolean, book: BookCurve): void {
    const { invoice, day } = found;
    const ofBook = [book.lateShare, book.late7Share, book.late30Share];
    const ratios = delays.map((days, i) => {
      const counted = this.counted[i] as Counted;
      counted.advance(this.byDueDay, days, day);
      return (counted.late + 4 * (ofBook[i] as number)) / (counted.invoices + 4);
    });
    const teachesIt =
      !predicts &&
      invoice.dueOn + 30 < this.knownOn &&
      teaches(invoice) &&
      wasLate(asKnownOn(invoice, this.knownOn), 30) !== null;
    if (!predicts && !(teachesIt && ++this.seen % this.everyOf === 0)) return;
    const known = predicts ? invoice : asKnownOn(invoice, this.knownOn);
    const late = delays.map((days) => (wasLate(known, days) ? 1 : 0));
    const [, , , amount, lateShare, , fellDue, stillOpen] = found.readings;
    const readings = [
      ratios[0],
      ratios[1],
      lateShare,
      amount,
      fellDue,
      stillOpen,
      invoice.dueOn - invoice.issuedOn,
    ].map(Number);
    (predicts ? this.later : this.known).push([...ratios, ...ofBook, ...late, ...readings]);
    if (!predicts) return;
    const [byCustomer, byBook] = this.days.expected(invoice, day, book);
    this.expected.customer.push(byCustomer);
    this.expected.book.push(byBook);
  }

  *ways(cases: number): Steps<PlainWay[]> {
    if (cases !== this.later.count) throw new RangeError('The plain models saw other invoices than the model.');
    const logistic: Float64Array[] = [];
    for (const i of delays.keys()) logistic.push(yield* this.logistic(late + i));
    return [
      { way: 'plain logistic', chances: logistic, expectedDaysLate: null },
      {
        way: 'late ratio',
        chances: delays.map((_, i) => this.later.column(ratio + i)),
        expectedDaysLate: this.expected.customer,
      },
      {
        way: 'base rate',
        chances: delays.map((_, i) => this.later.column(bookShare + i)),
        expectedDaysLate: this.expected.book,
      },
    ];
  }

  /** Logistic regression on the readings cut into ten bins each, without smoothing. */
  private *logistic(delay: number): Steps<Float64Array> {
    const happened = Uint8Array.from(this.known.column(delay));
    const read = Array.from({ length: width - reading }, (_, j) => this.known.column(reading + j));
    const edges = read.map((values) => quantileEdges(values, 10));
    const terms = edges.map((of, j) => ({
      bins: Uint8Array.from(read[j] as Float64Array, (value) => binOf(value, of)),
      size: of.length + 2,
      smoothness: 0,
    }));
    const yes = happened.reduce((sum, one) => sum + one, 0);
    const start = Math.log((yes + 1) / (happened.length - yes + 1));
    const offset = new Float64Array(happened.length).fill(start);
    const effects = yield* additiveFitting(offset, happened, terms, { ridge: 1, sweeps: 20, step: 0.5 });
    const odds = new Float64Array(this.later.count).fill(start);
    effects.forEach((effect, j) => {
      const values = this.later.column(reading + j);
      for (let row = 0; row < odds.length; row++)
        odds[row] = (odds[row] as number) + (effect[binOf(values[row] as number, edges[j] as number[])] ?? 0);
    });
    return odds.map((logOdds) => 1 / (1 + Math.exp(-logOdds)));
  }
}

export interface PlainWay {
  readonly way: 'base rate' | 'late ratio' | 'plain logistic';
  readonly chances: readonly ArrayLike<number>[];
  /** By the customer’s median so far, or the book’s; null where a way tells chances alone. */
  readonly expectedDaysLate: ArrayLike<number> | null;
}

/** Where in a row stand the late ratios, the shares of the book, what happened, and from where on what is read. */
const [ratio, bookShare, late, reading, width] = [0, 3, 6, 9, 16];

/** Rows of numbers one after another: an object for each of a million invoices would take half a gigabyte. */
class Rows {
  private readonly values: number[] = [];

  get count(): number {
    return this.values.length / width;
  }

  push(row: readonly number[]): void {
    for (const value of row) this.values.push(value);
  }

  column(of: number): Float64Array {
    const column = new Float64Array(this.count);
    for (let row = 0; row < column.length; row++) column[row] = this.values[row * width + of] as number;
    return column;
  }
}

/** Of one customer: how many invoices were so many days past due by a day, and how many of them late by more than that. */
class Counted {
  private seen = 0;
  private takenForOpen: HistoryInvoice[] = [];
  invoices = 0;
  late = 0;

  advance(byDueDay: readonly HistoryInvoice[], days: number, day: number): void {
    const booked = this.takenForOpen.filter((invoice) => asKnownOn(invoice, day - 1) === invoice);
    for (const invoice of booked) {
      this.count(true, -1);
      this.count(wasLate(invoice, days), 1);
    }
    if (booked.length > 0) this.takenForOpen = this.takenForOpen.filter((invoice) => !booked.includes(invoice));
    for (;;) {
      const next = byDueDay[this.seen];
      if (!next || Math.max(next.dueOn + days, next.knownOn ?? 0) >= day) return;
      this.seen++;
      const known = asKnownOn(next, day - 1);
      if (known !== next) this.takenForOpen.push(next);
      this.count(wasLate(known, days), 1);
    }
  }

  private count(late: boolean | null, sign: 1 | -1): void {
    if (late !== null) this.invoices += sign;
    if (late) this.late += sign;
  }
}
