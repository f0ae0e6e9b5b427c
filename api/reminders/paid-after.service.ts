import { Injectable } from '@nestjs/common';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { WebhookTeller } from '../webhooks/webhook-teller.service.js';

interface Paid {
  customerId: number;
  invoiceId: number;
  number: string;
  settledOn: string;
  steps: string[];
}

/** Tells which invoices were settled after a message spoke of them. */
@Injectable()
export class PaidAfter {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly teller: WebhookTeller,
  ) {}

  /** Safe to run twice: an invoice that is settled on a day is told of once. */
  async tell(): Promise<void> {
    const listening = await this.sql.one(
      `select id from webhook_endpoint where ended_at is null and 'paid-after' = any(events) limit 1`,
    );
    if (!listening) return;
    const rows = await this.sql.rows<Paid>(
      `select i.customer_id as "customerId", i.id as "invoiceId", i.number, i.settled_on as "settledOn", array_agg(distinct l.step order by l.step) as steps
         from invoice i join delivery_line l on l.customer_id = i.customer_id and l.invoice_id = i.id
         join delivery d on d.customer_id = l.addressee_id and d.id = l.delivery_id
        where i.settled_on > $1::date - 60 and d.state = 'sent' and d.planned_for <= i.settled_on
          and not exists (select from webhook_event v where v.customer_id = i.customer_id and v.event_key = 'paid-after ' || i.id || ' ' || i.settled_on)
          and not exists (select from webhook_told v where v.customer_id = i.customer_id and v.event_key = 'paid-after ' || i.id || ' ' || i.settled_on)
        group by 1, 2, 3, 4 order by i.settled_on, i.id limit 5000`,
      [this.clock.today()],
    );
    for (const { customerId, invoiceId, number, settledOn, steps } of rows)
      await this.sql.transaction((client) =>
        this.teller.tell(client, {
          customerId,
          type: 'paid-after',
          key: `${invoiceId} ${settledOn}`,
          data: async () => ({ invoice: number, settledOn, steps }),
        }),
      );
  }
}
