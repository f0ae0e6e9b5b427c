import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { goodstanding, type Ran, start } from '../support/command.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { managerOf } from '../support/sign-in.js';

// Each call is a process of its own that has to load.
jest.setTimeout(120_000);

// The program as scripts call it: a process of its own on a database of its own.

let database: FreshDatabase;
let client: pg.Client;
let home: string;
let env: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase();
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-command-'));
  env = { DATABASE_URL: database.url, GOODSTANDING_HOME: home };
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const rows = async (text: string, values: unknown[] = []) => (await client.query(text, values)).rows;
  const ledger = new TestLedger({
    rows,
    one: async (text: string, values: unknown[] = []) => (await rows(text, values))[0],
  } as never);
  const bakery = await (await ledger.customer('Bakery', { number: 'B1' })).contact('pay@bakery.example');
  await bakery.invoice('I1', { issued: '2026-01-01', due: '2026-01-31', minor: 10_050 });
  await bakery.pays('P1', '2026-02-10', 50, { I1: 50 });
  await bakery.invoice('I2', { issued: '2026-02-01', due: '2026-03-03', minor: 20_000 });
  await bakery.pays('P2', '2026-02-15', 3_000);
  await (await ledger.customer('Yen', { number: 'J1', currency: 'JPY' })).invoice('I3', {
    issued: '2025-11-01',
    due: '2025-11-20',
    minor: 9_007_199_254,
  });
});
afterAll(async () => {
  await client.end();
  await database.drop();
  fs.rmSync(home, { recursive: true, force: true });
});

const run = (...args: string[]) => goodstanding(env, ...args);
/** Far ahead and a working day: what a day sends is to be the same whenever this runs. */
const ON = '2099-02-24';
const onThatDay = () => ({
  ...env,
  ANOTHER_DAY: `${ON}T10:00:00Z`,
  NODE_OPTIONS: `--import=${new URL('../support/another-day.mjs', import.meta.url)}`,
});
const runThen = (...args: string[]) => goodstanding(onThatDay(), ...args);
const json = ({ out, err, code }: Ran) => {
  if (code !== 0) throw new Error(`${code}: ${err}`);
  return JSON.parse(out);
};

test('aging --json prints one object of exactly the shape the README promises', async () => {
  const { out } = await run('aging', '--as-of', '2026-02-24', '--json');
  expect(out).toBe(
    `${JSON.stringify({
      asOf: '2026-02-24',
      by: 'due',
      totals: [
        {
          currency: 'EUR',
          current: 20_000,
          days1To30: 10_000,
          days31To60: 0,
          days61To90: 0,
          over90: 0,
          unapplied: -3_000,
          total: 30_000,
        },
        {
          currency: 'JPY',
          current: 0,
          days1To30: 0,
          days31To60: 0,
          days61To90: 0,
          over90: 9_007_199_254,
          unapplied: 0,
          total: 9_007_199_254,
        },
      ],
    })}\n`,
  );
});

