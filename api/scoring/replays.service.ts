import { Injectable } from '@nestjs/common';
import { NotFound } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import { replayOf } from './explained-score.js';
import type { Score, ScoreReplay } from './score.view.js';
import { Scorecards } from './scorecards.service.js';
import { scoreColumns } from './scores.loader.js';

/** A score that was in force, and what it is when made again from what is kept with it. */
export interface Replayed extends ScoreReplay {
  customerNumber: string;
  score: Score;
}

/** Makes scores of past days again. */
@Injectable()
export class Replays {
  constructor(
    private readonly sql: ProgramSql,
    private readonly cards: Scorecards,
  ) {}

  /** Of one customer, in force on a day. */
  async of(customerNumber: string, on: string): Promise<Replayed> {
    for await (const replayed of this.inForce(on, customerNumber)) return replayed;
    throw new NotFound(`score in force on ${on} of the customer with the number`, customerNumber);
  }

  /** Of all, or of one, in order of customer number. */
  async *inForce(on: string, only: string | null = null): AsyncGenerator<Replayed> {
    for (let after = ''; ; ) {
      const rows = await this.sql.rows<Score & { customerNumber: string }>(
        `select c.number as "customerNumber", ${scoreColumns} from score s join customer c on c.id = s.customer_id
          where s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1) and c.number > $2 and ($3::text is null or c.number = $3)
          order by c.number limit 1000`,
        [on, after, only],
      );
      for (const { customerNumber, ...score } of rows)
        yield { customerNumber, score, ...replayOf(score, await this.cards.of(score.cardVersion)) };
      const last = rows.at(-1);
      if (!last || only !== null) return;
      after = last.customerNumber;
    }
  }
}
