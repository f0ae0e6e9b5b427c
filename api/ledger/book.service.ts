import { Injectable } from '@nestjs/common';
import { addDays, isCurrency } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { fromCursor, markOf, type Page, type PageArgs, pageOf, SortDirection } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import type { Book } from './book.view.js';
import { type ExchangeRate, ExchangeRateSort } from './exchange-rate.view.js';
import { RateNotPositive, RateToItself, UnknownCurrency } from './ledger.errors.js';
import { RatesService } from './rates.service.js';

/** A ledger whose newest entry is older opens on that entry’s day. */
const STALE_AFTER_DAYS = 45;

@Injectable()
export class BookService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
    private readonly audit: Audit,
  ) {}

  async book(): Promise<Book> {
    const [row, days] = await Promise.all([
      this.sql.one<Omit<Book, 'today' | 'newestEntryOn' | 'suggestedAsOf'>>(
        `select reporting_currency as "reportingCurrency", is_demo as "isDemo",
                array(select currency from customer union select currency from invoice where settled_on is null order by 1) as currencies
           from book`,
      ),
      this.days(),
    ]);
    if (!row) throw new Error('the table book has lost its row');
    return { ...row, ...days };
  }

  /**
   * The day the book opens on, and the day by which something has to have become known to count: today, also for a ledger
   * that ended long ago.
   */
  async opening(): Promise<{ asOf: string; knownOn: string }> {
    const { suggestedAsOf, today } = await this.days();
    return { asOf: suggestedAsOf, knownOn: today };
  }

  private async days(): Promise<Pick<Book, 'today' | 'newestEntryOn' | 'suggestedAsOf'>> {
    const today = this.clock.today();
    const row = await this.sql.one<{ newestEntryOn: string | null }>(
      `select greatest((select max(issued_on) from invoice where issued_on <= $1), (select max(settled_on) from invoice where settled_on <= $1)) as "newestEntryOn"`,
      [today],
    );
    const newestEntryOn = row?.newestEntryOn ?? null;
    const isStale = newestEntryOn !== null && newestEntryOn < addDays(today, -STALE_AFTER_DAYS);
    return { today, newestEntryOn, suggestedAsOf: isStale ? newestEntryOn : today };
  }

  /** The day a page or command speaks of when none is given. */
  asOf(given?: string | null): string {
    return given ?? this.clock.today();
  }

  async count(table: 'customer' | 'invoice'): Promise<number> {
    return (await this.sql.one<{ n: number }>(`select count(*) as n from ${table}`))?.n ?? 0;
  }

  async segments(): Promise<string[]> {
    const rows = await this.sql.rows<{ segment: string }>(
      'select distinct segment from customer where segment is not null order by 1 limit 100',
    );
    return rows.map(({ segment }) => segment);
  }

  async currenciesWithoutRate(asOf: string): Promise<string[]> {
    const [{ currencies }, { factors }] = await Promise.all([this.book(), this.rates.on(asOf)]);
    return currencies.filter((currency) => !factors.has(currency));
  }

  async setReportingCurrency(currency: string): Promise<Book> {
    if (!isCurrency(currency)) throw new UnknownCurrency(currency);
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ currency: string }>(
        'select reporting_currency as currency from book for update',
      );
      await client.query('update book set reporting_currency = $1, currency_set_by = $2, currency_set_at = $3', [
        currency,
        caller().name,
        this.clock.now(),
      ]);
      await this.audit.record(client, {
        action: 'set reporting currency',
        subjectType: 'book',
        subjectId: null,
        before: rows[0],
        after: { currency },
      });
    });
    return this.book();
  }

  async setRate(input: Omit<ExchangeRate, 'toCurrency'>): Promise<ExchangeRate> {
    if (!(input.rate > 0 && Number.isFinite(input.rate))) throw new RateNotPositive(input.rate);
    const toCurrency = await this.rates.reportingCurrency();
    if (input.currency === toCurrency) throw new RateToItself(toCurrency);
    return this.rates.set({ ...input, toCurrency });
  }

  async exchangeRates(
    page: PageArgs,
    currency: string | undefined,
    sort: ExchangeRateSort,
    direction: SortDirection,
  ): Promise<Page<ExchangeRate>> {
    const key =
      sort === ExchangeRateSort.CURRENCY ? '(currency, to_currency, valid_on)' : '(valid_on, currency, to_currency)';
    const mark = markOf('exchange rates', sort, direction);
    const after = page.after ? fromCursor(page.after, mark) : null;
    const where = `where ($1::text is null or currency = $1)`;
    const rows = await this.sql.rows<ExchangeRate>(
      `select currency, to_currency as "toCurrency", valid_on as "validOn", rate::float8 as rate, source from exchange_rate ${where}
          ${after ? `and ${key} ${direction === SortDirection.DESC ? '<' : '>'} ($3, $4, $5)` : ''}
        order by ${key
          .slice(1, -1)
          .split(', ')
          .map((column) => `${column} ${direction}`)
          .join(', ')} limit $2`,
      [currency ?? null, page.first + 1, ...(after ?? [])],
    );
    const total = await this.sql.one<{ n: number }>(`select count(*) as n from exchange_rate ${where}`, [
      currency ?? null,
    ]);
    return pageOf(rows, page.first, total?.n ?? 0, (row) =>
      sort === ExchangeRateSort.CURRENCY
        ? [mark, row.currency, row.toCurrency, row.validOn]
        : [mark, row.validOn, row.currency, row.toCurrency],
    );
  }
}
