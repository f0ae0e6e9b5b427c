/**
 * node dist/test/benchmarks/kill.js [--messages N] [--kills K] [--minutes M] [--seed S]
 * kill -9 of the worker or of the database at random moments while reminders go out to a real mail server. Prints the
 * table of docs/reliability.md; the exit code is 1 when a message went out twice or is lost, or when it did not go on.
 */
import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { migrate } from '../../api/shared/data-source.js';
import { startEmbeddedPostgres } from '../../api/shared/embedded-postgres/embedded-postgres.js';
import { withClient } from './stand.js';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const messages = Number(values.messages);
const mostKills = Number(values.kills);
const until = Date.now() + Number(values.minutes) * 60_000;
/** After a kill it goes on by itself within so long. */
const LIMIT_MS = 60_000;
let state = Number(values.seed);
/** The same moments for the same seed (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

/** How often each address got a message whose end the server saw and took. */
const taken = new Map<string, number>();
let lastTaken = Date.now();
const mail = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    stream.on('data', () => {});
    stream.on('end', () => {
      taken.set(to, (taken.get(to) ?? 0) + 1);
      lastTaken = Date.now();
      done();
    });
  },
});
mail.on('error', () => {}); // lines of workers that were killed
await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-kill-'));
fs.chmodSync(folder, 0o755); // as root, PostgreSQL runs as another user
const home = path.join(folder, 'home');
fs.mkdirSync(home, { mode: 0o755 });
const server = await startEmbeddedPostgres(path.join(home, 'postgres'));
await migrate(server.url);
await Jobs.migrate(server.url);

const env = {
  ...process.env,
  GOODSTANDING_HOME: home,
  SMTP_URL: `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
};
function worker(...args: string[]): Promise<{ child: ChildProcess; said: { queued?: number } }> {
  const child = fork(path.join(import.meta.dirname, 'kill-worker.js'), args, {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (said) => resolve({ child, said: said as { queued?: number } }));
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it worked`)));
  });
}
await withClient(server.url, async (client) => {
  await client.query(`update campaign set document = document || '{"mostPerHour": 1000000}' where state = 'active'`);
  await client.query(
    `insert into customer (number, name, currency) select 'K' || n, 'Firm ' || n, 'EUR' from generate_series(1, $1::integer) n`,
    [messages],
  );
  await client.query(
    `insert into contact (customer_id, name, email) select id, 'Ann', lower(number) || '@firm.example' from customer`,
  );
  await client.query(
    `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) select id, 'R-' || number, '2026-10-30', '2026-11-30', 'EUR', 1000 from customer`,
  );
});
const { said } = await worker('plan');
console.error(`${said.queued} messages are queued`);

const queued = async (client: pg.Client) =>
  Number((await client.query<{ n: string }>(`select count(*) as n from delivery where state = 'queued'`)).rows[0]?.n);
const left = () => withClient(server.url, queued).catch(() => undefined);

/** As a service manager would: one that ends by itself is started again. */
let child: ChildProcess | undefined;
let endedByItself = 0;
let isOver = false;
async function keepOne(): Promise<void> {
  while (!isOver) {
    const started = await worker().catch((error: Error) => void console.error(error.message));
    if (!started) {
      endedByItself++;
      await pause(200);
      continue;
    }
    child = started.child;
    const gone = new Promise<void>((resolve) => started.child.once('exit', () => resolve()));
    await gone;
    if (!isOver && !started.child.killed) endedByItself++;
    child = undefined;
  }
}
const kept = keepOne();

const kills = { worker: 0, database: 0 };
let longest = 0;
/** Waits until a message has gone out since; false when none does within the limit. */
async function goesOn(since: number): Promise<boolean> {
  while (lastTaken <= since && (await left()) !== 0) {
    if (Date.now() - since > LIMIT_MS) return false;
    await pause(20);
  }
  longest = Math.max(longest, Date.now() - since);
  return true;
}
const pidFile = path.join(server.dataFolder, 'postmaster.pid');
let n: number | undefined = messages;
let cameBack = await goesOn(Date.now());
while (cameBack && n !== 0 && Date.now() < until && kills.worker + kills.database < mostKills) {
  await pause(random() * 400);
  const at = Date.now();
  if (random() < 0.5) {
    if (!child) continue;
    kills.worker++;
    child.kill('SIGKILL');
  } else {
    // One that is on its way up again already has no number that could be killed.
    try {
      process.kill(Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    } catch {
      continue;
    }
    kills.database++;
  }
  await pause(50);
  cameBack = await goesOn(at);
  n = await left();
  const total = kills.worker + kills.database;
  if (total % 20 === 0)
    console.error(`${total} kills, ${n} left, ${endedByItself} ended by itself, longest ${longest} ms`);
}
if (!cameBack) console.error('It did not go on within a minute.');
const killedWhile = messages - ((await left()) ?? messages);
// The rest goes out undisturbed, so that nothing can hide in the queue.
const quiet = Date.now() + 10 * 60_000;
while (cameBack && (await left()) !== 0 && Date.now() < quiet) await pause(500);
await pause(2000);
isOver = true;
child?.kill('SIGTERM');
await Promise.race([kept, pause(5000)]);

const rows = await withClient(server.url, async (client) => {
  const { rows } = await client.query<{ recipient: string; state: string }>('select recipient, state from delivery');
  return rows;
});
const twice = [...taken.values()].filter((n) => n > 1).length;
const stateOf = (state: string) => rows.filter((row) => row.state === state);
const inDoubt = [...stateOf('sending'), ...stateOf('unknown')];
const lost = stateOf('sent').filter(({ recipient }) => !taken.has(recipient)).length;
console.log(`| messages | sent while being killed | kills of the worker | of the database | longest until it went on | sent | twice | lost | in doubt: arrived | in doubt: did not | still queued |
|---|---|---|---|---|---|---|---|---|---|---|
| ${messages} | ${killedWhile} | ${kills.worker} | ${kills.database} | ${(longest / 1000).toFixed(1)} s | ${stateOf('sent').length} | ${twice} | ${lost} | ${inDoubt.filter(({ recipient }) => taken.has(recipient)).length} | ${inDoubt.filter(({ recipient }) => !taken.has(recipient)).length} | ${stateOf('queued').length} |`);
await new Promise<void>((resolve) => mail.close(resolve));
await server.stop();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(!cameBack || twice > 0 || lost > 0 || rows.length !== messages ? 1 : 0);
