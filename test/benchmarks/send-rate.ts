/**
 * How fast messages leave for a mail server on the same machine: by one worker, and by two. Database and mail server work
 * on the same cores, so that two workers are also measured with each held to a part of one: then cores are free.
 */
import { type ChildProcess, fork } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { Measurement } from './measurement.js';
import { type Stand, withClient } from './stand.js';

const MESSAGES = 1_500;
const LIMIT_MS = 90_000;
/** So long each held worker runs, and then rests. */
const [RUNS_MS, RESTS_MS] = [5, 20];
/** 200 a second, and twice that by two workers where two cores are free. */
const TARGETS = { 1: 5, 2: 2.5 } as const;
/** The time of a message by two beside that by one: half, and a tenth of it for chance. */
const TARGET_OF_TWO_HELD = 0.55;

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
  const send = async (workers: 1 | 2, isHeld: boolean): Promise<number> => {
    const url = await stand.database(`send_by_${workers}${isHeld ? '_held' : ''}`);
    await fill(url);
    const start = (...args: string[]) => worker(stand, { DATABASE_URL: url, SMTP_URL: smtp }, ...args);
    (await start('plan')).disconnect();
    const children = await Promise.all(Array.from({ length: workers }, () => start()));
    taken.clear();
    const began = performance.now();
    const letGo = isHeld ? children.map(hold) : [];
    for (const child of children) child.send('go');
    while (taken.size < MESSAGES && performance.now() - began < LIMIT_MS) await pause(10);
    const ms = performance.now() - began;
    for (const go of letGo) go();
    for (const child of children) child.disconnect();
    const twice = [...taken.values()].filter((n) => n > 1).length;
    if (taken.size < MESSAGES || twice > 0)
      throw new Error(`${taken.size} of ${MESSAGES} messages arrived, ${twice} of them twice`);
    const held = isHeld ? ', each held to a fifth of a core' : '';
    say(`${workers} worker(s)${held}: ${Math.round((MESSAGES / ms) * 1000)} messages a second, none twice`);
    return ms / MESSAGES;
  };
  const of = (part: string, value: number, target: number | null, floor: number | null = null): Measurement => ({
    name: 'send-message',
    part,
    value,
    unit: 'ms',
    floor,
    target,
  });
  const measured = [
    of('one worker', await send(1, false), TARGETS[1]),
    of('two workers', await send(2, false), TARGETS[2]),
  ];
  const alone = await send(1, true);
  measured.push(
    of('one worker held to a fifth of a core', alone, null),
    of('two workers, each held so', await send(2, true), TARGET_OF_TWO_HELD, alone),
  );
  await new Promise<void>((resolve) => mail.close(resolve));
  return measured;
}

/** Stops and continues it by turns until it is let go. */
function hold(child: ChildProcess): () => void {
  let timer: NodeJS.Timeout;
  const run = () => {
    child.kill('SIGCONT');
    timer = setTimeout(rest, RUNS_MS);
  };
  const rest = () => {
    child.kill('SIGSTOP');
    timer = setTimeout(run, RESTS_MS);
  };
  run();
  return () => {
    clearTimeout(timer);
    child.kill('SIGCONT');
  };
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
