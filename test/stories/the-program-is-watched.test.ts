import fs from 'node:fs';
import { jest } from '@jest/globals';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { AgingService } from '../../api/ledger/aging.service.js';
import { ProgramSql, Sql } from '../../api/shared/sql.js';
import { nobodyAt } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

let product: Product;
const lines: string[] = [];
const writeSync = fs.writeSync;
beforeAll(async () => {
  // The log goes to standard error; here it is read.
  fs.writeSync = ((fd: number, text: string, ...rest: never[]) =>
    fd === 2 ? lines.push(text) && Buffer.byteLength(text) : writeSync(fd, text, ...rest)) as typeof writeSync;
  product = await startApi({ env: { LOG_LEVEL: 'info' } });
});
afterAll(async () => {
  await product.close();
  fs.writeSync = writeSync;
});

const get = async (path: string) => {
  const answer = await product.fetch(path);
  return { status: answer.status, body: await answer.text() };
};
const health = async (part: string) => JSON.parse((await get(`/health/${part}`)).body);

test('it lives while its process runs, and asks nothing to say so', async () => {
  const statements = await statementsDuring(async () => {
    expect(await health('live')).toEqual({ status: 'live' });
  });
  expect(statements).toEqual([]);
  expect((await get('/health/live')).status).toBe(200);
});

test('it is ready when the database answers and knows every table', async () => {
  expect((await get('/health/ready')).status).toBe(200);
  expect(await health('ready')).toEqual({ status: 'ready', checks: { database: 'ok', migrations: 'ok' } });
});

test('a step of the schema that is missing is named', async () => {
  const { rows } = await asOwner(
    product.databaseUrl,
    'delete from migrations where id = (select max(id) from migrations) returning *',
  );
  const [last] = rows as { id: number; name: string; timestamp: number }[];
  expect((await get('/health/ready')).status).toBe(503);
  expect(await health('ready')).toEqual({
    status: 'not ready',
    checks: { database: 'ok', migrations: `not done: ${last?.name}` },
  });
  await asOwner(product.databaseUrl, {
    text: 'insert into migrations (id, name, timestamp) values ($1, $2, $3)',
    values: [last?.id, last?.name, last?.timestamp],
  });
  expect((await get('/health/ready')).status).toBe(200);
});

test.each([
  ['is away', () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))],
  ['does not answer', () => new Promise<never>(() => {})],
])('a database that %s is said within a second or so, without its address', async (_what, rows) => {
  const broken = jest.spyOn(product.get(ProgramSql), 'rows').mockImplementation(rows);
  const began = performance.now();
  try {
    expect((await get('/health/ready')).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await health('ready')).toEqual({
      status: 'not ready',
      checks: { database: 'did not answer within 1000 ms', migrations: 'not known' },
    });
    expect((await get('/health/live')).status).toBe(200);
  } finally {
    broken.mockRestore();
  }
});

