import { Injectable } from '@nestjs/common';
import { isCurrency, minorUnitExponent } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { ExchangeRate } from './exchange-rate.view.js';
import { UnknownCurrency } from './ledger.errors.js';

/** What minor units of a currency are worth in minor units of the reporting currency; a currency without a rate is missing. */
export interface Rates {
  reportingCurrency: string;
  factors: Map<string, number>;
}

@Injectable()
export class RatesService {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async reportingCurrency(): Promise<string> {
    const book = await this.sql.one<{ currency: string }>('select reporting_currency as currency from book');
    return book?.currency ?? 'EUR';
  }

  /** The newest rate on or before the day for each currency, either way round. */
  async on(asOf: string): Promise<Rates> {
    const reportingCurrency = await this.reportingCurrency();
    const rows = await this.sql.prepared<{ currency: string; rate: number }>(
      `select distinct on (currency) currency, rate from (
         select currency, valid_on, rate::float8 as rate, 0 as inverse from exchange_rate where to_currency = $1 and valid_on <= $2
         union all
         select to_currency, valid_on, 1 / rate::float8, 1 from exchange_rate where currency = $1 and valid_on <= $2
       ) r order by currency, valid_on desc, inverse`,
      [reportingCurrency, asOf],
    );
    const shift = (currency: string) => 10 ** (minorUnitExponent(reportingCurrency) - minorUnitExponent(currency));
    const factors = new Map(rows.map(({ currency, rate }) => [currency, rate * shift(currency)]));
    factors.set(reportingCurrency, 1);
    return { reportingCurrency, factors };
  }

  /**
   * Whether somebody said in the last quarter what this currency is worth, for whatever day, or in which currency the book
   * reports: then no amount in it is theirs to judge alone.
   */
  async isOwnMaking(name: string, currency: string): Promise<boolean> {
    const found = await this.sql.one(
      `select from exchange_rate where set_by = $1 and $2 in (currency, to_currency)
          and (set_at > $3::timestamptz - interval '92 days' or valid_on > $3::timestamptz - interval '92 days')
       union all select from book where currency_set_by = $1 and currency_set_at > $3::timestamptz - interval '92 days' limit 1`,
      [name, currency, this.clock.now()],
    );
    return found !== undefined;
  }

  async set(rate: ExchangeRate): Promise<ExchangeRate> {
    for (const currency of [rate.currency, rate.toCurrency])
      if (!isCurrency(currency)) throw new UnknownCurrency(currency);
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ rate: number; source: string }>(
        'select rate::float8 as rate, source from exchange_rate where currency = $1 and to_currency = $2 and valid_on = $3',
        [rate.currency, rate.toCurrency, rate.validOn],
      );
      await client.query(
        `insert into exchange_rate (currency, to_currency, valid_on, rate, source, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (currency, to_currency, valid_on) do update set rate = excluded.rate, source = excluded.source, set_by = excluded.set_by, set_at = excluded.set_at`,
        [rate.currency, rate.toCurrency, rate.validOn, rate.rate, rate.source, caller().name, this.clock.now()],
      );
      await this.audit.record(client, {
        action: 'set exchange rate',
        subjectType: 'exchange rate',
        subjectId: `${rate.currency}/${rate.toCurrency}`,
        before: rows[0],
        after: { rate: rate.rate, source: rate.source },
        details: { validOn: rate.validOn },
      });
    });
    return rate;
  }
}

/** The rates as two columns of parameters for SQL: `join unnest($2::text[], $3::float8[]) as rate (currency, factor)`. */
export const rateColumns = ({ factors }: Rates): [string[], number[]] => [[...factors.keys()], [...factors.values()]];
