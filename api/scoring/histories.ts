import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type HistoryInvoice, isDay } from '../../analytics/index.js';
import { knownBy } from '../ledger/known-by.js';
import { credited, writtenOff } from '../ledger/not-paid.js';
import type { Rates } from '../ledger/rates.service.js';

export interface CustomerHistory {
  customerId: number;
  history: HistoryInvoice[];
}

/** The day that is judged, and the day by which something has to have become known to count. */
export interface SeenOn {
  readonly asOf: string;
  readonly knownOn: string;
}

/**
 * SQL of all invoices known on a day with what was open of them then, customer by customer, each in one order: sums of
 * shares hang on it in their last digit. COPY takes no parameters, so the days are checked and written in.
 */
export function historiesSql({ asOf, knownOn }: SeenOn, ids?: readonly number[]): string {
  for (const day of [asOf, knownOn]) if (!isDay(day)) throw new RangeError(`${day} is not a day`);
  const day = `date '${asOf}'`;
  const known = `date '${knownOn}'`;
  const allIsKnown = `(allocations_known_on is null or allocations_known_on <= ${known})`;
  const of = ids && `in (${ids.map((id) => Number(id)).join(',') || 'null'})`;
  return `copy (
    select i.customer_id, i.issued_on - date '1970-01-01', i.due_on - date '1970-01-01',
           case when not i.is_written_off and not i.is_credited then i.was_settled_on end,
           case when not i.is_written_off and i.is_credited then i.was_settled_on end,
           i.amount_minor,
           case when i.settled_on <= ${day} and ${allIsKnown} then 0
                when i.first_allocated_on is null or i.first_allocated_on > ${day} then i.amount_minor
                when i.last_allocated_on <= ${day} and ${allIsKnown} then i.amount_minor - i.allocated_minor
                else i.amount_minor - (select coalesce(sum(a.amount_minor), 0) from allocation a
                       where a.customer_id = i.customer_id and a.invoice_id = i.id
                         and a.allocated_on <= ${day} and ${knownBy('a.known_at', known)}) end,
           i.currency
      from (select *, (customer_id, id) in (${writtenOff(day, known, of)}) as is_written_off,
                   (customer_id, id) in (${credited(day, known, of)}) as is_credited,
                   case when settled_on <= ${day} and ${allIsKnown} then settled_on - date '1970-01-01'
                        -- Settled by then, opened again since by a returned payment; or some of it was booked later.
                        when first_allocated_on <= ${day} and (last_allocated_on > ${day} or not ${allIsKnown}) then (
                          select max(a.allocated_on) - date '1970-01-01' from allocation a
                           where a.customer_id = invoice.customer_id and a.invoice_id = invoice.id
                             and a.allocated_on <= ${day} and ${knownBy('a.known_at', known)}
                          having sum(a.amount_minor) = invoice.amount_minor) end as was_settled_on
              from invoice where issued_on <= ${day} and ${knownBy('known_at', known)} ${of ? `and customer_id ${of}` : ''}) i
     order by i.customer_id, i.id
  ) to stdout`;
}

/**
 * Streams the histories of a day, some customers at a time: a step a row would cost more than the rows. Amounts of one
 * customer are in one currency.
 */
export async function* histories(
  client: pg.ClientBase,
  seen: SeenOn,
  rates: Rates,
  ids?: readonly number[],
): AsyncGenerator<CustomerHistory[]> {
  const factors = new Map([...rates.factors].map(([currency, factor]) => [codeOf(Buffer.from(currency), 0), factor]));
  const row = [0, 0, 0, 0, 0, 0, 0];
  let current: CustomerHistory | undefined;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of client.query(copyTo(historiesSql(seen, ids))) as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const complete: CustomerHistory[] = [];
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; from = end + 1, end = bytes.indexOf(NEWLINE, from)) {
      const currencyAt = readNumbers(bytes, from, row);
      const customerId = row[0] as number;
      if (current?.customerId !== customerId) {
        if (current) complete.push(current);
        current = { customerId, history: [] };
      }
      // A currency without a rate counts unconverted: shares within a customer are right unless it mixes currencies.
      const factor = factors.get(codeOf(bytes, currencyAt)) ?? 1;
      const invoice: HistoryInvoice = {
        issuedOn: row[1] as number,
        dueOn: row[2] as number,
        settledOn: Number.isNaN(row[3]) ? null : (row[3] as number),
        amountMinor: Math.round((row[5] as number) * factor),
        openMinor: Math.round((row[6] as number) * factor),
      };
      if (!Number.isNaN(row[4])) invoice.creditedOn = row[4] as number;
      current.history.push(invoice);
    }
    rest = bytes.subarray(from);
    if (complete.length > 0) yield complete;
  }
  if (current) yield [current];
}

const [TAB, NEWLINE, MINUS, ZERO, BACKSLASH] = [9, 10, 45, 48, 92];

/**
 * Reads whole numbers, each with a tab behind it, from the bytes of COPY into a row, NaN for null, and says where the next
 * field begins. Cutting the text into strings would take longer than scoring does.
 */
function readNumbers(bytes: Buffer, from: number, row: number[]): number {
  let at = from;
  for (let field = 0; field < row.length; field++) {
    const sign = bytes[at] === MINUS ? -1 : bytes[at] === BACKSLASH ? Number.NaN : 1;
    if (sign !== 1) at++;
    let value = 0;
    for (; bytes[at] !== TAB; at++) value = value * 10 + (bytes[at] as number) - ZERO;
    row[field] = sign * value;
    at++;
  }
  return at;
}

/** The three letters of a currency as one number. */
const codeOf = (bytes: Buffer, at: number) => bytes.readUIntBE(at, 3);
