import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/audit.service.js';
import { Contact } from '../../customers/contact.entity.js';
import { holds, keyOf, listOf, Values } from '../../shared/list.js';
import type { Page } from '../../shared/page.js';
import { NotFound } from '../../shared/refusal.js';
import { Sql } from '../../shared/sql.js';
import type { IncomingMail, IncomingMailArgs, WriteToContactAgainInput } from './incoming-mail.view.js';

const columns = `m.customer_id as "customerId", m.id, m.kind, m.received_at as "receivedAt", m.sender as "from", m.subject, m.body_text as text, m.detail, d.subject as "toMessage",
  (select min(p.id) from reminder_pause p where p.customer_id = m.customer_id and m.kind = 'replied' and p.reason = 'replied' and p.ended_at is null) as "pauseId"`;

/** What came back, as people read it and act on it. */
@Injectable()
export class WhatCameBack {
  constructor(
    private readonly sql: Sql,
    private readonly audit: Audit,
  ) {}

  page({ filter = {}, ...args }: IncomingMailArgs): Promise<Page<IncomingMail>> {
    const values = new Values();
    return listOf<IncomingMail>(this.sql, {
      select: columns,
      from: 'incoming_mail m join delivery d on d.customer_id = m.customer_id and d.id = m.delivery_id',
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
