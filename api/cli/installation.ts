import path from 'node:path';
import { countInWords } from '../../analytics/index.js';
import { Config } from '../config.js';
import { Jobs } from '../jobs/jobs.service.js';
import { migrate } from '../shared/data-source.js';
import { startEmbeddedPostgres } from '../shared/embedded-postgres/embedded-postgres.js';

export interface Installation {
  config: Config;
  /** Whether the database is the embedded one. */
  isEmbedded: boolean;
  /** Leaves the database: stops the embedded one when nobody else uses it. */
  leave(): Promise<void>;
}

/** Reads the environment, starts the embedded database unless another is named, and brings its schema up to date. */
export async function openInstallation(
  env: NodeJS.ProcessEnv,
  say: (line: string) => void = () => {},
): Promise<Installation> {
  const config = new Config(env);
  const isEmbedded = config.databaseUrl === undefined;
  let leave = async () => {};
  if (isEmbedded) {
    const database = await startEmbeddedPostgres(path.join(config.home, 'postgres'));
    config.databaseUrl = database.url;
    leave = database.stop;
  }
  try {
    const done = await migrate(config.databaseUrl as string);
    await Jobs.migrate(config.databaseUrl as string);
    if (done.length > 0) say(`Schema brought up to date (${countInWords(done.length, 'migration')}).`);
  } catch (error) {
    await leave();
    throw error;
  }
  return { config, isEmbedded, leave };
}
