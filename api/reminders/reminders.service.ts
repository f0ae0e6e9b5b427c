import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { addDays } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { openItems } from '../ledger/open-items.js';
import { Clock } from '../shared/clock.js';
import { Sql } from '../shared/sql.js';
import type { RemindersSent } from './delivery.view.js';
import { preDueText } from './message-text.js';
import { type DueInvoice, type LeftOut, type Message, PRE_DUE_STEP, reminderPlan } from './reminder-plan.js';

export const SEND_DELIVERY = 'send-delivery';
/** A server that says “later” is asked again for about a day and a half. */
export const MOST_ATTEMPTS = 15;

export interface PlanOfDay {
  on: string;
  dueOn: string;
  messages: Message[];
  leftOut: LeftOut[];
  /** Of all messages. */
  invoiceCount: number;
}

@Injectable()
export class RemindersService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  /** What would be sent on a day, and what would not and why. Reads only. */
  async plan(on = this.clock.today()): Promise<PlanOfDay> {
    const dueOn = addDays(on, PRE_DUE_STEP.daysBeforeDue);
    const rows = await this.sql.rows<DueInvoice>(dueInvoices(on, this.clock.today()), [on, dueOn, PRE_DUE_STEP.key]);
    const { messages, leftOut } = reminderPlan(rows);
    return { on, dueOn, messages, leftOut, invoiceCount: rows.length - leftOut.length };
  }

  /** Queues the messages of a day’s plan, each with its lines and its job in one transaction. Twice does nothing more. */
  async send(on = this.clock.today()): Promise<RemindersSent> {
    const { messages, leftOut } = await this.plan(on);
    const alreadySent = leftOut.filter(({ reason }) => reason === 'already_sent').length;
    let queued = 0;
    await this.sql.transaction(async (client) => {
      for (const message of messages) if (await this.queue(client, message, on)) queued++;
      if (queued > 0) {
        await this.audit.record(client, {
          action: 'sent reminders',
          subjectType: 'book',
          subjectId: null,
          details: { on, queued, alreadySent, leftOut: leftOut.length - alreadySent },
        });
      }
    });
    return { on, queued, alreadySent, leftOut: leftOut.length - alreadySent };
  }

  private async queue(client: pg.ClientBase, message: Message, on: string): Promise<boolean> {
    const { subject, text, html } = preDueText(message);
    const made = await client.query<{ id: number }>(
      `insert into delivery (customer_id, planned_for, channel, recipient, subject, body_text, body_html)
       values ($1, $2, 'email', $3, $4, $5, $6)
       on conflict (customer_id, recipient, planned_for, channel) do update
          set state = 'queued', subject = excluded.subject, body_text = excluded.body_text, body_html = excluded.body_html, attempts = 0, settled_at = null
        where delivery.state = 'cancelled' returning id`,
      [message.customerId, on, message.recipient, subject, text, html],
    );
    const id = made.rows[0]?.id;
    if (id === undefined) return false; // this contact has had its message of the day
    const lines = await client.query(
      `insert into delivery_line (customer_id, invoice_id, step, channel, cycle, delivery_id, open_minor)
       select $1, x.invoice_id, $2, 'email', x.due_on, $3, x.open_minor
         from unnest($4::bigint[], $5::date[], $6::bigint[]) as x (invoice_id, due_on, open_minor) on conflict do nothing`,
      [
        message.customerId,
        PRE_DUE_STEP.key,
        id,
        message.invoices.map((i) => i.invoiceId),
        message.invoices.map((i) => i.dueOn),
        message.invoices.map((i) => i.openMinor),
      ],
    );
    if (lines.rowCount !== message.invoices.length) {
      // Somebody else queued one of them this very moment; that message stands, and this one never was.
      await client.query('delete from delivery where customer_id = $1 and id = $2', [message.customerId, id]);
      return false;
    }
    await this.jobs.enqueue(
      client,
      SEND_DELIVERY,
      { customerId: message.customerId, id },
      { jobKey: `delivery-${message.customerId}-${id}`, attempts: MOST_ATTEMPTS },
    );
    return true;
  }
}

/** From today on, what is known now counts: a payment dated tomorrow that is in the book already, too. */
const openNow =
  'select customer_id, id, due_on, currency, amount_minor - allocated_minor as open_minor from invoice where settled_on is null and issued_on <= $1';

const itsDay = 'o.due_on - ($2::date - $1::date)';
/**
 * Its day is over, and it had no chance on it: its customer had had the message of that day, which went before the
 * invoice could be reminded; or it was issued by then and arrived afterwards.
 */
const missed = `(o.due_on > $1 and o.due_on < $2
     and (exists (select from delivery d where d.customer_id = o.customer_id and d.planned_for = ${itsDay} and d.state <> 'cancelled')
          or i.issued_on <= ${itsDay} and (i.known_at at time zone 'UTC')::date > ${itsDay} and (i.known_at at time zone 'UTC')::date <= $1)
     and not exists (select from delivery_line l where l.customer_id = o.customer_id and l.invoice_id = o.id and l.step = $3 and l.channel = 'email' and l.cycle = o.due_on))`;

/** SQL of the invoices open on the day in $1 that fall due on the day in $2, or were missed, with what the plan looks at. $3 is the step. */
const dueInvoices = (on: string, today: string) => `
  select o.customer_id as "customerId", o.id as "invoiceId", c.name as "customerName", c.number as "customerNumber", i.number, o.due_on as "dueOn", o.currency, o.open_minor as "openMinor",
         contact.email as recipient, contact.name as "contactName", c.left_out_of_reminders as "isLeftOut", i.is_disputed as "isDisputed",
         coalesce(s.state in ('orders_on_hold', 'supply_stopped', 'ended'), false) as "isOnHold",
         exists (select from delivery_line l where l.customer_id = o.customer_id and l.invoice_id = o.id and l.step = $3 and l.channel = 'email' and l.cycle = o.due_on) as "alreadyReminded"
    from (${on < today ? openItems(on, today) : openNow}) o
    join invoice i on i.customer_id = o.customer_id and i.id = o.id
    join customer c on c.id = o.customer_id
    left join standing s on s.customer_id = o.customer_id
    left join lateral (select email, name from contact where contact.customer_id = o.customer_id and email is not null order by id limit 1) contact on true
   where o.due_on = $2 or ${missed}
   order by c.name, o.customer_id, i.number`;
