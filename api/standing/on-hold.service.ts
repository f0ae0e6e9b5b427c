import { Injectable } from '@nestjs/common';
import { openItems } from '../ledger/open-items.js';
import { RatesService, rateColumns } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { holds, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import { type OnHoldArgs, OnHoldSort } from './standing.inputs.js';
import { HELD } from './standing.states.js';
import type { CustomerOnHold } from './standing.view.js';

const sorts = {
  [OnHoldSort.SINCE]: { by: 's.since', type: 'timestamptz' },
  [OnHoldSort.NAME]: { by: 'lower(c.name)', type: 'text' },
  [OnHoldSort.OVERDUE]: { by: 'coalesce(o.overdue, 0)', type: 'bigint' },
} as const;

@Injectable()
export class OnHoldService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
  ) {}

  async page(args: OnHoldArgs): Promise<Page<CustomerOnHold>> {
    const { filter = {} } = args;
    const values = new Values();
    const overdue =
      args.sort === OnHoldSort.OVERDUE ? `left join (${await this.overdue(values)}) o on o.customer_id = c.id` : '';
    const $search = filter.search === undefined ? '' : values.add(holds(filter.search));
    return listOf<CustomerOnHold>(this.sql, {
      select: 's.customer_id as "customerId"',
      from: `standing s join customer c on c.id = s.customer_id ${overdue}`,
      where: [
        `s.state = any(${values.add(HELD)})`,
        filter.standing !== undefined && `s.state = ${values.add(filter.standing)}`,
        $search !== '' && `(c.name ilike ${$search} or c.number ilike ${$search})`,
      ],
      values,
      sort: sorts[args.sort],
      key: 's.customer_id',
      direction: args.direction,
      page: args,
    });
  }

  /** SQL of what is overdue today of each customer on hold; it begins the list of values, as the open items want it. */
  private async overdue(values: Values): Promise<string> {
    const today = this.clock.today();
    const $day = values.add(today);
    const [$currencies, $factors] = rateColumns(await this.rates.on(today)).map((column) => values.add(column));
    return `select x.customer_id, sum(round(x.open_minor * r.factor))::bigint as overdue
      from (${openItems(today, today)}) x join standing on standing.customer_id = x.customer_id and standing.state = any(${values.add(HELD)})
      join unnest(${$currencies}::text[], ${$factors}::float8[]) as r (currency, factor) on r.currency = x.currency
     where x.due_on < ${$day} group by 1`;
  }
}
