import { dayNumber, type HistoryInvoice } from '../../analytics/index.js';
import type { Rates } from '../ledger/rates.service.js';
import type { ProgramSql } from '../shared/sql.js';

/** One customer's invoices with their numbers, for models that look at the whole book. Amounts in the reporting currency. */
export interface DatedCustomer {
  readonly customerId: number;
  readonly invoices: readonly DatedInvoice[];
}

export interface DatedInvoice extends HistoryInvoice {
  readonly customerId: number;
  readonly number: string;
}

interface Row {
  customerId: number;
  id: number;
  number: string;
  issuedOn: string;
  dueOn: string;
  settledOn: string | null;
  amountMinor: number;
  openMinor: number;
  currency: string;
}

const batch = 20_000;

/**
 * The whole book as it is known today, customer by customer, and how many copies were left out: invoices of one customer
 * alike in all but the number teach twice what happened once. A currency without a rate counts unconverted.
 */
export async function datedInvoices(
  sql: ProgramSql,
  rates: Rates,
  onProgress?: (invoices: number) => void,
): Promise<{ customers: DatedCustomer[]; copies: number }> {
  const customers: DatedCustomer[] = [];
  const seen = new Set<string>();
  let invoices: DatedInvoice[] = [];
  let copies = 0;
  let read = 0;
  for (let after = { customerId: 0, id: 0 }; ; ) {
    const rows = await sql.rows<Row>(
      `select customer_id as "customerId", id, number, issued_on as "issuedOn", due_on as "dueOn", settled_on as "settledOn",
              amount_minor as "amountMinor", amount_minor - allocated_minor as "openMinor", currency
         from invoice where (customer_id, id) > ($1, $2) order by customer_id, id limit ${batch}`,
      [after.customerId, after.id],
    );
    for (const row of rows) {
      if (row.customerId !== customers.at(-1)?.customerId) {
        invoices = [];
        seen.clear();
        customers.push({ customerId: row.customerId, invoices });
      }
      const alike = `${row.issuedOn} ${row.dueOn} ${row.settledOn} ${row.amountMinor} ${row.currency}`;
      if (seen.has(alike)) copies++;
      else {
        seen.add(alike);
        invoices.push(dated(row, rates.factors.get(row.currency) ?? 1));
      }
    }
    read += rows.length;
    onProgress?.(read);
    const last = rows.at(-1);
    if (rows.length < batch || !last) return { customers, copies };
    after = last;
  }
}

const dated = (
  { customerId, number, issuedOn, dueOn, settledOn, amountMinor, openMinor }: Row,
  factor: number,
): DatedInvoice => ({
  customerId,
  number,
  issuedOn: dayNumber(issuedOn),
  dueOn: dayNumber(dueOn),
  settledOn: settledOn === null ? null : dayNumber(settledOn),
  amountMinor: Math.round(amountMinor * factor),
  openMinor: Math.round(openMinor * factor),
});
