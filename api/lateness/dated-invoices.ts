import type { HistoryInvoice } from '../../analytics/index.js';
import { knownBy } from '../ledger/known-by.js';
import { credited, writtenOff } from '../ledger/not-paid.js';
import type { Rates } from '../ledger/rates.service.js';
import type { ProgramSql } from '../shared/sql.js';

/** One customer's invoices with their numbers, for models that look at the whole book. Amounts in the reporting currency. */
export interface DatedCustomer {
  readonly customerId: number;
  readonly invoices: readonly DatedInvoice[];
  /** Invoices alike in all but the number: they would teach twice what happened once. */
  readonly copies: readonly DatedInvoice[];
}

export interface DatedInvoice extends HistoryInvoice {
  readonly customerId: number;
  readonly id: number;
  readonly number: string;
  readonly knownOn: number | null;
  readonly endKnownOn: number | null;
}

interface Row extends DatedInvoice {
  currency: string;
  isWrittenOff: boolean;
  isCredited: boolean;
}

const batch = 20_000;
const day = (column: string) => `${column} - date '1970-01-01'`;

/** What of an invoice was known on the day in $1, days as numbers. */
const known = (customers?: string) => `customer_id as "customerId", id, number,
  ${day('issued_on')} as "issuedOn", ${day('due_on')} as "dueOn", amount_minor as "amountMinor",
  case when settled_on <= $1 and (allocations_known_on is null or allocations_known_on <= $1) then ${day('settled_on')} end as "settledOn",
  case when allocations_known_on > settled_on then ${day('allocations_known_on')} end as "endKnownOn",
  ${day("(known_at at time zone 'UTC')::date")} as "knownOn",
  (customer_id, id) in (${writtenOff('$1', '$1', customers)}) as "isWrittenOff",
  (customer_id, id) in (${credited('$1', '$1', customers)}) as "isCredited",
  amount_minor - case when last_allocated_on <= $1 and (allocations_known_on is null or allocations_known_on <= $1) then allocated_minor
    when first_allocated_on <= $1 then (select coalesce(sum(a.amount_minor), 0) from allocation a
      where a.customer_id = invoice.customer_id and a.invoice_id = invoice.id and a.allocated_on <= $1 and ${knownBy('a.known_at', '$1')})
    else 0 end as "openMinor", currency`;

/** The whole book as it was known on a day (`infinity`: all there is), customer by customer. A currency without a rate counts unconverted. */
export async function datedInvoices(
  sql: ProgramSql,
  rates: Rates,
  asOf: string,
  onProgress?: (invoices: number) => void,
): Promise<DatedCustomer[]> {
  const customers: DatedCustomer[] = [];
  const gather = gatherer(rates, (customer) => customers.push(customer));
  let read = 0;
  for (let after = { customerId: 0, id: 0 }; ; ) {
    const rows = await sql.rows<Row>(
      `select ${known()} from invoice where issued_on <= $1 and ${knownBy('known_at', '$1')} and (customer_id, id) > ($2, $3) order by customer_id, id limit ${batch}`,
      [asOf, after.customerId, after.id],
    );
    for (const row of rows) gather(row);
    read += rows.length;
    onProgress?.(read);
    const last = rows.at(-1);
    if (rows.length < batch || !last) return customers;
    after = last;
  }
}

/** The same of some customers. */
export async function datedInvoicesOf(
  sql: ProgramSql,
  rates: Rates,
  asOf: string,
  customerIds: readonly number[],
): Promise<DatedCustomer[]> {
  const customers: DatedCustomer[] = [];
  const gather = gatherer(rates, (customer) => customers.push(customer));
  const rows = await sql.rows<Row>(
    `select ${known('= any($2)')} from invoice where issued_on <= $1 and ${knownBy('known_at', '$1')} and customer_id = any($2) order by customer_id, id`,
    [asOf, customerIds],
  );
  for (const row of rows) gather(row);
  return customers;
}

/** Takes rows in order of customers, and tells of each customer as soon as its first row is there. */
function gatherer({ factors }: Rates, begun: (customer: DatedCustomer) => void): (row: Row) => void {
  const seen = new Set<string>();
  let current: { customerId: number; invoices: DatedInvoice[]; copies: DatedInvoice[] } | undefined;
  return (row) => {
    const { customerId, id, number, issuedOn, dueOn, settledOn, amountMinor, openMinor, currency } = row;
    const { isWrittenOff, isCredited, endKnownOn, knownOn } = row;
    if (customerId !== current?.customerId) {
      current = { customerId, invoices: [], copies: [] };
      seen.clear();
      begun(current);
    }
    const factor = factors.get(currency) ?? 1;
    const alike = `${issuedOn} ${dueOn} ${settledOn} ${amountMinor} ${currency}`;
    const list = seen.has(alike) ? current.copies : current.invoices;
    seen.add(alike);
    // Written out: of a million invoices each is to have one shape, and no field that nobody reads.
    list.push({
      customerId,
      id,
      number,
      issuedOn,
      dueOn,
      settledOn: isWrittenOff || isCredited ? null : settledOn,
      creditedOn: isCredited && !isWrittenOff ? settledOn : null,
      amountMinor: Math.round(amountMinor * factor),
      openMinor: Math.round(openMinor * factor),
      knownOn: knownOn !== null && knownOn > issuedOn ? knownOn : null,
      endKnownOn: settledOn === null || isWrittenOff ? null : endKnownOn,
    });
  };
}
