import { addDays } from '../../analytics/index.js';
import { dice, invoices } from './habits.js';
import type { TestLedger } from './ledger.js';

/**
 * A book in which some do not pay at all: an invoice every sixty days since 2022. Six in ten pay in time, the others a week or a
 * month late; each year some stop paying for good, the likelier the later they pay.
 */
export async function bookOfDefaults(ledger: TestLedger, customers = 1000, until = '2026-11-22'): Promise<void> {
  const roll = dice(11);
  const rows: unknown[][] = [];
  const numbers = Array.from({ length: customers }, (_, i) => `D${String(i).padStart(5, '0')}`);
  const made = await ledger.sql.rows<{ id: number }>(
    `insert into customer (number, name, currency) select n, 'Customer ' || n, 'EUR' from unnest($1::text[]) n order by n returning id`,
    [numbers],
  );
  made.forEach(({ id }, i) => {
    const kind = i % 20 < 12 ? 'prompt' : i % 20 < 17 ? 'slow' : 'weak';
    const [days, spread, stops] = { prompt: [-3, 4, 0.02], slow: [9, 8, 0.08], weak: [26, 15, 0.3] }[kind] as number[];
    const perInvoice = (stops as number) / 6;
    let isSilent = false;
    for (let k = 0, sinceSilent = 0; k < 30 && sinceSilent < 2; k++) {
      const issued = addDays('2022-01-05', k * 60 + (i % 50));
      if (issued > until) break;
      isSilent ||= roll() < perInvoice;
      if (isSilent) sinceSilent++;
      const due = addDays(issued, 30);
      const paid = addDays(due, Math.round((days as number) + (2 * roll() - 1) * (spread as number)));
      rows.push([
        id,
        `${numbers[i]}-${k}`,
        issued,
        due,
        isSilent || paid > until ? null : paid,
        50_000 + (k % 7) * 1000,
      ]);
    }
  });
  await invoices(ledger, rows);
}
