import { Injectable } from '@nestjs/common';
import {
  addDays,
  averageDaysDelinquent,
  bestPossibleDso,
  collectionEffectiveness,
  countBackDso,
  dso,
  firstOfMonth,
  roundMinor,
} from '../../analytics/index.js';
import { AgingService } from '../ledger/aging.service.js';
import { type Aging, AgingBasis } from '../ledger/aging.view.js';
import { type Rates, RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { type Money, money } from '../shared/money.view.js';
import { Remembered } from '../shared/remembered.js';
import { Sql } from '../shared/sql.js';
import { type BookOn, bookOn, type Group, salesBefore } from './book-on.js';
import type { DebtorBalance, GradeAging, LeftOutCurrency, Portfolio, PortfolioPoint } from './portfolio.view.js';

/** DSO is taken over 90 days: long enough to smooth a month, short enough to show a change. */
const DSO_DAYS = 90;

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
    private readonly remembered: Remembered,
  ) {}

  snapshot(asOf: string, by: AgingBasis): Promise<Snapshot> {
    return this.remembered.of(
      `book of ${asOf} by ${by}, today ${this.clock.today()}`,
      () => this.read(asOf, by),
      'ledger',
    );
  }

  private async read(asOf: string, by: AgingBasis): Promise<Snapshot> {
    const rates = await this.rates.on(asOf);
    const book = await this.sql.one<BookOn>(bookOn(asOf, this.clock.today(), by), [asOf, ...rateColumns(rates)]);
    if (!book) throw new Error('an aggregate gave no row');
    return { book, rates, asOf };
  }

  async portfolio({ book, rates, asOf }: Snapshot): Promise<Portfolio> {
    const { groups } = book;
    const inReporting = (of: (group: Group) => number | null) =>
      roundMinor(groups.reduce((sum, group) => sum + (of(group) ?? 0) * (rates.factors.get(group.currency) ?? 0), 0));
    // Counts are of the same invoices as the amounts.
    const counted = (of: (group: Group) => number) =>
      groups.reduce((sum, group) => sum + (rates.factors.has(group.currency) ? of(group) : 0), 0);
    const shown = (minor: number): Money => money(minor, rates.reportingCurrency);
    const total = inReporting((group) => group.total);
    const overdue = inReporting((group) => group.overdue);
    const { sales90, countBack } = await this.remembered.of(
      `sales to ${asOf}`,
      () => this.sales(asOf, rates, total),
      'ledger',
    );
    const days = sales90 > 0 ? dso(total, sales90, DSO_DAYS) : null;
    const best = sales90 > 0 ? bestPossibleDso(total - overdue, sales90, DSO_DAYS) : null;
    const unapplied = book.unapplied.reduce(
      (sum, row) => sum + row.unapplied * (rates.factors.get(row.currency) ?? 0),
      0,
    );
    const isScored = book.groups.length === 0 || book.groups.some(({ expectedLate }) => expectedLate !== null);
    return {
      asOf,
      currency: rates.reportingCurrency,
      total: shown(total),
      overdue: shown(overdue),
      unapplied: shown(0 - roundMinor(unapplied)),
      overdueShare: total > 0 ? overdue / total : null,
      customersOwing: book.customers.reduce((sum, row) => sum + row.customers, 0),
      openInvoices: counted((group) => group.invoices),
      overdueInvoices: counted((group) => group.overdueInvoices),
      sales90: shown(sales90),
      dso: days,
      bestPossibleDso: best,
      averageDaysDelinquent: days !== null && best !== null ? averageDaysDelinquent(days, best) : null,
      countBackDso: countBack,
      weightedDaysPastDue: total > 0 ? inReporting((group) => group.weightedDays) / total : null,
      dueNext30: shown(inReporting((group) => group.dueNext30)),
      // Nothing is expected of a book that nobody scored: that is not nothing late.
      expectedLateNext30: isScored ? shown(inReporting((group) => group.expectedLate)) : null,
      expectedCashNext30: groups.some(({ told }) => told !== null)
        ? {
            expected: shown(inReporting((group) => group.expectedPaid)),
            ofOpen: shown(inReporting((group) => group.told)),
          }
        : null,
      concentration: concentrationOf(book, total),
      leftOut: leftOutOf(book, rates),
    };
  }

  byGrade({ book, rates }: Snapshot): GradeAging[] {
    const grades = [...new Set(book.groups.map((row) => row.grade))].sort((a, b) => (a ?? 'Z').localeCompare(b ?? 'Z'));
    return grades.map((grade) => {
      const groups = book.groups.filter((row) => row.grade === grade);
      return {
        grade: grade as GradeAging['grade'],
        customers: book.customers.find((row) => row.grade === grade)?.customers ?? 0,
        aging: inOneCurrency(groups, rates),
      };
    });
  }

  byCurrency(asOf: string, by: AgingBasis): Promise<Aging[]> {
    return this.aging.totals(asOf, by);
  }

  topDebtors({ book, rates }: Snapshot, first: number): Omit<DebtorBalance, 'customer'>[] {
    const whole = book.groups.reduce((sum, group) => sum + group.total * (rates.factors.get(group.currency) ?? 0), 0);
    return book.largest.slice(0, Math.min(Math.max(first, 1), 50)).map(({ customerId, balance, overdue, oldest }) => ({
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
    for (let day = asOf; days.length <= Math.min(Math.max(months, 1), 36); days.unshift(day))
      day = addDays(firstOfMonth(day), -1);
    const points: PortfolioPoint[] = [];
    for (let i = 0; i < days.length; i += 4)
      points.push(...(await Promise.all(days.slice(i, i + 4).map((on) => this.pointOn(on)))));
    return points;
  }

  /** Over the 90 days up to the day; the sales of the formula are those of the period, so there is one period. */
  async collectionEffectiveness({ asOf, sales90, total, overdue }: Portfolio): Promise<number | null> {
    const begin = await this.pointOn(addDays(asOf, -DSO_DAYS));
    return collectionEffectiveness({
      beginMinor: begin.total,
      salesMinor: sales90.minor,
      periods: 1,
      endTotalMinor: total.minor,
      endCurrentMinor: total.minor - overdue.minor,
    });
  }

  private pointOn(on: string): Promise<PortfolioPoint> {
    return this.remembered.of(`point of ${on}, today ${this.clock.today()}`, () => this.readPoint(on), 'ledger');
  }

  private async readPoint(on: string): Promise<PortfolioPoint> {
    const rates = await this.rates.on(on);
    const agings = await this.aging.totals(on);
    const sum = (of: (aging: Aging) => number) =>
      roundMinor(agings.reduce((all, aging) => all + of(aging) * (rates.factors.get(aging.currency) ?? 0), 0));
    return { on, total: sum((aging) => aging.total), overdue: sum((aging) => aging.total - aging.current) };
  }

  /** Sales of 90 days, and DSO by counting back: four periods nearly always suffice; a year when they do not. */
  private async sales(
    asOf: string,
    rates: Rates,
    total: number,
  ): Promise<{ sales90: number; countBack: number | null }> {
    for (const periods of [4, 12]) {
      const sales = await this.salesOfPeriods(asOf, rates, periods);
      const sales90 = sales.slice(0, DSO_DAYS / 30).reduce((sum, period) => sum + period, 0);
      const countBack =
        sales90 > 0
          ? countBackDso(
              total,
              sales,
              sales.map(() => 30),
            )
          : null;
      if (countBack !== null || sales90 === 0 || periods === 12) return { sales90, countBack };
    }
    throw new Error('unreachable');
  }

  /** Sales of the 30-day periods before the day in the reporting currency, newest first. */
  private async salesOfPeriods(asOf: string, rates: Rates, count: number): Promise<number[]> {
    const rows = await this.sql.rows<{ period: number; currency: string; sales: number }>(salesBefore, [asOf, count]);
    const periods = Array.from({ length: count }, () => 0);
    for (const { period, currency, sales } of rows)
      periods[period] = (periods[period] ?? 0) + sales * (rates.factors.get(currency) ?? 0);
    return periods.map(roundMinor);
  }
}

function inOneCurrency(groups: readonly Group[], { factors, reportingCurrency }: Rates): Aging {
  const sum = (of: (group: Group) => number) =>
    roundMinor(groups.reduce((all, group) => all + of(group) * (factors.get(group.currency) ?? 0), 0));
  const buckets = {
    current: sum((g) => g.current),
    days1To30: sum((g) => g.days1To30),
    days31To60: sum((g) => g.days31To60),
    days61To90: sum((g) => g.days61To90),
    over90: sum((g) => g.over90),
  };
  // The total is the sum of what is shown, so that a reader who adds up finds the same.
  const total = Object.values(buckets).reduce((all, minor) => all + minor, 0);
  return { ...buckets, currency: reportingCurrency, unapplied: 0, total };
}

function concentrationOf({ customers, largest }: BookOn, total: number): Portfolio['concentration'] {
  if (total <= 0) return null;
  const hhi = customers.reduce((sum, { squares }) => sum + squares, 0) / total ** 2;
  const top10 = largest.slice(0, 10).reduce((sum, { balance }) => sum + balance, 0);
  return { hhi, effectiveN: 1 / hhi, top10Share: top10 / total };
}

function leftOutOf({ groups, unapplied }: BookOn, { factors }: Rates): LeftOutCurrency[] {
  const currencies = [...new Set([...groups, ...unapplied].map(({ currency }) => currency))].sort();
  return currencies
    .filter((currency) => !factors.has(currency))
    .map((currency) => {
      const own = groups.filter((group) => group.currency === currency);
      const sum = (of: (group: Group) => number) => own.reduce((all, group) => all + of(group), 0);
      return {
        currency,
        total: sum((group) => group.total),
        overdue: sum((group) => group.overdue),
        invoices: sum((group) => group.invoices),
        unapplied: 0 - (unapplied.find((row) => row.currency === currency)?.unapplied ?? 0),
      };
    });
}
