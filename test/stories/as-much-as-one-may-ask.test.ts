import { Keys } from '../../api/auth/keys.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { RateLimit } from '../../api/edge/rate-limit.js';
import { keyHolder, nobodyAt } from '../support/asker.js';
import { type Product, startApi } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

let product: Product;
let strict: Product;
beforeAll(async () => {
  product = await startApi();
  strict = await startApi({
    env: { REQUESTS_PER_MINUTE: '3', UPLOADS_PER_MINUTE: '1', TRUSTED_PROXIES: 'loopback' },
  });
});
afterAll(async () => {
  await product.close();
  await strict.close();
});

const post = ({ fetch }: Product, body: string, headers: Record<string, string> = {}, path = '/graphql') =>
  fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
/** All but who asks. */
const ofQuestions = (statements: string[]) => statements.filter((each) => !/from session/.test(each));
const today = JSON.stringify({ query: '{ book { today } }' });
const me = JSON.stringify({ query: '{ me { permissions } }' });
const asks = (body: string, address: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
  body,
});

test('who asks more than a minute allows is told how long to wait; others are answered', async () => {
  const asking = (address: string) => post(strict, today, { 'x-forwarded-for': address });
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await asking('192.0.2.1')).status);
  const statements = await statementsDuring(async () => {
    const answer = await asking('192.0.2.1');
    statuses.push(answer.status);
    expect(answer.headers.get('retry-after')).toBe('20');
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: 'More than 3 requests a minute came from your address. Try again in 20 seconds.',
          extensions: { code: 'TOO_MANY_REQUESTS' },
        },
      ],
    });
  });
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect(ofQuestions(statements)).toEqual([]);
  expect((await nobodyAt(strict.url).fetch('/graphql', asks(me, '192.0.2.2'))).status).toBe(200);
  expect((await fetch(`${strict.url}/portfolio`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200);
});

test.each(['a person', 'a key'])('%s has one limit, from however many addresses', async (who) => {
  const { key } = await strict.get(Keys).make({ name: 'robot', permissions: ['book.read'], validDays: 1 });
  const asker = who === 'a key' ? keyHolder(strict.url, key) : await strict.as(PersonRole.FINANCE);
  const statuses = [];
  for (let i = 0; i < 3; i++)
    statuses.push((await asker.fetch('/graphql', asks(today, `203.0.113.${who.length}${i}`))).status);
  const answer = await asker.fetch('/graphql', asks(today, `203.0.113.${who.length}9`));
  expect([...statuses, answer.status, answer.headers.get('retry-after')]).toEqual([200, 200, 200, 429, '20']);
  expect(await answer.json()).toEqual({
    errors: [
      {
        message: 'More than 3 requests a minute came in your name. Try again in 20 seconds.',
        extensions: { code: 'TOO_MANY_REQUESTS' },
      },
    ],
  });
  const colleague = await strict.as(PersonRole.FINANCE);
  expect((await colleague.fetch('/graphql', asks(today, `203.0.113.${who.length}9`))).status).toBe(200);
});

test('an address is believed only of a proxy one trusts', async () => {
  const own = await startApi({ env: { REQUESTS_PER_MINUTE: '1' } });
  const asking = (address: string) => post(own, today, { 'x-forwarded-for': address });
  expect([(await asking('192.0.2.1')).status, (await asking('192.0.2.2')).status]).toEqual([200, 429]);
  await own.close();
});

test('uploads have a limit of their own', async () => {
  const asker = await strict.as(PersonRole.FINANCE);
  const upload = () => {
    const form = new FormData();
    form.append('file', new Blob(['number,name\n']), 'customers.csv');
    return asker.fetch('/imports', { method: 'POST', body: form, headers: { 'x-forwarded-for': '192.0.2.3' } });
  };
  expect((await upload()).status).toBe(201);
  const answer = await upload();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
  expect(await answer.json()).toEqual({
    code: 'TOO_MANY_REQUESTS',
    message: 'More than 1 uploads a minute came from your address. Try again in 60 seconds.',
  });
});

test('a bucket fills evenly, never beyond a minute, and only so many addresses are remembered', () => {
  const limit = new RateLimit(60);
  const take = (count: number, at: number, address = '192.0.2.1') =>
    Array.from({ length: count }, () => limit.secondsToWait(address, at)).filter((seconds) => seconds === 0).length;
  expect([take(100, 0), take(100, 1_000), take(100, 11_000), take(100, 600_000)]).toEqual([60, 1, 10, 60]);
  expect(take(100, 600_000, '::ffff:192.0.2.1')).toBe(0);
  expect([take(100, 0, '2001:db8::1'), take(100, 0, '2001:db8:0:0:ffff::2'), take(100, 0, '2001:db8:0:1::1')]).toEqual([
    60, 0, 60,
  ]);
  for (let i = 0; i < 20_000; i++) limit.secondsToWait(`10.1.${i >> 8}.${i & 255}`, 600_000);
  expect(limit.addresses).toBe(10_000);
});

test.each([
  ['ten megabytes', 413, 'BODY_TOO_LARGE', JSON.stringify({ query: `{ book { today } } #${'x'.repeat(10_000_000)}` })],
  ['half a JSON', 400, 'BODY_NOT_JSON', '{"query": '],
])('%s are refused with a code and a sentence, whoever is asked', async (_what, status, code, body) => {
  for (const path of ['/graphql', '/imports/7']) {
    const answer = await post(product, body, {}, path);
    const said = (await answer.json()) as {
      code?: string;
      message?: string;
      errors?: { message: string; extensions: { code: string } }[];
    };
    expect([answer.status, said.code ?? said.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(said.message ?? said.errors?.[0]?.message).toMatch(/^The request is .*\.$/);
    expect(JSON.stringify(said)).not.toMatch(/stack|node_modules|<html/);
  }
});

const repeated = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
test.each([
  ['a thousand names for one thing', `{ ${repeated(1_000, (i) => `a${i}: book { today }`)} }`, 'QUERY_TOO_COMPLEX'],
  [
    'names hidden in a fragment',
    `{ book { ...F } } fragment F on Book { ${repeated(200, (i) => `a${i}: today`)} }`,
    'QUERY_TOO_COMPLEX',
  ],
  ['a hundred thousand words', `{ book { ${'today '.repeat(100_000)} } }`, 'QUERY_TOO_COMPLEX'],
  [
    'fragments in a circle',
    '{ book { ...A } } fragment A on Book { ...B } fragment B on Book { ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
])('%s: refused before any of it runs', async (_what, query, code) => {
  const statements = await statementsDuring(async () => {
    const answer = await post(product, JSON.stringify({ query }));
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([answer.status, errors[0]?.extensions.code]).toEqual([400, code]);
  });
  expect(ofQuestions(statements)).toEqual([]);
});

test('many questions in one request are refused before any of them runs', async () => {
  const statements = await statementsDuring(async () => {
    const batch = JSON.stringify(Array.from({ length: 50 }, () => ({ query: '{ book { today } }' })));
    expect((await post(product, batch)).status).toBe(400);
  });
  expect(ofQuestions(statements)).toEqual([]);
});
