import { randomUUID } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env.TEST_SERVER_URL;
  if (!url) throw new Error('the global set-up has not run');
  return url;
};

async function onServer(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** A database of its own for one test file: a clone of the migrated template, or, with `isEmpty`, nothing at all. */
export async function freshDatabase({ isEmpty = false } = {}): Promise<FreshDatabase> {
  const name = `goodstanding_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}${isEmpty ? '' : ` template ${process.env.TEST_TEMPLATE}`}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}
