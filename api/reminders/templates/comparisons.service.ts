import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { type TrialAnswer, trialAnswer } from '../../../analytics/index.js';
import { Audit } from '../../audit/audit.service.js';
import { caller } from '../../shared/caller.js';
import { Clock } from '../../shared/clock.js';
import { keyOf, listOf, Values } from '../../shared/list.js';
import type { Page } from '../../shared/page.js';
import { NotFound } from '../../shared/refusal.js';
import { ProgramSql, Sql } from '../../shared/sql.js';
import type { EndComparisonInput, TemplateComparisonsArgs } from './comparison.inputs.js';
import type { TemplateComparison } from './comparison.view.js';
import { type ComparedRow, comparisonOutcomes, wordsOf } from './comparison-outcomes.js';
import type { ReminderTemplateInput } from './template.inputs.js';
import { mustBeRight } from './template-fields.js';
import { ComparisonOver, NothingToCompare, WordsAreCompared } from './templates.errors.js';
import { oneAfterTheOther, TemplatesService } from './templates.service.js';

const words = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'subject', ${alias}.subject, 'body', ${alias}.body, 'shortText', ${alias}.short_text)`;
const columns = `c.id, c.language, c.situation, c.step, c.begun_at as "begunAt", c.begun_by as "begunBy", c.ended_at as "endedAt",
  c.ended_by as "endedBy", c.keeps_second as "keepsSecond", c.reason, ${words('f')} as first, ${words('s')} as second`;
const from = `template_comparison c join reminder_template f on f.id = c.first_id join reminder_template s on s.id = c.second_id`;

interface Ending {
  id: number;
  keepsSecond: boolean;
  by: string;
  reason: string;
  details?: object;
}

/** Two templates against each other: half of the customers get the second, until one is shown to be worse. */
@Injectable()
export class TemplateComparisons {
  constructor(
    private readonly sql: Sql,
    private readonly program: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly templates: TemplatesService,
  ) {}

  page({ filter = {}, ...args }: TemplateComparisonsArgs): Promise<Page<TemplateComparison>> {
    return listOf<TemplateComparison>(this.sql, {
      select: columns,
      from,
      where: [filter.isOpen !== undefined && `(c.ended_at is null) = ${filter.isOpen}`],
      values: new Values(),
      sort: args.sort === 'situation' ? { by: 'c.situation', type: 'text' } : { by: 'c.begun_at', type: 'timestamptz' },
      key: 'c.id',
      direction: args.direction,
      page: args,
    });
  }

  async begin(input: ReminderTemplateInput): Promise<TemplateComparison> {
    const { language, situation, step = null, subject, body } = input;
    const shortText = await this.templates.shortTextOf(input);
    mustBeRight({ situation, subject, body, shortText });
    const id = await this.sql.transaction(async (client) => {
      await oneAfterTheOther(client, input);
      const { rows } = await client.query<{
        id: number;
        subject: string;
        body: string;
        shortText: string;
        since: string;
      }>(
        `select t.id, subject, body, short_text as "shortText", (c.begun_at at time zone 'UTC')::date as since
           from reminder_template t left join template_comparison c on c.first_id = t.id and c.ended_at is null
          where t.language = $1 and t.situation = $2 and t.step is not distinct from $3 and not is_tried order by t.id desc limit 1`,
        [language, situation, step],
      );
      const [first] = rows;
      if (!first)
        throw new NothingToCompare(
          'No words of that language, situation and step are in use: set these, and then try others.',
        );
      if (first.since !== null) throw new WordsAreCompared(first.since);
      if (first.subject === subject && first.body === body && first.shortText === shortText)
        throw new NothingToCompare('These are the words in use. Change some of them to try others.');
      const [by, at] = [caller().name, this.clock.now()];
      const second = await client.query<{ id: number }>(
        `insert into reminder_template (language, situation, step, subject, body, set_by, set_at, short_text, is_tried)
         values ($1, $2, $3, $4, $5, $6, $7, $8, true) returning id`,
        [language, situation, step, subject, body, by, at, shortText],
      );
      const made = await client.query<{ id: number }>(
        `insert into template_comparison (language, situation, step, first_id, second_id, begun_at, begun_by)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [language, situation, step, first.id, second.rows[0]?.id, at, by],
      );
      await this.audit.record(client, {
        action: 'began to compare templates',
        subjectType: 'template',
        subjectId: String(first.id),
        after: { subject, body, shortText },
        details: { comparison: made.rows[0]?.id, language, situation, step },
      });
      return made.rows[0]?.id as number;
    });
    return this.byId(id);
  }

  async end({ comparisonId, keepsSecond, reason }: EndComparisonInput): Promise<TemplateComparison> {
    const { id } = await this.byId(keyOf(comparisonId));
    await this.sql.transaction((client) => this.close(client, { id, keepsSecond, by: caller().name, reason }));
    return this.byId(id);
  }

  /** On the day on which one is shown to be worse, the other alone is used. */
  async endWhatHarms(): Promise<void> {
    await this.program.transaction(async (client) => {
      const open = await client.query<{ id: number }>(
        'select id from template_comparison where ended_at is null order by id for update',
      );
      for (const { id } of open.rows) {
        const { rows } = await client.query<ComparedRow>(comparisonOutcomes, [[id], this.clock.today()]);
        const { verdict, interval } = trialAnswer(wordsOf(rows));
        if (verdict === 'open') continue;
        const keepsSecond = verdict === 'helps';
        await this.close(client, {
          id,
          keepsSecond,
          by: 'the program',
          reason: because(verdict),
          details: { interval },
        });
      }
    });
  }

  private async close(client: pg.ClientBase, { id, keepsSecond, by, reason, details = {} }: Ending): Promise<void> {
    const done = await client.query<{ first: number; second: number }>(
      `update template_comparison set ended_at = $2, ended_by = $3, keeps_second = $4, reason = $5
        where id = $1 and ended_at is null returning first_id as first, second_id as second`,
      [id, this.clock.now(), by, keepsSecond, reason],
    );
    const [of] = done.rows;
    if (!of) throw new ComparisonOver();
    if (keepsSecond) await client.query('update reminder_template set is_tried = false where id = $1', [of.second]);
    await this.audit.record(client, {
      action: 'ended a comparison of templates',
      subjectType: 'template',
      subjectId: String(of.first),
      before: { template: of.first },
      after: { template: keepsSecond ? of.second : of.first },
      reason,
      details: { comparison: id, ...details },
    });
  }

  private async byId(id: number): Promise<TemplateComparison> {
    const row = await this.sql.one<TemplateComparison>(`select ${columns} from ${from} where c.id = $1`, [id]);
    if (!row) throw new NotFound('comparison of templates', String(id));
    return row;
  }
}

const because = (verdict: Exclude<TrialAnswer['verdict'], 'open'>) =>
  verdict === 'helps'
    ? 'More is paid in time where the second words are used: they alone are from now on.'
    : 'Less is paid in time where the second words are used: the first alone are from now on.';
