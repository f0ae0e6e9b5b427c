import { addDays, dayNumber, dayOf } from '../../analytics/index.js';
import type { TestLedger } from './ledger.js';

/** Numbers that look thrown, the same every time. */
export function dice(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/**
 * A book that teaches: 40 customers of an invoice every six days, who pay on Fridays; the even ones mostly in time, the odd
 * ones mostly late; one that is new, one overdue for months; a copy, and an invoice settled before it was issued.
 */
export async function bookOfHabits(ledger: TestLedger): Promise<void> {
  const rows: unknown[][] = [];
  const roll = dice(7);
  let first: number | undefined;
  for (let i = 0; i < 40; i++) {
    const name = i % 2 ? `Late ${i}` : `Prompt ${i}`;
    const { id } = await ledger.customer(name, { country: i % 3 ? 'DE' : 'FR' });
    first ??= id;
    for (let k = 0; k < 60; k++) {
      const issued = addDays('2025-11-01', k * 6 + (i % 7));
      const due = addDays(issued, 30);
      const ready = dayNumber(due) + Math.round((i % 2 ? 4 : -13) + roll() * 16);
      const settled = dayOf(ready + ((5 - new Date(ready * 86_400_000).getUTCDay() + 7) % 7));
      const minor = 10_000 + Math.floor(roll() * 90) * 1000;
      rows.push([id, `${name}-${k}`, issued, due, settled <= '2026-11-22' ? settled : null, minor]);
    }
    rows.push([id, `${name}-open`, '2026-11-15', '2026-12-15', null, 70_000 + i]);
  }
  rows.push([first, 'Copy', ...copyOf(rows[0] as unknown[])]);
  rows.push([first, 'Contradiction', '2026-05-10', '2026-06-10', '2026-05-01', 5_000]);
  const recent = await ledger.customer('New');
  rows.push([recent.id, 'New-open', '2026-11-10', '2026-12-10', null, 80_000]);
  const old = await ledger.customer('Old');
  rows.push([old.id, 'Old-paid', '2025-12-01', '2026-01-01', '2026-02-01', 80_000]);
  rows.push([old.id, 'Old-open', '2026-03-01', '2026-04-01', null, 80_000]);
  await invoices(ledger, rows);
}

const copyOf = ([, , ...rest]: unknown[]) => rest;

/** Invoices and, for the settled ones, the payments that settle them: number, issued, due, settled, minor. */
export async function invoices(ledger: TestLedger, rows: readonly unknown[][]): Promise<void> {
  const columns = rows[0]?.map((_, i) => rows.map((row) => row[i])) ?? [];
  await ledger.sql.rows(
    `with given as (select * from unnest($1::bigint[], $2::text[], $3::date[], $4::date[], $5::date[], $6::bigint[]) as r (customer_id, number, issued, due, settled, minor)),
     made as (insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) select customer_id, number, issued, due, 'EUR', minor from given returning customer_id, id, number),
     paid as (insert into credit (customer_id, number, kind, dated_on, currency, amount_minor) select customer_id, 'P ' || number, 'payment', settled, 'EUR', minor from given where settled is not null returning customer_id, id, number)
     select 1`,
    columns,
  );
  await ledger.sql.rows(
    `insert into allocation (customer_id, invoice_id, credit_id, allocated_on, amount_minor)
     select i.customer_id, i.id, c.id, c.dated_on, c.amount_minor from credit c join invoice i on i.customer_id = c.customer_id and c.number = 'P ' || i.number`,
  );
}
