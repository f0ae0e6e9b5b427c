import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type HistoryInvoice, isDay } from '../../analytics/index.js';
import type { Rates } from '../ledger/rates.service.js';

export interface CustomerHistory {
  customerId: number;
  history: HistoryInvoice[];
}

/**
 * SQL of all invoices known on a day with what was open of them then, customer by customer. COPY takes no parameters, so
 * the day is checked and written in.
 */
export function historiesSql(asOf: string, ids?: readonly number[]): string {
  if (!isDay(asOf)) throw new RangeError(`${asOf} is not a day`);
  const day = `date '${asOf}'`;
  const some = ids ? `and i.customer_id in (${ids.map((id) => Number(id)).join(',') || 'null'})` : '';
  return `copy (
    select i.customer_id, i.issued_on - date '1970-01-01', i.due_on - date '1970-01-01',
           case when i.settled_on <= ${day} then i.settled_on - date '1970-01-01'
                -- Settled by then, opened again since by a returned payment.
                when i.first_allocated_on <= ${day} and i.last_allocated_on > ${day} then (
                  select max(a.allocated_on) - date '1970-01-01' from allocation a
                   where a.customer_id = i.customer_id and a.invoice_id = i.id and a.allocated_on <= ${day}
                  having sum(a.amount_minor) = i.amount_minor) end,
           i.amount_minor,
           case when i.settled_on <= ${day} then 0
                when i.first_allocated_on is null or i.first_allocated_on > ${day} then i.amount_minor
                when i.last_allocated_on <= ${day} then i.amount_minor - i.allocated_minor
                else i.amount_minor - (select coalesce(sum(a.amount_minor), 0) from allocation a
                       where a.customer_id = i.customer_id and a.invoice_id = i.id and a.allocated_on <= ${day}) end,
           i.currency
      from invoice i where i.issued_on <= ${day} ${some} order by i.customer_id
  ) to stdout`;
}

/**
 * Streams the histories of a day, some customers at a time: a step a row would cost more than the rows. Amounts of one
 * customer are in one currency.
 */
export async function* histories(
  client: pg.ClientBase,
  asOf: string,
  rates: Rates,
  ids?: readonly number[],
): AsyncGenerator<CustomerHistory[]> {
  let current: CustomerHistory | undefined;
  let rest = '';
  for await (const chunk of client.query(copyTo(historiesSql(asOf, ids))) as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    const complete: CustomerHistory[] = [];
    for (const line of lines) {
      const row = line.split('\t');
      const customerId = Number(row[0]);
      if (current?.customerId !== customerId) {
        if (current) complete.push(current);
        current = { customerId, history: [] };
      }
      current.history.push(invoiceOf(row, rates));
    }
    if (complete.length > 0) yield complete;
  }
  if (current) yield [current];
}

function invoiceOf(row: string[], { factors }: Rates): HistoryInvoice {
  // A currency without a rate counts unconverted: shares within a customer are right unless it mixes currencies.
  const factor = factors.get(row[6] as string) ?? 1;
  return {
    issuedOn: Number(row[1]),
    dueOn: Number(row[2]),
    settledOn: row[3] === '\\N' ? null : Number(row[3]),
    amountMinor: Math.round(Number(row[4]) * factor),
    openMinor: Math.round(Number(row[5]) * factor),
  };
}
