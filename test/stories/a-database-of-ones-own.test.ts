import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createApp } from '../../api/app.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { migrate } from '../../api/shared/data-source.js';
import { ProgramSql } from '../../api/shared/sql.js';

// Whoever runs a PostgreSQL gives a book no superuser: an owner of one database, and roles that an administrator made.
test('the program starts, and works on jobs, with a login that may do nothing beyond its own database', async () => {
  const server = process.env.TEST_SERVER_URL as string;
  const name = `owner_${randomUUID().replaceAll('-', '')}`;
  const administrator = new pg.Client(server);
  await administrator.connect();
  try {
    await administrator.query(`create role ${name} login password 'of-a-test'`);
    await administrator.query(`grant goodstanding_program, goodstanding_own to ${name}`);
    await administrator.query(`create database ${name} owner ${name}`);
    const url = new URL(server);
    [url.username, url.password, url.pathname] = [name, 'of-a-test', `/${name}`];
    await migrate(url.href);
    await Jobs.migrate(url.href);
    await Jobs.migrate(url.href); // as every start does
    const app = await createApp(new Config({ DATABASE_URL: url.href, LOG_LEVEL: 'silent', NODE_ENV: 'test' }));
    try {
      await app.init();
      await app.get(Jobs).enqueue(null, 'score-book', {});
      await app.get(Jobs).drain();
      const waiting = await app.get(ProgramSql).rows('select from graphile_worker.jobs');
      expect(waiting).toEqual([]);
    } finally {
      await app.close();
    }
  } finally {
    await administrator.query(`drop database if exists ${name} with (force)`);
    await administrator.query(`drop role if exists ${name}`);
    await administrator.end();
  }
});
