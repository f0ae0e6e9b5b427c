import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { makeWorkerUtils, parseCronItems, type Runner, run, runOnce, Logger as WorkerLogger } from 'graphile-worker';
import type pg from 'pg';
import { Config } from '../config.js';
import { Sql } from '../shared/sql.js';

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
export class Jobs implements OnApplicationShutdown {
  private readonly declared = new Map<string, Job<never>>();
  private readonly logger = new Logger(Jobs.name);
  private runner?: Runner;

  constructor(
    private readonly sql: Sql,
    private readonly config: Config,
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
    options: { jobKey?: string; attempts?: number } = {},
  ): Promise<void> {
    const text = 'select graphile_worker.add_job($1, $2::json, job_key => $3, max_attempts => $4)';
    const values = [id, JSON.stringify(payload), options.jobKey ?? null, options.attempts ?? 5];
    if (client) await client.query(text, values);
    else await this.sql.rows(text, values);
  }

  /** Prepares the queue’s own tables; done with the migrations. */
  static async migrate(connectionString: string): Promise<void> {
    const utils = await makeWorkerUtils({ connectionString, logger: quiet });
    await utils.migrate();
    await utils.release();
  }

  /** Begins to work on what is enqueued, until the program stops. */
  async start(): Promise<void> {
    this.runner = await run({ ...this.settings(), parsedCronItems: parseCronItems(this.schedules()) });
  }

  /** Works until nothing is due, for a command that must not leave before what it set off is done. */
  async drain(): Promise<void> {
    await runOnce(this.settings());
  }

  private settings() {
    return {
      connectionString: this.config.databaseUrl,
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

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
  }

  private async attempt(job: Job<never>, payload: unknown): Promise<void> {
    try {
      await job.run(payload as never);
    } catch (error) {
      // The queue keeps the message and tries again later; the log keeps the whole error.
      this.logger.error(`job ${job.id} failed`, error instanceof Error ? error.stack : String(error));
      throw error;
    }
  }
}

const quiet = new WorkerLogger(() => () => {});
