import { Injectable } from '@nestjs/common';
import { listsOf, Values } from '../shared/list.js';
import { inOrder, Loader } from '../shared/loader.js';
import type { Page } from '../shared/page.js';
import { Sql } from '../shared/sql.js';
import type { Score } from './score.view.js';
import { ScoreSort, type ScoresArgs } from './scores.inputs.js';

export const scoreColumns = `s.customer_id as "customerId", s.points, s.grade, s.pd, s.late_probability as "lateProbability",
  s.expected_days_late as "expectedDaysLate", s.invoices, s.is_thin as "isThin", s.reasons, s.base, s.scored_on as "scoredOn", s.card_version as "cardVersion",
  s.is_too_thin as "isTooThin", s.inputs, coalesce(s.known_on, s.scored_on) as "knownOn"`;

/** The score in force on a day; null for a customer that had none. */
@Injectable()
export class ScoresLoader extends Loader<Score | null, { asOf: string }> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[], { asOf }: { asOf: string }): Promise<(Score | null)[]> {
    const rows = await this.sql.prepared<Score & { customerId: number }>(
      `select ${scoreColumns} from score s
        where s.customer_id = any($1) and s.scored_on <= $2 and (s.superseded_on is null or s.superseded_on > $2)`,
      [ids, asOf],
    );
    return inOrder(
      ids,
      rows,
      (row) => row.customerId,
      (row) => row ?? null,
    );
  }
}

const before = `select json_build_object('points', b.points, 'basePoints', b.base, 'cardVersion', b.card_version, 'reasons', b.reasons,
    'inputs', case when b.card_version <> page."cardVersion" then b.inputs end)
  from score b where b.customer_id = page."customerId" and b.scored_on < page."scoredOn"
  order by b.scored_on desc limit 1`;

/** Pages of the scores that many customers have had, in one question. */
@Injectable()
export class ScoreHistoryLoader extends Loader<Page<Score>, ScoresArgs> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected load(ids: readonly number[], { filter = {}, ...args }: ScoresArgs): Promise<Page<Score>[]> {
    const values = new Values();
    const list = {
      select: scoreColumns,
      detail: { select: `(${before}) as before`, join: '' },
      from: 'score s',
      where: [
        filter.grade !== undefined && `s.grade = ${values.add(filter.grade)}`,
        filter.from !== undefined && `s.scored_on >= ${values.add(filter.from)}`,
        filter.to !== undefined && `s.scored_on <= ${values.add(filter.to)}`,
      ],
      values,
      sort: { by: `s.${args.sort}`, type: args.sort === ScoreSort.POINTS ? 'integer' : 'date' } as const,
      // A customer has one score a day.
      key: `(s.scored_on - date '2000-01-01')`,
      direction: args.direction,
      page: args,
      owner: 's.customer_id',
    };
    return listsOf<Score>(this.sql, list, ids);
  }
}
