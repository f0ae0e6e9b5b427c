import { Injectable } from '@nestjs/common';
import {
  dayNumber,
  dayOf,
  type LatenessValidation,
  type ScoreAt,
  scoringDay,
  validateLateness,
  WorkingCalendar,
} from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { countryWithCurrency, holidaysOf } from '../shared/holidays.js';
import { ProgramSql } from '../shared/sql.js';
import { type DatedCustomer, type DatedInvoice, datedInvoices } from './dated-invoices.js';
import { NothingToPredict, NothingToTrainOn } from './lateness.errors.js';

/** A validation, and by which numbers its customers and invoices are known. */
export interface BookValidation extends LatenessValidation {
  readonly copies: number;
  /** Whose holidays were taken; null: none are known for the book. */
  readonly holidaysOf: string | null;
  customerNumber(invoice: DatedInvoice): string;
}

/** How late each invoice will be paid: the model, fitted and measured on the book. */
@Injectable()
export class LatenessService {
  constructor(
    private readonly sql: ProgramSql,
    private readonly rates: RatesService,
    private readonly clock: Clock,
  ) {}

  /** Trains on what was known on a day, predicts every invoice scored later, and measures it. */
  async validate(split: string, scoreAt: ScoreAt, onProgress?: (invoices: number) => void): Promise<BookValidation> {
    const today = this.clock.today();
    const { customers, copies } = await datedInvoices(this.sql, await this.rates.on(today), onProgress);
    const [first, last] = scoringDays(customers, scoreAt);
    if (first === null || first > dayNumber(split))
      throw new NothingToTrainOn(split, first === null ? null : dayOf(first));
    if (last <= dayNumber(split)) throw new NothingToPredict(split, dayOf(last));
    const country = await this.country();
    const validation = validateLateness(
      customers.map(({ invoices }) => invoices),
      {
        knownOn: dayNumber(split),
        scoreAt,
        calendar: calendarOf(customers, country),
        lastKnown: lastKnown(customers, dayNumber(today)),
      },
    );
    if (!validation) throw new NothingToTrainOn(split, dayOf(first));
    const numbers = await this.customerNumbers();
    return {
      ...validation,
      copies,
      holidaysOf: country,
      customerNumber: ({ customerId }) => numbers.get(customerId) ?? '',
    };
  }

  /** The country whose holidays count: that of most customers, else that of the reporting currency. */
  private async country(): Promise<string | null> {
    const most = await this.sql.one<{ country: string }>(
      'select country from customer where country is not null group by country order by count(*) desc, country limit 1',
    );
    return most?.country ?? countryWithCurrency(await this.rates.reportingCurrency());
  }

  private async customerNumbers(): Promise<Map<number, string>> {
    const rows = await this.sql.rows<{ id: number; number: string }>('select id, number from customer');
    return new Map(rows.map(({ id, number }) => [id, number]));
  }
}

function scoringDays(customers: readonly DatedCustomer[], scoreAt: ScoreAt): [number | null, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { invoices } of customers) {
    for (const invoice of invoices) {
      const day = scoringDay(scoreAt, invoice);
      first = Math.min(first, day);
      last = Math.max(last, day);
    }
  }
  return [Number.isFinite(first) ? first : null, last];
}

/** The newest day on which something of the book happened: what is open then is open, what is due later is not known. */
function lastKnown(customers: readonly DatedCustomer[], today: number): number {
  let last = 0;
  for (const { invoices } of customers) {
    for (const { issuedOn, settledOn } of invoices) last = Math.max(last, issuedOn, settledOn ?? 0);
  }
  return Math.min(last, today);
}

function calendarOf(customers: readonly DatedCustomer[], country: string | null): WorkingCalendar {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { invoices } of customers) {
    for (const { issuedOn, dueOn } of invoices) {
      first = Math.min(first, issuedOn);
      last = Math.max(last, dueOn);
    }
  }
  if (!Number.isFinite(first)) return new WorkingCalendar([]);
  const year = (day: number) => Number(dayOf(day).slice(0, 4));
  // A year on either side: curves reach from weeks before a due day to months after it.
  return new WorkingCalendar(
    holidaysOf(country, year(first) - 1, Math.min(year(last) + 1, year(first) + 60)).map(dayNumber),
  );
}
