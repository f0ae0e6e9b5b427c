/** How fast messages leave for a mail server on the same machine: by one worker, and by two. */
import { type ChildProcess, fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Measurement } from './measurement.js';
import { type Stand, withClient } from './stand.js';

const MESSAGES = 1_500;
const LIMIT_MS = 90_000;
/** 200 a second, and twice that by two workers where two cores are free. */
const TARGETS = { 1: 5, 2: 2.5 } as const;

export async function sendRate(stand: Stand, say: (line: string) => void): Promise<Measurement[]> {
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
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));
  const smtp = `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`;
  const measured: Measurement[] = [];
  for (const workers of [1, 2] as const) {
    const url = await stand.database(`send_by_${workers}`);
    await fill(url);
    const start = (...args: string[]) => worker(stand, { DATABASE_URL: url, SMTP_URL: smtp }, ...args);
    (await start('plan')).disconnect();
    const children = await Promise.all(Array.from({ length: workers }, () => start()));
    taken.clear();
    const began = performance.now();
    for (const child of children) child.send('go');
    while (taken.size < MESSAGES && performance.now() - began < LIMIT_MS) await pause(10);
    const ms = performance.now() - began;
    for (const child of children) child.disconnect();
    const twice = [...taken.values()].filter((n) => n > 1).length;
    if (taken.size < MESSAGES || twice > 0)
      throw new Error(`${taken.size} of ${MESSAGES} messages arrived, ${twice} of them twice`);
    say(`${workers} worker(s): ${Math.round((MESSAGES / ms) * 1000)} messages a second, none twice`);
    measured.push({
      name: 'send-message',
      part: workers === 1 ? 'one worker' : 'two workers',
      value: ms / MESSAGES,
      unit: 'ms',
      floor: null,
      target: TARGETS[workers],
    });
  }
  await new Promise<void>((resolve) => mail.close(resolve));
  return measured;
}

const fill = (url: string) =>
  withClient(url, async (client) => {
    await client.query(`update campaign set document = document || '{"mostPerHour": 1000000}' where state = 'active'`);
    await client.query(
      `insert into customer (number, name, currency) select 'K' || n, 'Firm ' || n, 'EUR' from generate_series(1, $1::integer) n`,
      [MESSAGES],
    );
    await client.query(
      `insert into contact (customer_id, name, email) select id, 'Ann', lower(number) || '@firm.example' from customer`,
    );
    await client.query(
      `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) select id, 'R-' || number, '2026-10-30', '2026-11-30', 'EUR', 1000 from customer`,
    );
    await client.query('analyze');
  });

function worker(stand: Stand, env: Record<string, string>, ...args: string[]): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'send-worker.js'), args, {
    env: { ...process.env, ...env, GOODSTANDING_HOME: path.join(stand.folder, 'home') },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it worked`)));
  });
}
