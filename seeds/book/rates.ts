/** Invented exchange rates: one a month, wandering a little around where they begin. */
import type pg from 'pg';
import { addMonths, type Day, firstOfMonth } from '../../analytics/index.js';
import { Random } from './random.js';

const starts = { GBP: 1.16, USD: 0.92 };

export interface SeedRate {
  readonly currency: string;
  readonly validOn: Day;
  readonly rate: string;
}

/** Rates to the euro for each month of the three years up to `today`. */
export function inventedRates(today: Day): SeedRate[] {
  const first = firstOfMonth(addMonths(today, -36));
  return Object.entries(starts).flatMap(([currency, start]) => {
    const random = new Random(currency);
    let rate = start;
    return Array.from({ length: 37 }, (_, month) => {
      rate += (start - rate) * 0.2 + random.normal() * 0.008;
      return { currency, validOn: addMonths(first, month), rate: rate.toFixed(4) };
    });
  });
}

export async function copyRates(client: pg.ClientBase, today: Day, source: string): Promise<void> {
  const rates = inventedRates(today);
  await client.query(
    `insert into exchange_rate (currency, to_currency, valid_on, rate, source)
     select currency, 'EUR', valid_on, rate, $4 from unnest($1::text[], $2::date[], $3::numeric[]) as r (currency, valid_on, rate)
     on conflict do nothing`,
    [rates.map((r) => r.currency), rates.map((r) => r.validOn), rates.map((r) => r.rate), source],
  );
}
