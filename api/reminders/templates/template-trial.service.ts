import { Injectable } from '@nestjs/common';
import { addDays, smsSize } from '../../../analytics/index.js';
import { Audit } from '../../audit/audit.service.js';
import { caller } from '../../shared/caller.js';
import { keyOf } from '../../shared/list.js';
import { MailService } from '../../shared/mail.service.js';
import { ProgramSql } from '../../shared/sql.js';
import type { DueInvoice, Message } from '../reminder-plan.js';
import { ReminderPlanner } from '../reminder-planner.service.js';
import { RemindersService } from '../reminders.service.js';
import type { TryTemplateInput } from './template.inputs.js';
import type { TemplatePreview } from './template.view.js';
import { situationOf } from './template-choice.js';
import { mustBeRight, type Template } from './template-fields.js';
import { NoAddressOfOnesOwn, NobodyToTryOn, TestNotTaken } from './templates.errors.js';
import { TemplatesService } from './templates.service.js';

/** As far before and after today invoices are looked for. */
const DAYS = 120;

/** What a template, kept or not, would say to a customer as the ledger stands; and that sent to whoever asks. */
@Injectable()
export class TemplateTrials {
  constructor(
    private readonly planner: ReminderPlanner,
    private readonly reminders: RemindersService,
    private readonly program: ProgramSql,
    private readonly mail: MailService,
    private readonly audit: Audit,
    private readonly templates: TemplatesService,
  ) {}

  async preview(input: TryTemplateInput): Promise<TemplatePreview> {
    const shortText = await this.templates.shortTextOf(input);
    mustBeRight({ ...input, shortText });
    const message = await this.messageFor({ ...input, shortText });
    const short = this.reminders.textOf({ ...message, channel: 'sms' }).text;
    const { customerName, recipient } = message;
    const said = this.reminders.textOf(message);
    return { customerName, to: recipient || null, ...said, shortText: short, segments: smsSize(short).segments };
  }

  /** To the address of whoever asks, and to nobody else. */
  async sendTest(input: TryTemplateInput): Promise<TemplatePreview> {
    const { personId } = caller();
    const person = await this.program.one<{ email: string }>('select email from person where id = $1 and is_active', [
      personId,
    ]);
    if (!person) throw new NoAddressOfOnesOwn();
    const preview = { ...(await this.preview(input)), to: person.email };
    const mail = { to: person.email, subject: `Test: ${preview.subject}`, text: preview.text, html: preview.html };
    await this.program.transaction(async (client) => {
      await this.audit.record(client, {
        action: 'sent a test message',
        subjectType: 'template',
        subjectId: null,
        details: { to: person.email, situation: input.situation, language: input.language },
      });
      if (!this.mail.isExternal) await this.mail.keep(client, mail);
    });
    if (this.mail.isExternal) {
      const result = await this.mail.send(mail);
      if (result.state !== 'sent') throw new TestNotTaken(result.error);
    }
    return preview;
  }

  private async messageFor({
    customerId,
    language,
    situation,
    subject,
    body,
    shortText,
    step,
  }: TryTemplateInput & Template) {
    const { document } = await this.planner.active();
    const on = this.planner.today();
    const span = { from: addDays(on, -DAYS), until: addDays(on, DAYS) };
    const open = await this.planner.invoices(on, document, {
      ...span,
      customerId: customerId === undefined ? undefined : keyOf(customerId),
    });
    const invoices = fitting(open, on, situation);
    const [first] = invoices;
    if (!first) throw new NobodyToTryOn();
    const { contactName, customerName, customerNumber, managerName, country, recipient } = first;
    const message: Message = {
      ...{ on, channel: 'email', customerId: first.customerId, recipient: recipient ?? '' },
      ...{ contactName, customerName, customerNumber, managerName, country, invoices, lines: [] },
      template: { id: 0, language, situation, step: step ?? null, subject, body, shortText },
    };
    return message;
  }
}

/** Invoices of the first customer that has some of that situation: as many as it speaks of. */
function fitting(open: readonly DueInvoice[], on: string, situation: string): DueInvoice[] {
  const byCustomer = new Map<number, DueInvoice[]>();
  for (const invoice of open)
    byCustomer.set(invoice.customerId, [...(byCustomer.get(invoice.customerId) ?? []), invoice]);
  for (const invoices of byCustomer.values()) {
    const overdue = invoices.filter(({ dueOn }) => dueOn < on);
    const coming = invoices.filter(({ dueOn }) => dueOn > on);
    for (const some of [[...overdue, ...coming], overdue, coming, overdue.slice(0, 1), coming.slice(0, 1)]) {
      const late = some.filter(({ dueOn }) => dueOn < on).length;
      if (some.length > 0 && situationOf(late, some.length - late) === situation) return some.slice(0, 10);
    }
  }
  return [];
}
