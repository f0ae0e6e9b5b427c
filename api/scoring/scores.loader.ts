import { Injectable } from '@nestjs/common';
import { grouped, inOrder, Loader } from '../shared/loader.js';
import { Sql } from '../shared/sql.js';
import type { Score } from './score.view.js';

export const scoreColumns = `s.customer_id as "customerId", s.points, s.grade, s.pd, s.late_probability as "lateProbability",
  s.expected_days_late as "expectedDaysLate", s.invoices, s.is_thin as "isThin", s.reasons, s.base, s.scored_on as "scoredOn", s.card_version as "cardVersion"`;

/** The score in force on a day; null for a customer that had none. */
@Injectable()
export class ScoresLoader extends Loader<Score | null, { asOf: string }> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[], { asOf }: { asOf: string }): Promise<(Score | null)[]> {
    const rows = await this.sql.rows<Score & { customerId: number }>(
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

/** The newest scores, newest first. */
@Injectable()
export class ScoreHistoryLoader extends Loader<Score[], { first: number }> {
  constructor(private readonly sql: Sql) {
    super();
  }

  protected async load(ids: readonly number[], { first }: { first: number }): Promise<Score[][]> {
    const rows = await this.sql.rows<Score & { customerId: number }>(
      `select s.* from unnest($1::bigint[]) as whose (customer_id) cross join lateral (
         select ${scoreColumns} from score s where s.customer_id = whose.customer_id order by s.scored_on desc limit $2) s
        order by s."customerId", s."scoredOn" desc`,
      [ids, Math.min(Math.max(first, 1), 400)],
    );
    return grouped(ids, rows, (row) => row.customerId);
  }
}
