import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { holds, keyOf, listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { spokeTo } from '../shared/spoke-to.js';
import { Sql } from '../shared/sql.js';
import { type Delivery, DeliveryState, type MailboxMessage } from './delivery.view.js';
import { CallNotWaiting, DeliveryNotInDoubt } from './reminders.errors.js';
import type { DeliveriesArgs, MailboxArgs } from './reminders.inputs.js';
import { deliveryJobKey, MOST_ATTEMPTS, SEND_DELIVERY } from './reminders.service.js';
import type { RecordCallInput } from './sending.view.js';

const deliveryColumns = `d.customer_id as "customerId", d.id, d.recipient as to, d.subject, d.body_text as text, d.body_html as html, d.state,
  d.planned_for as "plannedFor", d.attempted_at as "attemptedAt", d.error, d.channel,
  (select m.kind from incoming_mail m where m.customer_id = d.customer_id and m.delivery_id = d.id order by m.id desc limit 1) as "cameBack",
  (select min(k.at) from delivery_click k where k.customer_id = d.customer_id and k.delivery_id = d.id) as "payLinkTakenAt"`;

@Injectable()
export class DeliveriesService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  deliveries(args: DeliveriesArgs): Promise<Page<Delivery>> {
    const values = new Values();
    const { filter = {} } = args;
    return listOf<Delivery>(this.sql, {
      select: deliveryColumns,
      from: 'delivery d',
      where: [
        filter.state !== undefined && `d.state = ${values.add(filter.state)}`,
        filter.customerId !== undefined && spokeTo(values.add(keyOf(filter.customerId))),
        filter.plannedFor !== undefined && `d.planned_for = ${values.add(filter.plannedFor)}`,
        filter.isLetter !== undefined && `(d.channel = 'letter') = ${values.add(filter.isLetter)}`,
        filter.search !== undefined && `(d.recipient || ' ' || d.subject) ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      sort:
        args.sort === 'planned_for'
          ? { by: 'd.planned_for', type: 'date' }
          : { by: `coalesce(d.attempted_at, '-infinity')`, type: 'timestamptz' },
      key: 'd.id',
      direction: args.direction,
      page: args,
    });
  }

  mailbox(args: MailboxArgs): Promise<Page<MailboxMessage>> {
    const values = new Values();
    return listOf<MailboxMessage>(this.sql, {
      select:
        'm.id, m.sender as from, m.recipient as to, m.subject, m.body_text as text, m.body_html as html, m.received_at as "receivedAt"',
      from: 'mailbox_message m',
      where: [
        args.filter?.search !== undefined &&
          `(m.recipient || ' ' || m.subject) ilike ${values.add(holds(args.filter.search))}`,
      ],
      values,
      sort: args.sort === 'subject' ? { by: 'm.subject', type: 'text' } : { by: 'm.received_at', type: 'timestamptz' },
      key: 'm.id',
      direction: args.direction,
      page: args,
    });
  }

  /** How many messages of a day are still to go out. */
  async waiting(on: string): Promise<number> {
    const row = await this.sql.one<{ n: number }>(
      `select count(*) as n from delivery where planned_for = $1 and state = 'queued' and channel in ('email', 'sms')`,
      [on],
    );
    return row?.n ?? 0;
  }

  /** A person says what became of a message in doubt. Not sent: then it goes out again, by that person’s word. */
  async settleUnknown(customerId: string, id: string, wasSent: boolean): Promise<Delivery> {
    const key = [keyOf(customerId), keyOf(id)];
    const now = wasSent ? DeliveryState.SENT : DeliveryState.QUEUED;
    await this.sql.transaction(async (client) => {
      const done = await client.query(
        `update delivery set state = $3, settled_at = $4, attempts = case when $3 = 'queued' then 0 else attempts end where customer_id = $1 and id = $2 and state = 'unknown'`,
        [...key, now, this.clock.now()],
      );
      if (done.rowCount === 0) throw new DeliveryNotInDoubt(id);
      if (!wasSent)
        await this.jobs.enqueue(
          client,
          SEND_DELIVERY,
          { customerId: key[0], id: key[1] },
          { jobKey: deliveryJobKey(customerId, id), attempts: MOST_ATTEMPTS },
        );
      await this.audit.record(client, {
        action: 'settled a delivery in doubt',
        subjectType: 'delivery',
        subjectId: id,
        before: { state: DeliveryState.UNKNOWN },
        after: { state: now },
        details: { customerId },
      });
    });
    return this.byKey(key);
  }

  /** Reached or not, the call was made: it stands in the list with what was said. */
  async recordCall({ customerId, deliveryId, wasReached, note }: RecordCallInput): Promise<Delivery> {
    const key = [keyOf(customerId), keyOf(deliveryId)];
    const now = wasReached ? DeliveryState.SENT : DeliveryState.REFUSED;
    await this.sql.transaction(async (client) => {
      const at = this.clock.now();
      const done = await client.query(
        `update delivery set state = $3, attempted_at = $4, settled_at = $4, error = $5
          where customer_id = $1 and id = $2 and channel = 'call' and state = 'queued'`,
        [...key, now, at, note ?? null],
      );
      if (done.rowCount === 0) throw new CallNotWaiting(deliveryId);
      await this.audit.record(client, {
        action: 'made a call',
        subjectType: 'delivery',
        subjectId: deliveryId,
        before: { state: DeliveryState.QUEUED },
        after: { state: now },
        details: { customerId },
        reason: note,
      });
    });
    return this.byKey(key);
  }

  private async byKey(key: number[]): Promise<Delivery> {
    const row = await this.sql.one<Delivery>(
      `select ${deliveryColumns} from delivery d where d.customer_id = $1 and d.id = $2`,
      key,
    );
    if (!row) throw new NotFound('message', String(key[1]));
    return row;
  }
}
