import type { History, HistoryInvoice } from '../history.js';
import type { BookCurve, BookHabit } from './book-habit.js';
import { CustomerHabit } from './customer-habit.js';
import { isScored, type LatenessSettings, scoringDay, teaches } from './lateness-settings.js';
import { lastDay, openOn, type PaymentCurve } from './payment-curve.js';
import { read, type ScoredInvoice, scoredInvoice } from './readings.js';
import type { WorkingCalendar } from './working-calendar.js';

/** An invoice as it looks on a day on which it is open: the curve its customer's habit gives it, and what else is read. */
export interface LatenessCase {
  readonly invoice: HistoryInvoice;
  readonly day: number;
  /** What the habit says, also of days gone by since the day after due. */
  readonly curve: PaymentCurve;
  readonly readings: Float64Array;
}

/** Reads when it is asked: of a large book most invoices are walked past. What was scored later is never looked at. */
class FoundCase implements LatenessCase {
  private found: Float64Array | undefined;

  constructor(
    readonly invoice: HistoryInvoice,
    readonly day: number,
    readonly curve: PaymentCurve,
    private readonly earlier: readonly ScoredInvoice[],
    private readonly book: BookCurve,
    private readonly calendar: WorkingCalendar,
  ) {}

  get readings(): Float64Array {
    this.found ??= read(this.invoice, this.day, this.earlier, this.book, this.calendar);
    return this.found;
  }
}

/** Walks through the invoices of one customer after another, day after day, and never looks ahead. */
export class ScoringWalk {
  private readonly habit: CustomerHabit;
  private earlier: ScoredInvoice[] = [];

  constructor(
    readonly settings: LatenessSettings,
    private readonly book: BookHabit,
    readonly calendar: WorkingCalendar,
    /** How far past due the curves reach: who only learns needs less. */
    private readonly reach = lastDay,
  ) {
    this.habit = new CustomerHabit(settings, calendar);
  }

  /** Every invoice of a customer that was open on its scoring day, then. The invoices come in the order of `inScoringOrder`. */
  *customer(invoices: readonly HistoryInvoice[]): Generator<LatenessCase> {
    this.habit.clear();
    this.earlier = [];
    for (const invoice of invoices) {
      const day = scoringDay(this.settings.scoreAt, invoice);
      const found = this.on(day, invoice);
      yield found;
      if (!teaches(invoice)) continue;
      this.earlier.push(scoredInvoice(invoice, day, openOn(found.curve, day - invoice.dueOn)));
      this.habit.add(invoice);
    }
  }

  /** The customer walked through last, on a later day: one of its open invoices, or one to come. */
  on(day: number, invoice: HistoryInvoice): LatenessCase {
    const book = this.book.before(day);
    this.habit.advance(day - 1);
    const curve = this.habit.curve(invoice.dueOn, day, book, this.reach);
    return new FoundCase(invoice, day, curve, this.earlier, book, this.calendar);
  }
}

/**
 * The invoices of a customer that were open on their scoring day, in the order of those days; those of one day by due day
 * and amount, so that it is always the same.
 */
export function inScoringOrder({ scoreAt }: LatenessSettings, history: History): HistoryInvoice[] {
  const scored = history.filter((invoice) => isScored(scoreAt, invoice));
  return scored.sort(
    (a, b) => scoringDay(scoreAt, a) - scoringDay(scoreAt, b) || a.dueOn - b.dueOn || a.amountMinor - b.amountMinor,
  );
}
