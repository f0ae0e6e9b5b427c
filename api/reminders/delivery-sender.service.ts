import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { type Campaign, opensForSending } from '../../analytics/index.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { type Mail, MailService } from '../shared/mail.service.js';
import { ProgramSql } from '../shared/sql.js';
import { WebhookTeller } from '../webhooks/webhook-teller.service.js';
import { restDays, zoneOf } from './recipient-calendar.js';
import { deliveryJobKey, MOST_ATTEMPTS, SEND_DELIVERY } from './reminders.service.js';
import { stillTrue } from './still-true.js';

export interface DeliveryKey {
  customerId: number;
  id: number;
}

interface Gate {
  country: string | null;
  document: Campaign;
  isStopped: boolean;
  atOnce: boolean;
  /** When the first of the messages of this hour went out, if as many as may have gone. */
  fullSince: Date | null;
  holds: boolean | null;
  /** Whether somebody is told that it was sent. */
  isTold: boolean;
}

const settle = `
  with settled as (update delivery set state = $3, settled_at = $4, error = $5 where customer_id = $1 and id = $2 returning recipient)
  insert into contact_mail_state (customer_id, address, state, since)
  select $1, lower(recipient), 'bounced', $4 from settled where $6 on conflict do nothing`;

/**
 * Sends what was queued, at most once: `sending` is committed before the mail server is spoken to, and only its own
 * “no” brings a message back to the queue. A crash in between leaves it in doubt, for a person.
 */
@Injectable()
export class DeliverySender {
  constructor(
    private readonly jobs: Jobs,
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly mail: MailService,
    private readonly teller: WebhookTeller,
  ) {}

  async send(key: DeliveryKey): Promise<void> {
    const { customerId, id } = key;
    const gate = await this.gate(key);
    if (gate?.isStopped) return; // it stays queued; whoever lets sending go on hands it over again
    if (gate?.holds !== true) return this.cancel(key);
    const later = this.mail.isExternal && !gate.atOnce ? this.notBefore(gate) : null;
    if (later) return this.wait(key, later);
    const [claimed] = await this.sql.prepared<Mail & { attempts: number }>(
      `update delivery set state = 'sending', attempts = attempts + 1, attempted_at = $3, error = null
        where customer_id = $1 and id = $2 and state = 'queued' and channel = 'email'
        returning recipient as to, reply_to as "replyTo", subject, body_text as text, body_html as html, mail_token as token, attempts`,
      [customerId, id, this.clock.now()],
    );
    if (!claimed) return; // sent, or in doubt
    const { attempts, ...mail } = claimed;
    if (!this.mail.isExternal) return this.keep(key, mail);
    const result = await this.mail.send(mail);
    const isForLater = result.state === 'later' && attempts < MOST_ATTEMPTS;
    const state = isForLater ? 'queued' : result.state === 'later' ? 'refused' : result.state;
    const error = result.state === 'sent' ? null : result.error;
    const isAddressRefused = result.state === 'refused' && result.isAddressRefused === true;
    const settled = [customerId, id, state, this.clock.now(), error, isAddressRefused];
    if (state === 'sent' && gate.isTold)
      await this.sql.transaction(async (client) => {
        await client.query(settle, settled);
        await this.tellSent(client, key);
      });
    else await this.sql.prepared(settle, settled);
    if (isForLater) throw new Error(`the mail server said “later”: ${error}`); // the queue tries again, each time later
  }

  /** All that is looked at before it goes, in one question: at two hundred a second each one counts. */
  private async gate({ customerId, id }: DeliveryKey): Promise<Gate | undefined> {
    const hourAgo = new Date(this.clock.now().getTime() - 3_600_000);
    const [gate] = await this.sql.prepared<Gate>(
      `select c.country, a.document, s.is_stopped as "isStopped",
              coalesce((select at_once from delivery d where d.customer_id = c.id and d.id = $2), false) as "atOnce",
              (select d.attempted_at from delivery d where d.attempted_at > $4 order by d.attempted_at desc
                offset (a.document->>'mostPerHour')::integer - 1 limit 1) as "fullSince",
              (${stillTrue}) as holds,
              exists (select from webhook_endpoint e where e.ended_at is null and 'sent' = any(e.events)) as "isTold"
         from customer c, campaign a, reminder_sending s where c.id = $1 and a.state = 'active'`,
      [customerId, id, this.clock.today(), hourAgo],
    );
    return gate;
  }

  /** Not in the night or on a day of rest where the recipient is, and not more than so many an hour. */
  private notBefore({ country, document, fullSince }: Gate): Date | null {
    const now = this.clock.now();
    const opens = opensForSending(now.getTime(), zoneOf(country), document, restDays(country, this.clock.today()));
    if (opens) return new Date(opens);
    return fullSince && new Date(fullSince.getTime() + 3_600_000);
  }

  private async wait(key: DeliveryKey, runAt: Date): Promise<void> {
    const jobKey = `${deliveryJobKey(key.customerId, key.id)}-later`;
    await this.jobs.enqueue(null, SEND_DELIVERY, key, { jobKey, attempts: MOST_ATTEMPTS, runAt });
  }

  /** Kept in the mailbox of the product and marked as sent: both or none. */
  private async keep({ customerId, id }: DeliveryKey, mail: Mail): Promise<void> {
    await this.sql.transaction(async (client) => {
      await this.mail.keep(client, mail);
      await client.query(`update delivery set state = 'sent', settled_at = $3 where customer_id = $1 and id = $2`, [
        customerId,
        id,
        this.clock.now(),
      ]);
      await this.tellSent(client, { customerId, id });
    });
  }

  private async tellSent(client: pg.ClientBase, { customerId, id }: DeliveryKey): Promise<void> {
    const data = async () => {
      const { rows } = await client.query<{ on: string; invoices: string[] }>(
        `select d.planned_for as "on", array(select distinct i.number from delivery_line l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id
            where l.customer_id = d.customer_id and l.delivery_id = d.id order by 1) as invoices
           from delivery d where d.customer_id = $1 and d.id = $2`,
        [customerId, id],
      );
      return { deliveryId: id, ...rows[0] };
    };
    await this.teller.tell(client, { customerId, type: 'sent', key: String(id), data });
  }

  /** It reminded of nothing, so its lines go; what of it is still to be said that day is planned anew. */
  private async cancel({ customerId, id }: DeliveryKey): Promise<void> {
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ on: string }>(
        `update delivery set state = 'cancelled', settled_at = $3 where customer_id = $1 and id = $2 and state = 'queued' and channel = 'email' returning planned_for as "on"`,
        [customerId, id, this.clock.now()],
      );
      const on = rows[0]?.on;
      if (on === undefined) return;
      await client.query('delete from delivery_line where customer_id = $1 and delivery_id = $2', [customerId, id]);
      if (on >= this.clock.today())
        await this.jobs.enqueue(client, 'send-reminders', { on }, { jobKey: `send-reminders-${on}` });
    });
  }
}
