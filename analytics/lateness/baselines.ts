import type { HistoryInvoice } from '../history.js';
import type { Steps } from '../steps.js';
import { additiveFitting } from './additive-fit.js';
import type { BookCurve } from './book-habit.js';
import { quantileEdges } from './fit-lateness.js';
import { binOf } from './lateness-model.js';
import { teaches } from './lateness-settings.js';
import { delays } from './payment-curve.js';
import type { LatenessCase } from './scoring-walk.js';

/** What anybody would try first, to be measured beside the model: the base rate, the customer's late ratio, a plain logistic. */
export class PlainModels {
  private readonly known: Row[] = [];
  private readonly later: Row[] = [];
  private byDueDay: HistoryInvoice[] = [];
  private counted = [new Counted(), new Counted(), new Counted()];

  constructor(private readonly knownOn: number) {}

  /** A customer's invoices, before they are walked through. */
  begin(invoices: readonly HistoryInvoice[]): void {
    this.byDueDay = [...invoices].sort((a, b) => a.dueOn - b.dueOn);
    this.counted = [new Counted(), new Counted(), new Counted()];
  }

  add({ invoice, day, readings }: LatenessCase, predicts: boolean, book: BookCurve): void {
    const ofBook = [book.lateShare, book.late7Share, book.late30Share];
    const ratios = delays.map((days, i) => {
      const counted = this.counted[i] as Counted;
      counted.advance(this.byDueDay, days, day);
      return (counted.late + 4 * (ofBook[i] as number)) / (counted.invoices + 4);
    });
    const [, , , amount, lateShare, , fellDue, stillOpen] = readings;
    const row: Row = {
      ratios,
      ofBook,
      features: [ratios[0], ratios[1], lateShare, amount, fellDue, stillOpen, invoice.dueOn - invoice.issuedOn].map(
        Number,
      ),
      late: delays.map((days) => invoice.settledOn === null || invoice.settledOn > invoice.dueOn + days),
    };
    if (predicts) this.later.push(row);
    else if (invoice.dueOn + 30 < this.knownOn && teaches(invoice)) this.known.push(row);
  }

  *ways(cases: number): Steps<PlainWay[]> {
    if (cases !== this.later.length) throw new RangeError('The plain models saw other invoices than the model.');
    const logistic: Float64Array[] = [];
    for (const i of delays.keys()) logistic.push(yield* this.logistic(i));
    return [
      { way: 'plain logistic', chances: logistic },
      { way: 'late ratio', chances: delays.map((_, i) => this.later.map(({ ratios }) => ratios[i] as number)) },
      { way: 'base rate', chances: delays.map((_, i) => this.later.map(({ ofBook }) => ofBook[i] as number)) },
    ];
  }

  /** Logistic regression on the features cut into ten bins each, without smoothing. */
  private *logistic(delay: number): Steps<Float64Array> {
    const happened = Uint8Array.from(this.known, ({ late }) => (late[delay] ? 1 : 0));
    const features = this.known[0]?.features.length ?? 0;
    const edges = Array.from({ length: features }, (_, j) =>
      quantileEdges(
        Float64Array.from(this.known, (row) => row.features[j] as number),
        10,
      ),
    );
    const bin = (row: Row, j: number) => binOf(row.features[j] as number, edges[j] as number[]);
    const terms = edges.map((of, j) => ({
      bins: Uint8Array.from(this.known, (row) => bin(row, j)),
      size: of.length + 2,
      smoothness: 0,
    }));
    const yes = happened.reduce((sum, one) => sum + one, 0);
    const start = Math.log((yes + 1) / (happened.length - yes + 1));
    const offset = new Float64Array(happened.length).fill(start);
    const effects = yield* additiveFitting(offset, happened, terms, { ridge: 1, sweeps: 20, step: 0.5 });
    return Float64Array.from(this.later, (row) => {
      let odds = start;
      effects.forEach((effect, j) => {
        odds += effect[bin(row, j)] ?? 0;
      });
      return 1 / (1 + Math.exp(-odds));
    });
  }
}

export interface PlainWay {
  readonly way: 'base rate' | 'late ratio' | 'plain logistic';
  readonly chances: readonly ArrayLike<number>[];
}

interface Row {
  readonly ratios: readonly number[];
  readonly ofBook: readonly number[];
  readonly features: readonly number[];
  readonly late: readonly boolean[];
}

/** Of one customer: how many invoices were so many days past due by a day, and how many of them late by more than that. */
class Counted {
  invoices = 0;
  late = 0;

  advance(byDueDay: readonly HistoryInvoice[], days: number, day: number): void {
    for (;;) {
      const next = byDueDay[this.invoices];
      if (!next || next.dueOn + days >= day) return;
      this.invoices++;
      if (next.settledOn === null || next.settledOn > next.dueOn + days) this.late++;
    }
  }
}
