import { Injectable } from '@nestjs/common';
import { amountInWords, countInWords, dayInWords } from '../../analytics/index.js';
import { toldOn } from '../lateness/told-on.js';
import { openItems, unappliedCredits } from '../ledger/open-items.js';
import { type Rates, RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { Remembered } from '../shared/remembered.js';
import { anyHolds, sortedPage } from '../shared/sorted-page.js';
import { Sql } from '../shared/sql.js';
import { HoldRule } from '../standing/standing.view.js';
import { noRate } from '../standing/stop-list.js';
import { AgreementsDue } from './agreements-due.service.js';
import { ProposalsOfDay } from './proposals-of-day.js';
import { type Item, item } from './work-item.js';
import { type WorkItem, WorkItemSort, WorkKind, type WorkListArgs } from './work-list.js';

@Injectable()
export class WorkListService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
    private readonly proposals: ProposalsOfDay,
    private readonly agreements: AgreementsDue,
    private readonly remembered: Remembered,
  ) {}

  async page(args: WorkListArgs): Promise<Page<WorkItem>> {
    const asOf = args.asOf ?? this.clock.today();
    const { filter = {} } = args;
    const rows = (await this.items(asOf)).filter(
      (item) => (!filter.kind || item.kind === filter.kind) && anyHolds(filter.search, item.name, item.number),
    );
    return sortedPage(rows, args, {
      name: 'work list',
      value: (item) => (args.sort === WorkItemSort.NAME ? item.name.toLowerCase() : item.weight),
      key: (item) => item.id,
    });
  }

  /** Everything to do on a day. What follows from the book is kept until the book changes. */
  private async items(asOf: string): Promise<Item[]> {
    const ofBook = await this.remembered.of(`work of ${asOf}, today ${this.clock.today()}`, () => this.ofBook(asOf));
    return [...ofBook, ...(await this.inDoubt())];
  }

  /** One row a customer and kind, the heaviest first; a customer with a proposed hold is not also to be called. */
  private async ofBook(asOf: string): Promise<Item[]> {
    const rates = await this.rates.on(asOf);
    const holds = await this.toHold(asOf);
    const held = new Set(holds.map(({ customerId }) => customerId));
    const calls = (await this.toCall(asOf, rates)).filter(({ customerId }) => !held.has(customerId));
    const others = [
      ...(await this.unapplied(asOf, rates)),
      ...(await this.withoutContact(asOf, rates)),
      ...(await this.agreements.due(asOf, rates)),
    ];
    return [...holds, ...calls, ...others].sort((a, b) => b.weight - a.weight);
  }

  private async toHold(asOf: string): Promise<Item[]> {
    const holds = await this.proposals.toHold(asOf);
    return holds.map(({ customerId, row, reasons, overdue, balance }) => {
      const isOnlyLimit = reasons.every(({ rule }) => rule === HoldRule.OVER_LIMIT || rule === HoldRule.NO_RATE);
      const kind = isOnlyLimit ? WorkKind.REVIEW_LIMIT : WorkKind.HOLD;
      const amount = isOnlyLimit ? balance : overdue;
      const why = reasons.map(({ sentence }) => sentence).join(' ');
      return item(kind, { ...row, customerId }, amount, why, amount.minor * (row.factor ?? 0));
    });
  }

  /**
   * Overdue by a week or more, worth a call: ranked by what is overdue × the chance that it stays open for thirty days more,
   * by the model of lateness; where it says nothing, × the chance of late of the customer’s score.
   * Without a rate nobody knows whether it is worth one: it is listed, last.
   */
  private async toCall(asOf: string, rates: Rates): Promise<Item[]> {
    const rows = await this.sql.rows<{
      customerId: number;
      name: string;
      number: string;
      currency: string;
      overdue: number;
      factor: number | null;
      oldest: number;
      invoices: number;
      late: number;
      isByModel: boolean;
      isScored: boolean;
      score: string | null;
    }>(
      `with owed as (
         select o.customer_id, o.currency, sum(o.open_minor) as overdue, $1::date - min(o.due_on) as oldest, count(*) as invoices,
                sum(o.open_minor * (1 - l.p_paid_30)) / sum(o.open_minor) filter (where l.p_paid_30 is not null) as stays
           from (${openItems(asOf, this.clock.today())}) o ${toldOn('o', '$1')} where o.due_on < $1 and not o.is_disputed group by 1, 2
         having $1::date - min(o.due_on) >= 7
       ), worth_it as (
         select o.*, r.factor, coalesce(o.stays, s.late_probability, 0.5) as late, s.late_probability is not null as is_scored
           from owed o
           left join unnest($2::text[], $3::float8[]) as r (currency, factor) on r.currency = o.currency
           left join score s on s.customer_id = o.customer_id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)
           left join standing st on st.customer_id = o.customer_id
          where coalesce(st.state, 'good') not in ('orders_on_hold', 'supply_stopped', 'ended') and coalesce(o.overdue * r.factor >= 25000, true)
          order by o.overdue * r.factor * coalesce(o.stays, s.late_probability, 0.5) desc nulls first, o.overdue desc limit 1000
       )
       select c.id as "customerId", c.name, c.number, w.currency, w.overdue, w.factor, w.oldest, w.invoices, w.late,
              w.stays is not null as "isByModel", w.is_scored as "isScored", s.reasons -> 0 ->> 'sentence' as score
         from worth_it w
         join customer c on c.id = w.customer_id
         left join score s on s.customer_id = c.id and s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1)`,
      [asOf, ...rateColumns(rates)],
    );
    return rows.map((row) => {
      const counted = row.invoices === 1 ? 'one invoice' : countInWords(row.invoices, 'invoice');
      const why = `${amountInWords(row.overdue, row.currency)} overdue on ${counted}, the oldest by ${countInWords(row.oldest, 'day')}.${chanceInWords(row)}${row.score ? ` ${row.score}` : ''}${row.factor === null ? ` ${noRate(row.currency)}` : ''}`;
      return item(
        WorkKind.CALL,
        row,
        money(row.overdue, row.currency),
        why,
        row.overdue * (row.factor ?? 0) * row.late,
      );
    });
  }

  private async unapplied(asOf: string, rates: Rates): Promise<Item[]> {
    const rows = await this.sql.rows<{
      customerId: number;
      name: string;
      number: string;
      currency: string;
      minor: number;
      factor: number;
      credits: number;
    }>(
      `select c.id as "customerId", c.name, c.number, u.currency, sum(u.unapplied_minor) as minor, max(r.factor) as factor, count(*) as credits
         from (${unappliedCredits}) u join customer c on c.id = u.customer_id join unnest($2::text[], $3::float8[]) as r (currency, factor) on r.currency = u.currency
        group by c.id, u.currency having sum(u.unapplied_minor * r.factor) >= 25000
           and exists (select from invoice i where i.customer_id = c.id and i.settled_on is null and i.currency = u.currency and i.issued_on <= $1)
        order by sum(u.unapplied_minor * r.factor) desc limit 500`,
      [asOf, ...rateColumns(rates)],
    );
    // Half the weight of a call for the same amount: the money is here, only the book is wrong.
    return rows.map((row) =>
      item(
        WorkKind.UNAPPLIED_CASH,
        row,
        money(row.minor, row.currency),
        `${amountInWords(row.minor, row.currency)} came in and is set against no invoice, while invoices are open.`,
        (row.minor * row.factor) / 2,
      ),
    );
  }

  private async withoutContact(asOf: string, rates: Rates): Promise<Item[]> {
    const leftOut = await this.proposals.notReminded(asOf);
    const missing = new Map<number, Item>();
    for (const { invoice, reason } of leftOut) {
      if (reason !== 'contact_missing' || missing.has(invoice.customerId)) continue;
      const who = { customerId: invoice.customerId, name: invoice.customerName, number: invoice.customerNumber };
      const why = `${invoice.number} falls due on ${dayInWords(invoice.dueOn)} and there is no e-mail address to remind.`;
      missing.set(
        invoice.customerId,
        item(
          WorkKind.REMINDER_WITHOUT_CONTACT,
          who,
          money(invoice.openMinor, invoice.currency),
          why,
          invoice.openMinor * (rates.factors.get(invoice.currency) ?? 0) * 0.2,
        ),
      );
    }
    return [...missing.values()];
  }

  private async inDoubt(): Promise<Item[]> {
    const rows = await this.sql.rows<{
      customerId: number;
      name: string;
      number: string;
      currency: string;
      subject: string;
      messages: number;
    }>(
      `select c.id as "customerId", c.name, c.number, c.currency, max(d.subject) as subject, count(*) as messages
         from delivery d join customer c on c.id = d.customer_id where d.state = 'unknown' group by c.id limit 500`,
    );
    return rows.map((row) =>
      item(
        WorkKind.UNKNOWN_DELIVERY,
        row,
        money(0, row.currency),
        `It is not known whether “${row.subject}” arrived. Ask, and settle it on the page of reminders.`,
        0,
      ),
    );
  }
}

/** The chance that ranks a call, and who says so. */
function chanceInWords({ late, isByModel, isScored }: { late: number; isByModel: boolean; isScored: boolean }): string {
  const percent = `${Math.round(late * 100)} %`;
  if (isByModel) return ` By the model of lateness ${percent} of it is still open in 30 days.`;
  return isScored ? ` By its score it pays late with a chance of ${percent}.` : '';
}
