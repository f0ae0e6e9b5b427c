import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  type BookPrior,
  bookPriorFrom,
  dayNumber,
  expertCard,
  type Score as Scored,
  score,
} from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import { Sql } from '../shared/sql.js';
import { histories } from './histories.js';
import { copyScored, fingerprintsInForce, keepScores, scoredTable } from './keep-scores.js';
import type { ScoringRun } from './score.view.js';

@Injectable()
export class ScoringService {
  constructor(
    private readonly sql: Sql,
    private readonly rates: RatesService,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Scores every customer with an invoice as of a day and keeps the scores: those of an earlier run that still hold stay. */
  async scoreBook(asOf = this.clock.today(), onProgress?: (customers: number) => void): Promise<ScoringRun> {
    const started = this.clock.now().getTime();
    const rates = await this.rates.on(asOf);
    // Reading streams on one connection while writing streams on another: the scores of a million invoices pass through, never wait.
    const customers = await this.sql.connection((reading) =>
      this.sql.transaction(async (writing) => {
        await writing.query('select pg_advisory_xact_lock($1)', [locks.scoring]);
        const prior = await priorOf(writing, asOf);
        const inForce = await fingerprintsInForce(writing, asOf);
        await writing.query(scoredTable);
        let count = 0;
        const lines = async function* () {
          for await (const batch of histories(reading, asOf, rates)) {
            let text = '';
            for (const { customerId, history } of batch) {
              const scored = score(history, dayNumber(asOf), prior);
              if (!scored) continue;
              const reasons = JSON.stringify(scored.reasons);
              const fingerprint = fingerprintOf(scored, reasons);
              // A score that says the same as the one in force is not kept again.
              if (fingerprint !== inForce.get(customerId)) text += copyLine(customerId, scored, reasons, fingerprint);
            }
            count += batch.length;
            onProgress?.(count);
            yield text;
          }
        };
        await pipeline(Readable.from(lines()), writing.query(copyFrom(copyScored)));
        await keepScores(writing, asOf);
        await writing.query(
          `insert into scoring_run (as_of, card_version, prior, customers, finished_at) values ($1, $2, $3, $4, $5)
           on conflict (as_of) do update set card_version = excluded.card_version, prior = excluded.prior, customers = excluded.customers, finished_at = excluded.finished_at`,
          [asOf, expertCard.version, prior, count, this.clock.now()],
        );
        await this.audit.record(writing, {
          action: 'scored the book',
          subjectType: 'book',
          subjectId: null,
          details: { asOf, customers: count, card: expertCard.version },
        });
        return count;
      }),
    );
    return { asOf, customers, cardVersion: expertCard.version, seconds: (this.clock.now().getTime() - started) / 1000 };
  }

  /** The scores in force on a day, for export: one by one, in order of customer number. */
  async *scoresOn(asOf: string): AsyncGenerator<object> {
    for (let after = ''; ; ) {
      const rows = await this.sql.rows<{ customerNumber: string }>(
        `select c.number as "customerNumber", s.points, s.grade, s.pd, s.late_probability as "lateProbability", s.expected_days_late as "expectedDaysLate",
                s.invoices, s.is_thin as "isThin", s.base, s.reasons
           from score s join customer c on c.id = s.customer_id
          where s.scored_on <= $1 and (s.superseded_on is null or s.superseded_on > $1) and c.number > $2 order by c.number limit 2000`,
        [asOf, after],
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last) return;
      after = last.customerNumber;
    }
  }

  /** The newest day, on or before the one given, for which the whole book was scored. */
  async scoredOn(asOf: string): Promise<string | null> {
    return (
      (
        await this.sql.one<{ day: string | null }>('select max(as_of) as day from scoring_run where as_of <= $1', [
          asOf,
        ])
      )?.day ?? null
    );
  }
}

async function priorOf(client: pg.ClientBase, asOf: string): Promise<BookPrior> {
  const { rows } = await client.query(
    `select count(*) filter (where settled_on > due_on) as late, count(*) as settled, coalesce(sum(settled_on - due_on), 0) as "daysLateSum"
       from invoice where issued_on <= $1 and settled_on <= $1`,
    [asOf],
  );
  return bookPriorFrom(rows[0]);
}

/** Two scores that say the same have the same; two of one customer that differ, but once in 2⁴⁸. */
const fingerprintOf = ({ points, invoices, cardVersion }: Scored, reasons: string): number =>
  hash('sha1', `${points} ${invoices} ${cardVersion} ${reasons}`, 'buffer').readUIntBE(0, 6);

/** A row of the text form of COPY: tab, newline and backslash escaped. */
function copyLine(customerId: number, s: Scored, reasons: string, fingerprint: number): string {
  const escaped = reasons.includes('\\') ? reasons.replace(/\\/g, '\\\\') : reasons;
  return `${customerId}\t${s.points}\t${s.grade}\t${s.pd}\t${s.lateProbability}\t${s.expectedDaysLate}\t${s.invoices}\t${s.isThin}\t${s.basePoints}\t${escaped}\t${s.cardVersion}\t${fingerprint}\n`;
}
