import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { type Campaign, opensForSending } from '../../analytics/index.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import type { Mail } from '../shared/mail.service.js';
import { spokenTo } from '../shared/spoke-to.js';
import { ProgramSql } from '../shared/sql.js';
import { WebhookTeller } from '../webhooks/webhook-teller.service.js';
import { type Carrier, Carriers } from './carriers.js';
import { restDays, zoneOf } from './recipient-calendar.js';
import { deliveryJobKey, MOST_ATTEMPTS, SEND_DELIVERY } from './reminders.service.js';
import { sentData } from './sent-data.js';
import { stillTrue } from './still-true.js';

export interface DeliveryKey {
  customerId: number;
  id: number;
}

interface Gate {
  country: string | null;
  channel: 'email' | 'sms';
  document: Campaign;
  isStopped: boolean;
  atOnce: boolean;
  /** How many messages went out within the hour; no more are counted than may. */
  wentInHour: number;
  holds: boolean | null;
  /** Whether somebody is told that it was sent. */
  isTold: boolean;
}

type Claimed = Mail & { attempts: number };

/** So near to the most of an hour, messages take their turn: others may be on their way between the look and the word. */
const IN_TURN_WITHIN = 64;
const hourBefore = (now: Date) => new Date(now.getTime() - 3_600_000);

const claim = `
  update delivery set state = 'sending', attempts = attempts + 1, attempted_at = $3, error = null
   where customer_id = $1 and id = $2 and state = 'queued' and channel in ('email', 'sms')
  returning recipient as to, reply_to as "replyTo", subject, body_text as text, body_html as html, mail_token as token, attempts`;

const settle = `
  with settled as (update delivery set state = $3, settled_at = $4, error = $5 where customer_id = $1 and id = $2 returning recipient)
  insert into contact_mail_state (customer_id, address, state, since)
  select distinct l.customer_id, lower(recipient), 'bounced', $4::timestamptz from settled, delivery_line l
   where $6 and l.addressee_id = $1 and l.delivery_id = $2 on conflict do nothing`;

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
    private readonly carriers: Carriers,
    private readonly teller: WebhookTeller,
  ) {}

  async send(key: DeliveryKey): Promise<void> {
    const { customerId, id } = key;
    const gate = await this.gate(key);
    if (gate?.isStopped) return; // it stays queued; whoever lets sending go on hands it over again
    if (gate?.holds !== true) return this.cancel(key);
    const carrier = this.carriers.of(gate.channel, gate.country);
    const isPaced = carrier.isExternal && !gate.atOnce;
    const opens = isPaced ? this.opens(gate) : null;
    if (opens) return this.wait(key, opens);
    const isInTurn = isPaced && gate.wentInHour + IN_TURN_WITHIN > gate.document.mostPerHour;
    const claimed = isInTurn ? await this.claimInTurn(key, gate.document) : await this.claim(key);
    if (claimed instanceof Date) return this.wait(key, claimed);
    if (!claimed) return; // sent, or in doubt
    const { attempts, ...mail } = claimed;
    if (!carrier.isExternal) return this.keep(key, mail, carrier, gate.isTold);
    const result = await carrier.send(mail);
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
    if (isForLater) throw new Error(`the server said “later”: ${error}`); // the queue tries again, each time later
  }

  /** All that is looked at before it goes, in one question: at two hundred a second each one counts. */
  private async gate({ customerId, id }: DeliveryKey): Promise<Gate | undefined> {
    const [gate] = await this.sql.prepared<Gate>(
      `select c.country, (select channel from delivery d where d.customer_id = c.id and d.id = $2) as channel, a.document, s.is_stopped as "isStopped",
              coalesce((select at_once from delivery d where d.customer_id = c.id and d.id = $2), false) as "atOnce",
              (select count(*)::integer from (select from delivery d where d.attempted_at > $4
                limit (a.document->>'mostPerHour')::integer) went) as "wentInHour",
              (${stillTrue}) as holds,
              exists (select from webhook_endpoint e where e.ended_at is null and 'sent' = any(e.events)) as "isTold"
         from customer c, campaign a, reminder_sending s where c.id = $1 and a.state = 'active'`,
      [customerId, id, this.clock.today(), hourBefore(this.clock.now())],
    );
    return gate;
  }

  /** When the night or the day of rest is over where the recipient is; null when it is neither. */
  private opens({ country, document }: Gate): Date | null {
    const now = this.clock.now().getTime();
    const opens = opensForSending(now, zoneOf(country), document, restDays(country, this.clock.today()));
    return opens ? new Date(opens) : null;
  }

  private async claim({ customerId, id }: DeliveryKey): Promise<Claimed | undefined> {
    return (await this.sql.prepared<Claimed>(claim, [customerId, id, this.clock.now()]))[0];
  }

  /** One after the other, so that no more go out in an hour than may; when the next one may, if this one may not. */
  private claimInTurn({ customerId, id }: DeliveryKey, { mostPerHour }: Campaign): Promise<Claimed | Date | undefined> {
    return this.sql.transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [locks.sending]);
      const now = this.clock.now();
      const { rows } = await client.query<{ at: Date }>(
        'select attempted_at as at from delivery where attempted_at > $1 order by attempted_at desc offset $2::integer - 1 limit 1',
        [hourBefore(now), mostPerHour],
      );
      if (rows[0]) return new Date(rows[0].at.getTime() + 3_600_000);
      return (await client.query<Claimed>(claim, [customerId, id, now])).rows[0];
    });
  }

  private async wait(key: DeliveryKey, runAt: Date): Promise<void> {
    const jobKey = `${deliveryJobKey(key.customerId, key.id)}-later`;
    await this.jobs.enqueue(null, SEND_DELIVERY, key, { jobKey, attempts: MOST_ATTEMPTS, runAt });
  }

  /** Kept in the mailbox of the product and marked as sent: both or none. */
  private async keep({ customerId, id }: DeliveryKey, mail: Mail, carrier: Carrier, isTold: boolean): Promise<void> {
    await this.sql.transaction(async (client) => {
      await carrier.keep(client, mail);
      await client.query(`update delivery set state = 'sent', settled_at = $3 where customer_id = $1 and id = $2`, [
        customerId,
        id,
        this.clock.now(),
      ]);
      if (isTold) await this.tellSent(client, { customerId, id });
    });
  }

  /** Of each customer that it speaks to. */
  private async tellSent(client: pg.ClientBase, key: DeliveryKey): Promise<void> {
    for (const customerId of await spokenTo(client, key))
      await this.teller.tell(client, {
        customerId,
        type: 'sent',
        key: String(key.id),
        data: sentData(client, customerId, key),
      });
  }

  /** It reminded of nothing, so its lines go; what of it is still to be said that day is planned anew. */
  private async cancel({ customerId, id }: DeliveryKey): Promise<void> {
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ on: string }>(
        `update delivery set state = 'cancelled', settled_at = $3 where customer_id = $1 and id = $2 and state = 'queued' and channel in ('email', 'sms') returning planned_for as "on"`,
        [customerId, id, this.clock.now()],
      );
      const on = rows[0]?.on;
      if (on === undefined) return;
      await client.query('delete from delivery_line where addressee_id = $1 and delivery_id = $2', [customerId, id]);
      if (on >= this.clock.today())
        await this.jobs.enqueue(client, 'send-reminders', { on }, { jobKey: `send-reminders-${on}` });
    });
  }
}
