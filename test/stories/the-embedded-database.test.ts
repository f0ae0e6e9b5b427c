import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { isAlive, isPostgres } from '../../api/shared/embedded-postgres/identity.js';
import { goodstanding, type Running, start } from '../support/command.js';
import { managerOf } from '../support/sign-in.js';

jest.setTimeout(120_000);

// The program on the database it brings along, in a folder of its own; ended gently and not.

let home: string;
let env: Record<string, string>;
beforeAll(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-embedded-'));
  fs.chmodSync(home, 0o755);
  env = { GOODSTANDING_HOME: home };
});
afterAll(() => {
  const pid = postgres();
  if (pid && isPostgres(pid)) process.kill(pid, 'SIGKILL');
  fs.rmSync(home, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const postgres = (): number => {
  const file = path.join(home, 'postgres/postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : 0;
};

/** Of a session that outlives every end of the program. */
let cookie = '';

async function started() {
  const running = start(env, 'start', '--port', '0', '--without-demo');
  const [, url] = await running.said(/ready: (http:\S+)/);
  cookie ||= await managerOf(env, url as string);
  const ask = async (query: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', cookie };
    return (await fetch(`${url}graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
  };
  return { running, url: url as string, ask };
}

/** Its exit code, with what it printed to standard error: a failure says why. */
const ending = async (running: Running) => [await running.ended, running.err()];

const keep = (name: string) =>
  `mutation { vet(input: { companyName: "${name}", entityType: COMPANY, currency: "EUR", contractValueMinor: 100000, monthlyRunMinor: 10000, termsDaysAsked: 30, yearsTrading: 5, keep: true }) { decision { customer { name } } } }`;
const kept = (name: string) => ({ data: { vet: { decision: { customer: { name } } } } });
const count = (n: number) => ({ data: { book: { customerCount: n } } });

test('the program enters its database with a login that may not rewrite the audit, nor become its owner', async () => {
  const { running } = await started();
  expect(running.out()).not.toContain('owner of the audit');
  const port = fs.readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const password = fs.readFileSync(path.join(home, 'postgres.program-password'), 'utf8');
  const login = new pg.Client(`postgres://goodstanding_login:${password}@127.0.0.1:${port}/goodstanding`);
  await login.connect();
  for (const statement of ['delete from audit_entry', 'drop table audit_entry', 'set role goodstanding'])
    await expect(login.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  await login.end();
  running.child.kill('SIGTERM');
  expect(await ending(running)).toEqual([0, '']);
});

test('nobody comes with the program: no person who could sign in, no password that another installation has', async () => {
  const { running } = await started();
  const people = JSON.parse((await goodstanding(env, 'people', 'list', '--json')).out);
  // The one that `started` made by the command, and no other.
  expect(people.map(({ role }: { role: string }) => role)).toEqual(['manager']);
  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-embedded-'));
  fs.chmodSync(elsewhere, 0o755);
  try {
    expect((await goodstanding({ GOODSTANDING_HOME: elsewhere }, 'people', 'list', '--json')).out.trim()).toBe('[]');
    const secrets = (folder: string) =>
      ['postgres.password', 'postgres.program-password'].map((file) =>
        fs.readFileSync(path.join(folder, file), 'utf8'),
      );
    const [ours, theirs] = [secrets(home), secrets(elsewhere)];
    expect(ours.filter((secret, i) => secret.length < 16 || secret === theirs[i])).toEqual([]);
    const port = fs.readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
    for (const [name, password] of [
      ['postgres', 'postgres'],
      ['goodstanding', 'goodstanding'],
      ['goodstanding_login', ''],
    ])
      await expect(
        new pg.Client(`postgres://${name}:${password}@127.0.0.1:${port}/goodstanding`).connect(),
      ).rejects.toThrow(/password|no PostgreSQL user|role/);
  } finally {
    fs.rmSync(elsewhere, { recursive: true, force: true });
    running.child.kill('SIGTERM');
  }
  expect(await ending(running)).toEqual([0, '']);
});

test('stopped by SIGTERM it takes its database down with it, and finds everything again', async () => {
  const { running, ask } = await started();
  const pid = postgres();
  expect(isPostgres(pid)).toBe(true);
  expect(await ask(keep('First'))).toEqual(kept('First'));
  running.child.kill('SIGTERM');
  expect([await ending(running), isAlive(pid), postgres()]).toEqual([[0, ''], false, 0]);
});

test('after kill -9 of the program, the next start takes over the database: nothing acknowledged is lost', async () => {
  const { running, ask } = await started();
  expect(await ask('{ book { customerCount } }')).toEqual(count(1));
  expect(await ask(keep('Second'))).toEqual(kept('Second'));
  const pid = postgres();
  running.child.kill('SIGKILL');
  await running.ended;
  expect(isPostgres(pid)).toBe(true);
  const next = await started();
  expect([postgres(), await next.ask('{ book { customerCount } }')]).toEqual([pid, count(2)]);
  next.running.child.kill('SIGTERM');
  expect([await ending(next.running), isAlive(pid)]).toEqual([[0, ''], false]);
});

test('after kill -9 of PostgreSQL and of the program, the next start recovers: nothing acknowledged is lost', async () => {
  const { running, ask } = await started();
  expect(await ask(keep('Third'))).toEqual(kept('Third'));
  process.kill(postgres(), 'SIGKILL');
  running.child.kill('SIGKILL');
  await running.ended;
  const next = await started();
  expect(await next.ask('{ book { customerCount } }')).toEqual(count(3));
  next.running.child.kill('SIGINT');
  expect(await ending(next.running)).toEqual([0, '']);
});

test('after kill -9 of PostgreSQL alone the running program starts it again: what was acknowledged is there, jobs go on', async () => {
  const { running, url, ask } = await started();
  const before = ((await ask('{ book { customerCount } }')) as ReturnType<typeof count>).data.book.customerCount;
  expect(await ask(keep('Fourth'))).toEqual(kept('Fourth'));
  const pid = postgres();
  process.kill(pid, 'SIGKILL');
  await running.said(/The database runs again\. Nothing that was acknowledged is lost\.\n/);
  expect([postgres() === pid, isPostgres(postgres())]).toEqual([false, true]);
  expect(await ask('{ book { customerCount } }')).toEqual(count(before + 1));
  const form = new FormData();
  const csv =
    'customer_number,invoice_number,issued_on,due_on,amount,currency\nC1,I1,2026-01-10,2026-02-09,10.00,EUR\n';
  form.append('files', new Blob([csv]), 'invoices.csv');
  const { id } = (await (await fetch(`${url}imports`, { method: 'POST', body: form, headers: { cookie } })).json()) as {
    id: string;
  };
  const state = async () =>
    ((await ask(`{ import(id: ${id}) { state } }`)) as { data: { import: { state: string } } }).data.import.state;
  while ((await state()) !== 'CHECKED') await pause(50);
  running.child.kill('SIGTERM');
  expect([await running.ended, postgres()]).toEqual([0, 0]);
});

test('when PostgreSQL cannot be started again, the program ends with a sentence and 1', async () => {
  const { running } = await started();
  const [needed, away] = [path.join(home, 'postgres/global'), path.join(home, 'global')];
  fs.renameSync(needed, away);
  process.kill(postgres(), 'SIGKILL');
  const code = await running.ended;
  fs.renameSync(away, needed);
  expect([code, running.err()]).toEqual([
    1,
    expect.stringMatching(/PostgreSQL did not start on .*\n[\s\S]*Put right what it says and start again\./),
  ]);
  expect(running.err()).not.toMatch(/^\s+at /m);
});

test.each(['/proc/nope', '/etc/passwd', '/etc/passwd/book'])(
  'a home that cannot be one (%s) is refused with a sentence, at once',
  async (impossible) => {
    const { code, out, err } = await goodstanding({ GOODSTANDING_HOME: impossible }, 'aging', '--json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(
      new RegExp(`^Nothing can be kept in ${impossible}: .+ name another folder in GOODSTANDING_HOME\\..*\\n$`),
    );
  },
);

test('the start says where the book is kept, and why when it is elsewhere', async () => {
  const { running } = await started();
  expect(running.out()).toContain(`The book is kept in ${home}/postgres.\n`);
  running.child.kill('SIGTERM');
  await running.ended;
});

test('an import whose program is killed half-way is taken up by the next start', async () => {
  const { running, url, ask } = await started();
  const rows = Array.from({ length: 60_000 }, (_, i) => `C${i % 500},I${i},2026-01-10,2026-02-09,10.00,EUR`);
  const form = new FormData();
  const csv = `customer_number,invoice_number,issued_on,due_on,amount,currency\n${rows.join('\n')}\n`;
  form.append('files', new Blob([csv]), 'invoices.csv');
  const { id } = (await (await fetch(`${url}imports`, { method: 'POST', body: form, headers: { cookie } })).json()) as {
    id: string;
  };
  const state = async (ask: (query: string) => Promise<unknown>) =>
    ((await ask(`{ import(id: ${id}) { state } }`)) as { data: { import: { state: string } } }).data.import.state;
  while ((await state(ask)) === 'UPLOADED') await pause(5);
  running.child.kill('SIGKILL');
  await running.ended;

  const next = await started();
  expect(['UPLOADED', 'CHECKING']).toContain(await state(next.ask));
  while ((await state(next.ask)) !== 'CHECKED') await pause(100);
  next.running.child.kill('SIGTERM');
  expect(await ending(next.running)).toEqual([0, '']);
});

test('a command beside a running program uses its database and leaves it running', async () => {
  const { running } = await started();
  const pid = postgres();
  expect(JSON.parse((await goodstanding(env, 'aging', '--as-of', '2026-11-22', '--json')).out)).toEqual({
    asOf: '2026-11-22',
    by: 'due',
    totals: [],
  });
  expect(isPostgres(pid)).toBe(true);
  running.child.kill('SIGTERM');
  await running.ended;
  expect(isAlive(pid)).toBe(false);
});

test('a command alone starts the database and stops it again', async () => {
  expect((await goodstanding(env, 'aging', '--json')).code).toBe(0);
  expect(postgres()).toBe(0);
});

test('its password is nobody else’s to read, and it listens on this machine alone', () => {
  expect(fs.statSync(path.join(home, 'postgres.password')).mode & 0o077).toBe(0);
  const log = fs.readFileSync(path.join(home, 'postgres.log'), 'utf8');
  const listening = log.match(/listening on .*/g) ?? [];
  expect(listening.filter((line) => !line.includes('127.0.0.1'))).toEqual([]);
});
