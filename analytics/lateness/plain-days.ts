import type { HistoryInvoice } from '../history.js';
import type { BookCurve } from './book-habit.js';
import { lastDay, medianDay, openOn } from './payment-curve.js';

/** From when on it is known that an invoice was paid. */
const knownPaidOn = ({ settledOn, endKnownOn, knownOn }: HistoryInvoice): number =>
  settledOn === null ? Number.POSITIVE_INFINITY : Math.max(settledOn, endKnownOn ?? 0, knownOn ?? 0);

/**
 * The days late that anybody would expect without a model: the median of what the customer took so far, as known on the day;
 * and that of the book, by its own curve. Of a customer of whom no payment is known, that of the book.
 */
export class PlainDays {
  private byPayment: HistoryInvoice[] = [];
  private seen = 0;
  private sorted: number[] = [];

  begin(invoices: readonly HistoryInvoice[]): void {
    this.byPayment = [...invoices].sort((a, b) => knownPaidOn(a) - knownPaidOn(b) || a.dueOn - b.dueOn);
    this.seen = 0;
    this.sorted = [];
  }

  /** Of an invoice open on a day: by the customer, and by the book. */
  expected({ dueOn }: HistoryInvoice, day: number, { chances }: BookCurve): [number, number] {
    for (; ; this.seen++) {
      const next = this.byPayment[this.seen];
      if (!next || knownPaidOn(next) >= day) break;
      this.keep((next.settledOn as number) - next.dueOn);
    }
    const fromDay = lastDay + 1 - chances.length;
    const ofBook = medianDay(openOn({ fromDay, chances }, day - dueOn));
    const middle = this.sorted[(this.sorted.length - 1) >> 1];
    return [Math.max(middle ?? ofBook, day - dueOn), ofBook];
  }

  private keep(days: number): void {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as number) <= days) low = middle + 1;
      else high = middle;
    }
    this.sorted.splice(low, 0, days);
  }
}
