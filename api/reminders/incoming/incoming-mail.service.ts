import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../../audit/audit.service.js';
import { caller } from '../../shared/caller.js';
import { Clock } from '../../shared/clock.js';
import { spokenTo } from '../../shared/spoke-to.js';
import { ProgramSql } from '../../shared/sql.js';
import { WebhookTeller } from '../../webhooks/webhook-teller.service.js';
import { type ReadMail, readMail } from './read-mail.js';

/** `taken before`: the same mail was here already; `unmatched`: it names no message of ours; `unreadable`: it is none. */
export type MailOutcome = ReadMail['kind'] | 'taken before' | 'unmatched' | 'unreadable';
export type MailSource = 'folder' | 'webhook';

/** So many bounces that are not the last word, within so many days, are one that is. */
const SOFT_BOUNCES = 3;
const SOFT_DAYS = 30;

interface Answered {
  /** Whom our message was addressed to. */
  customerId: number;
  deliveryId: number;
  address: string;
  /** All that it spoke to. */
  customers: number[];
}

/** Takes in what comes back to messages, each mail once, with all that follows from it in one transaction. */
@Injectable()
export class IncomingMails {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly teller: WebhookTeller,
  ) {}

  /** `also` is done in the same transaction, before anything else. */
  async take(raw: Buffer, source: MailSource, also?: (client: pg.ClientBase) => Promise<void>): Promise<MailOutcome> {
    const fingerprint = createHash('sha256').update(raw).digest('hex');
    const read = await readMail(raw).catch(() => null);
    return this.sql.transaction(async (client) => {
      await also?.(client);
      return this.takeOnce(client, fingerprint, source, () => this.follow(client, read));
    });
  }

  /** The same for what a mail service tells as an event: it has read the mail for us. */
  takeEvent(of: ReadMail, key: string, also: (client: pg.ClientBase) => Promise<void>): Promise<MailOutcome> {
    const fingerprint = createHash('sha256').update(`event ${key}`).digest('hex');
    return this.sql.transaction(async (client) => {
      await also(client);
      return this.takeOnce(client, fingerprint, 'webhook', () => this.follow(client, of));
    });
  }

  private async takeOnce(
    client: pg.ClientBase,
    fingerprint: string,
    source: MailSource,
    follow: () => Promise<MailOutcome>,
  ): Promise<MailOutcome> {
    const { rowCount } = await client.query(
      `insert into mail_taken (fingerprint, taken_at, source, outcome) values ($1, $2, $3, 'being read') on conflict do nothing`,
      [fingerprint, this.clock.now(), source],
    );
    if (rowCount === 0) return 'taken before';
    const outcome = await follow();
    await client.query('update mail_taken set outcome = $2 where fingerprint = $1', [fingerprint, outcome]);
    return outcome;
  }

  private async follow(client: pg.ClientBase, mail: ReadMail | null): Promise<MailOutcome> {
    if (!mail) return 'unreadable';
    const of = await this.answered(client, mail.tokens);
    if (!of) return 'unmatched';
    const { rows } = await client.query<{ id: number }>(
      `insert into incoming_mail (customer_id, delivery_id, kind, received_at, sender, subject, body_text, detail, is_permanent)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        ...[of.customerId, of.deliveryId, mail.kind, this.clock.now(), mail.sender, mail.subject, mail.text],
        ...[mail.detail, mail.isPermanent],
      ],
    );
    if (mail.kind === 'bounced' && (mail.isPermanent || (await this.bouncesOften(client, of))))
      await this.stopWriting(client, of, 'bounced');
    if (mail.kind === 'complained') await this.stopWriting(client, of, 'complained');
    if (mail.kind === 'replied') await this.rest(client, of);
    if (mail.kind === 'bounced' || mail.kind === 'replied') {
      const data = async () => ({ deliveryId: of.deliveryId, isPermanent: mail.isPermanent, detail: mail.detail });
      for (const customerId of of.customers)
        await this.teller.tell(client, { customerId, type: mail.kind, key: String(rows[0]?.id), data });
    }
    await this.audit.record(client, {
      action: 'took in mail',
      subjectType: 'delivery',
      subjectId: String(of.deliveryId),
      details: { customerId: of.customerId, kind: mail.kind },
    });
    return mail.kind;
  }

  /** The newest of our messages that it names; locked, so that two mails about it are followed one after the other. */
  private async answered(client: pg.ClientBase, tokens: readonly string[]): Promise<Answered | undefined> {
    const { rows } = await client.query<Omit<Answered, 'customers'>>(
      `select customer_id as "customerId", id as "deliveryId", lower(recipient) as address from delivery
        where mail_token = any($1) order by id desc limit 1 for update`,
      [tokens],
    );
    const [of] = rows;
    return of && { ...of, customers: await spokenTo(client, { customerId: of.customerId, id: of.deliveryId }) };
  }

  private async bouncesOften(client: pg.ClientBase, { customerId, address }: Answered): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - SOFT_DAYS * 86_400_000);
    const { rows } = await client.query<{ n: number }>(
      `select count(distinct m.delivery_id) as n from incoming_mail m join delivery d on d.customer_id = m.customer_id and d.id = m.delivery_id
        where m.customer_id = $1 and lower(d.recipient) = $2 and m.kind = 'bounced' and m.received_at > $3`,
      [customerId, address, since],
    );
    return (rows[0]?.n ?? 0) >= SOFT_BOUNCES;
  }

  /** A complaint weighs more than a bounce, and is not taken back by one. */
  private async stopWriting(
    client: pg.ClientBase,
    { customers, address }: Answered,
    state: 'bounced' | 'complained',
  ): Promise<void> {
    await client.query(
      `insert into contact_mail_state (customer_id, address, state, since) select unnest($1::bigint[]), $2, $3, $4
       on conflict (customer_id, address) do update set state = excluded.state, since = excluded.since
        where contact_mail_state.state = 'bounced' and excluded.state = 'complained'`,
      [customers, address, state, this.clock.now()],
    );
  }

  /** Until a person has read it, and ends the pause. */
  private async rest(client: pg.ClientBase, { customers }: Answered): Promise<void> {
    await client.query(
      `insert into reminder_pause (customer_id, reason, from_on, set_by, set_at)
       select c, 'replied', $2, $3, $4 from unnest($1::bigint[]) c where not exists
         (select from reminder_pause where customer_id = c and invoice_id is null and reason = 'replied' and ended_at is null and until_on is null)`,
      [customers, this.clock.today(), caller().name, this.clock.now()],
    );
  }
}
