/**
 * Real PostgreSQL from npm, as a process of its own: as root or not, on a free port of 127.0.0.1, its data in a folder
 * that stays. It is in a process group of its own, so that Ctrl-C reaches only the program, which stops it last. Whoever
 * uses it leaves a file with its process number beside the data; the last to leave stops the server, and a server left
 * behind by `kill -9` is taken over by the next.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { nativeFolder, reachableFor } from './binaries.js';
import { type Ids, isAlive, isPostgres, own, placeFor, runAs } from './identity.js';

const DATABASE = 'goodstanding';
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface EmbeddedPostgres {
  url: string;
  dataFolder: string;
  pid: number;
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

  let server: { pid: number; port: number } | undefined;
  for (let attempt = 1; server === undefined; attempt++) {
    const found = running(dataFolder) ?? (await launch(native, dataFolder, ids, settings, attempt));
    if (found && (await answers(urlFor(found.port, 'postgres')))) server = found;
    else if (attempt === 30)
      throw new Error(`PostgreSQL in ${dataFolder} does not answer. Its log is ${dataFolder}.log.`);
    else await pause(100 * Math.min(attempt, 10)); // a server on its way down, or a port taken in between
  }
  const { pid, port } = server;

  async function stop(): Promise<void> {
    fs.rmSync(ourName, { force: true });
    const others = fs
      .readdirSync(users)
      .filter((name) => isAlive(Number(name)) || void fs.rmSync(path.join(users, name), { force: true }));
    if (others.length > 0 || !isPostgres(pid)) return;
    process.kill(pid, 'SIGINT'); // fast shutdown: open transactions are rolled back, a checkpoint is written
    while (isAlive(pid)) await pause(10);
  }
  return { url: urlFor(port, DATABASE), dataFolder, pid, stop };
}

/** Made beside and renamed when complete, so that one that was interrupted never counts. */
function initialise(native: string, dataFolder: string, ids: Ids): void {
  const fresh = `${dataFolder}.new-${process.pid}`;
  const passwordFile = `${dataFolder}.password`;
  if (!fs.existsSync(passwordFile))
    fs.writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  own(ids, passwordFile);
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { recursive: true, mode: 0o700 });
  own(ids, fresh);
  const options = [
    '-U',
    'goodstanding',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const made = spawnSync(path.join(native, 'bin/initdb'), ['-D', fresh, ...options], {
    ...ids,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ: 'UTC' },
  });
  if (made.status !== 0) {
    fs.rmSync(fresh, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not make its data folder ${dataFolder}: ${made.stderr || made.error?.message}`);
  }
  fs.renameSync(fresh, dataFolder);
}

/** The server that has these data open, if it is ready. */
function running(dataFolder: string): { pid: number; port: number } | undefined {
  const lines = lockFile(dataFolder);
  const pid = Number(lines[0]);
  return pid && isPostgres(pid) && lines[7]?.startsWith('ready') ? { pid, port: Number(lines[3]) } : undefined;
}

function lockFile(dataFolder: string): string[] {
  const file = path.join(dataFolder, 'postmaster.pid');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n') : [];
}

/** Starts a server; undefined when another try is worth while. */
async function launch(native: string, dataFolder: string, ids: Ids, own: Record<string, string>, attempt: number) {
  const wasPid = Number(lockFile(dataFolder)[0]);
  if (wasPid && !isPostgres(wasPid)) fs.rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(await freePort()),
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
  child.once('exit', (code) => {
    ended = `it ended with code ${code}`;
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
  if (attempt < 10 && /could not bind|already in use|lock file .* already exists|pre-existing shared memory/.test(said))
    return undefined;
  throw new Error(
    `PostgreSQL did not start on ${dataFolder} (${ended ?? 'no answer within a minute'}):\n${said.slice(-2000)}`,
  );
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Whether the server lets us in; makes our database the first time. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // it may go down while we ask: then the query below says so
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
