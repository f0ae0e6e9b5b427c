import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { ProgramSql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

// What happens by itself goes on: after another program was killed in the middle of a job, and after the database was away.
let product: Product;
let sql: ProgramSql;
beforeAll(async () => {
  product = await startApi();
  sql = product.get(ProgramSql);
  await product.get(Jobs).start();
});
afterAll(() => product.close());

const waiting = async (key: string) =>
  (await sql.rows('select from graphile_worker.jobs where key = $1', [key])).length;
async function done(key: string): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await waiting(key).catch(() => 1)) === 0) return true;
    await pause(100);
  }
  return false;
}

test('a job that a killed program held is done by one that lives, which has worked all the while', async () => {
  await sql.transaction(async (client) => {
    await client.query(`select graphile_worker.add_job('deliveries-in-doubt', '{}', job_key => 'held')`);
    await client.query(
      `update graphile_worker._private_jobs set locked_by = 'pool-killed', locked_at = now() - interval '1 minute' where key = 'held'`,
    );
  });
  expect(await waiting('held')).toBe(1);
  expect(await done('held')).toBe(true);
}, 40_000);

test('when every connection to the database is lost, the queue begins again by itself', async () => {
  const client = new pg.Client(product.databaseUrl);
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.query(`select graphile_worker.add_job('deliveries-in-doubt', '{}', job_key => 'later')`);
  await client.end();
  expect(await done('later')).toBe(true);
  const rows = await sql.rows(
    `select count(*)::integer as n from pg_locks where locktype = 'advisory' and objsubid = 2 and database = (select oid from pg_database where datname = current_database())`,
  );
  // One of what computes, and one of what waits for other machines.
  expect(rows).toEqual([{ n: 2 }]);
}, 40_000);