test('keys makes a key of another program, lists it and revokes it; the key is printed once', async () => {
  const made = json(await run('keys', 'make', 'campaign robot', '--may', 'reminders.read, reminders.send', '--json'));
  expect(made).toEqual({
    key: expect.stringMatching(/^gs_[0-9a-f]{8}_[\w-]{43}$/),
    prefix: made.key.slice(3, 11),
    expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
  const listed = await run('keys', 'list', '--json');
  expect(JSON.parse(listed.out)).toEqual([
    expect.objectContaining({
      prefix: made.prefix,
      name: 'campaign robot',
      madeBy: 'the command line',
      isUsable: true,
    }),
  ]);
  expect(listed.out).not.toContain(made.key);
  const { out } = await run('keys', 'revoke', made.prefix);
  expect(out).toMatch(`${made.prefix}  campaign robot  revoked on `);
});

test('aging by invoice day, of a day before everything, and for people to read', async () => {
  const [byInvoice, before, table] = await Promise.all([
    run('aging', '--as-of', '2026-02-24', '--by', 'invoice', '--json'),
    run('aging', '--as-of', '2020-01-01', '--json'),
    run('aging', '--as-of', '2026-02-24'),
  ]);
  expect(json(byInvoice).totals[0]).toMatchObject({ days1To30: 20_000, days31To60: 10_000, total: 30_000 });
  expect(json(before)).toEqual({ asOf: '2020-01-01', by: 'due', totals: [] });
  expect(table.out).toBe(
    [
      'What is owed on 2026-02-24, in days past the due day',
      '',
      '     current    1–30  31–60  61–90        over 90  unapplied          total',
      'EUR   200.00  100.00   0.00   0.00           0.00     -30.00         300.00',
      'JPY        0       0      0      0  9,007,199,254          0  9,007,199,254',
      '',
    ].join('\n'),
  );
  expect((await run('aging', '--as-of', '2020-01-01')).out).toBe(
    'What is owed on 2020-01-01, in days past the due day\nNothing.\n',
  );
});

test('score prints or writes every score with its reasons, and the same again the second time', async () => {
  const file = path.join(home, 'scores.json');
  const first = json(await run('score', '--as-of', '2026-02-24', '--json'));
  expect(first).toMatchObject({ asOf: '2026-02-24', cardVersion: 'expert-1', customers: 2 });
  expect(first.scores.map(({ customerNumber }: { customerNumber: string }) => customerNumber)).toEqual(['B1', 'J1']);
  for (const { base, reasons, points, ...row } of first.scores) {
    expect(reasons.reduce((sum: number, reason: { points: number }) => sum + reason.points, base)).toBe(points);
    expect(Object.keys(row).sort()).toEqual([
      'customerNumber',
      'expectedDaysLate',
      'grade',
      'invoices',
      'isThin',
      'lateProbability',
      'pd',
    ]);
  }
  const told = await run('score', '--as-of', '2026-02-24', '--out', file);
  expect(told.out).toMatch(/^2 customers scored as of 2026-02-24 in \d+\.\d s\. Written to .*scores\.json\.\n$/);
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(first);
});

test('remind says what it would send, then sends it, then sends nothing twice', async () => {
  await client.query(
    `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) select id, 'FAR', '2099-02-01', '2099-03-03', 'EUR', 20000 from customer where number = 'B1'`,
  );
  const dry = json(await runThen('remind', '--on', ON, '--dry-run', '--json'));
  expect(dry).toEqual({
    on: '2099-02-24',
    dryRun: true,
    queued: 0,
    calls: 0,
    waiting: 0,
    alreadySent: 0,
    leftOut: 0,
    messages: [
      {
        customerNumber: 'B1',
        to: 'pay@bakery.example',
        subject: 'Invoice FAR falls due on 3 Mar 2099',
        invoices: [{ number: 'FAR', dueOn: '2099-03-03', currency: 'EUR', openMinor: 20_000 }],
      },
    ],
    notReminded: [],
  });
  expect((await client.query('select from delivery')).rowCount).toBe(0);
  expect(json(await runThen('remind', '--on', ON, '--json'))).toMatchObject({
    dryRun: false,
    queued: 1,
    alreadySent: 0,
  });
  expect(json(await runThen('remind', '--on', ON, '--json'))).toMatchObject({
    queued: 0,
    alreadySent: 1,
    messages: [],
  });
  const { rows } = await client.query('select state, (select count(*) from mailbox_message) as mails from delivery');
  expect(rows).toEqual([{ state: 'sent', mails: expect.anything() }]);
  expect(Number(rows[0].mails)).toBe(1);
});

test('remind names what it counts: messages, and the invoices in them', async () => {
  const next = await runThen('remind', '--on', '2099-02-25', '--dry-run');
  expect(next.out).toMatch(/^2099-02-25: 0 messages would go out\. Reminded of before: 0 invoices\. Left out: 0 inv/);
  const { out } = await runThen('remind', '--on', ON, '--dry-run');
  expect(out).toMatch(
    /^2099-02-24: 0 messages would go out\. Reminded of before: 1 invoice\. Left out: 0 invoices\.\n/,
  );
});

test('remind refuses a day that is not today, and says what to do instead', async () => {
  const [past, future] = await Promise.all([runThen('remind', '--on', '2099-02-23'), run('remind', '--on', ON)]);
  expect([past.code, past.err]).toEqual([
    1,
    '23 Feb 2099 is over: its reminders are not sent any more. What was missed is in the plan of today, 24 Feb 2099, as far as it is still true.\n',
  ]);
  expect([future.code, future.err]).toEqual([1, expect.stringMatching(/^24 Feb 2099 has not come/)]);
});

test('remind tells twenty of those left out, each by its invoice, and how many more there are', async () => {
  await client.query(`insert into customer (number, name, currency) values ('S1', 'Silent', 'EUR')`);
  await client.query(
    `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor)
     select id, 'S-' || lpad(n::text, 2, '0'), '2099-02-01', '2099-03-03', 'EUR', 20000 from customer, generate_series(1, 23) n where number = 'S1'`,
  );
  const { out } = await runThen('remind', '--on', ON, '--dry-run');
  const lines = out.trimEnd().split('\n');
  expect([lines[1], lines[2], lines.at(-1), lines.length]).toEqual([
    '  FAR, T-7: FAR was reminded of this due day already.',
    '  S-01, T-7: Silent has no e-mail address: add a contact with one.',
    '  … and 4 more: --json has them all, and so has the page Reminders.',
    22,
  ]);
  await client.query(`delete from invoice where number like 'S-%'`);
  await client.query(`delete from customer where number = 'S1'`);
});

test('remind over a mail server sends before it ends', async () => {
  const mails = new MailServer();
  const port = await mails.listen();
  await client.query('delete from delivery_line');
  await client.query('delete from delivery');
  const smtp = { ...onThatDay(), SMTP_URL: `smtp://127.0.0.1:${port}` };
  const { code, out } = await goodstanding(smtp, 'remind', '--on', ON, '--now');
  expect(out).toBe(
    '2099-02-24: 1 message went out, about 1 invoice. Reminded of before: 0 invoices. Left out: 0 invoices.\n',
  );
  expect([code, mails.receivedFor('pay@bakery.example').length]).toEqual([0, 1]);
  await mails.close();
  await client.query('delete from delivery');
  await client.query(`delete from invoice where number = 'FAR'`);
});

test('seed leaves a book that holds customers alone', async () => {
  const { code, err } = await run('seed');
  expect([code, err]).toEqual([
    1,
    'The book holds customers already, so nothing was added. Use another GOODSTANDING_HOME for another book.\n',
  ]);
});

test('migrate once more changes nothing', async () => {
  expect(await run('migrate')).toEqual({ code: 0, out: '', err: 'The schema is up to date.\n' });
});

test('called wrongly it says how it is called, and ends with 2', async () => {
  const [unknown, option, none] = await Promise.all([run('dance'), run('aging', '--colour', 'red'), run()]);
  expect([unknown.code, option.code, none.code]).toEqual([2, 2, 2]);
  expect(unknown.err).toMatch(/^There is no command “dance”\.[\s\S]+npx goodstanding <command>/);
  expect(option.err).toMatch(/Unknown option '--colour'[\s\S]+npx goodstanding aging \[--as-of DAY\]/);
  expect(unknown.err + option.err).not.toMatch(/^\s+at .*\.js/m);
});

test('a word too many is refused by every command, before anything is done', async () => {
  const calls = [['start'], ['migrate'], ['seed'], ['score'], ['aging'], ['remind'], ['schema']];
  for (const { code, out, err } of await Promise.all(calls.map((call) => run(...call, 'extra', 'words')))) {
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^\w+ takes nothing but options, not “extra words”\.\n\nnpx goodstanding /);
  }
  const others = [
    ['people', 'list'],
    ['people', 'link', 'ida@ink.example'],
    ['keys', 'list'],
    ['keys', 'revoke', 'deadbeef'],
    ['audit', 'verify'],
    ['import', '--formats'],
  ];
  const ended = await Promise.all(others.map((call) => run(...call, 'extra')));
  expect(ended.map(({ code, out }) => [code, out])).toEqual(others.map(() => [2, '']));
}, 180_000);

test('a database that is down is said in a sentence, without the password, and it ends with 3', async () => {
  const down = (host: string) =>
    goodstanding({ ...env, DATABASE_URL: `postgres://nobody:secret@${host}:1/none` }, 'aging', '--json');
  for (const { code, err } of await Promise.all([down('127.0.0.1'), down('localhost')])) {
    expect(code).toBe(3);
    expect(err).toMatch(
      /^The database does not answer \(.+\)\. Check that it runs and that DATABASE_URL names it, then try again; nothing was changed\.\n$/,
    );
    expect(err).not.toMatch(/secret/);
  }
});

test('a wrong password or a database that is not there is said in a sentence, without the password', async () => {
  const wrong = new URL(database.url);
  wrong.password = 'wrong-secret';
  const missing = new URL(database.url);
  missing.pathname = '/no_such_database';
  for (const { code, err } of await Promise.all(
    [wrong, missing].map(({ href }) => goodstanding({ ...env, DATABASE_URL: href }, 'aging')),
  )) {
    expect(code).toBe(3);
    expect(err).toMatch(
      /^The database does not let us in \(.+\)\. Check user, password and name of the database in DATABASE_URL; nothing was changed\.\n$/,
    );
    expect(err).not.toMatch(/wrong-secret/);
  }
});

test('all that is wrong with the environment is said at once', async () => {
  const { code, err } = await goodstanding(
    { ...env, PORT: 'many', SMTP_URL: 'http://mail', DATABASE_URL: 'mysql://x' },
    'aging',
  );
  expect([code, err]).toEqual([
    1,
    'The environment is not right:\n  DATABASE_URL must begin with postgres://\n  PORT must be a number from 0 to 65535\n  SMTP_URL must begin with smtp:// or smtps://\n',
  ]);
});

test('what a file leaves open is settled by an option, and only the command line names it', async () => {
  const file = path.join(home, 'open.csv');
  fs.writeFileSync(
    file,
    'customer_number,invoice_number,issued_on,due_on,amount,currency\nC1,Z1,3/4/2026,3/4/2026,10.00,EUR\n',
  );
  const { code, err } = await run('import', file, '--dry-run');
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(/first\. On the command line: --date-order day-month or --date-order month-day\.\n$/),
  ]);
});

