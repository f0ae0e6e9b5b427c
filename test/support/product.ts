import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../api/app.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Sessions } from '../../api/auth/sessions.service.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { freshDatabase } from './database.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape that the test asked for
type Answer = { data: any; errors?: { message: string; path?: string[]; extensions: Record<string, any> }[] };

/** Somebody who asks: the manager unless a story says otherwise. */
export interface Asker {
  /** As the header of a request. */
  cookie: string;
  personId: number;
  /** An address of the product, asked in this name. */
  fetch(address: string, request?: RequestInit): Promise<Response>;
  /** What GraphQL answers over HTTP. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The data of an answer without errors. */
  gql(query: string, variables?: Record<string, unknown>): Promise<Answer['data']>;
}

export interface Product extends Asker {
  app: NestExpressApplication;
  url: string;
  home: string;
  databaseUrl: string;
  get<T>(type: Type<T>): T;
  /** Somebody new, signed in, in a role. */
  as(role: PersonRole): Promise<Asker>;
  /** Does the work that was enqueued. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** The day of every story unless it says otherwise. */
export const TODAY = '2026-11-22';

/** The whole program on a database of its own, its clock standing still. */
export async function startApi({
  now = `${TODAY}T09:00:00Z`,
  env = {},
}: {
  now?: string;
  env?: Record<string, string>;
} = {}): Promise<Product> {
  const database = await freshDatabase();
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-home-'));
  const config = new Config({
    DATABASE_URL: database.url,
    GOODSTANDING_HOME: home,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
    NODE_ENV: 'test',
    PORT: '0',
    // A story asks as many people would.
    REQUESTS_PER_MINUTE: '1000000',
    UPLOADS_PER_MINUTE: '1000000',
    ...env,
  });
  const app = await createApp(config, new StoppedClock(now));
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const as = async (role: PersonRole): Promise<Asker> => {
    const secret = await app.get(Sql).transaction(async (client) => {
      const { rows } = await client.query(
        `insert into person (email, name, role, created_at)
         select $1 || count(*) || '@goodstanding.example', initcap($1), $1, $2 from person returning id`,
        [role, now],
      );
      return { id: rows[0].id as number, cookie: await app.get(Sessions, { strict: false }).begin(client, rows[0].id) };
    });
    return askerAt(url, secret.id, `goodstanding=${secret.cookie}`);
  };
  return {
    ...(await as(PersonRole.MANAGER)),
    app,
    url,
    home,
    databaseUrl: database.url,
    get: (type) => app.get(type, { strict: false }),
    as,
    work: () => app.get(Jobs, { strict: false }).drain(),
    async close() {
      await app.close();
      await database.drop();
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

function askerAt(url: string, personId: number, cookie: string): Asker {
  const fetchAs = (address: string, request: RequestInit = {}) =>
    fetch(`${url}${address}`, { ...request, headers: { cookie, ...request.headers } });
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const response = await fetchAs('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  };
  return {
    cookie,
    personId,
    fetch: fetchAs,
    ask,
    async gql(query, variables) {
      const answer = await ask(query, variables);
      if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('\n'));
      return answer.data;
    },
  };
}
