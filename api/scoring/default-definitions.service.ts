import { Injectable } from '@nestjs/common';
import { defaultsNeeded, expertCard } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { ProgramSql } from '../shared/sql.js';
import type { DefaultDefinitionInput } from './defaults.inputs.js';
import type { DefaultDefinition, DefaultEvidence } from './defaults.view.js';

const columns = `valid_on as "validOn", days_past_due as "daysPastDue", floor_major as "floorMajor", counts_insolvency as "countsInsolvency",
  counts_write_off as "countsWriteOff", reason, set_by as "setBy"`;

/** What counts as a default, and how much the book says of it. The counts are of the whole book, whoever asks. */
@Injectable()
export class DefaultDefinitions {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  async inForce(on = this.clock.today()): Promise<DefaultDefinition> {
    const found = await this.sql.one<DefaultDefinition>(
      `select ${columns} from default_definition where valid_on <= $1 order by valid_on desc limit 1`,
      [on],
    );
    if (!found) throw new Error('the table default_definition has lost its first row');
    return found;
  }

  async evidence(): Promise<DefaultEvidence> {
    const [definition, counted] = await Promise.all([
      this.inForce(),
      this.sql.one<{ n: number }>('select count(distinct customer_id) as n from default_event'),
    ]);
    const factors = expertCard.factors.length;
    const [customers, needed] = [counted?.n ?? 0, defaultsNeeded(factors)];
    const isEnough = customers >= needed;
    const seen = `${customers} of the ${needed} defaults that fitting takes (20 for each of ${factors + 1} figures) are in this book`;
    const sentence = isEnough
      ? `Points are set by judgment; ${seen}: enough to fit them.`
      : `Points are set by judgment, not fitted: ${seen}.`;
    return { definition, customers, needed, isEnough, sentence };
  }

  async set(input: DefaultDefinitionInput): Promise<DefaultEvidence> {
    const { daysPastDue, floorMajor, countsInsolvency, countsWriteOff, reason, validOn = this.clock.today() } = input;
    const { setBy: _, reason: __, ...before } = await this.inForce(validOn);
    const after = { daysPastDue, floorMajor, countsInsolvency, countsWriteOff };
    await this.sql.transaction(async (client) => {
      await client.query(
        `insert into default_definition values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (valid_on) do update set days_past_due = excluded.days_past_due, floor_major = excluded.floor_major,
           counts_insolvency = excluded.counts_insolvency, counts_write_off = excluded.counts_write_off,
           reason = excluded.reason, set_by = excluded.set_by`,
        [validOn, daysPastDue, floorMajor, countsInsolvency, countsWriteOff, reason, caller().name],
      );
      await this.audit.record(client, {
        action: 'set what counts as a default',
        subjectType: 'definition of default',
        subjectId: validOn,
        before,
        after: { validOn, ...after },
        reason,
      });
      await this.jobs.enqueue(client, 'count-defaults', {});
    });
    return this.evidence();
  }
}