test('an import that bad rows keep out says how the good ones are taken, where there are any', async () => {
  const header = 'customer_number,invoice_number,issued_on,due_on,amount,currency\n';
  const file = path.join(home, 'half.csv');
  fs.writeFileSync(file, `${header}C1,Z1,2026-03-04,2026-04-04,10.00,EUR\nC1,Z2,2026-03-04,soon,10.00,EUR\n`);
  const refused = await run('import', file, '--json');
  expect([refused.code, refused.err]).toEqual([
    1,
    'One row is bad, so nothing was imported. Correct the file, or import the good rows and set the bad ones aside with --accept-good.\n',
  ]);
  expect(JSON.parse(refused.out)).toMatchObject({ isPosted: false, badRowCount: 1 });
  const dry = await run('import', file, '--dry-run');
  expect(dry.err).toMatch(/^One row is bad, so nothing would be imported\..* with --accept-good\.\n$/);
  fs.writeFileSync(file, `${header}C1,Z2,2026-03-04,soon,10.00,EUR\n`);
  expect((await run('import', file)).err).toBe('One row is bad, so nothing was imported. Correct the file.\n');
});

test('import --formats tells every column of our own files without a database', async () => {
  const { code, out } = await goodstanding(
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    'import',
    '--formats',
  );
  expect([code, out]).toEqual([
    0,
    fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/import-files.md'), 'utf8'),
  ]);
});

