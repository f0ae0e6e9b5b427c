import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { makeWorkerUtils, parseCronItems, run, runOnce, Logger as WorkerLogger } from 'graphile-worker';
import type pg from 'pg';
import { Config } from '../config.js';
import { inTheNameOf, theProgram } from '../shared/caller.js';
import { Clock } from '../shared/clock.js';
import { inRole, roles } from '../shared/database-roles.js';
import { locks } from '../shared/locks.js';
import { Metrics } from '../shared/metrics.js';
import { ProgramSql } from '../shared/sql.js';
import { tracedWork } from '../shared/traces.js';
import { poolOf, type QueuePlace, takePlace } from './queue-place.js';

/** Milliseconds that a job which has begun is given to end when the queue stops. */
const ORDERLY_MS = 10_000;
const AGAIN_AFTER_MS = 250;
/** Of jobs that wait for another machine: as many as there are connections to the mail server. */
const AT_ONCE = 8;

/** A queue that works. */
interface Queue {
  /** When it does not work any more, whatever the cause. */
  ended: Promise<unknown>;
  end(): Promise<unknown>;
}

/** Work that happens by itself: declared beside its domain, safe to run twice, carries ids and not copies. */
export interface Job<Payload> {
  id: string;
  description: string;
  /** Cron, in UTC. */
  schedule?: string;
  /** Waits for another machine most of its time: many run at once, and none behind one that computes. */
  waits?: boolean;
  run(payload: Payload): Promise<void>;
}

/** Jobs live in PostgreSQL and are enqueued in the same transaction as their cause. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly declared = new Map<string, Job<never>>();
  private readonly logger = new Logger(Jobs.name);
  private stop: (() => Promise<unknown>) | undefined;

  constructor(
    private readonly sql: ProgramSql,
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  declare<Payload>(job: Job<Payload>): void {
    if (this.declared.has(job.id)) throw new Error(`two jobs are called ${job.id}`);
    this.declared.set(job.id, job as Job<never>);
  }

  /**
   * With `jobKey`, a job of that key that has not begun takes this payload instead of running twice; those of one `queue`
   * run one after the other. With `keepsTime`, one that waits for its time goes on waiting. Until `runAt` it is as long by
   * the clock of the queue as by that of the program, whatever each of them shows.
   */
  async enqueue(
    client: pg.ClientBase | null,
    id: string,
    payload: object,
    options: { jobKey?: string; attempts?: number; runAt?: Date; queue?: string; keepsTime?: boolean } = {},
  ): Promise<void> {
    const text = `select graphile_worker.add_job($1, $2::json, job_key => $3, max_attempts => $4, run_at => clock_timestamp() + $5 * interval '1 ms', queue_name => $6, job_key_mode => $7)`;
    const { jobKey = null, attempts = 5, runAt, queue = null } = options;
    const wait = runAt ? runAt.getTime() - this.clock.now().getTime() : null;
    const mode = options.keepsTime ? 'preserve_run_at' : 'replace';
    const values = [id, JSON.stringify(payload), jobKey, attempts, wait, queue, mode];
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

  /** Begins to work on what is enqueued, until the program stops; when the database was away, it begins again. */
  async start(): Promise<void> {
    let queue = await this.begin();
    let isStopping = false;
    this.stop = () => {
      isStopping = true;
      return queue.end();
    };
    const keepOn = async () => {
      while (!isStopping) {
        await queue.ended;
        if (isStopping) return;
        // What was asked when the line broke fails first, quietly; the next question comes two seconds after it.
        await pause(AGAIN_AFTER_MS * 2, undefined, { ref: false });
        await queue.end();
        this.logger.warn('the queue lost the database and begins again');
        queue = await this.beginSoon(() => isStopping).catch(() => queue);
      }
    };
    void keepOn();
  }

  private async begin(): Promise<Queue> {
    const place = await takePlace(inRole(this.config.databaseUrl as string, roles.program));
    try {
      const runners = await Promise.all([
        run({ ...this.settings(place, false), parsedCronItems: parseCronItems(this.schedules()) }),
        run({ ...this.settings(place, true), parsedCronItems: [] }),
      ]);
      const heard = (error: Error) => this.logger.warn(`the queue did not end in order: ${error.message}`);
      // What had begun when the database was lost may never hear that it is gone.
      const end = () =>
        Promise.race([
          Promise.all(runners.map((runner) => runner.stop().catch(heard)))
            .then(place.leave)
            .catch(heard),
          pause(ORDERLY_MS, undefined, { ref: false }),
        ]);
      return { ended: Promise.race([place.lost, ...runners.map(({ promise }) => promise.catch(heard))]), end };
    } catch (error) {
      void place.leave().catch(() => {});
      throw error;
    }
  }

  private async beginSoon(isStopping: () => boolean): Promise<Queue> {
    for (;;) {
      try {
        return await this.begin();
      } catch (error) {
        if (isStopping()) throw error;
        await pause(AGAIN_AFTER_MS);
      }
    }
  }

  /** Works until nothing is due, for a command that must not leave before what it set off is done. */
  async drain(): Promise<void> {
    const place = await takePlace(inRole(this.config.databaseUrl as string, roles.program));
    await runOnce(this.settings(place)).finally(place.leave);
  }

  private settings({ pool, events }: QueuePlace, waiting?: boolean) {
    const own = [...this.declared.values()].filter(({ waits = false }) => waiting === undefined || waits === waiting);
    return {
      pgPool: pool,
      events,
      concurrency: waiting ? AT_ONCE : 2,
      noHandleSignals: true,
      pollInterval: 2000,
      logger: quiet,
      // Of hundreds that wait for a mail server, each is not asked for and put away by itself.
      ...(waiting && { preset: { worker: { localQueue: { size: 4 * AT_ONCE }, completeJobBatchDelay: 50 } } }),
      taskList: Object.fromEntries(own.map((job) => [job.id, (payload: unknown) => this.attempt(job, payload)])),
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
