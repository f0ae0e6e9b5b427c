import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import { type Mail, MailService } from './mail.service.js';
import { SEND_DELIVERY } from './reminders.service.js';

interface DeliveryKey {
  customerId: number;
  id: number;
}

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
  ) {}

  onModuleInit(): void {
    this.jobs.declare<DeliveryKey>({ id: SEND_DELIVERY, description: 'Sends one queued message.', run: (key) => this.send(key) });
    this.jobs.declare({
      id: 'deliveries-in-doubt',
      description: 'Marks messages whose sending was cut off as in doubt.',
      schedule: '*/5 * * * *',
      run: () => this.markInDoubt(),
    });
  }

  async send(key: DeliveryKey): Promise<void> {
    const stillOpen = await this.somethingIsStillOpen(key);
    const claimed = await this.sql.one<Mail>(
      `update delivery set state = $3, attempts = attempts + 1, attempted_at = $4, error = null
        where customer_id = $1 and id = $2 and state = 'queued' returning recipient as to, subject, body_text as text, body_html as html`,
      [key.customerId, key.id, stillOpen ? 'sending' : 'cancelled', this.clock.now()],
    );
    if (!claimed || !stillOpen) return; // sent, in doubt, or nothing left to say
    if (!this.mail.isExternal) {
      await this.sql.transaction(async (client) => {
        await this.mail.keepInMailbox(client, claimed);
        await client.query(`update delivery set state = 'sent', settled_at = $3 where customer_id = $1 and id = $2`, [key.customerId, key.id, this.clock.now()]);
      });
      return;
    }
    const result = await this.mail.send(claimed);
    const state = result.state === 'later' ? 'queued' : result.state;
    const error = result.state === 'sent' ? null : result.error;
    await this.sql.rows(`update delivery set state = $3, settled_at = $4, error = $5 where customer_id = $1 and id = $2`, [key.customerId, key.id, state, this.clock.now(), error]);
    if (result.state === 'later') throw new Error(`the mail server said “later”: ${error}`); // the queue tries again, each time later
  }

  /** At the last moment: paid, contested or put aside since it was planned? */
  private async somethingIsStillOpen({ customerId, id }: DeliveryKey): Promise<boolean> {
    const row = await this.sql.one<{ open: boolean }>(
      `select bool_and(i.settled_on is null and not i.is_disputed and i.due_on = l.cycle and not c.left_out_of_reminders
                       and i.amount_minor - i.allocated_minor = l.open_minor) as open
         from delivery_line l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id join customer c on c.id = l.customer_id
        where l.customer_id = $1 and l.delivery_id = $2`,
      [customerId, id],
    );
    return row?.open === true;
  }

  async markInDoubt(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - IN_DOUBT_AFTER_MINUTES * 60_000);
    await this.sql.rows(`update delivery set state = 'unknown', error = 'The program or the line broke off while it was being sent.' where state = 'sending' and attempted_at < $1`, [before]);
  }
}
