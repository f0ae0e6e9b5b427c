import { Injectable } from '@nestjs/common';
import {
  type Campaign,
  dueDaysOfPlan,
  isMessage,
  type PauseReason,
  planOfReminders,
  type ReminderChannel,
  type ReminderDay,
} from '../../analytics/index.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { mobileNumber } from '../shared/sms.service.js';
import { ProgramSql, Sql } from '../shared/sql.js';
import { gapIn } from './message-text.js';
import { restDays } from './recipient-calendar.js';
import { cashFeed, lastMessages, linesSaid, managers, openInvoices, openPauses } from './reminder-facts.js';
import { type DueInvoice, type LeftOut, type Message, messageOf, whyNotInWords } from './reminder-plan.js';
import { RemindersOfAnotherDay } from './reminders.errors.js';
import { type KeptTemplate, newestTemplates } from './templates/template-choice.js';
import { languageOf } from './templates/template-words.js';

export interface ActiveCampaign {
  id: number;
  document: Campaign;
}

/** The due days of the invoices that are looked at. */
export interface Span {
  from: string;
  until: string;
  /** Those settled since this day as well. */
  settledSince?: string;
  customerId?: number;
}

export interface PlanOfDay {
  on: string;
  campaignId: number;
  messages: Message[];
  calls: Message[];
  leftOut: LeftOut[];
  /** Of all messages. */
  invoiceCount: number;
}

interface Said {
  invoiceId: number;
  cycle: string;
  step: string;
  channel: ReminderChannel;
  on: string;
}

interface Pause {
  customerId: number;
  invoiceId: number | null;
  reason: PauseReason;
  from: string;
  until: string | null;
}

/** Reads what a plan looks at; the plan itself is arithmetic. */
@Injectable()
export class ReminderPlanner {
  constructor(
    private readonly sql: Sql,
    private readonly program: ProgramSql,
    private readonly clock: Clock,
    private readonly rates: RatesService,
  ) {}

  async active(): Promise<ActiveCampaign> {
    const row = await this.sql.one<ActiveCampaign>(`select id, document from campaign where state = 'active'`);
    if (!row) throw new Error('no campaign is active');
    return row;
  }

  today(): string {
    return this.clock.today();
  }

  /** The plan that may be sent: only that of today. */
  async planToSend(on = this.clock.today()): Promise<PlanOfDay> {
    if (on !== this.clock.today()) throw new RemindersOfAnotherDay(on, this.clock.today());
    return this.plan(on);
  }

  /** What would be sent on a day, and what would not and why. Reads only. */
  async plan(on = this.clock.today()): Promise<PlanOfDay> {
    const { id, document } = await this.active();
    const span = dueDaysOfPlan(document, on);
    const [invoices, day, templates] = await Promise.all([
      this.invoices(on, document, span),
      this.day(on, document),
      this.sql.rows<KeptTemplate>(newestTemplates),
    ]);
    const { contacts, leftOut } = planOfReminders(invoices, day);
    const all = contacts.map((contact) => ({ contact, message: messageOf(on, contact, templates) }));
    const messages: Message[] = [];
    const gaps: LeftOut[] = [];
    for (const { contact, message } of all) {
      if (!isMessage(message.channel)) continue;
      const sentence = gapIn(message);
      if (sentence === null) messages.push(message);
      else
        gaps.push(
          ...contact.lines.map((line) => ({ ...line, reason: 'value_missing' as const, until: null, sentence })),
        );
    }
    return {
      on,
      campaignId: id,
      messages,
      calls: all.map(({ message }) => message).filter(({ channel }) => channel === 'call'),
      leftOut: [...leftOut.map((left) => ({ ...left, sentence: whyNotInWords(left) })), ...gaps],
      invoiceCount: messages.reduce((sum, message) => sum + message.invoices.length, 0),
    };
  }

  async day(on: string, campaign: Campaign): Promise<ReminderDay> {
    const feed = await this.program.one<{ on: string | null }>(cashFeed);
    return { on, campaign, cashFeedOn: feed?.on ?? null, holidays: (country) => restDays(country, on) };
  }

  /** Open invoices that fall due in a span, with what was said of them, what rests, and when their contact last heard from us. */
  async invoices(on: string, campaign: Campaign, span: Span): Promise<DueInvoice[]> {
    const { from, until } = span;
    const knowsRelation = campaign.steps.some(({ audience }) => audience.relation !== undefined);
    const goesBy = (channel: ReminderChannel) => campaign.steps.some((step) => step.channel === channel);
    const which = { knowsRelation, knowsPhones: goesBy('sms'), knowsAddress: goesBy('letter'), ...span };
    const open = openInvoices(on, this.clock.today(), which);
    const [rows, said, messages, pauses, { factors }, named] = await Promise.all([
      this.sql.rows<DueInvoice & { phones: string[] }>(open, [on, from, until]),
      this.sql.rows<Said>(linesSaid, [from, until]),
      this.sql.rows<{ customerId: number; recipient: string; on: string }>(lastMessages, [
        on,
        // A clock that was set back must not forget what went out.
        on === this.clock.today() ? '9999-12-31' : on,
      ]),
      this.sql.rows<Pause>(openPauses, [on]),
      this.rates.on(on),
      this.program.rows<{ customerId: number; name: string }>(managers),
    ]);
    const saidOf = groups(said, ({ invoiceId, cycle }) => `${invoiceId} ${cycle}`);
    const lastOf = new Map(messages.map(({ customerId, recipient, on }) => [`${customerId} ${recipient}`, on]));
    const managerOf = new Map(named.map(({ customerId, name }) => [customerId, name]));
    const pausesOf = groups(pauses, ({ customerId }) => customerId);
    for (const row of rows) {
      const factor = factors.get(row.currency);
      row.openReportingMinor = factor === undefined ? null : Math.round(row.openMinor * factor);
      row.language = languageOf(row.country);
      row.managerName = managerOf.get(row.customerId) ?? null;
      row.said = saidOf.get(`${row.invoiceId} ${row.dueOn}`) ?? [];
      row.mobile = row.phones.find((phone) => mobileNumber(phone, row.country)) ?? null;
      const heard = [row.recipient, row.mobile, row.postalAddress].map((to) => lastOf.get(`${row.customerId} ${to}`));
      row.lastMessageOn = heard.reduce<string | null>((last, on) => (on && (!last || on > last) ? on : last), null);
      row.pauses = (pausesOf.get(row.customerId) ?? []).filter(
        ({ invoiceId }) => invoiceId === null || invoiceId === row.invoiceId,
      );
    }
    return rows;
  }
}

function groups<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const all = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = all.get(keyOf(row));
    if (group) group.push(row);
    else all.set(keyOf(row), [row]);
  }
  return all;
}
