import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { Contact } from '../../customers/contact.entity.js';
import { caller } from '../../shared/caller.js';
import { Clock } from '../../shared/clock.js';
import { holds, keyOf, listOf, Values } from '../../shared/list.js';
import type { Page } from '../../shared/page.js';
import { NotFound } from '../../shared/refusal.js';
import { spokenTo } from '../../shared/spoke-to.js';
import { Sql } from '../../shared/sql.js';
import type {
  AnswerReadInput,
  IncomingMail,
  IncomingMailArgs,
  WriteToContactAgainInput,
} from './incoming-mail.view.js';

const columns = `m.customer_id as "customerId", m.id, m.kind, m.received_at as "receivedAt", m.sender as "from", m.subject, m.body_text as text, m.detail, d.subject as "toMessage",
  (select min(p.id) from reminder_pause p where p.customer_id = m.customer_id and m.kind = 'replied' and p.reason = 'replied' and p.ended_at is null) as "pauseId",
  array(select distinct c.name from delivery_line l join customer c on c.id = l.customer_id
         join reminder_pause p on p.customer_id = c.id and p.reason = 'replied' and p.ended_at is null
         where m.kind = 'replied' and l.addressee_id = m.customer_id and l.delivery_id = m.delivery_id and c.id <> m.customer_id order by 1) as "restingToo"`;

const from = 'incoming_mail m join delivery d on d.customer_id = m.customer_id and d.id = m.delivery_id';

/** What came back, as people read it and act on it. */
@Injectable()
export class WhatCameBack {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  page({ filter = {}, ...args }: IncomingMailArgs): Promise<Page<IncomingMail>> {
    const values = new Values();
    return listOf<IncomingMail>(this.sql, {
      select: columns,
      from,
      where: [
        filter.customerId !== undefined && `m.customer_id = ${values.add(keyOf(filter.customerId))}`,
        filter.kind !== undefined && `m.kind = ${values.add(filter.kind)}`,
        filter.search !== undefined && `(m.sender || ' ' || m.subject) ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      sort: args.sort === 'subject' ? { by: 'm.subject', type: 'text' } : { by: 'm.received_at', type: 'timestamptz' },
      key: 'm.id',
      direction: args.direction,
      page: args,
    });
  }

  /** A person has read an answer: reminders go on of all that the message spoke to. */
  async read(input: AnswerReadInput): Promise<IncomingMail> {
    const key = [keyOf(input.customerId), keyOf(input.mailId)];
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ customerId: number; id: number }>(
        `select customer_id as "customerId", delivery_id as id from incoming_mail where customer_id = $1 and id = $2 and kind = 'replied'`,
        key,
      );
      if (!rows[0]) throw new NotFound('answer', input.mailId);
      const ended = await client.query<{ customerId: number }>(
        `update reminder_pause set ended_by = $2, ended_at = $3
          where customer_id = any($1) and reason = 'replied' and invoice_id is null and ended_at is null returning customer_id as "customerId"`,
        [await spokenTo(client, rows[0]), caller().name, this.clock.now()],
      );
      if (ended.rowCount === 0) throw new NotFound('pause that holds because of the answer', input.mailId);
      await this.audit.record(client, {
        action: 'ended a pause of reminders',
        subjectType: 'customer',
        subjectId: input.customerId,
        before: { reason: 'replied' },
        after: { reason: null },
        details: { customers: ended.rows.map(({ customerId }) => customerId) },
      });
    });
    const row = await this.sql.one<IncomingMail>(
      `select ${columns} from ${from} where m.customer_id = $1 and m.id = $2`,
      key,
    );
    if (!row) throw new NotFound('answer', input.mailId);
    return row;
  }

  /** A person knows that mail arrives again, or is wanted again. */
  async writeAgain({ customerId, contactId, reason }: WriteToContactAgainInput): Promise<Contact> {
    const key = [keyOf(customerId), keyOf(contactId)];
    await this.sql.transaction(async (client) => {
      const { rows } = await client.query<{ state: string }>(
        `delete from contact_mail_state m using contact k
          where k.customer_id = $1 and k.id = $2 and m.customer_id = k.customer_id and m.address = lower(k.email) returning m.state`,
        key,
      );
      if (rows.length === 0) throw new NotFound('contact that is not written to,', contactId);
      await this.audit.record(client, {
        action: 'writes to a contact again',
        subjectType: 'contact',
        subjectId: contactId,
        before: { mailState: rows[0]?.state },
        after: { mailState: null },
        reason,
        details: { customerId: key[0] },
      });
    });
    const [contact] = await this.sql.find(Contact, 'customer_id = $1 and id = $2', key);
    if (!contact) throw new NotFound('contact', contactId);
    return contact;
  }
}
