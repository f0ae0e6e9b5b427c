/**
 * node dist/test/benchmarks/kill.js [--messages N] [--minutes M] [--seed S]
 * kill -9 of the worker at random moments while reminders go out to a real mail server. Prints the
 * table of docs/reliability.md; the exit code is 1 when a message went out twice or is lost.
 */
import { type ChildProcess, fork } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { migrate } from '../../api/shared/data-source.js';
import { startEmbeddedPostgres } from '../../api/shared/embedded-postgres/embedded-postgres.js';
import { withClient } from './stand.js';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '20000' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const messages = Number(values.messages);
const until = Date.now() + Number(values.minutes) * 60_000;
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
const mail = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, done) => {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    stream.on('data', () => {});
    stream.on('end', () => {
      taken.set(to, (taken.get(to) ?? 0) + 1);
      done();
    });
  },
});
mail.on('error', () => {}); // lines of workers that were killed
await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-kill-'));
fs.chmodSync(folder, 0o755); // as root, PostgreSQL runs as another user
const server = await startEmbeddedPostgres(path.join(folder, 'postgres'));
await migrate(server.url);
await Jobs.migrate(server.url);
function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

const env = {
  ...process.env,
  DATABASE_URL: server.url,
  GOODSTANDING_HOME: path.join(folder, 'home'),
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
/** One that does not start is tried again, as a service manager would do. */
async function workerAgain(): Promise<ChildProcess> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      return (await worker()).child;
    } catch {
      await pause(500);
    }
  }
  return fail('no worker starts any more');
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

const left = () =>
  withClient(server.url, async (client) => {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from delivery where state = 'queued'`);
    return Number(rows[0]?.n);
  });

let kills = 0;
let child = await workerAgain();
while (Date.now() < until) {
  await pause(100 + random() * 1400);
  kills++;
  child.kill('SIGKILL');
  child = await workerAgain();
  const n = await left().catch(() => -1);
  if (kills % 5 === 0) console.error(`${kills} kills, ${n} left`);
  if (n === 0) break;
}
const killedWhile = messages - (await left());
// The rest goes out undisturbed, so that nothing can hide in the queue.
const quiet = Date.now() + 30 * 60_000;
while ((await left()) > 0 && Date.now() < quiet) await pause(1000);
await pause(2000);
child.kill('SIGTERM');

const rows = await withClient(server.url, async (client) => {
  const { rows } = await client.query<{ recipient: string; state: string }>('select recipient, state from delivery');
  return rows;
});
const twice = [...taken.values()].filter((n) => n > 1).length;
const stateOf = (state: string) => rows.filter((row) => row.state === state);
const inDoubt = [...stateOf('sending'), ...stateOf('unknown')];
const lost = stateOf('sent').filter(({ recipient }) => !taken.has(recipient)).length;
console.log(`| messages | sent while being killed | kills of the worker | sent | twice | lost | in doubt: arrived | in doubt: did not | still queued |
|---|---|---|---|---|---|---|---|---|
| ${messages} | ${killedWhile} | ${kills} | ${stateOf('sent').length} | ${twice} | ${lost} | ${inDoubt.filter(({ recipient }) => taken.has(recipient)).length} | ${inDoubt.filter(({ recipient }) => !taken.has(recipient)).length} | ${stateOf('queued').length} |`);
await new Promise<void>((resolve) => mail.close(resolve));
await server.stop();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(twice > 0 || lost > 0 || rows.length !== messages ? 1 : 0);
