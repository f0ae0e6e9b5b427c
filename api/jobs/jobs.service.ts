import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { makeWorkerUtils, parseCronItems, run, runOnce, Logger as WorkerLogger } from 'graphile-worker';
import pg from 'pg';
import { Config } from '../config.js';
import { inTheNameOf, theProgram } from '../shared/caller.js';
import { inRole, roles } from '../shared/database-roles.js';
import { locks } from '../shared/locks.js';
import { Metrics } from '../shared/metrics.js';
import { ProgramSql } from '../shared/sql.js';
import { tracedWork } from '../shared/traces.js';

/** Work that happens by itself: declared beside its domain, safe to run twice, carries ids and not copies. */
export interface Job<Payload> {
  id: string;
  description: string;
  /** Cron, in UTC. */
  schedule?: string;
  run(payload: Payload): Promise<void>;
}

/** Jobs live in PostgreSQL and are enqueued in the same transaction as their cause. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly declared = new Map<string, Job<never>>();
  private readonly logger = new Logger(Jobs.name);
  private stop: (() => Promise<void>) | undefined;

  constructor(
    private readonly sql: ProgramSql,
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  declare<Payload>(job: Job<Payload>): void {
    if (this.declared.has(job.id)) throw new Error(`two jobs are called ${job.id}`);
    this.declared.set(job.id, job as Job<never>);
  }

  /** With `jobKey`, a job of that key that has not begun takes this payload instead of running twice. */
  async enqueue(
    client: pg.ClientBase | null,
    id: string,
    payload: object,
    options: { jobKey?: string; attempts?: number; runAt?: Date } = {},
  ): Promise<void> {
    const text = 'select graphile_worker.add_job($1, $2::json, job_key => $3, max_attempts => $4, run_at => $5)';
    const values = [id, JSON.stringify(payload), options.jobKey ?? null, options.attempts ?? 5, options.runAt ?? null];
    if (client) await client.query(text, values);
    else await this.sql.rows(text, values);
  }

  /** Prepares the queue’s own tables; done after the migrations, by the same owner. */
  static async migrate(connectionString: string): Promise<void> {
    const pgPool = poolOf(connectionString);
    const utils = await makeWorkerUtils({ pgPool, logger: quiet });
    await utils.migrate();
    await utils.release();
    // Of two programs that start at once the second waits: both give the same rights on the same tables.
    const client = await pgPool.connect();
    await client.query('select pg_advisory_lock($1)', [locks.migrating]);
    await client.query('select hand_over_to_program()');
    client.release(true); // the lock ends with it
    await pgPool.end();
  }

  /** Begins to work on what is enqueued, until the program stops. */
  async start(): Promise<void> {
    const place = await takePlace(inRole(this.config.databaseUrl as string, roles.program));
    const runner = await run({ ...this.settings(place.pool), parsedCronItems: parseCronItems(this.schedules()) });
    this.stop = () => runner.stop().finally(place.leave);
  }

  /** After the database was lost: the lock that says that we work went with it. Nothing when we did not work on jobs. */
  async startAgain(): Promise<void> {
    if (!this.stop) return;
    await this.stop().catch((error: Error) => this.logger.warn(`the queue did not end in order: ${error.message}`));
    await this.start();
  }

  /** Works until nothing is due, for a command that must not leave before what it set off is done. */
  async drain(): Promise<void> {
    const place = await takePlace(inRole(this.config.databaseUrl as string, roles.program));
    await runOnce(this.settings(place.pool)).finally(place.leave);
  }

  private settings(pgPool: pg.Pool) {
    return {
      pgPool,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: quiet,
      taskList: Object.fromEntries(
        [...this.declared.values()].map((job) => [job.id, (payload: unknown) => this.attempt(job, payload)]),
      ),
    };
  }

  private schedules() {
    return [...this.declared.values()].flatMap((job) =>
      job.schedule
        ? [{ task: job.id, match: job.schedule, options: { backfillPeriod: 12 * 3600_000, jobKey: job.id } }]
        : [],
    );
  }

  /** Before the data source closes: a job that has begun is let finish. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop?.();
  }

  private async attempt(job: Job<never>, payload: unknown): Promise<void> {
    try {
      await tracedWork(`job ${job.id}`, () =>
        inTheNameOf(theProgram(`job ${job.id}`), () => job.run(payload as never)),
      );
      this.metrics.jobs.inc({ job: job.id, outcome: 'done' });
    } catch (error) {
      this.metrics.jobs.inc({ job: job.id, outcome: 'failed' });
      // The queue keeps the message and tries again later; the log keeps the whole error.
      this.logger.error(`job ${job.id} failed`, error instanceof Error ? error.stack : String(error));
      throw error;
    }
  }
}

const quiet = new WorkerLogger(() => () => {});

/**
 * A pool of the queue’s own. The queue ends its pools without waiting and stops listening to them, and a server that
 * goes down just then would take the program with it; this one keeps its listeners.
 */
function poolOf(connectionString: string): pg.Pool {
  const heard = (error: Error) => new Logger(Jobs.name).warn(`a connection of the queue was lost: ${error.message}`);
  return new pg.Pool({ connectionString }).on('error', heard).on('connect', (client) => client.on('error', heard));
}

/**
 * Whoever works on jobs holds a lock as long as it lives. Who finds nobody else holding it takes back the jobs that a
 * program killed half-way still has in its name; else they would wait for four hours.
 */
async function takePlace(connectionString: string): Promise<{ pool: pg.Pool; leave: () => Promise<void> }> {
  const pool = poolOf(connectionString);
  const place = await pool.connect();
  const { rows } = await place.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [locks.working]);
  if (rows[0]?.alone)
    await place.query(
      `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs where locked_by is not null`,
    );
  await place.query('select pg_advisory_lock_shared($1)', [locks.working]);
  if (rows[0]?.alone) await place.query('select pg_advisory_unlock($1)', [locks.working]);
  const leave = () => {
    place.release(true);
    return pool.end();
  };
  return { pool, leave };
}
