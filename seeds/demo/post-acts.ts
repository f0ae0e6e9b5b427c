/** Books what happened to the invoices of one customer: what is paid on one day is one payment, as on a bank statement. */
import type { CustomerLedger, SeedCredit, SeedInvoice } from '../book/customer-ledger.js';
import type { Act } from './habits.js';

export interface InvoiceAct extends Act {
  readonly invoice: SeedInvoice;
}

export function postActs(ledger: CustomerLedger, acts: readonly InvoiceAct[], today: number): void {
  const past = acts.filter(({ on }) => on <= today).sort((a, b) => a.on - b.on || a.invoice.id - b.invoice.id);
  for (let from = 0; from < past.length; ) {
    const { on, kind, reason } = past[from] as InvoiceAct;
    let to = from + 1;
    if (kind === 'payment') while (past[to]?.on === on && past[to]?.kind === 'payment') to++;
    const together = past.slice(from, to);
    const amountMinor = together.reduce((sum, act) => sum + act.amountMinor, 0);
    const credit: SeedCredit = ledger.credit(kind, on, amountMinor, reason ?? null);
    for (const act of together) ledger.allocate(act.invoice, credit, on, act.amountMinor);
    from = to;
  }
}
