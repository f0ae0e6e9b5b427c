import type pg from 'pg';
import { addDays, type DefaultFacts } from '../../analytics/index.js';
import { type Rates, rateColumns } from '../ledger/rates.service.js';

type Writable = {
  -readonly [Key in keyof DefaultFacts]: DefaultFacts[Key] extends readonly (infer Each)[] ? Each[] : DefaultFacts[Key];
};

interface InvoiceRow {
  customerId: number;
  dueOn: string;
  amountMinor: number;
  allocations: { on: string; amountMinor: number }[];
}

/**
 * What may have been a default of anybody by a day: invoices that were open so many days past due, write-offs, and what
 * credit checks say. Amounts in the reporting currency; one without a rate counts unconverted. Whether an invoice is
 * disputed is known as it is now.
 */
export async function defaultFacts(
  client: pg.ClientBase,
  asOf: string,
  daysPastDue: number,
  rates: Rates,
): Promise<Map<number, DefaultFacts>> {
  const all = new Map<number, Writable>();
  const of = (customerId: number): Writable => {
    const own = all.get(customerId) ?? { undisputed: [], writeOffs: [], insolventOn: null, handedOverOn: null };
    all.set(customerId, own);
    return own;
  };
  const factors = rateColumns(rates);
  const invoices = await client.query<InvoiceRow>(
    `select i.customer_id as "customerId", i.due_on as "dueOn", round(i.amount_minor * coalesce(r.factor, 1)::numeric) as "amountMinor",
            coalesce((select json_agg(json_build_object('on', a.allocated_on, 'amountMinor', round(a.amount_minor * coalesce(r.factor, 1)::numeric)))
                        from allocation a where a.customer_id = i.customer_id and a.invoice_id = i.id), '[]') as allocations
       from invoice i left join unnest($3::text[], $4::float8[]) as r (currency, factor) on r.currency = i.currency
      where not i.is_disputed and i.due_on <= $1 and (i.settled_on is null or i.settled_on > i.due_on + $2::integer)`,
    [addDays(asOf, -daysPastDue), daysPastDue, ...factors],
  );
  for (const { customerId, ...invoice } of invoices.rows) of(customerId).undisputed.push(invoice);
  const writeOffs = await client.query<{ customerId: number; on: string; amountMinor: number }>(
    `select c.customer_id as "customerId", c.dated_on as "on", round(c.amount_minor * coalesce(r.factor, 1)::numeric) as "amountMinor"
       from credit c left join unnest($2::text[], $3::float8[]) as r (currency, factor) on r.currency = c.currency
      where c.kind = 'write_off' and c.dated_on <= $1`,
    [asOf, ...factors],
  );
  for (const { customerId, ...writeOff } of writeOffs.rows) of(customerId).writeOffs.push(writeOff);
  // The first report that says so: a procedure that ended later was a default all the same.
  const insolvencies = await client.query<{ customerId: number; on: string }>(
    `select customer_id as "customerId", min(reported_on) as "on" from credit_check
      where reported_on <= $1 and (received_at at time zone 'UTC')::date <= $1 and (report->>'isInsolvent')::boolean
      group by 1`,
    [asOf],
  );
  for (const { customerId, on } of insolvencies.rows) of(customerId).insolventOn = on;
  // Who hands a customer over pauses its reminders for that reason, from that day on; that it came back undoes nothing.
  const handedOver = await client.query<{ customerId: number; on: string }>(
    `select customer_id as "customerId", min(from_on) as "on" from reminder_pause where reason = 'legal' and from_on <= $1 group by 1`,
    [asOf],
  );
  for (const { customerId, on } of handedOver.rows) of(customerId).handedOverOn = on;
  return all;
}
