/** Ageing of today and of past days, beside the plain ways of asking the same. */
import { addDays } from '../../analytics/index.js';
import { AgingService } from '../../api/ledger/aging.service.js';
import { openItems } from '../../api/ledger/open-items.js';
import { Sql } from '../../api/shared/sql.js';
import { besideFloor, type Measurement } from './measurement.js';
import { type Program, TODAY } from './stand.js';

const ROUNDS = 7;
const PAST_DAYS = [1, 30, 120, 365, 730, 1000];

/** The five buckets of whatever is called `open`, by due day. */
const buckets = [
  [-100_000, 0],
  [1, 30],
  [31, 60],
  [61, 90],
  [91, 100_000],
]
  .map(([from, to]) => `sum(open) filter (where $1::date - due_on between ${from} and ${to})`)
  .join(', ');

/** The plainest SQL over the open items: nothing dated later, nothing reopened, no basis to choose. */
const plainItems = 'select *, amount_minor - allocated_minor as open from invoice where settled_on is null';
const plainByCustomer = `select customer_id, currency, ${buckets} from (${plainItems}) i group by customer_id, currency`;
const plainTotals = `select currency, ${buckets} from (${plainItems}) i group by currency`;
const plainUnapplied =
  'select currency, sum(amount_minor - allocated_minor) from credit where applied_on is null group by currency';

/** Sums all allocations up to the day in $1, as one would without anything prepared for it. */
const plainPast = `
  select currency, ${buckets} from (
    select i.currency, i.due_on, i.amount_minor - coalesce(a.paid, 0) as open
      from invoice i
      left join (select customer_id, invoice_id, sum(amount_minor) as paid from allocation where allocated_on <= $1 group by 1, 2) a
        on a.customer_id = i.customer_id and a.invoice_id = i.id
     where i.issued_on <= $1
  ) o where open <> 0 group by currency`;

export async function agingToday(program: Program): Promise<Measurement[]> {
  const sql = program.get(Sql);
  const service = program.get(AgingService);
  // Counted on the server: nothing in the product fetches a row for each of 50,000 customers, it joins and limits.
  const counted = (text: string, values: unknown[] = []) => sql.rows(`select count(*) from (${text}) x`, values);
  const items = `select customer_id, currency, due_on, open_minor as open from (${openItems(TODAY, TODAY)}) item`;
  const byCustomer = `select customer_id, currency, ${buckets} from (${items}) i group by customer_id, currency`;
  const customers = await besideFloor(
    () => counted(byCustomer, [TODAY]),
    () => counted(plainByCustomer, [TODAY]),
    ROUNDS,
  );
  const totals = await besideFloor(
    () => service.totals(TODAY),
    async () => {
      await sql.rows(plainTotals, [TODAY]);
      await sql.rows(plainUnapplied);
    },
    ROUNDS,
  );
  return [
    { name: 'aging-today', part: 'per customer', ...customers, unit: 'ms', target: 1.5 },
    { name: 'aging-today', part: 'in total', ...totals, unit: 'ms', target: 1.5 },
  ];
}

export async function agingPast(program: Program): Promise<Measurement[]> {
  const sql = program.get(Sql);
  const service = program.get(AgingService);
  const measurements: Measurement[] = [];
  for (const days of PAST_DAYS) {
    const day = addDays(TODAY, -days);
    const found = await besideFloor(
      () => service.totals(day),
      () => sql.rows(plainPast, [day]),
      3,
    );
    measurements.push({ name: 'aging-past', part: day, ...found, unit: 'ms', target: 0.15 });
  }
  return measurements;
}
