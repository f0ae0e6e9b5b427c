import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type BookPrior, dayInWords, dayNumber, type Scorecard, score } from '../../analytics/index.js';
import { Audit } from '../audit/audit.service.js';
import { BookService } from '../ledger/book.service.js';
import { RatesService } from '../ledger/rates.service.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import { Refusal } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import { besideOn } from './beside.js';
import { priorOf } from './book-prior.js';
import { histories, type SeenOn } from './histories.js';
import { copyLine, copyScored, fingerprintOf, fingerprintsInForce, keepScores, scoredTable } from './keep-scores.js';
import type { ScoringRun } from './score.view.js';
import { Scorecards } from './scorecards.service.js';

/** A score sees what was known on its day; of a day to come nothing is. */
class NotYet extends Refusal {
  readonly code = 'NOT_YET';

  constructor(asOf: string) {
    super(`${dayInWords(asOf)} has not come yet: nothing is known of it. Score as of today or a day before.`);
  }
}

@Injectable()
export class ScoringService {
  constructor(
    private readonly sql: Sql,
    private readonly rates: RatesService,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly book: BookService,
    private readonly cards: Scorecards,
  ) {}

  /** Scores the book for somebody who asks: of a day to come nothing is known. */
  scoreBookOf(asOf = this.clock.today(), onProgress?: (customers: number) => void): Promise<ScoringRun> {
    if (asOf > this.clock.today()) throw new NotYet(asOf);
    return this.scoreBook(asOf, onProgress);
  }

  /** Scores every customer with an invoice as of a day and keeps the scores: those of an earlier run that still hold stay. */
  async scoreBook(asOf = this.clock.today(), onProgress?: (customers: number) => void): Promise<ScoringRun> {
    const started = this.clock.now().getTime();
    const [seen, card] = await Promise.all([this.seenOn(asOf), this.cards.inForce()]);
    const customers = await this.inScoring(async (reading, writing) => {
      const prior = await priorOf(writing, seen);
      const count = await this.write(reading, writing, { seen, prior, card, ids: null }, onProgress);
      await writing.query(
        `insert into scoring_run (as_of, card_version, prior, customers, finished_at) values ($1, $2, $3, $4, $5)
         on conflict (as_of) do update set card_version = excluded.card_version, prior = excluded.prior, customers = excluded.customers, finished_at = excluded.finished_at`,
        [asOf, card.version, prior, count, this.clock.now()],
      );
      await this.audit.record(writing, {
        action: 'scored the book',
        subjectType: 'book',
        subjectId: null,
        details: { asOf, customers: count, card: card.version },
      });
      return count;
    });
    return { asOf, customers, cardVersion: card.version, seconds: (this.clock.now().getTime() - started) / 1000 };
  }

  /** Scores some customers anew as of the day the book opens on, against the book as its last run saw it. */
  async scoreCustomers(ids: readonly number[]): Promise<void> {
    const [seen, card] = await Promise.all([this.book.opening(), this.cards.inForce()]);
    await this.inScoring((reading, writing) => this.writeSome(reading, writing, ids, seen, card));
  }

  /** A past day knows what was known on it; the day the book opens on all that is known today, however long ago it was. */
  private async seenOn(asOf: string): Promise<SeenOn> {
    const opening = await this.book.opening();
    return asOf === opening.asOf ? opening : { asOf, knownOn: asOf };
  }

  /** Scores anew to whom something happened since; `and` is what else follows from it, in the same transaction. */
  async scoreDue(asOf: string, and?: (client: pg.ClientBase, customerIds: number[]) => Promise<void>): Promise<void> {
    const [seen, card] = await Promise.all([this.seenOn(asOf), this.cards.inForce()]);
    await this.inScoring(async (reading, writing) => {
      const { rows } = await writing.query<{ id: number }>('delete from score_due returning customer_id as id');
      const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
      if (ids.length === 0) return;
      await this.writeSome(reading, writing, ids, seen, card);
      await and?.(writing, ids);
    });
  }

  /** Where the ledger ended long ago and somebody scored a later day, that score follows as well: as of today. */
  private async writeSome(
    reading: pg.PoolClient,
    writing: pg.PoolClient,
    ids: readonly number[],
    seen: SeenOn,
    card: Scorecard,
  ) {
    await this.writeSomeOn(reading, writing, ids, seen, card);
    const { asOf, knownOn } = seen;
    if (asOf >= knownOn) return;
    const later = await writing.query('select from score where customer_id = any($1) and scored_on > $2', [ids, asOf]);
    if (later.rowCount) await this.writeSomeOn(reading, writing, ids, { asOf: knownOn, knownOn }, card);
  }

  private async writeSomeOn(
    reading: pg.PoolClient,
    writing: pg.PoolClient,
    ids: readonly number[],
    seen: SeenOn,
    card: Scorecard,
  ) {
    const { asOf } = seen;
    const { rows } = await writing.query<{ prior: BookPrior }>(
      'select prior from scoring_run where as_of <= $1 order by as_of desc limit 1',
      [asOf],
    );
    const prior = rows[0]?.prior ?? (await priorOf(writing, seen));
    await this.write(reading, writing, { seen, prior, card, ids });
    await this.audit.record(writing, {
      action: 'scored customers anew',
      subjectType: 'customer',
      subjectId: ids.length === 1 ? String(ids[0]) : null,
      details: { asOf, customers: ids, card: card.version },
    });
  }

  /**
   * Reading streams on one connection while writing streams on another: the scores of a million invoices pass through,
   * never wait. One scoring at a time.
   */
  private inScoring<T>(work: (reading: pg.PoolClient, writing: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.sql.connection((reading) =>
      this.sql.transaction(async (writing) => {
        await writing.query('select pg_advisory_xact_lock($1)', [locks.scoring]);
        return work(reading, writing);
      }),
    );
  }

  private async write(
    reading: pg.PoolClient,
    writing: pg.PoolClient,
    { seen, prior, card, ids }: { seen: SeenOn; prior: BookPrior; card: Scorecard; ids: readonly number[] | null },
    onProgress?: (customers: number) => void,
  ): Promise<number> {
    const { asOf, knownOn } = seen;
    const rates = await this.rates.on(asOf);
    const inForce = await fingerprintsInForce(writing, asOf, ids);
    const besides = await besideOn(writing, knownOn, ids);
    const day = dayNumber(asOf);
    await writing.query(scoredTable);
    let count = 0;
    const lines = async function* () {
      for await (const batch of histories(reading, seen, rates, ids ?? undefined)) {
        let text = '';
        for (const { customerId, history } of batch) {
          const scored = score(history, day, prior, card, besides.get(customerId));
          if (!scored) continue;
          const fingerprint = fingerprintOf(scored);
          // A score that says the same as the one in force is not kept again.
          if (fingerprint !== inForce.get(customerId))
            text += copyLine(customerId, scored, fingerprint, knownOn === asOf ? null : knownOn);
        }
        count += batch.length;
        onProgress?.(count);
        yield text;
      }
    };
    await pipeline(Readable.from(lines()), writing.query(copyFrom(copyScored)));
    await keepScores(writing, asOf);
    return count;
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
