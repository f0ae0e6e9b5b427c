import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { begins, keyOf, type ListOf, listOf, listsOf, Values } from '../shared/list.js';
import { money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import { AgingBasis, AgingBucket } from './aging.view.js';
import type { Credit } from './credit.entity.js';
import { type DaysLateArgs, DaysLateSort } from './days-late.inputs.js';
import type { DaysLatePoint } from './days-late.view.js';
import type { Invoice } from './invoice.entity.js';
import { type CreditsArgs, InvoiceSort, type InvoicesArgs } from './invoices.inputs.js';
import type { InvoicePage } from './ledger.pages.js';
import { notPaid } from './not-paid.js';
import { openItems } from './open-items.js';

export const invoiceColumns = `i.customer_id as "customerId", i.id, i.number, i.issued_on as "issuedOn", i.due_on as "dueOn", i.currency,
  i.amount_minor as "amountMinor", i.allocated_minor as "allocatedMinor", i.first_allocated_on as "firstAllocatedOn",
  i.last_allocated_on as "lastAllocatedOn", i.settled_on as "settledOn", i.payment_terms as "paymentTerms", i.is_disputed as "isDisputed"`;

const sortColumns = {
  [InvoiceSort.DUE_ON]: { by: 'i.due_on', type: 'date' },
  [InvoiceSort.ISSUED_ON]: { by: 'i.issued_on', type: 'date' },
  [InvoiceSort.AMOUNT]: { by: 'i.amount_minor', type: 'bigint' },
  [InvoiceSort.OPEN]: { by: 'coalesce(o.open_minor, 0)', type: 'bigint' },
  [InvoiceSort.NUMBER]: { by: 'i.number', type: 'text' },
} as const;

const daysLateSorts = {
  [DaysLateSort.SETTLED_ON]: { by: 'i.settled_on', type: 'date' },
  [DaysLateSort.DUE_ON]: { by: 'i.due_on', type: 'date' },
  [DaysLateSort.DAYS_LATE]: { by: 'i.settled_on - i.due_on', type: 'integer' },
} as const;

/** Days past the day a bucket is counted from: its first and last. */
const bucketDays: Record<AgingBucket, [number, number]> = {
  [AgingBucket.CURRENT]: [-100_000, 0],
  [AgingBucket.DAYS_1_TO_30]: [1, 30],
  [AgingBucket.DAYS_31_TO_60]: [31, 60],
  [AgingBucket.DAYS_61_TO_90]: [61, 90],
  [AgingBucket.OVER_90]: [91, 100_000],
};

@Injectable()
export class InvoicesService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Invoices known on a day, each with what the filter asks of that day. */
  async invoices(args: InvoicesArgs): Promise<InvoicePage> {
    const day = args.asOf ?? this.clock.today();
    return { ...(await listOf<Invoice>(this.sql, this.invoiceList(args, day))), asOf: day };
  }

  /** The same page of the invoices of each of these customers. */
  async invoicesOf(customerIds: readonly number[], args: InvoicesArgs): Promise<InvoicePage[]> {
    const day = args.asOf ?? this.clock.today();
    const list = this.invoiceList({ ...args, filter: { ...args.filter, customerId: undefined } }, day);
    const pages = await listsOf<Invoice>(this.sql, { ...list, owner: 'i.customer_id' }, customerIds);
    return pages.map((page) => ({ ...page, asOf: day }));
  }

  private invoiceList(args: InvoicesArgs, day: string): ListOf {
    const { filter = {}, sort, direction } = args;
    const values = new Values();
    const $day = values.add(day); // $1, as the open items want it
    const onlyOpen = filter.isOpen === true || filter.isOverdue === true || filter.bucket !== undefined;
    const open = openItems(day, this.clock.today());
    const [from, to] = filter.bucket ? bucketDays[filter.bucket] : [];
    const countedFrom = filter.by === AgingBasis.INVOICE ? 'i.issued_on' : 'i.due_on';
    return {
      // Found by what an index holds; the rest of a row is read for the page alone.
      select: 'i.customer_id, i.id',
      detail: {
        select: invoiceColumns,
        join: 'join invoice i on i.customer_id = page.customer_id and i.id = page.id',
      },
      from: onlyOpen
        ? `(${open}) i`
        : `invoice i ${sort === InvoiceSort.OPEN ? `left join (${open}) o on o.customer_id = i.customer_id and o.id = i.id` : ''}`,
      where: [
        `i.issued_on <= ${$day}`,
        filter.customerId !== undefined && `i.customer_id = ${values.add(keyOf(filter.customerId))}`,
        filter.search !== undefined && `i.number like ${values.add(begins(filter.search))}`,
        filter.isOpen === false && (onlyOpen ? 'false' : `i.settled_on <= ${$day}`),
        filter.isOverdue === true && `i.due_on < ${$day}`,
        filter.bucket !== undefined &&
          `${$day}::date - ${countedFrom} between ${values.add(from)} and ${values.add(to)}`,
        filter.currency !== undefined && `i.currency = ${values.add(filter.currency)}`,
        filter.dueFrom !== undefined && `i.due_on >= ${values.add(filter.dueFrom)}`,
        filter.dueTo !== undefined && `i.due_on <= ${values.add(filter.dueTo)}`,
        filter.grade !== undefined &&
          `exists (select from score s where s.customer_id = i.customer_id and s.scored_on <= ${$day} and (s.superseded_on is null or s.superseded_on > ${$day}) and s.grade = ${values.add(filter.grade)})`,
        filter.withoutGrade === true &&
          `not exists (select from score s where s.customer_id = i.customer_id and s.scored_on <= ${$day} and (s.superseded_on is null or s.superseded_on > ${$day}))`,
      ],
      values,
      sort: sort === InvoiceSort.OPEN && onlyOpen ? { by: 'i.open_minor', type: 'bigint' } : sortColumns[sort],
      key: 'i.id',
      direction,
      page: args,
    };
  }

  /** The same page of the invoices that each of these customers had settled by a day. */
  async daysLate(customerIds: readonly number[], args: DaysLateArgs): Promise<Page<DaysLatePoint>[]> {
    const values = new Values();
    const { filter = {}, sort, direction } = args;
    const $day = values.add(args.asOf ?? this.clock.today());
    const list: ListOf = {
      select: `i.customer_id as "customerId", i.number as "invoiceNumber", i.due_on as "dueOn", i.settled_on as "settledOn",
               i.settled_on - i.due_on as "daysLate", i.amount_minor as minor, i.currency`,
      from: 'invoice i',
      where: [
        `i.settled_on <= ${$day}`,
        // Not paid, whatever the day.
        `(i.customer_id, i.id) not in (${notPaid($day, null, `= any(${values.add(customerIds)}::bigint[])`)})`,
        filter.search !== undefined && `i.number like ${values.add(begins(filter.search))}`,
        filter.isLate !== undefined && `(i.settled_on > i.due_on) = ${values.add(filter.isLate)}`,
        filter.settledFrom !== undefined && `i.settled_on >= ${values.add(filter.settledFrom)}`,
      ],
      values,
      sort: daysLateSorts[sort],
      key: 'i.id',
      direction,
      page: args,
    };
    const pages = await listsOf<Omit<DaysLatePoint, 'amount'> & { minor: number; currency: string }>(
      this.sql,
      { ...list, owner: 'i.customer_id' },
      customerIds,
    );
    return pages.map((page) => ({
      ...page,
      nodes: page.nodes.map(({ minor, currency, ...row }) => ({ ...row, amount: money(minor, currency) })),
    }));
  }

  /** The same page of the credits of each of these customers. */
  credits(customerIds: readonly number[], args: CreditsArgs): Promise<Page<Credit>[]> {
    const values = new Values();
    const { filter = {} } = args;
    const list: ListOf = {
      select: `c.customer_id as "customerId", c.id, c.number, c.kind, c.dated_on as "datedOn", c.currency, c.amount_minor as "amountMinor",
               c.allocated_minor as "allocatedMinor", c.applied_on as "appliedOn", c.reason`,
      from: 'credit c',
      where: [
        filter.kind !== undefined && `c.kind = ${values.add(filter.kind)}`,
        filter.search !== undefined && `c.number like ${values.add(begins(filter.search))}`,
        filter.hasUnapplied !== undefined && `(c.applied_on is null) = ${values.add(filter.hasUnapplied)}`,
      ],
      values,
      sort: {
        by: `c.${args.sort}`,
        type: args.sort === 'dated_on' ? 'date' : args.sort === 'number' ? 'text' : 'bigint',
      },
      key: 'c.id',
      direction: args.direction,
      page: args,
    };
    return listsOf<Credit>(this.sql, { ...list, owner: 'c.customer_id' }, customerIds);
  }
}
