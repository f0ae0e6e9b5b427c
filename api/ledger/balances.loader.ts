import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { inOrder, Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';
import { openItems, unappliedCredits } from './open-items.js';
import { RatesService, rateColumns } from './rates.service.js';

export interface Balance {
  balance: number;
  overdue: number;
}

/**
 * What a customer owes on a day, in minor units of its own currency. Documents in other currencies are converted at the
 * day’s rates; those without a rate are left out, and the ageing by currency shows them.
 */
@Injectable()
export class BalancesLoader extends Loader<Balance, { asOf: string }> {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
  ) {
    super();
  }

  protected async load(ids: readonly number[], { asOf }: { asOf: string }): Promise<Balance[]> {
    const rows = await this.sql.prepared<{ id: number; balance: number; overdue: number }>(
      `with rate as (select * from unnest($3::text[], $4::float8[]) as r (currency, factor)),
       item as (
         select customer_id, currency, open_minor, case when due_on < $1 then open_minor else 0 end as overdue_minor
           from (${openItems(asOf, this.clock.today())}) o where customer_id = any($2)
         union all
         select customer_id, currency, -unapplied_minor, 0 from (${unappliedCredits}) u where customer_id = any($2)
       )
       select c.id, round(sum(open_minor * f.factor)) as balance, round(sum(overdue_minor * f.factor)) as overdue
         from item join customer c on c.id = item.customer_id
         left join rate r on r.currency = item.currency left join rate own on own.currency = c.currency
         cross join lateral (select (case when item.currency = c.currency then 1 else r.factor / own.factor end)::numeric as factor) f
        where f.factor is not null group by c.id`,
      [asOf, ids, ...rateColumns(await this.rates.on(asOf))],
    );
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row) => ({ balance: row?.balance ?? 0, overdue: row?.overdue ?? 0 }),
    );
  }
}
