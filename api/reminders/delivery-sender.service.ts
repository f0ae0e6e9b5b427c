import { Injectable } from '@nestjs/common';
import { type Campaign, opensForSending } from '../../analytics/index.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { type Mail, MailService } from '../shared/mail.service.js';
import { ProgramSql } from '../shared/sql.js';
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
}

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
  ) {}

  async send(key: DeliveryKey): Promise<void> {
    const { customerId, id } = key;
    const gate = await this.gate(key);
    if (gate?.isStopped) return; // it stays queued; whoever lets sending go on hands it over again
    if (!(await this.isStillTrue(key))) return this.cancel(key);
    const later = gate && this.mail.isExternal && !gate.atOnce ? this.notBefore(gate) : null;
    if (later) return this.wait(key, later);
    const claimed = await this.sql.one<Mail & { attempts: number }>(
      `update delivery set state = 'sending', attempts = attempts + 1, attempted_at = $3, error = null
        where customer_id = $1 and id = $2 and state = 'queued' and channel = 'email'
        returning recipient as to, reply_to as "replyTo", subject, body_text as text, body_html as html, attempts`,
      [customerId, id, this.clock.now()],
    );
    if (!claimed) return; // sent, or in doubt
    const { attempts, ...mail } = claimed;
    if (!this.mail.isExternal) return this.keep(key, mail);
    const result = await this.mail.send(mail);
    const isForLater = result.state === 'later' && attempts < MOST_ATTEMPTS;
    const state = isForLater ? 'queued' : result.state === 'later' ? 'refused' : result.state;
    const error = result.state === 'sent' ? null : result.error;
    await this.sql.rows(
      `update delivery set state = $3, settled_at = $4, error = $5 where customer_id = $1 and id = $2`,
      [customerId, id, state, this.clock.now(), error],
    );
    if (isForLater) throw new Error(`the mail server said “later”: ${error}`); // the queue tries again, each time later
  }

  private gate({ customerId, id }: DeliveryKey): Promise<Gate | undefined> {
    const hourAgo = new Date(this.clock.now().getTime() - 3_600_000);
    return this.sql.one<Gate>(
      `select c.country, a.document, s.is_stopped as "isStopped",
              coalesce((select at_once from delivery d where d.customer_id = c.id and d.id = $3), false) as "atOnce",
              (select d.attempted_at from delivery d where d.attempted_at > $2 order by d.attempted_at desc
                offset (a.document->>'mostPerHour')::integer - 1 limit 1) as "fullSince"
         from customer c, campaign a, reminder_sending s where c.id = $1 and a.state = 'active'`,
      [customerId, hourAgo, id],
    );
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
    });
  }

  private async isStillTrue({ customerId, id }: DeliveryKey): Promise<boolean> {
    const row = await this.sql.one<{ holds: boolean }>(stillTrue, [customerId, id, this.clock.today()]);
    return row?.holds === true;
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
