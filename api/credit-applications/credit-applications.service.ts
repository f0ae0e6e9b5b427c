import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { nameMatch } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { hashOf, newSecret } from '../auth/secrets.js';
import { Config } from '../config.js';
import { Jobs } from '../jobs/jobs.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { holds, keyOf, listOf, Values } from '../shared/list.js';
import { MailService } from '../shared/mail.service.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { answersOf, type GivenAnswer, plainNumber } from './answers.js';
import {
  type CreditApplication,
  type CreditApplicationSent,
  CreditApplicationState,
} from './credit-application.view.js';
import { AlreadyDecidedAbout, ApplicationOfAnother, CompanyNotNamed } from './credit-applications.errors.js';
import type { CreditApplicationsArgs } from './credit-applications.inputs.js';
import type { Answers } from './questions.js';

export const MAIL_FORM = 'mail-credit-application';

export interface FormMail {
  applicationId: number;
  to: string;
  /** Which link of the application it is for; those that were queued before links were counted are for none newer. */
  linkNumber?: number;
}

export interface ApplicationRow extends Omit<CreditApplication, 'companyName' | 'answers'> {
  answers: Answers;
  fromProspect: Answers;
}

export const NAME = `coalesce(a.answers ->> 'companyName', a.from_prospect ->> 'companyName', '')`;
export const applicationColumns = `a.id, a.state, a.answers, a.from_prospect as "fromProspect", a.made_by as "madeBy", a.changed_at as "changedAt",
  a.sent_to as "sentTo", a.link_ends_at as "linkEndsAt", a.submitted_at as "submittedAt", a.consented_by as "consentedBy", a.consent,
  a.customer_id as "customerId", a.decision_id as "decisionId"`;

