import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';

/** The way from a message to where it is paid. That somebody took it is written down; that a message was opened is not. */
@Injectable()
export class PayLinks {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Null: no message of ours has this secret. `isTaken`: written down, the first time. */
  async follow(token: string, isTaken: boolean): Promise<string | null> {
    if (this.config.payUrl === undefined) return null;
    const delivery = await this.sql.one<{ number: string; invoices: string[] }>(
      `with d as (select customer_id, id from delivery where pay_token = $1),
            clicked as (insert into delivery_click (customer_id, delivery_id, at) select customer_id, id, $2::timestamptz from d
                         where $3 and not exists (select from delivery_click k where k.customer_id = d.customer_id and k.delivery_id = d.id) on conflict do nothing)
       select c.number, array(select distinct i.number from delivery_line l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id
                               where l.addressee_id = d.customer_id and l.delivery_id = d.id order by 1) as invoices
         from d join customer c on c.id = d.customer_id`,
      [token, this.clock.now(), isTaken],
    );
    if (!delivery) return null;
    const address = new URL(this.config.payUrl);
    address.searchParams.set('customer', delivery.number);
    for (const invoice of delivery.invoices) address.searchParams.append('invoice', invoice);
    return address.href;
  }
}
