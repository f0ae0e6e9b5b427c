import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Config } from '../config.js';
import { Jobs } from '../jobs/jobs.service.js';
import { locks } from '../shared/locks.js';
import { Sql } from '../shared/sql.js';
import type { RemindersSent } from './delivery.view.js';
import { linksOf, newMailToken, newPayToken } from './message-links.js';
import { type MessageText, textOf } from './message-text.js';
import type { Message } from './reminder-plan.js';
import { type PlanOfDay, ReminderPlanner } from './reminder-planner.service.js';

export const SEND_DELIVERY = 'send-delivery';
/** A server that says “later” is asked again for about a day and a half. */
export const MOST_ATTEMPTS = 15;

export const deliveryJobKey = (customerId: number | string, id: number | string) => `delivery-${customerId}-${id}`;

@Injectable()
export class RemindersService {
  constructor(
    private readonly planner: ReminderPlanner,
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly config: Config,
  ) {}

  plan(on?: string): Promise<PlanOfDay> {
    return this.planner.plan(on);
  }

  /** What a message or a call of the plan says. Without a token it is shown, and its pay link leads nowhere. */
  textOf(message: Message, payToken = 'preview'): MessageText {
    return textOf(message, linksOf(this.config, payToken));
  }

  /** Queues the messages of a day’s plan, each with its lines and its job in one transaction. Twice does nothing more. */
  async send(day?: string, atOnce = false): Promise<RemindersSent> {
    const plan = await this.planner.planToSend(day);
    const { on, messages, calls } = plan;
    const notReminded = new Map(plan.leftOut.map(({ invoice, reason }) => [invoice.invoiceId, reason]));
    const alreadySent = [...notReminded.values()].filter((reason) => reason === 'already_sent').length;
    const leftOut = notReminded.size - alreadySent;
    let [queued, toCall] = [0, 0];
    await this.sql.transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [locks.planning]);
      for (const message of messages) if (await this.queue(client, message, atOnce)) queued++;
      for (const call of calls) if (await this.queue(client, call, atOnce)) toCall++;
      await this.enterTrial(client, plan);
      if (queued + toCall > 0) {
        await this.audit.record(client, {
          action: 'sent reminders',
          subjectType: 'book',
          subjectId: null,
          details: { on, queued, calls: toCall, alreadySent, leftOut, campaign: plan.campaignId },
        });
      }
    });
    return { on, queued, calls: toCall, alreadySent, leftOut };
  }

  private async queue(client: pg.ClientBase, message: Message, atOnce: boolean): Promise<boolean> {
    const { customerId, channel, on, lines } = message;
    const payToken = newPayToken();
    const { subject, text, html } = this.textOf(message, payToken);
    const made = await client.query<{ id: number }>(
      `insert into delivery (customer_id, planned_for, channel, recipient, subject, body_text, body_html, at_once, template_id, pay_token, mail_token, reply_to)
       select $1, $2, $7, $3, $4, $5, $6, $8, $9, $10, $11, (select p.email from customer c join person p on p.id = c.owner_id and p.is_active where c.id = $1)
        where $7 = 'call' or not exists (select from delivery o where o.customer_id = any($12) and o.planned_for = $2 and o.channel <> 'call'
                                            and (o.customer_id, o.channel) <> ($1, $7) and o.state not in ('cancelled', 'refused'))
       on conflict (customer_id, recipient, planned_for, channel) do update
          set state = 'queued', subject = excluded.subject, body_text = excluded.body_text, body_html = excluded.body_html,
              reply_to = excluded.reply_to, at_once = excluded.at_once, template_id = excluded.template_id,
              pay_token = excluded.pay_token, attempts = 0, settled_at = null
        where delivery.state = 'cancelled' returning id`,
      [
        ...[customerId, on, message.recipient, subject, text, html, channel, atOnce],
        ...[message.template?.id ?? null, payToken, newMailToken()],
        [...new Set(lines.map((line) => line.customerId))],
      ],
    );
    const id = made.rows[0]?.id;
    if (id === undefined) return false; // this contact has had its message of the day, over this channel or another
    const kept = await client.query(
      `insert into delivery_line (customer_id, invoice_id, step, channel, cycle, addressee_id, delivery_id, open_minor)
       select x.customer_id, x.invoice_id, x.step, $2, x.due_on, $1, $3, x.open_minor
         from unnest($4::bigint[], $5::text[], $6::date[], $7::bigint[], $8::bigint[]) as x (invoice_id, step, due_on, open_minor, customer_id) on conflict do nothing`,
      [
        customerId,
        channel,
        id,
        lines.map((line) => line.invoiceId),
        lines.map((line) => line.step),
        lines.map((line) => line.dueOn),
        lines.map((line) => line.openMinor),
        lines.map((line) => line.customerId),
      ],
    );
    if (kept.rowCount !== lines.length) {
      // Somebody else queued one of them this very moment; that message stands, and this one never was.
      await client.query('delete from delivery where customer_id = $1 and id = $2', [customerId, id]);
      return false;
    }
    if (channel === 'email' || channel === 'sms')
      await this.jobs.enqueue(
        client,
        SEND_DELIVERY,
        { customerId, id },
        { jobKey: deliveryJobKey(customerId, id), attempts: MOST_ATTEMPTS },
      );
    return true;
  }

  /** Who gets the first word before the due day, and who is held out from it: compared later, whatever happens in between. */
  private async enterTrial(client: pg.ClientBase, { on, campaignId, messages, leftOut }: PlanOfDay): Promise<void> {
    const heldOut = leftOut.filter(({ reason, step }) => reason === 'held_out' && step.offsetDays < 0);
    if (heldOut.length === 0 && !(await this.hasHoldout(client, campaignId))) return;
    const reminded = messages.flatMap(({ lines }) =>
      lines.filter(({ offsetDays }) => offsetDays < 0).map((line) => ({ ...line, arm: 'reminded' })),
    );
    const rows = [
      ...reminded,
      ...heldOut.map(({ invoice: { customerId, invoiceId, dueOn } }) => ({
        customerId,
        invoiceId,
        dueOn,
        arm: 'held_out',
      })),
    ];
    await client.query(
      `insert into reminder_trial (customer_id, invoice_id, campaign_id, arm, entered_on, due_on)
       select x.customer_id, x.invoice_id, $1, x.arm, $2, x.due_on
         from unnest($3::bigint[], $4::bigint[], $5::text[], $6::date[]) as x (customer_id, invoice_id, arm, due_on) on conflict do nothing`,
      [
        campaignId,
        on,
        rows.map(({ customerId }) => customerId),
        rows.map(({ invoiceId }) => invoiceId),
        rows.map(({ arm }) => arm),
        rows.map(({ dueOn }) => dueOn),
      ],
    );
  }

  private async hasHoldout(client: pg.ClientBase, campaignId: number): Promise<boolean> {
    const { rows } = await client.query<{ share: number }>(
      `select (document->>'holdoutShare')::float8 as share from campaign where id = $1`,
      [campaignId],
    );
    return (rows[0]?.share ?? 0) > 0;
  }
}
