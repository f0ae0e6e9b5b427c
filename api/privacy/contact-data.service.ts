import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { creditChecksRead } from '../audit/credit-checks-read.js';
import { Clock } from '../shared/clock.js';
import { keyOf } from '../shared/list.js';
import { NotFound } from '../shared/refusal.js';
import { spokeTo } from '../shared/spoke-to.js';
import { Sql } from '../shared/sql.js';
import { withoutPerson } from './naming.js';
import type { ContactInput } from './privacy.inputs.js';
import type { ContactErased } from './privacy.view.js';
import { typedTexts } from './typed-texts.js';

interface ContactRow {
  customerId: number;
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  postalAddress: string | null;
}

interface CreditCheckRow {
  id: number;
  provider: string;
  receivedAt: Date;
  received: unknown;
  report: unknown;
}

/** Answers of an application that name people: who pays, and whom to ask for a reference. */
const NAMING = [
  ...['contactName', 'contactEmail', 'contactPhone', 'remarks'],
  ...['reference1Name', 'reference1Contact', 'reference2Name', 'reference2Contact'],
];

/** Where a contact is written to or called. */
const reachedBy = ({ email, phone, postalAddress }: ContactRow): string[] =>
  [email, phone, postalAddress].filter((to): to is string => to !== null).map((to) => to.toLowerCase());
const isReachedBy = (to: string) => `lower(${to}) in (lower(email), lower(phone), lower(postal_address))`;

/** What we hold about a natural person at a customer: handed over, and erased. The ledger is about the customer, and stays. */
@Injectable()
export class ContactData {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** All of it, for the person who asks; that it was handed over is in the audit. */
  export(input: ContactInput): Promise<Record<string, unknown>> {
    return this.sql.transaction(async (client) => {
      const contact = await this.found(client, input);
      const rows = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
      const address = [contact.email];
      const data = {
        contact,
        customer: (await rows('select number, name from customer where id = $1', [contact.customerId]))[0],
        messages: await rows(
          `select planned_for as "plannedFor", state, attempted_at as "sentAt", subject, body_text as text
             from delivery d where ${spokeTo('$2')} and lower(recipient) = any($1) order by planned_for`,
          [reachedBy(contact), contact.customerId],
        ),
        answers: await rows(
          `select m.received_at as "receivedAt", m.kind, m.sender, m.subject, m.body_text as text
             from incoming_mail m join delivery d on d.customer_id = m.customer_id and d.id = m.delivery_id
            where ${spokeTo('$2')} and (lower(d.recipient) = lower($1) or lower(m.sender) = lower($1)) order by m.id`,
          [...address, contact.customerId],
        ),
        mailState: await rows(
          'select state, since from contact_mail_state where customer_id = $2 and address = lower($1)',
          [...address, contact.customerId],
        ),
        mailbox: await rows(
          `select received_at as "receivedAt", subject, body_text as text from mailbox_message where lower(recipient) = lower($1) order by id`,
          address,
        ),
        applicationsThatNameIt: await rows(
          `select answers, from_prospect as "fromProspect", consented_by as "consentedBy", submitted_at as "submittedAt" from credit_application
            where customer_id = $3 and (position(lower($1) in lower(answers::text || from_prospect::text)) > 0
              or position(lower($2) in lower(answers::text || from_prospect::text || coalesce(consented_by, ''))) > 0) order by id`,
          [contact.email, contact.name, contact.customerId],
        ),
      };
      const decisionsThatNameIt = await rows(
        `select id, decided_on as "decidedOn", inputs from decision
          where customer_id = $3 and (position(lower($1) in lower(inputs::text)) > 0 or position(lower($2) in lower(inputs::text)) > 0) order by id`,
        [contact.email, contact.name, contact.customerId],
      );
      const creditChecksThatNameIt = (await this.creditChecks(client, contact)).filter(({ isNamed }) => isNamed);
      const read = {
        customers: [contact.customerId],
        checks: creditChecksThatNameIt.map(({ id }) => id),
        decisions: decisionsThatNameIt.map(({ id }) => id),
      };
      await this.record(client, contact, 'handed over the data of a contact', { messages: data.messages.length });
      if (read.checks.length + read.decisions.length > 0) await this.audit.record(client, creditChecksRead(read));
      return {
        ...data,
        decisionsThatNameIt: decisionsThatNameIt.map(({ decidedOn, inputs }) => ({ decidedOn, inputs })),
        creditChecksThatNameIt: creditChecksThatNameIt.map(({ provider, receivedAt, received }) => ({
          provider,
          receivedAt,
          received,
        })),
      };
    });
  }

  /** Empties what is personal: the contact, and the messages to it. What was not sent yet is not sent any more. */
  erase(input: ContactInput): Promise<ContactErased> {
    return this.sql.transaction(async (client) => {
      const contact = await this.found(client, input);
      await client.query(
        `update contact set name = 'Erased', email = null, phone = null, postal_address = null, role = null where customer_id = $1 and id = $2`,
        [contact.customerId, contact.id],
      );
      let messages = 0;
      for (const to of reachedBy(contact)) messages += await this.eraseMessages(client, contact, to);
      const decisions = await this.eraseInDecisions(client, contact);
      const creditChecks = await this.eraseInCreditChecks(client, contact);
      await this.record(client, contact, 'erased the data of a contact', { messages, decisions, creditChecks });
      return { messages, decisions, creditChecks };
    });
  }

