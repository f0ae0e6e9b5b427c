import { Injectable } from '@nestjs/common';
import { RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { fromCursor, markOf, type Page, pageOf, SortDirection } from '../shared/page.js';
import { Remembered } from '../shared/remembered.js';
import { Sql } from '../shared/sql.js';
import { type HoldFactsRow, holdFacts } from './hold-facts.js';
import { HoldProposalSort, type HoldProposalsArgs } from './standing.inputs.js';
import type { HoldProposal, HoldReasonView } from './standing.view.js';
import { holdReasons, stopList } from './stop-list.js';

@Injectable()
export class StopListService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
    private readonly remembered: Remembered,
  ) {}

  /** Every proposal of a day. The rules are arithmetic on facts that one statement reads. */
  async proposals(asOf: string): Promise<ReturnType<typeof stopList>> {
    const facts = await this.remembered.of(`facts of ${asOf}, today ${this.clock.today()}`, () => this.facts(asOf));
    return stopList(facts, asOf);
  }

  async reasonsFor(customerId: number, asOf: string): Promise<HoldReasonView[]> {
    return (await this.facts(asOf, customerId)).flatMap((row) => holdReasons(row, asOf));
  }

  async page(args: HoldProposalsArgs): Promise<Page<HoldProposal>> {
    const asOf = args.asOf ?? this.clock.today();
    const { filter = {} } = args;
    const text = filter.search?.toLowerCase();
    const all = (await this.proposals(asOf)).filter(
      ({ row, reasons }) =>
        (!filter.rule || reasons.some(({ rule }) => rule === filter.rule)) &&
        (!text || row.name.toLowerCase().includes(text) || row.number.toLowerCase().includes(text)),
    );
    const value = ({ row }: (typeof all)[number]): string | number =>
      args.sort === HoldProposalSort.NAME
        ? row.name.toLowerCase()
        : args.sort === HoldProposalSort.OLDEST_DAYS_PAST_DUE
          ? row.oldestDaysPastDue
          : row.overdueMinor * (row.factor ?? 1);
    const sign = args.direction === SortDirection.DESC ? -1 : 1;
    const order = (a: [string | number, number], b: [string | number, number]) =>
      sign * (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]);
    all.sort((a, b) => order([value(a), a.customerId], [value(b), b.customerId]));
    const mark = markOf('hold proposals', args.sort, args.direction);
    const after = args.after ? (fromCursor(args.after, mark) as [string | number, number]) : null;
    const rest = after ? all.filter((each) => order([value(each), each.customerId], after) > 0) : all;
    return pageOf(rest.slice(0, args.first + 1), args.first, all.length, (each) => [
      mark,
      value(each),
      each.customerId,
    ]);
  }

  private async facts(asOf: string, customerId?: number): Promise<HoldFactsRow[]> {
    const rates = rateColumns(await this.rates.on(asOf));
    const one = customerId === undefined ? '' : ' and c.id = $4';
    return this.sql.rows<HoldFactsRow>(`${holdFacts(asOf, this.clock.today())}${one}`, [
      asOf,
      ...rates,
      ...(customerId === undefined ? [] : [customerId]),
    ]);
  }
}
