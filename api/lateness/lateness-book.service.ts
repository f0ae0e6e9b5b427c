import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { countryWithCurrency } from '../shared/holidays.js';
import { ProgramSql } from '../shared/sql.js';
import { calendarOf } from './book-calendar.js';
import { type DatedCustomer, datedInvoices, datedInvoicesOf } from './dated-invoices.js';

/** The book as the model of lateness reads it. */
export interface LatenessBook {
  customers: DatedCustomer[];
  calendar: WorkingCalendar;
  /** Whose holidays were taken; null: none are known for the book. */
  country: string | null;
}

/** Reads invoices and the calendar they are judged by. */
@Injectable()
export class LatenessBooks {
  constructor(
    private readonly sql: ProgramSql,
    private readonly rates: RatesService,
  ) {}

  /** All that was known on a day; `infinity` for all there is. Amounts by the rates of `ratesOn`, holidays of the country given or of the book. */
  async read(
    asOf: string,
    ratesOn: string,
    onProgress?: (invoices: number) => void,
    holidaysOf?: string | null,
  ): Promise<LatenessBook> {
    const customers = await datedInvoices(this.sql, await this.rates.on(ratesOn), asOf, onProgress);
    const country = holidaysOf === undefined ? await this.country() : holidaysOf;
    return { customers, country, calendar: calendarOf(customers, country) };
  }

  /** Whether a currency was worth the same, or had no rate, on both of two days. */
  async ratesAreAlike(day: string, other: string): Promise<boolean> {
    const [{ factors: these }, { factors: those }] = await Promise.all([this.rates.on(day), this.rates.on(other)]);
    return these.size === those.size && [...these].every(([currency, factor]) => those.get(currency) === factor);
  }

  async readSome(asOf: string, customerIds: readonly number[], country: string | null): Promise<LatenessBook> {
    const customers = await datedInvoicesOf(this.sql, await this.rates.on(asOf), asOf, customerIds);
    return { customers, country, calendar: calendarOf(customers, country) };
  }

  /** The country whose holidays count: that of most customers, else that of the reporting currency. */
  private async country(): Promise<string | null> {
    const most = await this.sql.one<{ country: string }>(
      'select country from customer where country is not null group by country order by count(*) desc, country limit 1',
    );
    return most?.country ?? countryWithCurrency(await this.rates.reportingCurrency());
  }
}
