import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Audit } from '../audit/audit.service.js';
import { Jobs } from '../jobs/jobs.service.js';
import { Clock } from '../shared/clock.js';
import { listOf, Values } from '../shared/list.js';
import type { Page } from '../shared/page.js';
import { NotFound } from '../shared/refusal.js';
import { Sql } from '../shared/sql.js';
import type { Import, ImportFile, ImportReport } from './import.view.js';
import { ImportNotReady } from './imports.errors.js';
import type { ImportsArgs } from './imports.inputs.js';
import { ImportState, statesBefore } from './imports.states.js';
import type { FileReading, Meaning } from './reading/file-reading.js';

/** What was asked for with an import, kept with it. */
export interface ImportOptions {
  /** By name of file. */
  meanings?: Record<string, Meaning>;
  acceptGood?: boolean;
  keepDemo?: boolean;
  /** Who had it posted, and from where. */
  postedBy?: { name: string; origin: string; personId: number | null };
}
export type ImportEntry = Import & { options: ImportOptions };

const columns = 'id, state, created_at as "createdAt", files, options, progress, report, error';

/** The table of imports: each from its files to the book. */
@Injectable()
export class ImportEntries {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Several steps that happen together or not at all. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.sql.transaction(work);
  }

  async byId(id: string | number): Promise<ImportEntry> {
    const row = /^\d{1,15}$/.test(String(id))
      ? await this.sql.one<ImportEntry>(`select ${columns} from import where id = $1`, [id])
      : undefined;
    if (!row) throw new NotFound('import', String(id));
    return row;
  }

  page(args: ImportsArgs): Promise<Page<Import>> {
    const values = new Values();
    const { state } = args.filter ?? {};
    return listOf<Import>(this.sql, {
      select: columns,
      from: 'import',
      where: [state && `state = ${values.add(state)}`],
      values,
      sort: { by: 'created_at', type: 'timestamptz' },
      key: 'id',
      direction: args.direction,
      page: args,
    });
  }

  /** Enters uploaded files and has them checked. */
  async upload(files: readonly Pick<ImportFile, 'name' | 'size' | 'sha256'>[]): Promise<ImportEntry> {
    const id = await this.sql.transaction(async (client) => {
      const bare = files.map((file) => ({
        ...file,
        format: null,
        kind: null,
        header: [],
        sample: [],
        proposedMapping: [],
        encoding: null,
        delimiter: null,
      }));
      const id = await this.insert(client, ImportState.UPLOADED, bare);
      await this.audit.record(client, {
        action: 'uploaded files',
        subjectType: 'import',
        subjectId: String(id),
        details: { files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })) },
      });
      await this.enqueueCheck(client, id);
      return id;
    });
    return this.byId(id);
  }

  /** Enters an import that goes from files to the book in one transaction. */
  add(client: pg.ClientBase, readings: readonly FileReading[]): Promise<number> {
    return this.insert(client, ImportState.POSTING, readings.map(fileOf));
  }

  /** Takes an import to its next state, with what is known then; refuses a step that the table of states does not have. */
  async move(
    client: pg.ClientBase | null,
    id: number,
    to: ImportState,
    changes: Partial<Pick<ImportEntry, 'files' | 'options' | 'report' | 'error'>> = {},
  ): Promise<void> {
    const set = Object.keys(changes).map((column, i) => `${column} = $${i + 4}`);
    const text = `update import set ${['state = $2', 'progress = null', ...set].join(', ')} where id = $1 and state = any($3) returning id`;
    const values = [
      id,
      to,
      statesBefore(to),
      ...Object.values(changes).map((value) =>
        value !== null && typeof value === 'object' ? JSON.stringify(value) : value,
      ),
    ];
    const rows = client ? (await client.query(text, values)).rows : await this.sql.rows(text, values);
    if (rows.length > 0) return;
    const { state } = await this.byId(id);
    throw new ImportNotReady(id, state);
  }

  enqueueCheck(client: pg.ClientBase, id: number): Promise<void> {
    return this.jobs.enqueue(client, 'check-import', { importId: id }, { jobKey: `check-import:${id}` });
  }

  enqueuePost(client: pg.ClientBase, id: number): Promise<void> {
    return this.jobs.enqueue(client, 'post-import', { importId: id }, { jobKey: `post-import:${id}` });
  }

  /** Shown while the work goes on; outside the transaction of the import, so that others see it. */
  async progress(id: number, progress: Import['progress']): Promise<void> {
    await this.sql.rows('update import set progress = $2 where id = $1', [id, progress]);
  }

  /** In the transaction that posts: the import is done, said once in the audit, and the book is scored again. */
  async posted(
    client: pg.ClientBase,
    id: number,
    report: ImportReport,
    readings: readonly FileReading[],
  ): Promise<void> {
    await this.move(client, id, ImportState.POSTED, { report, error: null });
    const { customers, invoices, credits, allocations, rates, badRowCount, removesDemoBook } = report;
    const { limits, writeOffs } = report;
    await this.audit.record(client, {
      action: 'imported files',
      subjectType: 'import',
      subjectId: String(id),
      ...(limits.length > 0 && {
        before: { limits: limits.map(({ customer, currency, before }) => ({ customer, currency, minor: before })) },
        after: { limits: limits.map(({ customer, currency, after }) => ({ customer, currency, minor: after })) },
      }),
      details: {
        files: readings.map(({ name, kind, survey }) => ({ name, kind, sha256: survey.sha256, rows: survey.rows })),
        counts: { customers, invoices, credits, allocations, rates },
        badRowsSetAside: badRowCount,
        removedDemoBook: removesDemoBook,
        writtenOff: writeOffs,
      },
    });
    const changes = [customers, invoices, credits, allocations].some(({ added, updated }) => added + updated > 0);
    if (changes) {
      await this.jobs.enqueue(client, 'score-book', {});
      await this.jobs.enqueue(client, 'tell-lateness', {}, { jobKey: 'tell-lateness' });
    }
  }

  private async insert(client: pg.ClientBase, state: ImportState, files: ImportFile[]): Promise<number> {
    const { rows } = await client.query<{ id: number }>(
      'insert into import (created_at, state, files) values ($1, $2, $3) returning id',
      [this.clock.now(), state, JSON.stringify(files)],
    );
    return (rows[0] as { id: number }).id;
  }
}

export const fileOf = ({ name, kind, format, columns, dialect, survey }: FileReading): ImportFile => ({
  name,
  size: survey.size,
  sha256: survey.sha256,
  format,
  kind,
  header: dialect.header,
  sample: survey.sample,
  proposedMapping: columns,
  encoding: survey.encoding,
  delimiter: dialect.delimiter,
});
