/** Where the benchmarks run: a PostgreSQL of their own in a temporary folder, with the at-scale book and the program on it. */
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import pg from 'pg';
import { createApp } from '../../api/app.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Config } from '../../api/config.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { migrate } from '../../api/shared/data-source.js';
import { startEmbeddedPostgres } from '../../api/shared/embedded-postgres/embedded-postgres.js';
import { type Asker, signedIn } from '../support/asker.js';

/** The books are the same for the same day, so that figures of two days can be compared. */
export const TODAY = '2026-11-22';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface Size {
  readonly customers: number;
  readonly invoices: number;
}

export interface Stand {
  readonly size: Size;
  readonly folder: string;
  /** A migrated, empty database. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

export async function openStand(size: Size): Promise<Stand> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-bench-'));
  fs.chmodSync(folder, 0o755); // as root, PostgreSQL runs as another user
  const server = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  return {
    size,
    folder,
    async database(name) {
      const url = new URL(server.url);
      await query(server.url, `create database ${name}`);
      url.pathname = `/${name}`;
      await migrate(url.href);
      await Jobs.migrate(url.href);
      return url.href;
    },
    async stop() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const query = (url: string, text: string) => withClient(url, (client) => client.query(text));

export interface Program extends Asker {
  readonly url: string;
  get<T>(type: Type<T>): T;
  close(): Promise<void>;
}

/** The program as it runs in production, its clock standing still on the day of the book. */
export async function startProgram(stand: Stand, databaseUrl: string): Promise<Program> {
  const config = new Config({
    DATABASE_URL: databaseUrl,
    GOODSTANDING_HOME: path.join(stand.folder, 'home'),
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
    PORT: '0',
    REQUESTS_PER_MINUTE: '1000000',
    TRUSTED_PROXIES: 'loopback', // a flood comes from everywhere
  });
  const app = await createApp(config, new StoppedClock(`${TODAY}T09:00:00Z`));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...(await signedIn(app, url, PersonRole.MANAGER)),
    url,
    get: (type) => app.get(type, { strict: false }),
    close: () => app.close(),
  };
}
