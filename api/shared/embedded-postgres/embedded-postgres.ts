/**
 * Real PostgreSQL from npm, as a process of its own: as root or not, on a free port of 127.0.0.1, its data in a folder
 * that stays. It is in a process group of its own, so that Ctrl-C reaches only the program, which stops it last. Whoever
 * uses it leaves a file with its process number beside the data; the last to leave stops the server, and a server left
 * behind by `kill -9` is taken over by the next.
 */
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { outliveLoss } from '../outlive-loss.js';
import { isUnreachable } from '../unreachable.js';
import { nativeFolder, reachableFor } from './binaries.js';
import { initialise } from './data-folder.js';
import { DatabaseDiskFull, DatabaseMoved, didNotStart, saysFull } from './embedded-postgres.errors.js';
import { isAlive, isPostgres, placeFor, runAs } from './identity.js';
import { type Launch, launch, pause, portFor, running, type Server } from './server-process.js';

const DATABASE = 'goodstanding';
const LOOK_EVERY_MS = 250;
/** One that ends again so soon after it was started again, so many times on end, has a reason to. */
const STEADY_AFTER_MS = 10_000;
const MOST_RESTARTS = 5;
/** A checkpoint of the 256 MB it keeps in memory takes seconds on a slow disk. */
const ORDERLY_MS = 30_000;
const AT_ONCE_MS = 5_000;

export interface EmbeddedPostgres {
  url: string;
  dataFolder: string;
  /**
   * Watches over the server and starts it again, on its port, when it ends though nobody stopped it. `restarted` is
   * told each time; `lost` once, when it cannot be done.
   */
  watch(on: { ended: () => void; restarted: () => void; lost: (error: unknown) => void }): void;
  /** What an error of the database comes from: that its disk is full, where the server has said so. */
  causeOf(error: unknown): unknown;
  /** Takes our name off; stops the server when nobody else uses it. */
  stop(): Promise<void>;
}

export async function startEmbeddedPostgres(
  wanted: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const asked = path.resolve(wanted);
  const ids = runAs(asked);
  const dataFolder = placeFor(ids, asked);
  const native = reachableFor(ids, await nativeFolder(), path.dirname(dataFolder));
  fs.mkdirSync(path.dirname(dataFolder), { recursive: true });

  const users = `${dataFolder}.users`;
  const ourName = path.join(users, String(process.pid));
  fs.mkdirSync(users, { recursive: true });
  fs.writeFileSync(ourName, '');

  if (!fs.existsSync(dataFolder)) initialise(native, dataFolder, ids);
  const password = fs.readFileSync(`${dataFolder}.password`, 'utf8').trim();
  const urlFor = (port: number, database: string) =>
    `postgres://goodstanding:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

  const how: Launch = { native, dataFolder, ids, own: settings };
  async function serve(): Promise<Server> {
    for (let attempt = 1; ; attempt++) {
      const found = running(dataFolder) ?? (await launch(how, await portFor(dataFolder), attempt));
      if (found && (await answers(urlFor(found.port, 'postgres')))) return found;
      if (attempt === 30) throw didNotStart(dataFolder, 'It does not answer.');
      await pause(100 * Math.min(attempt, 10)); // a server on its way down, or a port taken in between
    }
  }
  let server = await serve();
  const { port } = server;

  const logAtStart = fs.statSync(`${dataFolder}.log`, { throwIfNoEntry: false })?.size ?? 0;
  const causeOf = (error: unknown) => {
    const said = fs.readFileSync(`${dataFolder}.log`, 'utf8').slice(logAtStart);
    return isUnreachable(error) && saysFull(said) ? new DatabaseDiskFull(dataFolder) : error;
  };

  let watching: NodeJS.Timeout | undefined;
  let restarting: Promise<void> | undefined;
  function watch({ ended, restarted, lost }: Parameters<EmbeddedPostgres['watch']>[0]): void {
    let [since, unsteady] = [0, 0];
    async function restart(): Promise<void> {
      ended();
      try {
        unsteady = Date.now() - since < STEADY_AFTER_MS ? unsteady + 1 : 0;
        if (unsteady === MOST_RESTARTS)
          throw didNotStart(dataFolder, `It ended ${MOST_RESTARTS} times on end as soon as it had started.`);
        server = await serve();
        since = Date.now();
        if (server.port !== port) throw new DatabaseMoved(dataFolder);
        restarted();
      } catch (error) {
        clearInterval(watching);
        lost(error);
      }
      restarting = undefined;
    }
    watching = setInterval(() => {
      if (restarting === undefined && !isPostgres(server.pid)) restarting = restart();
    }, LOOK_EVERY_MS).unref();
  }

  async function stop(): Promise<void> {
    clearInterval(watching);
    await restarting;
    fs.rmSync(ourName, { force: true });
    const others = fs
      .readdirSync(users)
      .filter((name) => isAlive(Number(name)) || void fs.rmSync(path.join(users, name), { force: true }));
    if (others.length > 0 || !isPostgres(server.pid)) return;
    // Fast shutdown: open transactions are rolled back, a checkpoint is written. One that cannot (a full disk) is ended
    // at once: what was acknowledged is in its write-ahead log.
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      if (isAlive(server.pid)) process.kill(server.pid, signal);
      const deadline = Date.now() + (signal === 'SIGINT' ? ORDERLY_MS : AT_ONCE_MS);
      while (isAlive(server.pid) && Date.now() < deadline) await pause(10);
    }
  }
  return { url: urlFor(port, DATABASE), dataFolder, watch, causeOf, stop };
}

/** Whether the server lets us in; makes our database the first time. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  outliveLoss(client);
  try {
    await client.connect();
    const there = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (there.rowCount === 0) await client.query(`create database ${DATABASE}`).catch(ignoreAlreadyThere);
    return true;
  } catch (error) {
    if (/password authentication failed/.test((error as Error).message)) throw error;
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Two commands may have begun at once. */
function ignoreAlreadyThere(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error;
}
