import { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { withOption } from '../shared/database-roles.js';
import { locks } from '../shared/locks.js';
import { outliveLoss } from '../shared/outlive-loss.js';

/** Milliseconds between two looks at the jobs of programs that are gone. */
const LOOK_EVERY = 5_000;
/** A queue that has just begun may hold a job before it holds its lock. */
const GRACE = '2 seconds';

/** Where a program works on jobs: connections of its own, and the lock by which others see that it lives. */
export interface QueuePlace {
  pool: pg.Pool;
  events: WorkerEvents;
  /** When the connection that holds the lock is gone. */
  lost: Promise<void>;
  leave(): Promise<void>;
}

/**
 * A pool of the queue’s own. The queue ends its pools without waiting and stops listening to them, and a server that
 * goes down just then would take the program with it; this one keeps its listeners.
 */
export function poolOf(connectionString: string): pg.Pool {
  const heard = (error: Error) => new Logger('Jobs').warn(`a connection of the queue was lost: ${error.message}`);
  return new pg.Pool({ connectionString }).on('error', heard).on('connect', outliveLoss);
}

/**
 * Each queue holds a lock of its name for as long as it lives, and everybody takes back the jobs whose holder does not:
 * of a program killed half-way, or one that lost the database and could not say that it was done. Else they would wait
 * for four hours, also while another program goes on working.
 */
export async function takePlace(connectionString: string): Promise<QueuePlace> {
  const pool = poolOf(withOption(connectionString, 'synchronous_commit=off'));
  const client = await pool.connect();
  const lost = new Promise<void>((resolve) => client.once('error', () => resolve()).once('end', () => resolve()));
  const events: WorkerEvents = new EventEmitter();
  const heard = (error: Error) => new Logger('Jobs').warn(`the place in the queue: ${error.message}`);
  events.on('pool:create', ({ workerPool: { id } }: { workerPool: { id: string } }) => {
    client.query('select pg_advisory_lock_shared($1, hashtext($2))', [locks.working, id]).catch(heard);
  });
  await takeBack(client);
  const looking = setInterval(() => takeBack(client).catch(heard), LOOK_EVERY).unref();
  const leave = () => {
    clearInterval(looking);
    client.release(true);
    return pool.end();
  };
  return { pool, events, lost, leave };
}

async function takeBack(client: pg.ClientBase): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by)) from graphile_worker.jobs j
      where j.locked_at < now() - $2::interval
        and not exists (select from pg_locks l where l.locktype = 'advisory' and l.granted and l.objsubid = 2
                           and l.database = (select oid from pg_database where datname = current_database())
                           and l.classid = $1::integer::oid and l.objid = hashtext(j.locked_by)::oid)
     having count(*) > 0`,
    [locks.working, GRACE],
  );
}
