import { dayNumber, dayOf, WorkingCalendar } from '../../analytics/index.js';
import { holidaysOf } from '../shared/holidays.js';
import type { DatedCustomer } from './dated-invoices.js';

/** The first and last day anything was issued or due; null for a book without invoices. */
function span(customers: readonly DatedCustomer[]): [number, number] | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { invoices } of customers) {
    for (const { issuedOn, dueOn } of invoices) {
      first = Math.min(first, issuedOn, dueOn);
      last = Math.max(last, issuedOn, dueOn);
    }
  }
  return Number.isFinite(first) ? [first, last] : null;
}

/** The days of rest of a country, over all years that these customers’ invoices can ask about. */
export function calendarOf(customers: readonly DatedCustomer[], country: string | null): WorkingCalendar {
  const days = span(customers);
  if (!days) return new WorkingCalendar([]);
  const [first, last] = days.map((day) => Number(dayOf(day).slice(0, 4))) as [number, number];
  // A year on either side: curves reach from weeks before a due day to months after it.
  return new WorkingCalendar(holidaysOf(country, first - 1, Math.min(last + 1, first + 60)).map(dayNumber));
}

/** The newest day on which something of the book happened: what is open then is open, what is due later is not known. */
export function lastKnown(customers: readonly DatedCustomer[], today: number): number {
  let last = 0;
  for (const { invoices } of customers) {
    for (const { issuedOn, settledOn } of invoices) last = Math.max(last, issuedOn, settledOn ?? 0);
  }
  return Math.min(last, today);
}
