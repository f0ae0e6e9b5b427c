import type { HistoryInvoice } from '../history.js';
import { type BookCurve, weightDay } from './book-habit.js';
import { type LatenessSettings, scoringDay } from './lateness-settings.js';
import { lastDay, type PaymentCurve } from './payment-curve.js';
import { asKnownOn, isUnheardOf, lastSeen } from './what-was-seen.js';
import { dayKinds, type WorkingCalendar } from './working-calendar.js';

const { max, min } = Math;

/** Where in the table the days of all invoices, of those due on business days, on days of rest, and by kind of day begin. */
const everything = 0;
const dueOnBusinessDays = 1;
const dueOnRest = 2;
const byKind = 3;
const tables = byKind + dayKinds;

const surest = 1e-5;

/**
 * How one customer pays, day by day from the due day, as known on a day: the own days narrowed step by step (all invoices,
 * those due on business days or not, those due on this weekday), each step leaning on the wider one before it, and the
 * widest on the book at the customer's own pace.
 */
export class CustomerHabit {
  private readonly width: number;
  private readonly paid: Float64Array;
  private readonly open: Float64Array;
  private waiting: Waiting[] = [];

  constructor(
    private readonly settings: LatenessSettings,
    private readonly calendar: WorkingCalendar,
  ) {
    this.width = settings.lead + lastDay + 1;
    this.paid = new Float64Array(tables * this.width);
    this.open = new Float64Array(tables * this.width);
  }

  /** Forgets the customer, to be used for the next. */
  clear(): void {
    this.paid.fill(0);
    this.open.fill(0);
    this.waiting = [];
  }

  /** An invoice whose days count from its scoring day on. */
  add(invoice: HistoryInvoice): void {
    const { dueOn } = invoice;
    const { scoreAt, lead, halfLife } = this.settings;
    const from = max(scoringDay(scoreAt, invoice), dueOn - lead);
    this.waiting.push({
      invoice,
      from,
      next: from,
      weight: 2 ** ((dueOn - weightDay) / halfLife),
      kind: this.calendar.kind(dueOn),
    });
  }

  /** Counts all days up to one, that one included. */
  advance(upTo: number): void {
    let kept = 0;
    for (const waiting of this.waiting) {
      const known = asKnownOn(waiting.invoice, upTo);
      const last = min(lastSeen(known), known.dueOn + lastDay);
      if (!isUnheardOf(known, upTo)) this.countUpTo(min(upTo, last), last, waiting, known);
      if (last > upTo || known !== waiting.invoice || isUnheardOf(known, upTo)) this.waiting[kept++] = waiting;
    }
    this.waiting.length = kept;
  }

  private countUpTo(end: number, last: number, waiting: Waiting, { dueOn, settledOn }: HistoryInvoice): void {
    const first = dueOn - this.settings.lead;
    // Days on which it was taken for open, until somebody booked that it was not.
    for (; waiting.next > max(last, waiting.from); waiting.next--)
      this.count(waiting, waiting.next - 1 - first, -waiting.weight, false);
    for (; waiting.next <= end; waiting.next++)
      this.count(waiting, waiting.next - first, waiting.weight, waiting.next === settledOn);
  }

  private count({ kind }: Waiting, at: number, weight: number, isPaid: boolean): void {
    const rest = kind >= 1 && kind <= 5 ? dueOnBusinessDays : dueOnRest;
    for (const table of [everything, rest, byKind + kind]) {
      const i = table * this.width + at;
      this.open[i] = (this.open[i] as number) + weight;
      if (isPaid) this.paid[i] = (this.paid[i] as number) + weight;
    }
  }

  /**
   * The curve of an invoice due on a day, as known on another, to so many days past due. It begins with that other day, but
   * no later than the day after due: delays are corrected by spans, and those are whole.
   */
  curve(dueOn: number, day: number, book: BookCurve, toDay: number): PaymentCurve {
    const { settings, width, paid, open } = this;
    const { pseudo, lead, halfLife } = settings;
    const scale = 2 ** (-(day - weightDay) / halfLife);
    const kind = this.calendar.kind(dueOn);
    const rest = (kind >= 1 && kind <= 5 ? dueOnBusinessDays : dueOnRest) * width;
    const kindOfBook = kind * width;
    const own = (byKind + kind) * width;
    const [paceBefore, paceAfter] = this.pace(book, scale);
    const from = max(0, min(day - dueOn, 1) + lead);
    const end = min(toDay + lead + 1, width);
    const chances = new Float64Array(end - from);
    for (let i = from; i < end; i++) {
      const ofBook = book.chances[i] as number;
      const oddsOfBook = ofBook / (1 - ofBook);
      const paced = oddsOfBook * (i <= lead ? paceBefore : paceAfter);
      let chance =
        ((paid[i] as number) * scale + (pseudo.customer * paced) / (1 + paced)) /
        ((open[i] as number) * scale + pseudo.customer);
      const ofDueKind = book.byDueKind[kindOfBook + i] as number;
      const odds = ((chance / (1 - chance)) * (ofDueKind / (1 - ofDueKind))) / oddsOfBook;
      chance = odds / (1 + odds);
      chance =
        ((paid[rest + i] as number) * scale + pseudo.customerBusinessDay * chance) /
        ((open[rest + i] as number) * scale + pseudo.customerBusinessDay);
      chance =
        ((paid[own + i] as number) * scale + pseudo.customerDueDay * chance) /
        ((open[own + i] as number) * scale + pseudo.customerDueDay);
      chances[i - from] = min(max(chance, surest), 1 - surest);
    }
    return { fromDay: from - lead, chances };
  }

  /**
   * How much quicker than the book the customer pays, up to the due day and after it: payments seen over payments the book
   * would have made, leaning on 1.
   */
  private pace(book: BookCurve, scale: number): [number, number] {
    const { pace } = this.settings.pseudo;
    const seen = [pace, pace] as [number, number];
    const expected = [pace, pace] as [number, number];
    for (let i = 0; i < this.width; i++) {
      const side = i <= this.settings.lead ? 0 : 1;
      seen[side] += (this.paid[i] as number) * scale;
      expected[side] += (this.open[i] as number) * scale * (book.chances[i] as number);
    }
    return [seen[0] / expected[0], seen[1] / expected[1]];
  }
}

interface Waiting {
  readonly invoice: HistoryInvoice;
  readonly weight: number;
  readonly kind: number;
  /** The first day that counts, and the next that is to be counted. */
  readonly from: number;
  next: number;
}
