import { Injectable } from '@nestjs/common';
import { openItems } from '../ledger/open-items.js';
import { type Rates, RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { holds, keyOf, type ListOf, listOf, Values } from '../shared/list.js';
import { type Money, money } from '../shared/money.view.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import type { StandingState } from '../standing/standing.view.js';
import { CustomerSort, type CustomersArgs, type CustomersWithoutRate } from './customer-list.js';

export interface CustomerRowRead {
  customerId: number;
  balance: Money | null;
  overdue: Money | null;
  oldestDaysPastDue: number | null;
  points: number | null;
  grade: string | null;
  isThin: boolean | null;
  lateProbability: number | null;
  standing: StandingState;
}

/** With what it was asked for, so that a figure of the whole list can be asked of it. */
export type CustomerPageRead = Page<CustomerRowRead> & { asOf: string; args: CustomersArgs };

const sorts = {
  [CustomerSort.NAME]: { by: 'lower(c.name)', type: 'text' },
  [CustomerSort.NUMBER]: { by: 'c.number', type: 'text' },
  [CustomerSort.BALANCE]: { by: 'coalesce(o.balance, 0)', type: 'bigint' },
  [CustomerSort.OVERDUE]: { by: 'coalesce(o.overdue, 0)', type: 'bigint' },
  [CustomerSort.OLDEST_DAYS_PAST_DUE]: { by: 'coalesce(o.oldest, -100000)', type: 'integer' },
  [CustomerSort.POINTS]: { by: 'coalesce(s.points, 0)', type: 'integer' },
} as const;

@Injectable()
export class CustomerListService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
  ) {}

  async customers(args: CustomersArgs): Promise<CustomerPageRead> {
    const rates = await this.rates.on(this.dayOf(args));
    const page = await listOf<
      Omit<CustomerRowRead, 'balance' | 'overdue'> & { balance: number | null; overdue: number | null }
    >(this.sql, this.list(args, rates));
    const shown = (minor: number | null) => (minor === null ? null : money(minor, rates.reportingCurrency));
    return {
      ...page,
      args,
      asOf: this.dayOf(args),
      nodes: page.nodes.map((row) => ({ ...row, balance: shown(row.balance), overdue: shown(row.overdue) })),
    };
  }

  /** Those of the whole list that owe something which no amount of it holds. */
  async withoutRate(args: CustomersArgs): Promise<CustomersWithoutRate[]> {
    const day = this.dayOf(args);
    const rates = await this.rates.on(day);
    const lacking = await this.sql.rows<{ currency: string; ids: number[] }>(
      `select currency, array_agg(distinct customer_id) as ids from (${openItems(day, this.clock.today())}) x
        where currency <> all($2) group by 1 order by 1`,
      [day, [...rates.factors.keys()]],
    );
    if (lacking.length === 0) return [];
    const { with: owed, from, where, values } = this.list(args, rates);
    const conditions = where.filter((condition) => typeof condition === 'string');
    return this.sql.rows<{ currency: string; customers: number }>(
      `with ${owed} select l.currency, count(*)::integer as customers
         from jsonb_to_recordset(${values.add(JSON.stringify(lacking))}::jsonb) as l (currency text, ids bigint[]), unnest(l.ids) as one (id)
        where one.id in (select c.id from ${from}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''})
        group by 1 order by 1`,
      values.all,
    );
  }

  private dayOf = (args: CustomersArgs): string => args.asOf ?? this.clock.today();

  private list(args: CustomersArgs, rates: Rates): ListOf {
    const asOf = this.dayOf(args);
    const values = new Values();
    const $day = values.add(asOf);
    const [currencies, factors] = rateColumns(rates);
    const $rates = `unnest(${values.add(currencies)}::text[], ${values.add(factors)}::float8[])`;
    const { filter = {}, search } = args;
    const $search = search ? values.add(holds(search)) : '';
    return {
      with: `owed as (
        select x.customer_id, round(sum(x.open_minor * r.factor::numeric))::bigint as balance,
               case when min(x.due_on) < ${$day} then round(sum(x.open_minor * r.factor::numeric) filter (where x.due_on < ${$day})) else 0 end::bigint as overdue, ${$day}::date - min(x.due_on) as oldest
          from (${openItems(asOf, this.clock.today())}) x left join ${$rates} as r (currency, factor) on r.currency = x.currency
         group by 1)`,
      select: `c.id as "customerId", case when o.customer_id is null then 0 else o.balance end as balance, case when o.customer_id is null then 0 else o.overdue end as overdue,
               o.oldest as "oldestDaysPastDue", s.points, s.grade, s.is_thin as "isThin", s.late_probability as "lateProbability", coalesce(st.state, 'good') as standing`,
      from: `customer c left join owed o on o.customer_id = c.id
             left join score s on s.customer_id = c.id and s.scored_on <= ${$day} and (s.superseded_on is null or s.superseded_on > ${$day})
             left join standing st on st.customer_id = c.id`,
      where: [
        search ? `(c.name ilike ${$search} or c.number ilike ${$search})` : undefined,
        filter.grade !== undefined && `s.grade = any(${values.add(filter.grade)})`,
        filter.hasOverdue !== undefined && `(coalesce(o.oldest, 0) > 0) = ${values.add(filter.hasOverdue)}`,
        filter.country !== undefined && `c.country = ${values.add(filter.country)}`,
        filter.segment !== undefined && `c.segment = ${values.add(filter.segment)}`,
        filter.stage !== undefined && `c.stage = ${values.add(filter.stage)}`,
        filter.standing !== undefined && `coalesce(st.state, 'good') = ${values.add(filter.standing)}`,
        filter.isThin !== undefined && `coalesce(s.is_thin, true) = ${values.add(filter.isThin)}`,
        filter.ownerId !== undefined && `c.owner_id = ${values.add(keyOf(filter.ownerId))}`,
        filter.isOwned !== undefined && `(c.owner_id is not null) = ${values.add(filter.isOwned)}`,
        filter.currency !== undefined && `c.currency = ${values.add(filter.currency)}`,
      ],
      values,
      sort: sorts[args.sort],
      key: 'c.id',
      direction: args.direction,
      page: args,
    };
  }
}
