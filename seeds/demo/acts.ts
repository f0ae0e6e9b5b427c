/** What happens to an invoice of the demo book until it is paid, or instead. */
import type { SeedInvoice } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';
import type { Act, PayingHabit } from './habits.js';

/** All that ever happens to an invoice, in order of days; the caller leaves out what lies in the future. */
export function actsOn(invoice: SeedInvoice, habit: PayingHabit, random: Random, today: number): Act[] {
  const { amountMinor, issuedOn } = invoice;
  const when = habit.paidOn(invoice, random, today);
  const paidOn = when === null ? null : Math.max(issuedOn + 1, when);
  const draw = random.next();
  const creditOn = issuedOn + random.whole(2, 9);
  if (draw < 0.02 && (paidOn === null || creditOn < paidOn)) {
    const credited = Math.round(amountMinor * random.between(0.04, 0.2));
    const note: Act = {
      on: creditOn,
      kind: 'credit_note',
      amountMinor: credited,
      reason: random.pick(['goods returned', 'short delivery', 'price corrected']),
    };
    return paidOn === null ? [note] : [note, { on: paidOn, kind: 'payment', amountMinor: amountMinor - credited }];
  }
  if (paidOn === null) return neverPaid(invoice, today);
  if (draw < 0.045) return inTwoParts(amountMinor, paidOn, random);
  if (draw < 0.05) return returnedAndPaidAgain(amountMinor, paidOn, random);
  if (draw < 0.054) return shortByCents(amountMinor, paidOn);
  if (draw < 0.066) return disputed(invoice, paidOn, random, today);
  return [{ on: paidOn, kind: 'payment', amountMinor }];
}

/** Written off when it is more than half a year past due. */
function neverPaid({ dueOn, amountMinor }: SeedInvoice, today: number): Act[] {
  const on = dueOn + 190;
  return on > today ? [] : [{ on, kind: 'write_off', amountMinor, reason: 'no dividend to be expected' }];
}

function inTwoParts(amountMinor: number, paidOn: number, random: Random): Act[] {
  const first = Math.round(amountMinor * random.between(0.3, 0.7));
  return [
    { on: paidOn, kind: 'payment', amountMinor: first },
    { on: paidOn + random.whole(14, 40), kind: 'payment', amountMinor: amountMinor - first },
  ];
}

function returnedAndPaidAgain(amountMinor: number, paidOn: number, random: Random): Act[] {
  return [
    { on: paidOn, kind: 'payment', amountMinor },
    {
      on: paidOn + 4,
      kind: 'returned_payment',
      amountMinor: -amountMinor,
      reason: 'direct debit returned: insufficient funds',
    },
    { on: paidOn + random.whole(12, 30), kind: 'payment', amountMinor },
  ];
}

/** A rest too small to ask for. */
function shortByCents(amountMinor: number, paidOn: number): Act[] {
  const rest = Math.min(amountMinor - 1, 35);
  return [
    { on: paidOn, kind: 'payment', amountMinor: amountMinor - rest },
    { on: paidOn + 30, kind: 'write_off', amountMinor: rest, reason: 'small difference' },
  ];
}

/** Contested, and paid two months later; the flag stands while it is contested. */
function disputed(invoice: SeedInvoice, paidOn: number, random: Random, today: number): Act[] {
  const on = paidOn + random.whole(40, 70);
  invoice.isDisputed = on > today && invoice.issuedOn + 5 <= today;
  return [{ on, kind: 'payment', amountMinor: invoice.amountMinor }];
}
