// One PostgreSQL for the whole run, embedded unless DATABASE_URL names another, and one migrated template in it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export default async function () {
  const root = path.resolve(import.meta.dirname, '../..');
  execFileSync(process.execPath, [path.join(root, 'scripts/build.js')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const load = (file) => import(path.join(root, 'dist/api', file));
  const { default: pg } = await import('pg');

  let server = process.env.DATABASE_URL;
  const leftovers = [];
  if (!server) {
    const { startEmbeddedPostgres } = await load('shared/embedded-postgres/embedded-postgres.js');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-test-'));
    fs.chmodSync(folder, 0o755);
    // What is lost when the machine stops is only a test’s.
    const embedded = await startEmbeddedPostgres(path.join(folder, 'postgres'), {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
    });
    server = embedded.url;
    leftovers.push(async () => {
      await embedded.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    });
  }

  const template = `goodstanding_template_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${template}`);
  const url = new URL(server);
  url.pathname = `/${template}`;
  await (await load('shared/data-source.js')).migrate(url.href);
  await (await load('jobs/jobs.service.js')).Jobs.migrate(url.href);
  leftovers.unshift(async () => {
    await admin.query(`drop database if exists ${template}`);
    await admin.end();
  });

  process.env.TEST_SERVER_URL = server;
  process.env.TEST_TEMPLATE = template;
  globalThis.leftovers = leftovers;
}