test('a port in use is said in a sentence; the program leaves, the other one stays', async () => {
  const other = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as net.AddressInfo;
  const { code, out, err } = await goodstanding({ ...env, LOG_LEVEL: 'info' }, 'start', '--port', String(port));
  expect([code, out, err]).toEqual([
    1,
    '',
    `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or start with --port and another number, or --port 0 for any free one.\n`,
  ]);
  expect(other.listening).toBe(true);
  other.close();
});

test('started, it serves until it is told to stop, and then ends by itself with 0', async () => {
  const running = start(env, 'start', '--port', '0');
  const [, url] = await running.said(/ready: (http:\S+)/);
  const answer = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await managerOf(env, url as string) },
    body: '{"query":"{ book { customerCount } }"}',
  });
  expect(await answer.json()).toEqual({ data: { book: { customerCount: 2 } } });
  running.child.kill('SIGTERM');
  expect([await running.ended, /Stopping/.test(running.out())]).toEqual([0, true]);
  // The server of the tests has one login for everything.
  expect(running.out()).toContain('DATABASE_URL signs in as the owner of the audit');
});

test('audit verify says that the audit is whole, and names the entry that was changed behind its back', async () => {
  const whole = json(await run('audit', 'verify', '--json'));
  expect(whole).toEqual({ isWhole: true, entries: expect.any(Number), head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await run('audit', 'verify', '--head', whole.head)).out).toContain(
    `The audit is whole: ${whole.entries} entries.`,
  );

  await client.query('set session_replication_role = replica');
  const { rows } = await client.query(
    `update audit_entry set actor = 'nobody' where id = (select min(id) from audit_entry) returning id`,
  );
  await client.query('set session_replication_role = origin');
  const broken = await run('audit', 'verify');
  expect([broken.code, broken.out]).toEqual([
    1,
    expect.stringContaining(`Entry ${rows[0].id} is not what was written.`),
  ]);
  expect((await run('audit', 'burn')).code).toBe(2);
});

test('output that cannot be written is no success: a sentence and exit code 1', async () => {
  const none = await run('score', '--as-of', '2026-02-24', '--out', '/nonexistent/scores.json');
  expect([none.code, none.err]).toEqual([
    1,
    '/nonexistent/scores.json: there is no such file or folder. Check the path.\n',
  ]);
  const program = path.resolve(import.meta.dirname, '../../dist/api/cli/goodstanding.js');
  const full = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" aging --json > /dev/full`], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'fatal', NODE_ENV: 'test', ...env },
    encoding: 'utf8',
  });
  expect([full.status, full.stderr]).toEqual([
    1,
    'The output: the disk is full. Make room and run the command again.\n',
  ]);
  const folder = await run('score', '--as-of', '2026-02-24', '--out', home);
  expect([folder.code, folder.err]).toEqual([1, `${home}: this is a folder and no file. Name a file in it.\n`]);
});
