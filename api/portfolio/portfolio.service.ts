import { Injectable } from '@nestjs/common';
import { addDays, averageDaysDelinquent, bestPossibleDso, collectionEffectiveness, countBackDso, dso, firstOfMonth, roundMinor } from '../../analytics/index.js';
import { AgingService, bucketsOf } from '../ledger/aging.service.js';
import { type Aging, AgingBasis } from '../ledger/aging.view.js';
import { type Rates, RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { type Money, money } from '../shared/money.view.js';
import { Sql } from '../shared/sql.js';
import { type BookOn, bookOn, salesBefore } from './book-today.js';
import type { DebtorBalance, GradeAging, LeftOutCurrency, Portfolio, PortfolioPoint } from './portfolio.view.js';

/** DSO is taken over 90 days: long enough to smooth a month, short enough to show a change. */
const DSO_DAYS = 90;
/** Counting back ends after a year of 30-day periods. */
const PERIODS = 12;

export interface Snapshot {
  book: BookOn;
  rates: Rates;
  asOf: string;
}

@Injectable()
export class PortfolioService {
  constructor(
    private readonly sql: Sql,
    private readonly rates: RatesService,
    private readonly aging: AgingService,
    private readonly clock: Clock,
  ) {}

  async snapshot(asOf = this.clock.today(), by = AgingBasis.DUE): Promise<Snapshot> {
    const rates = await this.rates.on(asOf);
    const book = await this.sql.one<BookOn>(bookOn(asOf, this.clock.today(), by), [asOf, ...rateColumns(rates)]);
    if (!book) throw new Error('an aggregate gave no row');
    return { book, rates, asOf };
  }

  async portfolio(snapshot: Snapshot): Promise<Portfolio> {
    const { book, rates, asOf } = snapshot;
    const inReporting = (amounts: readonly { currency: string; minor: number | null }[]) =>
      roundMinor(amounts.reduce((sum, { currency, minor }) => sum + (minor ?? 0) * (rates.factors.get(currency) ?? 0), 0));
    const shown = (minor: number): Money => money(minor, rates.reportingCurrency);
    const open = book.byGrade.map((row) => ({ currency: row.currency, minor: row.open }));
    const total = inReporting(open);
    const overdue = inReporting(book.currencies.map((row) => ({ currency: row.currency, minor: row.overdue })));
    const counted = book.currencies.filter((row) => rates.factors.has(row.currency));
    const sales = await this.sales(asOf, rates);
    const sales90 = sales.slice(0, DSO_DAYS / 30).reduce((sum, period) => sum + period, 0);
    const days = sales90 > 0 ? dso(total, sales90, DSO_DAYS) : null;
    const best = sales90 > 0 ? bestPossibleDso(total - overdue, sales90, DSO_DAYS) : null;
    return {
      asOf,
      currency: rates.reportingCurrency,
      total: shown(total),
      overdue: shown(overdue),
      unapplied: shown(0 - inReporting(book.unapplied.map((row) => ({ currency: row.currency, minor: row.unapplied })))),
      overdueShare: total > 0 ? overdue / total : null,
      customersOwing: book.customers.reduce((sum, row) => sum + row.customers, 0),
      openInvoices: book.currencies.reduce((sum, row) => sum + row.invoices, 0),
      overdueInvoices: book.currencies.reduce((sum, row) => sum + row.overdueInvoices, 0),
      sales90: shown(sales90),
      dso: days,
      bestPossibleDso: best,
      averageDaysDelinquent: days !== null && best !== null ? averageDaysDelinquent(days, best) : null,
      countBackDso: sales90 > 0 ? countBackDso(total, sales, sales.map(() => 30)) : null,
      weightedDaysPastDue: total > 0 ? counted.reduce((sum, row) => sum + row.weightedDays * (rates.factors.get(row.currency) ?? 0), 0) / total : null,
      dueNext30: shown(inReporting(book.currencies.map((row) => ({ currency: row.currency, minor: row.dueNext30 })))),
      expectedLateNext30: shown(inReporting(book.currencies.map((row) => ({ currency: row.currency, minor: row.expectedLate })))),
      concentration: concentrationOf(book),
      leftOut: this.leftOut(snapshot),
    };
  }

  byGrade({ book, rates }: Snapshot): GradeAging[] {
    const grades = [...new Set(book.byGrade.map((row) => row.grade))].sort((a, b) => (a ?? 'Z').localeCompare(b ?? 'Z'));
    return grades.map((grade) => ({
      grade: grade as GradeAging['grade'],
      customers: book.customers.find((row) => row.grade === grade)?.customers ?? 0,
      aging: inOneCurrency(book.byGrade.filter((row) => row.grade === grade), rates),
    }));
  }

  byCurrency(asOf: string, by: AgingBasis): Promise<Aging[]> {
    return this.aging.totals(asOf, by);
  }

  topDebtors({ book, rates }: Snapshot, first: number): Omit<DebtorBalance, 'customer'>[] {
    const whole = book.concentration.sum ?? 0;
    return book.top.slice(0, Math.min(Math.max(first, 1), 50)).map(({ customerId, balance, overdue, oldest }) => ({
      customerId,
      balance: money(roundMinor(balance), rates.reportingCurrency),
      overdue: money(roundMinor(overdue), rates.reportingCurrency),
      oldestDaysPastDue: oldest,
      share: whole > 0 ? balance / whole : 0,
    }));
  }

  /** The ends of the months before the day, oldest first, and the day itself. Each past day reads an index range. */
  async history(asOf: string, months: number): Promise<PortfolioPoint[]> {
    const days = [asOf];
    for (let day = asOf; days.length <= Math.min(Math.max(months, 1), 36); days.unshift(day)) day = addDays(firstOfMonth(day), -1);
    const points: PortfolioPoint[] = [];
    for (const on of days) points.push(await this.pointOn(on));
    return points;
  }

  /** Over the 90 days up to the day; the sales of the formula are those of the period, so there is one period. */
  async collectionEffectiveness({ asOf, sales90, total, overdue }: Portfolio): Promise<number | null> {
    const begin = await this.pointOn(addDays(asOf, -DSO_DAYS));
    return collectionEffectiveness({ beginMinor: begin.total, salesMinor: sales90.minor, periods: 1, endTotalMinor: total.minor, endCurrentMinor: total.minor - overdue.minor });
  }

  private async pointOn(on: string): Promise<PortfolioPoint> {
    const rates = await this.rates.on(on);
    const agings = await this.aging.totals(on);
    const sum = (of: (aging: Aging) => number) => roundMinor(agings.reduce((all, aging) => all + of(aging) * (rates.factors.get(aging.currency) ?? 0), 0));
    return { on, total: sum((aging) => aging.total), overdue: sum((aging) => aging.total - aging.current) };
  }

  private leftOut({ book, rates }: Snapshot): LeftOutCurrency[] {
    return book.currencies
      .filter(({ currency }) => !rates.factors.has(currency))
      .map(({ currency, overdue }) => ({
        currency,
        total: book.byGrade.filter((row) => row.currency === currency).reduce((sum, row) => sum + row.open, 0),
        overdue: overdue ?? 0,
      }));
  }

  /** Sales of the 30-day periods before the day in the reporting currency, newest first, a year at the most. */
  private async sales(asOf: string, rates: Rates): Promise<number[]> {
    const rows = await this.sql.rows<{ period: number; currency: string; sales: number }>(salesBefore, [asOf, PERIODS]);
    const periods = Array.from({ length: PERIODS }, () => 0);
    for (const { period, currency, sales } of rows) periods[period] = (periods[period] ?? 0) + sales * (rates.factors.get(currency) ?? 0);
    return periods.map(roundMinor);
  }
}

function inOneCurrency(rows: BookOn['byGrade'], { factors, reportingCurrency }: Rates): Aging {
  const buckets = bucketsOf(rows.map(({ bucket, open, currency }) => ({ bucket, open: open * (factors.get(currency) ?? 0) })));
  const { current, days1To30, days31To60, days61To90, over90 } = buckets;
  const rounded = { current: roundMinor(current), days1To30: roundMinor(days1To30), days31To60: roundMinor(days31To60), days61To90: roundMinor(days61To90), over90: roundMinor(over90) };
  // The total is the sum of what is shown, so that a reader who adds up finds the same.
  const total = Object.values(rounded).reduce((sum, minor) => sum + minor, 0);
  return { ...rounded, currency: reportingCurrency, unapplied: 0, total };
}

function concentrationOf({ concentration: { sum, squares, top10 } }: BookOn): Portfolio['concentration'] {
  if (!sum || squares === null) return null;
  const hhi = squares / sum ** 2;
  return { hhi, effectiveN: 1 / hhi, top10Share: (top10 ?? 0) / sum };
}