test('requests, jobs, messages and rows are counted, and nothing of a customer is told', async () => {
  const customer = await TestLedger.of(product).customer('Orchard Lane Foods');
  await product.gql('{ book { today } }');
  await product.ask('{ nonsense }');
  await product.gql('mutation ($input: HoldInput!) { putOrdersOnHold(input: $input) { state } }', {
    input: { customerId: customer.id, note: 'a private note' },
  });
  await get('/customers/7');
  const jobs = product.get(Jobs);
  let runs = 0;
  jobs.declare({
    id: 'goes-wrong-once',
    description: 'A job of this story.',
    run: async () => {
      runs += 1;
      if (runs === 1) throw new Error('this once');
    },
  });
  await jobs.enqueue(null, 'goes-wrong-once', {});
  await jobs.enqueue(null, 'goes-wrong-once', {});
  await product.work();
  await product
    .get(Sql)
    .rows(
      `insert into delivery (customer_id, planned_for, channel, recipient, subject, body_text, body_html) values ($1, '2026-11-20', 'email', 'ann@orchard.example', 's', 't', 'h')`,
      [customer.id],
    );
  await product
    .get(Sql)
    .rows(
      `insert into import (created_at, state, files, report) values ('2026-11-22T08:00:00Z', 'posted', '[]', '{"invoices": {"added": 12, "unchanged": 3, "updated": 0}}')`,
    );
  const { body } = await get('/metrics');
  const figure = (name: string) =>
    Number(
      body
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .at(-1),
    );
  expect(figure('goodstanding_request_seconds_count{kind="query",status="200"}')).toBeGreaterThan(0);
  for (const [name, value] of [
    ['goodstanding_request_seconds_count{kind="mutation",status="200"}', 1],
    ['goodstanding_request_seconds_count{kind="graphql",status="400"}', 1],
    ['goodstanding_request_seconds_count{kind="page",status="200"}', 1],
    ['goodstanding_jobs_total{job="goes-wrong-once",outcome="failed"}', 1],
    ['goodstanding_jobs_total{job="goes-wrong-once",outcome="done"}', 1],
    ['goodstanding_messages{state="queued"}', 1],
    ['goodstanding_import_rows{outcome="added"}', 12],
    ['goodstanding_import_rows{outcome="unchanged"}', 3],
  ] as const)
    expect([name, figure(name)]).toEqual([name, value]);
  expect(figure('process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(body).not.toMatch(/Orchard|private|ann@/);
});

const asked = (id?: string) =>
  product.fetch(`/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(id === undefined ? {} : { 'x-request-id': id }) },
    body: JSON.stringify({ query: '{ portfolio { agingByCurrency { currency } } }' }),
  });

test('each request has an id: the asker’s own when it is plain and short, else one of ours', async () => {
  const own = async (id?: string) => (await asked(id)).headers.get('x-request-id');
  expect(await own('checkout-7.b')).toBe('checkout-7.b');
  for (const id of [undefined, 'two words', '"},{"level":60', 'x'.repeat(65)])
    expect(await own(id)).toMatch(/^[0-9a-f]{12}$/);
  expect(await own()).not.toBe(await own());
});

test('the reference of a masked error is the id of its request, and finds every line about it', async () => {
  const broken = jest.spyOn(product.get(AgingService), 'totals').mockRejectedValue(new Error('a secret of ours'));
  lines.length = 0;
  try {
    const answers = await Promise.all([asked('first'), asked('second')]);
    const told = await Promise.all(
      answers.map((answer) => answer.json() as Promise<{ errors: { extensions: { reference: string } }[] }>),
    );
    expect(told.map(({ errors }) => errors[0]?.extensions.reference)).toEqual(['first', 'second']);
    await get('/health/live');
    const logged = lines.map((line) => JSON.parse(line));
    for (const id of ['first', 'second'])
      expect(logged.filter(({ request }) => request === id).map(({ msg }) => msg)).toEqual([
        expect.stringMatching(new RegExp(`^${id} Error: a secret of ours`)),
        expect.stringMatching(/^POST \/graphql 200 \d+ ms$/),
      ]);
  } finally {
    broken.mockRestore();
  }
});

test('what is refused is no mistake of ours: the log has its code, the line of the request and no more', async () => {
  lines.length = 0;
  const { errors } = await product.ask('{ customer(id: "999999") { name } }');
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await get('/health/live');
  expect(lines.map((line) => JSON.parse(line)).filter(({ msg }) => !/health/.test(msg))).toMatchObject([
    { level: 30, msg: 'NOT_FOUND' },
    { level: 30, msg: expect.stringMatching(/^POST \/graphql 200 \d+ ms$/) },
  ]);
});

test('who tries what is not theirs is a warning, with who it was and from where', async () => {
  lines.length = 0;
  await nobodyAt(product.url).ask(
    'mutation { signIn(input: { email: "nobody@firm.example", password: "wrong" }) { permissions } }',
  );
  const sales = await product.as(PersonRole.SALES);
  await sales.ask('{ people(first: 1) { totalCount } a: people(first: 1) { totalCount } }');
  await sales.ask(
    'mutation { setExchangeRate(input: { currency: "USD", validOn: "2026-11-22", rate: 1, source: "x" }) { rate } }',
  );
  const warned = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 40);
  expect(warned).toMatchObject([
    { msg: 'SIGN_IN_REFUSED', who: 'nobody', from: expect.stringMatching(/127\.0\.0\.1$/) },
    { msg: 'FORBIDDEN', who: expect.stringMatching(/^person \d+$/) },
    { msg: 'FORBIDDEN', who: expect.stringMatching(/^person \d+$/), from: expect.stringMatching(/127\.0\.0\.1$/) },
  ]);
});
