import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freshDatabase } from '../test/support/database.js';
import { seedAtScale } from './at-scale.js';
import { writeAtScaleFiles } from './at-scale-files.js';

const size = { customers: 200, invoices: 4000, today: '2026-11-22' };

test('the book is loaded with all keys, indexes and triggers back in their place', async () => {
  const { url, drop } = await freshDatabase();
  const client = new pg.Client(url);
  await client.connect();
  const schema = async () =>
    (
      await client.query(`
        select indexdef as made from pg_indexes where schemaname = 'public'
        union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) from pg_constraint
        union all select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
        order by 1`)
    ).rows;
  const before = await schema();
  await seedAtScale(client, size);
  expect(await schema()).toEqual(before);
  const { rows } = await client.query(
    'select (select count(*) from customer)::int as customers, (select count(*) from invoice)::int as invoices',
  );
  expect(rows).toEqual([{ customers: size.customers, invoices: size.invoices }]);
  await expect(seedAtScale(client, size)).rejects.toThrow('The book already has customers.');
  await client.end();
  await drop();
});

test('the files have a line for every customer, invoice and allocation', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'at-scale-'));
  const files = await writeAtScaleFiles(folder, size);
  const texts = await Promise.all(files.map((file) => fs.readFile(file, 'utf8')));
  const [customers = [], invoices = [], payments = []] = texts.map((text) => text.trimEnd().split('\n'));
  expect([customers.length - 1, invoices.length - 1]).toEqual([size.customers, size.invoices]);
  expect(payments[1]).toMatch(
    /^C0000001,(PAY|CN)-0000001,20\d\d-\d\d-\d\d,\d+\.\d\d,(EUR|GBP|USD),(payment|credit_note),INV-0000001,/,
  );
  await fs.rm(folder, { recursive: true });
});
