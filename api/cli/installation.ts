import path from 'node:path';
import { countInWords } from '../../analytics/index.js';
import { Config } from '../config.js';
import { Jobs } from '../jobs/jobs.service.js';
import { migrate } from '../shared/data-source.js';
import { startEmbeddedPostgres } from '../shared/embedded-postgres/embedded-postgres.js';
import { programLogin } from '../shared/embedded-postgres/program-login.js';

/** Whether only this machine reaches the address. */
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host);

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
    config.ownerUrl = database.url;
    config.offersDemoRoles = isLoopback(config.host);
    leave = database.stop;
  }
  try {
    const ownerUrl = config.ownerUrl as string;
    const done = await migrate(ownerUrl);
    await Jobs.migrate(ownerUrl);
    if (isEmbedded)
      config.databaseUrl = await programLogin(ownerUrl, path.join(config.home, 'postgres.program-password'));
    if (done.length > 0) say(`Schema brought up to date (${countInWords(done.length, 'migration')}).`);
  } catch (error) {
    await leave();
    throw error;
  }
  return { config, isEmbedded, leave };
}
