/** How the invented customers of the demo book pay. Days are day numbers. */
import type { SeedInvoice } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';
import { lastDayOfMonth, monthsBetween } from './months.js';

/** Some of an invoice, in one act. */
export interface Act {
  readonly on: number;
  readonly kind: 'payment' | 'credit_note' | 'write_off' | 'returned_payment';
  readonly amountMinor: number;
  readonly reason?: string;
}

export interface PayingHabit {
  readonly key: string;
  /** How many in a thousand customers. */
  readonly perMille: number;
  /** The day the invoice is paid; null for never. */
  readonly paidOn: (invoice: SeedInvoice, random: Random, today: number) => number | null;
}

const afterDue = (from: number, to: number) => (invoice: SeedInvoice, random: Random) =>
  invoice.dueOn + random.whole(from, to);

export const habits: readonly PayingHabit[] = [
  { key: 'early', perMille: 90, paidOn: afterDue(-12, -4) },
  { key: 'prompt', perMille: 310, paidOn: afterDue(-4, 0) },
  { key: 'a few days late', perMille: 170, paidOn: afterDue(1, 9) },
  { key: 'payment run at the month’s end', perMille: 110, paidOn: ({ dueOn }) => lastDayOfMonth(dueOn) },
  {
    key: 'payment run every second Friday',
    perMille: 80,
    paidOn: ({ dueOn }) => dueOn + ((14 - ((dueOn + 5) % 14)) % 14),
  },
  { key: 'weeks late', perMille: 75, paidOn: afterDue(10, 32) },
  { key: 'erratic', perMille: 45, paidOn: afterDue(-5, 45) },
  {
    key: 'slipping',
    perMille: 40,
    paidOn: (invoice, random, today) =>
      invoice.dueOn + Math.round(Math.max(0, 9 - monthsBetween(invoice.dueOn, today)) * 4.5) + random.whole(-2, 3),
  },
  {
    key: 'recovered',
    perMille: 25,
    paidOn: (invoice, random, today) =>
      invoice.dueOn + (monthsBetween(invoice.dueOn, today) > 10 ? random.whole(25, 50) : random.whole(-2, 1)),
  },
  { key: 'very late', perMille: 25, paidOn: afterDue(40, 75) },
  {
    // The day it stops is the same for all its invoices: about four months ago.
    key: 'stopped paying',
    perMille: 30,
    paidOn: (invoice, random, today) => {
      const on = invoice.dueOn + random.whole(0, 6);
      return on < today - 110 ? on : null;
    },
  },
];

/** Failed last year: what it left unpaid has been written off since. */
export const wentUnder: PayingHabit = {
  key: 'went under',
  perMille: 0,
  paidOn: (invoice, random, today) => {
    const on = invoice.dueOn + random.whole(0, 25);
    return on < today - 330 ? on : null;
  },
};

export function habitFor(perMille: number): PayingHabit {
  let upTo = 0;
  for (const habit of habits) {
    upTo += habit.perMille;
    if (perMille < upTo) return habit;
  }
  throw new RangeError(`the habits have no share for ${perMille} in a thousand`);
}