/** Applications for credit, from the first draft to the decision. */
@Injectable()
export class CreditApplications {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly mail: MailService,
  ) {}

  /** Begins one, or changes what one says; a decided one stays. */
  async keep(applicationId: string | undefined, given: readonly GivenAnswer[]): Promise<CreditApplication> {
    const typed = answersOf(given);
    const row = await this.sql.transaction((client) =>
      applicationId === undefined ? this.begin(client, typed) : this.change(client, applicationId, typed),
    );
    return shownApplication(row);
  }

  /** A link to a form for one company: known to nobody but its holder, and ends any before it. */
  async send(of: {
    applicationId: string;
    supplier: string;
    email?: string;
    days: number;
  }): Promise<CreditApplicationSent> {
    const secret = newSecret();
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + of.days * 86_400_000);
    const to = of.email !== undefined && this.mail.isExternal ? of.email : null;
    const { linksMade, ...row } = await this.sql.transaction(async (client) => {
      const before = await this.undecided(client, of.applicationId);
      if (!before.answers.companyName?.trim()) throw new CompanyNotNamed();
      const { rows } = await client.query<ApplicationRow & { linksMade: number }>(
        `update credit_application a set state = case a.state when 'draft' then 'sent' else a.state end, supplier = $2, link_hash = $3, link_ends_at = $4,
           sent_to = $5, sent_by = $6, sent_at = $7, changed_at = $7, links_made = a.links_made + 1 where a.id = $1 returning ${applicationColumns}, a.links_made as "linksMade"`,
        [before.id, of.supplier.trim(), hashOf(secret), endsAt, to, caller().name, now],
      );
      await this.record(client, before.id, 'made a link to a credit application', {
        endsAt,
        supplier: of.supplier.trim(),
        isMailed: to !== null,
      });
      return rows[0] as ApplicationRow & { linksMade: number };
    });
    // What is mailed is made when it is mailed: a secret does not lie in the queue.
    const mail: FormMail | null = to === null ? null : { applicationId: row.id, to, linkNumber: linksMade };
    if (mail) await this.jobs.enqueue(null, MAIL_FORM, mail);
    return { application: shownApplication(row), link: to === null ? this.linkWith(secret) : null };
  }

  /** What is needed to mail a link; null when there is nothing to fill in any more, or a newer link was made meanwhile. */
  async newLink({
    applicationId,
    linkNumber = 0,
  }: FormMail): Promise<{ link: string; supplier: string; companyName: string; endsAt: Date } | null> {
    const secret = newSecret();
    const row = await this.sql.one<{ supplier: string; companyName: string; endsAt: Date }>(
      `update credit_application a set link_hash = $2 where a.id = $1 and a.submitted_at is null and a.state = 'sent' and a.links_made = $3
       returning supplier, answers ->> 'companyName' as "companyName", link_ends_at as "endsAt"`,
      [applicationId, hashOf(secret), linkNumber],
    );
    return row ? { ...row, link: this.linkWith(secret) } : null;
  }

  private linkWith(secret: string): string {
    return `${this.config.publicUrl}/apply#${secret}`;
  }

  async byKey(id: string): Promise<CreditApplication> {
    const row = await this.sql.one<ApplicationRow>(
      `select ${applicationColumns} from credit_application a where a.id = $1`,
      [keyOf(id)],
    );
    if (!row) throw new NotFound('application', id);
    return shownApplication(row);
  }

  async page(args: CreditApplicationsArgs): Promise<Page<CreditApplication>> {
    const values = new Values();
    const { filter = {} } = args;
    const page = await listOf<ApplicationRow>(this.sql, {
      select: applicationColumns,
      from: 'credit_application a',
      where: [
        filter.state !== undefined && `a.state = ${values.add(filter.state)}`,
        filter.search !== undefined && `${NAME} ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      sort: { by: `a.${args.sort}`, type: 'timestamptz' },
      key: 'a.id',
      direction: args.direction,
      page: args,
    });
    return { ...page, nodes: page.nodes.map(shownApplication) };
  }

  /** Our name as the newest form had it: proposed for the next. */
  async newestSupplier(): Promise<string> {
    const row = await this.sql.one<{ supplier: string }>(
      'select supplier from credit_application where supplier is not null order by sent_at desc limit 1',
    );
    return row?.supplier ?? '';
  }

  /** Refuses a decision about another company than the one that applies, and a second one. */
  async mustBeAbout(applicationId: string, companyName: string, registrationNumber = ''): Promise<void> {
    const row = await this.sql.transaction((client) => this.undecided(client, applicationId));
    const of = { ...(row.submittedAt === null ? {} : row.fromProspect), ...row.answers };
    const isSame =
      nameMatch(of.companyName ?? '', companyName) !== null ||
      (registrationNumber.trim() !== '' && plainNumber(of.registrationNumber) === plainNumber(registrationNumber));
    if (!isSame) throw new ApplicationOfAnother(of.companyName ?? '', companyName);
  }

  /** In the transaction that keeps the decision: the link opens nothing any more, and whom to write to is known. */
  async decided(client: pg.ClientBase, applicationId: string, customerId: number, decisionId: number): Promise<void> {
    const before = await this.undecided(client, applicationId);
    await client.query(
      `update credit_application set state = 'decided', customer_id = $2, decision_id = $3, changed_at = $4 where id = $1`,
      [before.id, customerId, decisionId, this.clock.now()],
    );
    const { contactName, contactEmail, contactPhone } = {
      ...(before.submittedAt === null ? {} : before.fromProspect),
      ...before.answers,
    };
    const email = /^[^@\s]+@[^@\s]+$/.test(contactEmail?.trim() ?? '') ? contactEmail?.trim() : null;
    if (!contactName?.trim() || !(email || contactPhone?.trim())) return;
    await client.query(
      `insert into contact (customer_id, name, email, phone, role) select $1, $2, $3, $4, 'pays the invoices'
        where exists (select from customer where id = $1 and stage = 'prospect')
          and not exists (select from contact where customer_id = $1 and (lower(email) = lower($3) or $3::text is null and phone = $4))`,
      [customerId, contactName.trim(), email, contactPhone?.trim() || null],
    );
  }

  private async begin(client: pg.ClientBase, typed: Answers): Promise<ApplicationRow> {
    const { name, personId } = caller();
    const { rows } = await client.query<ApplicationRow>(
      `insert into credit_application as a (answers, owner_id, made_by, made_at, changed_at) values ($1, $2, $3, $4, $4) returning ${applicationColumns}`,
      [withoutEmpty(typed), personId, name, this.clock.now()],
    );
    const row = rows[0] as ApplicationRow;
    // What is typed may name people: it stays out of the audit, where it could not be erased.
    await this.record(client, row.id, 'began a credit application', {});
    return row;
  }

  private async change(client: pg.ClientBase, applicationId: string, typed: Answers): Promise<ApplicationRow> {
    const before = await this.undecided(client, applicationId);
    const answers = withoutEmpty({ ...before.answers, ...typed });
    const questions = changedQuestions(before.answers, answers);
    if (questions.length === 0) return before;
    const { rows } = await client.query<ApplicationRow>(
      `update credit_application a set answers = $2, changed_at = $3 where a.id = $1 returning ${applicationColumns}`,
      [before.id, answers, this.clock.now()],
    );
    await this.record(client, before.id, 'changed a credit application', { questions });
    return rows[0] as ApplicationRow;
  }

  private async undecided(client: pg.ClientBase, id: string): Promise<ApplicationRow> {
    const { rows } = await client.query<ApplicationRow>(
      `select ${applicationColumns} from credit_application a where a.id = $1 for update`,
      [keyOf(id)],
    );
    if (!rows[0]) throw new NotFound('application', id);
    if (rows[0].state === CreditApplicationState.DECIDED) throw new AlreadyDecidedAbout();
    return rows[0];
  }

  private record(client: pg.ClientBase, id: number, action: string, details: Record<string, unknown>) {
    return this.audit.record(client, { action, subjectType: 'credit application', subjectId: String(id), details });
  }
}

export const withoutEmpty = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, text]) => text.trim() !== ''));

/** By name: what they say may name people, and could not be erased from the audit. */
export const changedQuestions = (before: Answers, after: Answers): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]).sort();

/** What the prospect sent in stands until somebody of ours writes otherwise; what it has not sent in is its own. */
export function shownApplication({ answers, fromProspect, ...row }: ApplicationRow): CreditApplication {
  const theirs = row.submittedAt === null ? {} : fromProspect;
  const all = { ...theirs, ...answers };
  return {
    ...row,
    companyName: all.companyName ?? '',
    answers: Object.entries(all).map(([question, text]) => ({
      question,
      text,
      isFromProspect: !(question in answers),
    })),
  };
}
