import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../../api/shared/data-source.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let database: FreshDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await freshDatabase({ isEmpty: true });
  await migrate(database.url);
  source = await new DataSource({ ...dataSourceOptions(database.url), poolSize: 2 }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Everything in the schema that a migration could leave behind or forget. */
const inventory = () =>
  source.query(`
    select 'column' as kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as name from information_schema.columns where table_schema = 'public'
    union all select 'index', indexdef from pg_indexes where schemaname = 'public'
    union all select 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'trigger', tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
    union all select 'function', proname from pg_proc where pronamespace = 'public'::regnamespace
    order by 1, 2`);

test('the schema goes up, down and up again, and is the same', async () => {
  const before = await inventory();
  for (const _ of source.migrations) await source.undoLastMigration();
  const left = (await inventory()).filter(({ name }: { name: string }) => !/migrations/.test(name));
  expect(left).toEqual([]);
  await source.runMigrations();
  expect(await inventory()).toEqual(before);
});

test('the entities say what the migrations made: there is nothing further to migrate', async () => {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});
