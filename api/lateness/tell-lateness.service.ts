import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { from as copyFrom } from 'pg-copy-streams';
import {
  BookHabit,
  dayNumber,
  dayOf,
  inScoringOrder,
  learningBookHabit,
  ScoringWalk,
  type Steps,
  tellLateness,
  type WorkingCalendar,
} from '../../analytics/index.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import { Refusal } from '../shared/refusal.js';
import { ProgramSql } from '../shared/sql.js';
import { unhurried } from '../shared/unhurried.js';
import type { LatenessArtefact } from './artefact.js';
import type { DatedCustomer, DatedInvoice } from './dated-invoices.js';
import { NothingToldThen } from './lateness.errors.js';
import { type LatenessBook, LatenessBooks } from './lateness-book.service.js';
import { Models } from './models.service.js';

const columns =
  'customer_id, invoice_id, model_version, scored_on, no_basis, p_late, p_late_7, p_late_30, p_paid_30, p_late_by_habit, expected_days_late, expected_on, reasons';

interface Teller {
  version: number;
  model: LatenessArtefact['model'];
  walk: ScoringWalk;
  calendar: WorkingCalendar;
  asOf: string;
}

interface KeptTelling {
  scoredOn: string;
  modelVersion: number;
  invoices: number;
  checksum: string;
  /** Told anew since, on that day: of these it is made again as at the end of the day. */
  customersSince: number;
}

export interface TellingReplay extends KeptTelling {
  isSame: boolean;
  invoicesAgain: number;
}

/** Asks the model in force about every open invoice, and keeps what it says. */
@Injectable()
export class LatenessTelling {
  constructor(
    private readonly sql: ProgramSql,
    private readonly clock: Clock,
    private readonly books: LatenessBooks,
    private readonly models: Models,
  ) {}

  /** About all open invoices, as known on a day. Says how many; null when no model is in force, or it cannot be used. */
  async tellBook(asOf: string, onProgress?: (line: string) => void): Promise<number | null> {
    const champion = await this.usable();
    if (!champion) return null;
    const { version, read } = champion;
    const { told, habit } = await this.made(version, read, asOf, onProgress);
    await this.sql.transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [locks.telling]);
      await client.query('delete from invoice_lateness');
      await pipeline(Readable.from(told), client.query(copyFrom(`copy invoice_lateness (${columns}) from stdin`)));
      await client.query(
        `insert into lateness_run (model_version, scored_on, invoices, book_habit, finished_at) values ($1, $2, $3, $4, $5)
         on conflict (only_one) do update set model_version = excluded.model_version, scored_on = excluded.scored_on,
           invoices = excluded.invoices, book_habit = excluded.book_habit, finished_at = excluded.finished_at, problem = null`,
        [version, asOf, told.length, Buffer.from(habit.figures().buffer), this.clock.now()],
      );
      await client.query(
        `insert into lateness_telling (scored_on, model_version, invoices, checksum, told_at) values ($1, $2, $3, $4, $5)
         on conflict (scored_on) do update set model_version = excluded.model_version, invoices = excluded.invoices,
           checksum = excluded.checksum, told_at = excluded.told_at, customers_since = 0`,
        [asOf, version, told.length, checksumOf(told), this.clock.now()],
      );
    });
    return told.length;
  }

  /** What a model told of a book on a day, made again from what was known then, beside what it is compared by. */
  async replay(on: string): Promise<TellingReplay> {
    const kept = await this.sql.one<KeptTelling>(
      `select scored_on as "scoredOn", model_version as "modelVersion", invoices, checksum, customers_since as "customersSince"
         from lateness_telling where scored_on <= $1 order by scored_on desc limit 1`,
      [on],
    );
    if (!kept) throw new NothingToldThen(on);
    const read = await this.models.version(kept.modelVersion);
    if (!read) throw new Error(`the model ${kept.modelVersion} has left the table`);
    const { told } = await this.made(kept.modelVersion, read, kept.scoredOn);
    return { ...kept, isSame: checksumOf(told) === kept.checksum, invoicesAgain: told.length };
  }

  private async made(
    version: number,
    { model, holidaysOf }: LatenessArtefact,
    asOf: string,
    onProgress?: (line: string) => void,
  ): Promise<{ told: string[]; habit: BookHabit }> {
    const book = await this.books.read(asOf, asOf, (count) => onProgress?.(`${count} invoices read …`), holidaysOf);
    const histories = book.customers.map(({ invoices }) => invoices);
    const habit = await unhurried(learningBookHabit(histories, model.settings, book.calendar), onProgress);
    const walk = new ScoringWalk(model.settings, habit, book.calendar);
    const told: string[] = [];
    await unhurried(telling(book, { version, model, walk, calendar: book.calendar, asOf }, told), onProgress);
    return { told, habit };
  }

  /** About the open invoices of some customers, because something happened to them: with how the book pays, as last learned. */
  async tellCustomers(customerIds: readonly number[], asOf: string): Promise<number | null> {
    const champion = await this.usable();
    const run = await this.sql.one<{ modelVersion: number; scoredOn: string; bookHabit: Buffer }>(
      'select model_version as "modelVersion", scored_on as "scoredOn", book_habit as "bookHabit" from lateness_run',
    );
    if (!champion || run?.modelVersion !== champion.version || run.scoredOn > asOf) return null;
    const { version, read } = champion;
    const { model, holidaysOf } = read;
    const book = await this.books.readSome(asOf, customerIds, holidaysOf);
    const habit = BookHabit.of(model.settings, book.calendar, figuresIn(run.bookHabit));
    const walk = new ScoringWalk(model.settings, habit, book.calendar);
    const told: string[] = [];
    await unhurried(telling(book, { version, model, walk, calendar: book.calendar, asOf }, told));
    await this.sql.transaction(async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [locks.telling]);
      await client.query('delete from invoice_lateness where customer_id = any($1)', [customerIds]);
      await pipeline(Readable.from(told), client.query(copyFrom(`copy invoice_lateness (${columns}) from stdin`)));
      await client.query('update lateness_telling set customers_since = customers_since + $2 where scored_on = $1', [
        asOf,
        customerIds.length,
      ]);
    });
    return told.length;
  }

  /** The model in force. One that cannot be used is written down beside what was told last, which stands. */
  private async usable() {
    try {
      return await this.models.champion();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.sql.rows('update lateness_run set problem = $1', [error.message]);
      return null;
    }
  }
}

