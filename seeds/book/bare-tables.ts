/** Loading a million rows is quickest into tables without indexes, keys and triggers, which are made once at the end. */
import type pg from 'pg';

interface Part {
  readonly drop: string;
  readonly make: string;
}

/**
 * Takes indexes, keys and triggers off the tables, does `work`, and puts all back as it was: keys are checked then.
 * Inside the caller’s transaction, with the tables locked to everybody else.
 */
export async function withBareTables(client: pg.ClientBase, tables: readonly string[], work: () => Promise<void>) {
  const parts = [
    ...(await foreignKeys(client, tables)),
    ...(await keys(client, tables)),
    ...(await indexes(client, tables)),
  ];
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  for (const part of parts) await client.query(part.drop);
  await work();
  for (const part of parts.reverse()) await client.query(part.make);
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
}

const constraint = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint`;

/** Of these tables, and of others on these. */
async function foreignKeys(client: pg.ClientBase, tables: readonly string[]): Promise<Part[]> {
  const where = `where contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))`;
  return (await client.query(`${constraint} ${where}`, [tables])).rows;
}

async function keys(client: pg.ClientBase, tables: readonly string[]): Promise<Part[]> {
  return (await client.query(`${constraint} where contype in ('p', 'u') and conrelid = any($1::regclass[])`, [tables]))
    .rows;
}

/** Those that no key stands on. */
async function indexes(client: pg.ClientBase, tables: readonly string[]): Promise<Part[]> {
  const text = `
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
      from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`;
  return (await client.query(text, [tables])).rows;
}
