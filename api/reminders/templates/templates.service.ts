import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../../audit/audit.service.js';
import { caller } from '../../shared/caller.js';
import { Clock } from '../../shared/clock.js';
import { holds, listOf, Values } from '../../shared/list.js';
import { locks } from '../../shared/locks.js';
import type { Page } from '../../shared/page.js';
import { Sql } from '../../shared/sql.js';
import type { ReminderTemplateInput, TemplatesArgs } from './template.inputs.js';
import type { ReminderTemplate } from './template.view.js';
import { mustBeRight } from './template-fields.js';
import { WordsAreCompared } from './templates.errors.js';

const isNewest = `(not exists (select from reminder_template later where later.language = t.language
  and later.situation = t.situation and later.step is not distinct from t.step and later.id > t.id and not later.is_tried) and not t.is_tried)`;
const columns = `t.id, t.language, t.situation, t.step, t.subject, t.body, t.short_text as "shortText", t.set_by as "setBy", t.set_at as "setAt", ${isNewest} as "isNewest"`;

/** Of two who change the words of one place at once, or compare them, the second sees what the first did. */
export async function oneAfterTheOther(client: pg.ClientBase, of: ReminderTemplateInput): Promise<void> {
  const place = `${of.language} ${of.situation} ${of.step ?? ''}`;
  await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [locks.templates, place]);
}

/** What messages say, by language and situation; each change is a version of its own. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  page({ filter = {}, ...args }: TemplatesArgs): Promise<Page<ReminderTemplate>> {
    const values = new Values();
    return listOf<ReminderTemplate>(this.sql, {
      select: columns,
      from: 'reminder_template t',
      where: [
        filter.language !== undefined && `t.language = ${values.add(filter.language)}`,
        filter.situation !== undefined && `t.situation = ${values.add(filter.situation)}`,
        filter.isNewest !== undefined && (filter.isNewest ? isNewest : `not (${isNewest})`),
        filter.search !== undefined &&
          `(t.subject || ' ' || t.body || ' ' || t.short_text) ilike ${values.add(holds(filter.search))}`,
      ],
      values,
      sort: args.sort === 'situation' ? { by: 't.situation', type: 'text' } : { by: 't.set_at', type: 'timestamptz' },
      key: 't.id',
      direction: args.direction,
      page: args,
    });
  }

  /** The words for text messages of whoever gives none: those of the step, else those of any. */
  async shortTextOf({ language, situation, step, shortText }: ReminderTemplateInput): Promise<string> {
    if (shortText !== undefined && shortText !== null) return shortText;
    const row = await this.sql.one<{ shortText: string }>(
      `select short_text as "shortText" from reminder_template where language = $1 and situation = $2 and (step is null or step = $3) and not is_tried
        order by step is null, id desc limit 1`,
      [language, situation, step ?? null],
    );
    if (!row) throw new Error(`there is no template for ${situation}`);
    return row.shortText;
  }

  async set(input: ReminderTemplateInput): Promise<ReminderTemplate> {
    const { language, situation, step, subject, body } = input;
    const shortText = await this.shortTextOf(input);
    mustBeRight({ situation, subject, body, shortText });
    const [setBy, setAt] = [caller().name, this.clock.now()];
    const id = await this.sql.transaction(async (client) => {
      await oneAfterTheOther(client, input);
      const before = await client.query<{ subject: string; body: string; shortText: string }>(
        `select subject, body, short_text as "shortText" from reminder_template where language = $1 and situation = $2 and step is not distinct from $3
            and not is_tried order by id desc limit 1`,
        [language, situation, step ?? null],
      );
      const compared = await client.query<{ since: string }>(
        `select (begun_at at time zone 'UTC')::date as since from template_comparison
          where language = $1 and situation = $2 and step is not distinct from $3 and ended_at is null`,
        [language, situation, step ?? null],
      );
      if (compared.rows[0]) throw new WordsAreCompared(compared.rows[0].since);
      const { rows } = await client.query<{ id: number }>(
        `insert into reminder_template (language, situation, step, subject, body, set_by, set_at, short_text)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [language, situation, step ?? null, subject, body, setBy, setAt, shortText],
      );
      await this.audit.record(client, {
        action: 'set a template',
        subjectType: 'template',
        subjectId: String(rows[0]?.id),
        before: before.rows[0],
        after: { subject, body, shortText },
        details: { language, situation, step: step ?? null },
      });
      return rows[0]?.id as number;
    });
    return { id, language, situation, step: step ?? null, subject, body, shortText, setBy, setAt, isNewest: true };
  }
}