/** sha256 over rows, one after another: of a large book they are no one text. */
function checksumOf(rows: readonly string[]): string {
  const sum = createHash('sha256');
  for (const row of rows) sum.update(row);
  return sum.digest('hex');
}

/** Rows of COPY for the open invoices of a book, customer by customer. */
function* telling({ customers }: LatenessBook, teller: Teller, told: string[]): Steps<void> {
  for (const [done, customer] of customers.entries()) {
    const open = [...customer.invoices, ...customer.copies].filter(
      ({ settledOn, openMinor }) => settledOn === null && openMinor > 0,
    );
    if (open.length > 0) tellCustomer(customer, open, teller, told);
    yield { doing: 'telling', done, of: customers.length };
  }
}

function tellCustomer(
  { invoices }: DatedCustomer,
  open: readonly DatedInvoice[],
  { version, model, walk, calendar, asOf }: Teller,
  told: string[],
): void {
  // Walked to its end, so that it knows all there is; what it found on the way was told before.
  for (const _ of walk.customer(inScoringOrder(model.settings, invoices)));
  const day = dayNumber(asOf);
  for (const invoice of open) {
    const said = tellLateness(model, walk.on(day, invoice), calendar);
    const key = [invoice.customerId, invoice.id, version, asOf];
    const row =
      typeof said === 'string'
        ? [...key, said, ...Array.from({ length: 8 }, () => '\\N')]
        : [
            ...key,
            '\\N',
            said.late,
            said.late7,
            said.late30,
            said.paidIn30Days,
            said.lateByHabit,
            said.expectedDaysLate,
            dayOf(invoice.dueOn + said.expectedDaysLate),
            JSON.stringify(said.reasons),
          ];
    told.push(`${row.join('\t')}\n`);
  }
}

/** Bytes of a row need not begin where a number of eight bytes may. */
const figuresIn = (bytes: Buffer): Float64Array => new Float64Array(Uint8Array.from(bytes).buffer);
