import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { didNotStart } from './embedded-postgres.errors.js';
import { type Ids, isPostgres } from './identity.js';

export interface Server {
  pid: number;
  port: number;
}

export interface Launch {
  /** PostgreSQL’s own files. */
  native: string;
  dataFolder: string;
  ids: Ids;
  /** Settings besides ours. */
  own: Record<string, string>;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The server that has these data open, if it is ready. */
export function running(dataFolder: string): Server | undefined {
  const lines = lockFile(dataFolder);
  const pid = Number(lines[0]);
  return pid && isPostgres(pid) && lines[7]?.startsWith('ready') ? { pid, port: Number(lines[3]) } : undefined;
}

function lockFile(dataFolder: string): string[] {
  try {
    return fs.readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    // A server on its way down takes it away at any moment.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}

/** Starts a server; undefined when another try is worth while. */
export async function launch(
  { native, dataFolder, ids, own }: Launch,
  port: number,
  attempt: number,
): Promise<Server | undefined> {
  const wasPid = Number(lockFile(dataFolder)[0]);
  if (wasPid && !isPostgres(wasPid)) fs.rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    max_connections: '60',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    jit: 'off',
    // The one that gathers works too: more helpers than there are other cores only wait for each other.
    max_parallel_workers_per_gather: String(Math.min(2, os.availableParallelism() - 1)),
    timezone: 'UTC',
    ...own,
  };
  const log = fs.openSync(`${dataFolder}.log`, 'a');
  const logFrom = fs.fstatSync(log).size;
  const child = spawn(
    path.join(native, 'bin/postgres'),
    ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...ids,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', log],
      env: { PATH: process.env.PATH, TZ: 'UTC' },
    },
  );
  fs.closeSync(log);
  child.unref();
  let ended: string | undefined;
  let wasKilled = false;
  child.once('exit', (code, signal) => {
    wasKilled = signal === 'SIGKILL';
    ended = wasKilled ? 'it was killed' : `it ended with code ${code}`;
  });
  child.once('error', (error) => {
    ended = error.message;
  });
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && ended === undefined; await pause(15)) {
    const ready = running(dataFolder);
    if (ready && ready.pid === child.pid) return ready;
  }
  if (ended === undefined) child.kill('SIGKILL');
  const said = fs.readFileSync(`${dataFolder}.log`, 'utf8').slice(logFrom).trim();
  const isForLater = /could not bind|already in use|lock file .* already exists|pre-existing shared memory/.test(said);
  if (attempt < 30 && (wasKilled || isForLater)) return undefined;
  throw didNotStart(dataFolder, said || (ended ?? 'no answer within a minute'));
}

/**
 * The port the server had before, if it is free: whoever still knows that one finds it again. Else one below those that
 * systems hand out for connections to elsewhere: one of these could take the port while the server is down.
 */
export async function portFor(dataFolder: string): Promise<number> {
  const options = path.join(dataFolder, 'postmaster.opts');
  const before = fs.existsSync(options) ? /"port=(\d+)"/.exec(fs.readFileSync(options, 'utf8'))?.[1] : undefined;
  if (before && (await isFree(Number(before)))) return Number(before);
  for (;;) {
    const port = randomInt(15_000, 32_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
