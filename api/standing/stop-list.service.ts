import { Injectable } from '@nestjs/common';
import { RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import type { Page } from '../shared/page.js';
import { Remembered } from '../shared/remembered.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import { Sql } from '../shared/sql.js';
import { type HoldFactsRow, holdFacts } from './hold-facts.js';
import { HoldProposalSort, type HoldProposalsArgs } from './standing.inputs.js';
import type { HoldProposal, HoldReasonView } from './standing.view.js';
import { holdReasons, stopList } from './stop-list.js';

const sortValues: Record<HoldProposalSort, (row: HoldFactsRow) => string | number> = {
  [HoldProposalSort.NAME]: (row) => row.name.toLowerCase(),
  [HoldProposalSort.OLDEST_DAYS_PAST_DUE]: (row) => row.oldestDaysPastDue,
  [HoldProposalSort.OVERDUE]: (row) => row.overdueMinor * (row.factor ?? 1),
};

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
    const rows = (await this.proposals(asOf)).filter(
      ({ row, reasons }) =>
        (!filter.rule || reasons.some(({ rule }) => rule === filter.rule)) &&
        anyHolds(filter.search, row.name, row.number),
    );
    return sortedPage(rows, args, {
      name: 'hold proposals',
      value: ({ row }) => sortValues[args.sort](row),
      key: ({ customerId }) => customerId,
    });
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
