import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../api/app.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { type Clock, StoppedClock } from '../../api/shared/clock.js';
import { type Asker, signedIn } from './asker.js';
import { freshDatabase } from './database.js';

/** The manager asks unless a story says otherwise. */
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
  offersDemoRoles = false,
  clock = new StoppedClock(now) as Clock,
}: {
  now?: string;
  env?: Record<string, string>;
  offersDemoRoles?: boolean;
  clock?: Clock;
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
  config.offersDemoRoles = offersDemoRoles;
  const app = await createApp(config, clock);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const as = (role: PersonRole) => signedIn(app, url, role);
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
