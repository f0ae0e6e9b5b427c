import path from 'node:path';
import { countInWords } from '../../analytics/index.js';
import { Config } from '../config.js';
import { Jobs } from '../jobs/jobs.service.js';
import { migrate } from '../shared/data-source.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../shared/embedded-postgres/embedded-postgres.js';
import { programLogin } from '../shared/embedded-postgres/program-login.js';
import { makeHome } from '../shared/home.js';

export interface Installation {
  config: Config;
  /** Whether the database is the embedded one. */
  isEmbedded: boolean;
  /** Sees to it that the embedded database runs as long as the program; nothing to do for another. */
  watch: EmbeddedPostgres['watch'];
  /** What an error of the database comes from, where more is known of it. */
  causeOf: EmbeddedPostgres['causeOf'];
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
  let watch: Installation['watch'] = () => {};
  let causeOf: Installation['causeOf'] = (error) => error;
  makeHome(config.home);
  if (isEmbedded) {
    const wanted = path.join(config.home, 'postgres');
    const database = await startEmbeddedPostgres(wanted);
    say(whereItIs(database.dataFolder, wanted));
    config.ownerUrl = database.url;
    config.offersDemoRoles = config.isOfThisMachineAlone;
    ({ stop: leave, watch, causeOf } = database);
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
    throw causeOf(error);
  }
  return { config, isEmbedded, watch, causeOf, leave };
}

const whereItIs = (dataFolder: string, wanted: string) =>
  dataFolder === wanted
    ? `The book is kept in ${dataFolder}.`
    : `The book is kept in ${dataFolder}, not in ${wanted}: this runs as root, PostgreSQL refuses to, and the user it runs as may not enter ${path.dirname(wanted)}. Name a folder that user may enter in GOODSTANDING_HOME to have it elsewhere.`;
