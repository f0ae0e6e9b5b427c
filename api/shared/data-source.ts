import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../entities.js';
import { migrations } from '../migrations/migrations.js';
import { locks } from './locks.js';
import { outliveLoss } from './outlive-loss.js';
import { PostgresNames } from './postgres-names.js';

/** Of whoever `url` names: the owner, for migrations. The program enters in a role of its own. */
export const dataSourceOptions = (url: string): Extract<DataSourceOptions, { type: 'postgres' }> => ({
  type: 'postgres',
  url,
  entities,
  migrations: migrations(),
  migrationsTransactionMode: 'each',
  namingStrategy: new PostgresNames(),
  synchronize: false,
  poolSize: 12,
  // Whoever waits longer for a connection waits for one that waits for another.
  connectTimeoutMS: 20_000,
  applicationName: 'goodstanding',
  extra: { onConnect: outliveLoss },
});

/** Brings the schema up to date; safe when several programs do it at once. Returns what it did. */
export async function migrate(url: string): Promise<string[]> {
  const source = await new DataSource({ ...dataSourceOptions(url), poolSize: 2 }).initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('select pg_advisory_lock($1)', [locks.migrating]);
    try {
      const done = (await source.runMigrations()).map((migration) => migration.name);
      await lock.query('select hand_over_to_program()');
      return done;
    } finally {
      await lock.query('select pg_advisory_unlock($1)', [locks.migrating]);
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}
