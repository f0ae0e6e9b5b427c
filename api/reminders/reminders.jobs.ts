import { Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { type Mail, MailService } from '../shared/mail.service.js';
import { Sql } from '../shared/sql.js';
import { MOST_ATTEMPTS, RemindersService, SEND_DELIVERY } from './reminders.service.js';

interface DeliveryKey {
  customerId: number;
  id: number;
}

const SEND_REMINDERS = 'send-reminders';
/** After so long without an answer, a message that was being sent is in doubt. */
const IN_DOUBT_AFTER_MINUTES = 15;

/**
 * Sends what was queued, at most once: `sending` is committed before the mail server is spoken to, and only its own
 * “no” brings a message back to the queue. A crash in between leaves it in doubt, for a person.
 */
@Injectable()
export class RemindersJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly mail: MailService,
    private readonly reminders: RemindersService,
  ) {}

  onModuleInit(): void {
    this.jobs.declare<DeliveryKey>({
      id: SEND_DELIVERY,
      description: 'Sends one queued message.',
      run: (key) => this.send(key),
    });
    this.jobs.declare<{ on: string }>({
      id: SEND_REMINDERS,
      description: 'Sends what is still to be sent of a day’s reminders.',
      run: async ({ on }) => void (await this.reminders.send(on)),
    });
    this.jobs.declare({
      id: 'deliveries-in-doubt',
      description: 'Marks messages whose sending was cut off as in doubt.',
      schedule: '*/5 * * * *',
      run: () => this.markInDoubt(),
    });
  }

  async send(key: DeliveryKey): Promise<void> {
    if (!(await this.isStillTrue(key))) return this.cancel(key);
    const claimed = await this.sql.one<Mail & { attempts: number }>(
      `update delivery set state = 'sending', attempts = attempts + 1, attempted_at = $3, error = null
        where customer_id = $1 and id = $2 and state = 'queued' returning recipient as to, subject, body_text as text, body_html as html, attempts`,
      [key.customerId, key.id, this.clock.now()],
    );
    if (!claimed) return; // sent, or in doubt
    const { attempts, ...mail } = claimed;
    if (!this.mail.isExternal) {
      await this.sql.transaction(async (client) => {
        await this.keepInMailbox(client, mail);
        await client.query(`update delivery set state = 'sent', settled_at = $3 where customer_id = $1 and id = $2`, [
          key.customerId,
          key.id,
          this.clock.now(),
        ]);
      });
      return;
    }
    const result = await this.mail.send(mail);
    const isForLater = result.state === 'later' && attempts < MOST_ATTEMPTS;
    const state = isForLater ? 'queued' : result.state === 'later' ? 'refused' : result.state;
    const error = result.state === 'sent' ? null : result.error;
    await this.sql.rows(
      `update delivery set state = $3, settled_at = $4, error = $5 where customer_id = $1 and id = $2`,
      [key.customerId, key.id, state, this.clock.now(), error],
    );
    if (isForLater) throw new Error(`the mail server said “later”: ${error}`); // the queue tries again, each time later
  }

  /** Inside the transaction that marks it as sent: both or none. */
  private async keepInMailbox(client: pg.ClientBase, mail: Mail): Promise<void> {
    await client.query(
      'insert into mailbox_message (sender, recipient, subject, body_text, body_html, received_at) values ($1, $2, $3, $4, $5, $6)',
      [this.mail.sender, mail.to, mail.subject, mail.text, mail.html, this.clock.now()],
    );
  }

  /** At the last moment: paid, even in part, contested or put aside since it was planned? */
  private async isStillTrue({ customerId, id }: DeliveryKey): Promise<boolean> {
    const row = await this.sql.one<{ holds: boolean }>(
      `select bool_and(i.settled_on is null and not i.is_disputed and i.due_on = l.cycle and not c.left_out_of_reminders
                       and i.amount_minor - i.allocated_minor = l.open_minor
                       and coalesce(s.state, 'good') not in ('orders_on_hold', 'supply_stopped', 'ended')) as holds
         from delivery_line l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id
         join customer c on c.id = l.customer_id left join standing s on s.customer_id = l.customer_id
        where l.customer_id = $1 and l.delivery_id = $2`,
      [customerId, id],
    );
    return row?.holds === true;
  }

  /** It reminded of nothing, so its lines go; what of it is still to be said that day is planned anew. */
  private async cancel({ customerId, id }: DeliveryKey): Promise<void> {
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ on: string }>(
        `update delivery set state = 'cancelled', settled_at = $3 where customer_id = $1 and id = $2 and state = 'queued' returning planned_for as "on"`,
        [customerId, id, this.clock.now()],
      );
      const on = rows[0]?.on;
      if (on === undefined) return;
      await client.query('delete from delivery_line where customer_id = $1 and delivery_id = $2', [customerId, id]);
      if (on >= this.clock.today())
        await this.jobs.enqueue(client, SEND_REMINDERS, { on }, { jobKey: `${SEND_REMINDERS}-${on}` });
    });
  }

  async markInDoubt(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - IN_DOUBT_AFTER_MINUTES * 60_000);
    await this.sql.rows(
      `update delivery set state = 'unknown', error = 'The program or the line broke off while it was being sent.' where state = 'sending' and attempted_at < $1`,
      [before],
    );
  }
}
