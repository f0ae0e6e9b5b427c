import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { isCurrency } from '../../analytics/index.js';
import { DemoGuests } from '../auth/demo-guests.service.js';
import { Config } from '../config.js';
import { UnknownCurrency } from '../ledger/ledger.errors.js';
import { caller } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { locks } from '../shared/locks.js';
import { Sql } from '../shared/sql.js';
import { WriteOffs } from '../write-offs/write-offs.service.js';
import { answering } from './answering.js';
import type { ImportProgress, ImportReport } from './import.view.js';
import { NothingToImport } from './imports.errors.js';
import { kinds } from './kinds.js';
import { check } from './posting/check.js';
import { post } from './posting/post.js';
import { writeRejected } from './posting/rejected.js';
import { reportOf } from './posting/report.js';
import { stage } from './posting/stage.js';
import { type FileReading, prepare, type ReadingOptions, type SniffedFile, sizeOf } from './reading/file-reading.js';

export interface RunOptions extends ReadingOptions {
  dryRun?: boolean;
  /** Post the good rows and set the bad ones aside; without it any bad row keeps all of them out. */
  acceptGood?: boolean;
  /** Keep the demo book beside the imported one. */
  keepDemo?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/** The one path from files to the book, for page and command line: read, check, and, unless it is a dry run, post. */
@Injectable()
export class ImportRun {
  private readonly logger = new Logger(ImportRun.name);

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly writeOffs: WriteOffs,
    private readonly guests: DemoGuests,
  ) {}

  /** `atPosting` is called in the transaction that posts, after all rows are in. */
  async run(
    files: readonly SniffedFile[],
    options: RunOptions,
    atPosting: (client: pg.ClientBase, report: ImportReport, readings: readonly FileReading[]) => Promise<void>,
  ): Promise<{ report: ImportReport; readings: FileReading[] }> {
    if (files.length === 0) throw new NothingToImport();
    if (options.currency !== undefined && !isCurrency(options.currency)) throw new UnknownCurrency(options.currency);
    const started = performance.now();
    const seconds = () => Math.round(performance.now() - started) / 1000;
    const answer = <T>(work: () => Promise<T>) => answering(this.config.home, work);
    const progress = options.onProgress ?? (() => {});

    const defaultCurrency = options.currency ?? (await answer(() => this.reportingCurrency()));
    const readings = await answer(() => this.read(files, { ...options, reportingCurrency: defaultCurrency }, progress));
    const report = await answer(() =>
      this.sql.transaction(async (client) => {
        // Imports go one at a time: each sees the whole book that the one before has left.
        if (!options.dryRun) await client.query('select pg_advisory_xact_lock($1)', [locks.importing]);
        const about = {
          today: this.clock.today(),
          at: this.clock.now(),
          keepsDemo: options.keepDemo ?? false,
          defaultCurrency,
          postedBy: caller().name,
          postedById: caller().personId,
        };
        const bytes = bytesOf(readings, progress, 1);
        await stage(client, inOrder(readings), about, bytes);
        const checked = await check(client, (done, total) => progress({ phase: 'checking', done, total }));
        const said = await reportOf(client, readings, checked);
        const rejectedFiles = await writeRejected(
          client,
          readings,
          path.join(this.config.home, 'rejected', randomUUID()),
        );
        const isPosted = !options.dryRun && (checked.badRowCount === 0 || options.acceptGood === true);
        if (isPosted) {
          await post(client, checked, (done, total) => progress({ phase: 'posting', done, total }));
          if (checked.removesDemoBook) await this.guests.leave(client);
          await this.writeOffs.takeBackOvertaken(client);
        }
        const result: ImportReport = { ...said, rejectedFiles, isPosted, seconds: seconds() };
        if (isPosted) await atPosting(client, result, readings);
        return result;
      }),
    );
    if (report.isPosted) await this.tidy();
    return { report: { ...report, seconds: seconds() }, readings };
  }

  private async reportingCurrency(): Promise<string> {
    const book = await this.sql.one<{ currency: string }>('select reporting_currency as currency from book');
    if (!book) throw new Error('the table book has lost its row');
    return book.currency;
  }

  private async read(
    files: readonly SniffedFile[],
    options: ReadingOptions & { reportingCurrency: string },
    progress: (progress: ImportProgress) => void,
  ): Promise<FileReading[]> {
    const total = 2 * (await Promise.all(files.map(({ path }) => sizeOf(path)))).reduce((sum, size) => sum + size, 0);
    const readings: FileReading[] = [];
    let before = 0;
    for (const [number, file] of files.entries()) {
      readings.push(
        await prepare(file, number, options, (bytes) => progress({ phase: 'reading', done: before + bytes, total })),
      );
      before += readings.at(-1)?.survey.size ?? 0;
    }
    return readings;
  }

  /** What the queries of the pages count on after so many new rows; it cannot run inside a transaction. */
  private async tidy(): Promise<void> {
    try {
      await this.sql.connection((client) => client.query('vacuum customer, invoice, credit, allocation'));
    } catch (error) {
      // The rows are in; autovacuum does the same within minutes.
      this.logger.warn(`vacuum after the import failed: ${(error as Error).message}`);
    }
  }
}

/** Rates, customers, invoices, payments: what the later ones refer to comes first, whatever the order of the files. */
function inOrder(readings: readonly FileReading[]): FileReading[] {
  const rank = (reading: FileReading) => kinds.findIndex(({ kind }) => kind === reading.kind);
  return [...readings].sort((a, b) => rank(a) - rank(b) || a.number - b.number);
}

/** Progress in bytes of all files together, of which each is read twice. */
function bytesOf(readings: readonly FileReading[], progress: (progress: ImportProgress) => void, time: number) {
  const size = readings.reduce((sum, { survey }) => sum + survey.size, 0);
  const done = new Map<FileReading, number>();
  return (file: FileReading, bytes: number) => {
    done.set(file, bytes);
    const sum = [...done.values()].reduce((a, b) => a + b, 0);
    progress({ phase: 'reading', done: time * size + sum, total: 2 * size });
  };
}
