import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { hashOf } from '../auth/secrets.js';
import { Tries } from '../auth/tries.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { caller, inTheNameOf, nobody } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import { type GivenAnswer, prospectAnswersOf, wrongWithForm } from './answers.js';
import type { ProspectForm } from './credit-application.view.js';
import { AnswersNotRight, FormAlreadySent, FormLinkEnded, FormLinkUnknown } from './credit-applications.errors.js';
import { changedQuestions, withoutEmpty } from './credit-applications.service.js';
import { type Answers, CONSENT, forProspect } from './questions.js';

export const ASK_ABOUT_APPLICANT = 'ask-about-applicant';

interface Opened {
  id: number;
  supplier: string;
  answers: Answers;
  fromProspect: Answers;
  endsAt: Date;
  isSubmitted: boolean;
  isDecided: boolean;
}

const opened = `select id, supplier, answers, from_prospect as "fromProspect", link_ends_at as "endsAt", submitted_at is not null as "isSubmitted",
  state = 'decided' as "isDecided" from credit_application where link_hash = $1`;

/** What somebody without a session may do who holds a link: see what is asked, write, and send it in. */
@Injectable()
export class ProspectForms {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly tries: Tries,
    private readonly jobs: Jobs,
  ) {}

  async form(secret: string): Promise<ProspectForm> {
    const [row] = await this.sql.rows<Opened>(opened, [hashOf(secret)]);
    return this.counting(async () => shownForm(this.mustBeOpen(row)));
  }

  async keep(secret: string, given: readonly GivenAnswer[]): Promise<ProspectForm> {
    const typed = prospectAnswersOf(given);
    return this.write(secret, async (client, row) => {
      const answers = withoutEmpty({ ...row.fromProspect, ...typed });
      const questions = changedQuestions(row.fromProspect, answers);
      if (questions.length === 0) return row;
      await this.record(client, row, 'wrote in the form of a credit application', { questions });
      return this.set(client, row, { answers });
    });
  }

  /** What was typed is kept even when it cannot be sent in yet. */
  async submit(secret: string, given: readonly GivenAnswer[], consentedBy: string): Promise<ProspectForm> {
    await this.keep(secret, given);
    return this.write(secret, async (client, row) => {
      const wrong = wrongWithForm(row.fromProspect, row.answers);
      if (consentedBy.trim() === '') wrong.push({ field: 'consentedBy', sentence: 'Name who agrees for the company.' });
      if (wrong.length > 0) throw new AnswersNotRight(wrong);
      // Who agreed stands with the application, where it can be erased.
      await this.record(client, row, 'sent in a credit application', { consent: CONSENT });
      await this.jobs.enqueue(client, ASK_ABOUT_APPLICANT, { applicationId: row.id });
      return this.set(client, row, { answers: row.fromProspect, consentedBy: consentedBy.trim() });
    });
  }

  private write(secret: string, work: (client: pg.ClientBase, row: Opened) => Promise<Opened>): Promise<ProspectForm> {
    // Whoever writes here is the prospect, also when somebody of ours is signed in beside it.
    return inTheNameOf({ ...nobody(caller().origin), name: 'the prospect, by its link' }, () =>
      this.counting(() =>
        this.sql.transaction(async (client) => {
          const { rows } = await client.query<Opened>(`${opened} for update`, [hashOf(secret)]);
          const row = this.mustBeOpen(rows[0]);
          if (row.isSubmitted) throw new FormAlreadySent(row.supplier);
          return shownForm(await work(client, row));
        }),
      ),
    );
  }

  /** Counts a wrong link once its transaction is over: two connections for one would let strangers use up all of them. */
  private async counting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof FormLinkUnknown) await this.tries.countWrongLink();
      throw error;
    }
  }

  private mustBeOpen(row: Opened | undefined): Opened {
    if (!row || row.isDecided) throw new FormLinkUnknown();
    if (row.endsAt <= this.clock.now()) throw new FormLinkEnded(row.supplier, row.endsAt.toISOString().slice(0, 10));
    return row;
  }

  private record(client: pg.ClientBase, { id }: Opened, action: string, details: Record<string, unknown>) {
    return this.audit.record(client, { action, subjectType: 'credit application', subjectId: String(id), details });
  }

  private async set(
    client: pg.ClientBase,
    row: Opened,
    to: { answers: Answers; consentedBy?: string },
  ): Promise<Opened> {
    const isSubmitted = to.consentedBy !== undefined;
    await client.query(
      `update credit_application set from_prospect = $2, changed_at = $3, ${isSubmitted ? `state = 'submitted', submitted_at = $3, consented_by = $4, consent = $5, answers = answers - $6::text[]` : 'state = state'} where id = $1`,
      [
        row.id,
        to.answers,
        this.clock.now(),
        ...(isSubmitted ? [to.consentedBy, CONSENT, Object.keys(to.answers)] : []),
      ],
    );
    return { ...row, fromProspect: to.answers, isSubmitted };
  }
}

const shownForm = ({ supplier, answers, fromProspect, endsAt, isSubmitted }: Opened): ProspectForm => ({
  supplier,
  companyName: answers.companyName ?? fromProspect.companyName ?? '',
  questions: forProspect,
  answers: Object.entries(fromProspect).map(([question, text]) => ({ question, text, isFromProspect: true })),
  consent: CONSENT,
  endsAt,
  isSubmitted,
});
