/** The floor of an import: COPY into tables with the same columns and keys, without other indexes, checks and triggers. */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { timed } from './measurement.js';

const tables = ['customer', 'contact', 'invoice', 'credit', 'allocation'];

/** Milliseconds that it takes to copy all rows of the book, from files, in one transaction. */
export async function copyIntoKeyedTables(client: pg.Client, folder: string): Promise<number> {
  fs.mkdirSync(folder, { recursive: true });
  const file = (table: string) => path.join(folder, `${table}.copy`);
  for (const table of tables) {
    await pipeline(client.query(copyTo(`copy ${table} to stdout`)), fs.createWriteStream(file(table)));
  }
  await makeKeyedTables(client);
  await client.query('checkpoint'); // what the import left to be written is not the floor’s
  return timed(async () => {
    await client.query('begin');
    for (const table of tables) {
      await pipeline(fs.createReadStream(file(table)), client.query(copyFrom(`copy ${table} from stdin`)));
    }
    await client.query('commit');
  });
}

async function makeKeyedTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select format('alter table %I add constraint %I %s', conrelid::regclass::text, conname, pg_get_constraintdef(oid)) as text
       from pg_constraint where contype in ('p', 'u', 'f') and conrelid = any($1::regclass[])
      order by array_position(array['p', 'u', 'f'], contype::text)`,
    [tables],
  );
  await client.query('create schema keyed');
  for (const table of tables) await client.query(`create table keyed.${table} (like public.${table})`);
  // The definitions name tables without a schema: from here on that means these, and for the rest (people) those of the book.
  await client.query('set search_path = keyed, public');
  for (const { text } of rows) await client.query(text);
}
