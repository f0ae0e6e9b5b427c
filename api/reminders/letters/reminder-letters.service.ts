import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../../audit/audit.service.js';
import { Clock } from '../../shared/clock.js';
import { locks } from '../../shared/locks.js';
import { Sql } from '../../shared/sql.js';
import { WebhookTeller } from '../../webhooks/webhook-teller.service.js';
import { sentData } from '../sent-data.js';
import { stillTrue } from '../still-true.js';
import type { Letter } from './letters-pdf.js';
import { EnoughForThisHour, NoLettersToPost, NoLettersToPrint, SendingIsStopped } from './reminder-letters.errors.js';
import type { ReminderLetters } from './reminder-letters.view.js';

const HOUR_MS = 3_600_000;

/**
 * Letters go the way of a message: what is printed was looked at once more, and is written down as on its way before it
 * is on paper. Whether it was posted only a person knows, so nothing is printed again by itself.
 */
@Injectable()
export class ReminderLettersService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly teller: WebhookTeller,
  ) {}

  /** Of the earliest day that has some: one day after the other. */
  async toDo(): Promise<ReminderLetters> {
    const row = await this.sql.one<ReminderLetters>(
      `select planned_for as "on", count(*) filter (where state = 'queued')::integer as "toPrint",
              count(*) filter (where state = 'sending')::integer as "toPost"
         from delivery where channel = 'letter' and state in ('queued', 'sending') group by 1 order by 1 limit 1`,
    );
    return row ?? { on: null, toPrint: 0, toPost: 0 };
  }

  /** The printed letters of a day that wait to be posted. */
  async printed(on: string): Promise<Letter[]> {
    const rows = await this.sql.rows<Letter>(
      `select d.recipient as address, c.name as customer, d.subject, d.body_text as text, d.reply_to as "replyTo" from delivery d join customer c on c.id = d.customer_id
        where d.planned_for = $1 and d.channel = 'letter' and d.state = 'sending' order by c.name, d.id`,
      [on],
    );
    if (rows.length === 0) throw new NoLettersToPost(on);
    return rows;
  }

  /** What is not true any more is not printed; of the others, as many as may go out in the hour. */
  async print(on: string): Promise<ReminderLetters> {
    await this.sql.transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [locks.sending]);
      const may = await this.mayPrint(client);
      const { rows } = await client.query<{ customerId: number; id: number }>(
        `select customer_id as "customerId", id from delivery where planned_for = $1 and channel = 'letter' and state = 'queued' order by id for update`,
        [on],
      );
      if (rows.length === 0) throw new NoLettersToPrint(on);
      let [printed, cancelled] = [0, 0];
      for (const { customerId, id } of rows) {
        const looked = await client.query<{ holds: boolean | null }>(stillTrue, [customerId, id, this.clock.today()]);
        if (looked.rows[0]?.holds !== true) {
          await this.cancel(client, customerId, id);
          cancelled++;
        } else if (printed < may) {
          await client.query(
            `update delivery set state = 'sending', attempts = attempts + 1, attempted_at = $3 where customer_id = $1 and id = $2`,
            [customerId, id, this.clock.now()],
          );
          printed++;
        }
      }
      await this.record(client, 'printed letters', on, { printed, cancelled, left: rows.length - printed - cancelled });
    });
    return this.toDo();
  }

  async post(on: string, werePosted: boolean): Promise<ReminderLetters> {
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ customerId: number; id: number }>(
        `update delivery set state = $2, settled_at = $3, attempted_at = case when $2 = 'sent' then attempted_at end
          where planned_for = $1 and channel = 'letter' and state = 'sending' returning customer_id as "customerId", id`,
        [on, werePosted ? 'sent' : 'queued', werePosted ? this.clock.now() : null],
      );
      if (rows.length === 0) throw new NoLettersToPost(on);
      if (werePosted)
        for (const key of rows)
          await this.teller.tell(client, {
            customerId: key.customerId,
            type: 'sent',
            key: String(key.id),
            data: sentData(client, key.customerId, key),
          });
      await this.record(client, werePosted ? 'posted letters' : 'did not post letters', on, { letters: rows.length });
    });
    return this.toDo();
  }

  private async mayPrint(client: pg.ClientBase): Promise<number> {
    const { rows } = await client.query<{ isStopped: boolean; mostPerHour: number; went: number }>(
      `select s.is_stopped as "isStopped", (a.document->>'mostPerHour')::integer as "mostPerHour",
              (select count(*)::integer from delivery where attempted_at > $1) as went
         from reminder_sending s, campaign a where a.state = 'active'`,
      [new Date(this.clock.now().getTime() - HOUR_MS)],
    );
    const { isStopped, mostPerHour, went } = rows[0] ?? { isStopped: true, mostPerHour: 0, went: 0 };
    if (isStopped) throw new SendingIsStopped();
    if (went >= mostPerHour) throw new EnoughForThisHour(mostPerHour);
    return mostPerHour - went;
  }

  /** It reminded of nothing, so its lines go; the next plan has what is still to be said. */
  private async cancel(client: pg.ClientBase, customerId: number, id: number): Promise<void> {
    await client.query(`update delivery set state = 'cancelled', settled_at = $3 where customer_id = $1 and id = $2`, [
      customerId,
      id,
      this.clock.now(),
    ]);
    await client.query('delete from delivery_line where addressee_id = $1 and delivery_id = $2', [customerId, id]);
  }

  private record(client: pg.ClientBase, action: string, on: string, details: object) {
    return this.audit.record(client, { action, subjectType: 'book', subjectId: null, details: { on, ...details } });
  }
}
