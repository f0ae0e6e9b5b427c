/** How the customers of the at-scale book pay: every way that makes an open balance hard to know, in known shares. */
import type { CustomerLedger, SeedInvoice } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';

/** How days late are spread, and for how many in a hundred customers. */
const habits = [
  { upTo: 0.55, daysLate: -2, spread: 3 },
  { upTo: 0.85, daysLate: 7, spread: 6 },
  { upTo: 0.97, daysLate: 22, spread: 12 },
  { upTo: 1, daysLate: 45, spread: 25 },
];

type Fate =
  | 'part paid'
  | 'never paid'
  | 'in two payments'
  | 'less a credit note'
  | 'with the next invoice'
  | 'overpaid'
  | 'applied later'
  | 'in full';

/** What becomes of an invoice, in shares that add up: the first whose `upTo` is above a draw. */
const fates: readonly { upTo: number; fate: Fate }[] = [
  { upTo: 0.02, fate: 'part paid' },
  { upTo: 0.023, fate: 'never paid' },
  { upTo: 0.043, fate: 'in two payments' },
  { upTo: 0.053, fate: 'less a credit note' },
  { upTo: 0.083, fate: 'with the next invoice' },
  { upTo: 0.09, fate: 'overpaid' },
  { upTo: 0.1, fate: 'applied later' },
  { upTo: 1, fate: 'in full' },
];

const at = <T extends { upTo: number }>(table: readonly T[], draw: number): T =>
  table.find((row) => draw < row.upTo) as T;

/** Pays the invoices of one customer up to today, from the first to the last. */
export function payAsUsual(ledger: CustomerLedger, random: Random, today: number): void {
  const habit = at(habits, random.next());
  const waiting: SeedInvoice[] = [];
  for (const [k, invoice] of ledger.invoices.entries()) {
    const daysLate = Math.round(habit.daysLate + habit.spread * random.normal());
    const paidOn = Math.max(invoice.issuedOn + 3, invoice.dueOn + daysLate);
    const { fate } = at(fates, random.next());
    const share = random.between(0.2, 0.8);
    const nextIssuedOn = ledger.invoices[k + 1]?.issuedOn ?? today;
    const canWait = nextIssuedOn - invoice.issuedOn < 30;
    if (fate === 'with the next invoice' && canWait) waiting.push(invoice);
    else if (paidOn <= today)
      pay(ledger, [...waiting.splice(0), invoice], fate, paidOn, share, Math.min(paidOn + 5, today));
    else if (fate === 'in two payments' && firstPartOn(invoice, paidOn) <= today)
      part(ledger, invoice, firstPartOn(invoice, paidOn), share);
  }
}

function pay(
  ledger: CustomerLedger,
  invoices: SeedInvoice[],
  fate: Fate,
  on: number,
  share: number,
  later: number,
): void {
  const last = invoices.at(-1) as SeedInvoice;
  switch (fate) {
    case 'never paid':
      return;
    case 'part paid':
      part(ledger, last, on, share);
      return;
    case 'in two payments':
      part(ledger, last, firstPartOn(last, on), share);
      break;
    case 'less a credit note':
      ledger.settle(
        last,
        'credit_note',
        Math.max(last.issuedOn + 1, on - 5),
        Math.ceil(last.amountMinor * 0.05),
        'goods returned',
      );
  }
  const owed = invoices.reduce((sum, invoice) => sum + invoice.amountMinor - invoice.allocatedMinor, 0);
  const surplus = fate === 'overpaid' ? Math.ceil(owed * 0.1) : 0;
  const payment = ledger.credit('payment', on, owed + surplus);
  const appliedOn = fate === 'applied later' ? later : on;
  for (const invoice of invoices)
    ledger.allocate(invoice, payment, appliedOn, invoice.amountMinor - invoice.allocatedMinor);
}

const firstPartOn = (invoice: SeedInvoice, paidOn: number) => Math.max(invoice.issuedOn + 1, paidOn - 7);

function part(ledger: CustomerLedger, invoice: SeedInvoice, on: number, share: number): void {
  ledger.settle(invoice, 'payment', on, Math.max(1, Math.round(invoice.amountMinor * share)));
}
