import fc from 'fast-check';
import { type Allocation, addDays, type HistoryRow } from '../../analytics/index.js';
import type { TestLedger } from './ledger.js';

const START = '2026-01-01';

export interface SmallInvoice {
  issuedOn: number;
  netDays: number;
  amountMinor: number;
  currency: string;
}

/** Money that came in: on a day, so much, set against invoices in turn, some days later; some of it taken back again. */
export interface SmallCredit {
  kind: 'payment' | 'credit_note' | 'write_off';
  datedOn: number;
  amountMinor: number;
  currency: string;
  waitDays: number;
  isReturned: boolean;
}

export interface SmallLedger {
  invoices: SmallInvoice[];
  credits: SmallCredit[];
}

const currency = fc.constantFrom('EUR', 'USD', 'JPY');
const day = fc.integer({ min: 0, max: 240 });

/** The books of one customer: few documents, on days that often coincide. */
export const smallLedger: fc.Arbitrary<SmallLedger> = fc.record({
  invoices: fc.array(
    fc.record({
      issuedOn: day,
      netDays: fc.integer({ min: 0, max: 60 }),
      amountMinor: fc.integer({ min: 1, max: 900 }),
      currency,
    }),
    { minLength: 1, maxLength: 6 },
  ),
  credits: fc.array(
    fc.record({
      kind: fc.constantFrom('payment' as const, 'credit_note' as const, 'write_off' as const),
      datedOn: day,
      amountMinor: fc.integer({ min: 1, max: 1500 }),
      currency,
      waitDays: fc.constantFrom(0, 0, 0, 5, 40),
      isReturned: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
});

/** A day of the story: the days of the documents and those around them matter most. */
export const someDay: fc.Arbitrary<string> = fc.integer({ min: 0, max: 330 }).map((n) => addDays(START, n));

export interface Written {
  customerId: number;
  /** As `historyOf` takes them. */
  invoices: (HistoryRow & { currency: string })[];
  /** What of each credit is unapplied from which day on. */
  unapplied: { currency: string; moves: { on: string; minor: number }[] }[];
}

/** Writes it into the database, each credit against the invoices of its currency as far as it reaches. */
export async function write(ledger: TestLedger, name: string, of: SmallLedger): Promise<Written> {
  const customer = await ledger.customer(name);
  const invoices = of.invoices.map((invoice, i) => ({
    ...invoice,
    number: `I${i}`,
    open: invoice.amountMinor,
    lastOn: 0,
    allocations: [] as Allocation[],
  }));
  for (const { number, issuedOn, netDays, amountMinor, currency } of invoices) {
    await customer.invoice(number, {
      issued: addDays(START, issuedOn),
      due: addDays(START, issuedOn + netDays),
      minor: amountMinor,
      currency,
    });
  }
  const unapplied: Written['unapplied'] = [];
  for (const [i, credit] of of.credits.entries()) {
    const moves = [{ on: addDays(START, credit.datedOn), minor: credit.amountMinor }];
    // What is left of a write-off is nothing that came in.
    if (credit.kind !== 'write_off') unapplied.push({ currency: credit.currency, moves });
    await customer.pays(
      `C${i}`,
      addDays(START, credit.datedOn),
      credit.amountMinor,
      {},
      { kind: credit.kind, currency: credit.currency },
    );
    let left = credit.amountMinor;
    for (const invoice of invoices) {
      const minor = Math.min(left, invoice.open);
      if (invoice.currency !== credit.currency || minor === 0) continue;
      const on = Math.max(credit.datedOn + credit.waitDays, invoice.lastOn);
      await customer.allocate(`C${i}`, invoice.number, addDays(START, on), minor);
      moves.push({ on: addDays(START, on), minor: -minor });
      invoice.allocations.push({
        on: addDays(START, on),
        amountMinor: minor,
        isWriteOff: credit.kind === 'write_off',
        isCreditNote: credit.kind === 'credit_note',
      });
      invoice.open -= minor;
      invoice.lastOn = on;
      left -= minor;
      if (!credit.isReturned) continue;
      const back = on + 10;
      const against = { [invoice.number]: minor };
      await customer.paymentReturned(`R${i}-${invoice.number}`, addDays(START, back), minor, against, {
        currency: credit.currency,
      });
      invoice.allocations.push({ on: addDays(START, back), amountMinor: -minor });
      invoice.open += minor;
      invoice.lastOn = back + 1;
    }
  }
  return {
    customerId: customer.id,
    unapplied,
    invoices: invoices.map(({ issuedOn, netDays, amountMinor, currency, allocations }) => ({
      issuedOn: addDays(START, issuedOn),
      dueOn: addDays(START, issuedOn + netDays),
      amountMinor,
      currency,
      allocations,
    })),
  };
}