  /** Where somebody else has the same address, a desk for instance, its messages are theirs as well and stay. */
  private async eraseMessages(client: pg.ClientBase, { customerId, id }: ContactRow, to: string): Promise<number> {
    const isNobodyElses = `and not exists (select from contact where customer_id = $1 and ${isReachedBy('$2')})`;
    // Of a message to several of a group also nobody’s where it is addressed to.
    const norThere = `and not exists (select from contact where customer_id = d.customer_id and ${isReachedBy('$2')})`;
    await client.query(
      `delete from incoming_mail m using delivery d where ${spokeTo('$1')} and d.customer_id = m.customer_id and d.id = m.delivery_id
          and (lower(d.recipient) = lower($2) or lower(m.sender) = lower($2)) ${isNobodyElses} ${norThere}`,
      [customerId, to],
    );
    await client.query(
      `delete from contact_mail_state where customer_id = $1 and address = lower($2) ${isNobodyElses}`,
      [customerId, to],
    );
    const { rowCount } = await client.query(
      `update delivery d set recipient = 'erased contact ' || $3, subject = 'Erased', body_text = '', body_html = '',
              state = case when state = 'queued' then 'cancelled' else state end,
              settled_at = case when state = 'queued' then $4 else settled_at end
        where ${spokeTo('$1')} and lower(recipient) = lower($2) ${isNobodyElses} ${norThere}`,
      [customerId, to, String(id), this.clock.now()],
    );
    await client.query(
      `delete from mailbox_message where lower(recipient) = lower($1) and not exists (select from contact where ${isReachedBy('$1')})`,
      [to],
    );
    return rowCount ?? 0;
  }

  /** Nothing is computed from the name of a company: a decision is replayed without it to the same figures. */
  private async eraseInDecisions(client: pg.ClientBase, { customerId, name, email }: ContactRow): Promise<number> {
    const named = [name, email].filter((text): text is string => text !== null && text !== 'Erased');
    const names = (text: string) =>
      `exists (select from unnest($2::text[]) n where position(lower(n) in lower(${text})) > 0)`;
    const { rowCount } = await client.query(
      `update decision set inputs = inputs || '{"companyName": "Erased"}' where customer_id = $1 and ${names(`inputs ->> 'companyName'`)}`,
      [customerId, named],
    );
    let texts = 0;
    for (const [table, column] of typedTexts) {
      const typed = await client.query(
        `update ${table} set ${column} = 'Erased' where customer_id = $1 and ${names(column)}`,
        [customerId, named],
      );
      texts += typed.rowCount ?? 0;
    }
    // What was asked for is done with what it was asked with: all of it but the words.
    for (const key of ['reason', 'note'])
      await client.query(
        `update approval set input = jsonb_set(input, '{${key}}', '"Erased"') where customer_id = $1 and ${names(`input ->> '${key}'`)}`,
        [customerId, named],
      );
    // Whom the company named in its application is asked for no figure either; one that was
    // never decided is of no customer yet, so there the address alone tells who it is.
    const applications = await client.query(
      `update credit_application a set answers = answers - $3::text[], from_prospect = from_prospect - $3::text[],
              consented_by = case when ${names(`coalesce(consented_by, '')`)} then 'Erased' else consented_by end,
              sent_to = case when ${names(`coalesce(sent_to, '')`)} then 'Erased' else sent_to end
        where (customer_id = $1 and (${names('answers::text')} or ${names('from_prospect::text')} or ${names(`coalesce(consented_by, '')`)} or ${names(`coalesce(sent_to, '')`)}))
           or (customer_id is null and position(lower($4) in lower(concat_ws(' ', answers::text, from_prospect::text, sent_to))) > 0)`,
      [customerId, named, NAMING, email?.includes('@') ? email : null],
    );
    return (rowCount ?? 0) + texts + (applications.rowCount ?? 0);
  }

  /** What others say of a company names its people: the score that was read from it stands without them. */
  private async eraseInCreditChecks(client: pg.ClientBase, contact: ContactRow): Promise<number> {
    const named = (await this.creditChecks(client, contact)).filter(({ isNamed }) => isNamed);
    for (const { id, received, report } of named) {
      await client.query('update credit_check set received = $3, report = $4 where customer_id = $1 and id = $2', [
        contact.customerId,
        id,
        JSON.stringify(withoutPerson(received, contact)),
        JSON.stringify(withoutPerson(report, contact)),
      ]);
    }
    return named.length;
  }

  private async creditChecks(client: pg.ClientBase, contact: ContactRow) {
    const { rows } = await client.query<CreditCheckRow>(
      'select id, provider, received_at as "receivedAt", received, report from credit_check where customer_id = $1 order by id',
      [contact.customerId],
    );
    return rows.map((row) => ({
      ...row,
      isNamed: [row.received, row.report].some((json) => withoutPerson(json, contact) !== json),
    }));
  }

  private async found(client: pg.ClientBase, { customerId, contactId }: ContactInput): Promise<ContactRow> {
    const { rows } = await client.query<ContactRow>(
      'select customer_id as "customerId", id, name, email, phone, postal_address as "postalAddress", role from contact where customer_id = $1 and id = $2 for update',
      [keyOf(customerId), keyOf(contactId)],
    );
    if (!rows[0]) throw new NotFound('contact of this customer', contactId);
    return rows[0];
  }

  /** By key alone: the audit cannot be erased. */
  private record(client: pg.ClientBase, of: ContactRow, action: string, details: Record<string, unknown>) {
    return this.audit.record(client, {
      action,
      subjectType: 'contact',
      subjectId: String(of.id),
      details: { customerId: of.customerId, ...details },
    });
  }
}
