import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { type Asker, keyHolder } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

let product: Product;
let admin: Asker;
beforeAll(async () => {
  product = await startApi();
  admin = await product.as(PersonRole.ADMIN);
  const customer = await TestLedger.of(product).customer('Bäckerei Blume');
  await customer.contact('pay@blume.example');
  await customer.invoice('R1', { issued: '2026-11-01', due: '2026-11-30', minor: 120_000 });
});
afterAll(() => product.close());

const MAKE = `mutation ($input: MakeApiKeyInput!) { makeApiKey(input: $input) { key apiKey { id name prefix permissions madeBy expiresAt lastUsedAt revokedAt isUsable } } }`;
const make = async (name: string, permissions: string[], validDays?: number) =>
  (await admin.gql(MAKE, { input: { name, permissions, validDays } })).makeApiKey;
const revoke = (id: string) => admin.gql(`mutation { revokeApiKey(id: "${id}") { revokedAt isUsable } }`);
const inBook = '{ book { today } }';

test('the campaign robot sends reminders with its key, and may do nothing else; the audit names the key', async () => {
  const { key, apiKey } = await make('campaign robot', ['reminders.read', 'reminders.send']);
  expect(key).toMatch(/^gs_[0-9a-f]{8}_[\w-]{43}$/);
  expect(apiKey).toEqual({
    id: expect.any(String),
    name: 'campaign robot',
    prefix: key.slice(3, 11),
    permissions: ['reminders.read', 'reminders.send'],
    madeBy: 'Admin',
    expiresAt: '2027-11-22T09:00:00.000Z',
    lastUsedAt: null,
    revokedAt: null,
    isUsable: true,
  });
  const robot = keyHolder(product.url, key);
  const clock = product.get(Clock) as StoppedClock;
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  const { sendReminders } = await robot.gql(`mutation { sendReminders(input: { on: "2026-11-23" }) { queued } }`);
  clock.moveTo(`${TODAY}T09:00:00Z`);
  expect(sendReminders).toEqual({ queued: 1 });
  const refused = [
    '{ decisions { totalCount } }',
    'mutation { vet(input: { companyName: "X", entityType: COMPANY, currency: "EUR", contractValueMinor: 1, monthlyRunMinor: 1, termsDaysAsked: 30 }) { __typename } }',
    `mutation { scoreBook(input: { asOf: "${TODAY}" }) { __typename } }`,
    inBook,
    '{ apiKeys { totalCount } }',
    '{ people { totalCount } }',
  ];
  for (const query of refused)
    expect([query, (await robot.ask(query)).errors?.[0]?.extensions.code]).toEqual([query, 'FORBIDDEN']);
  expect((await robot.gql('{ me { permissions } }')).me).toBeNull();
  const { auditEntries } = await (await product.as(PersonRole.MANAGER)).gql(
    '{ auditEntries(first: 20) { nodes { actor origin action subjectType subjectId details } } }',
  );
  expect(auditEntries.nodes).toContainEqual(
    expect.objectContaining({
      actor: `key campaign robot (${apiKey.prefix})`,
      origin: expect.stringContaining('127.0.0.1'),
    }),
  );
  expect(auditEntries.nodes).toContainEqual({
    actor: expect.stringContaining('Admin'),
    origin: expect.any(String),
    action: 'made a key',
    subjectType: 'key',
    subjectId: apiKey.id,
    details: {
      name: 'campaign robot',
      prefix: apiKey.prefix,
      permissions: ['reminders.read', 'reminders.send'],
      expiresAt: '2027-11-22T09:00:00.000Z',
    },
  });
});

test('the ERP reads the ledger with its key and asks whether it may supply', async () => {
  const { key } = await make('ERP', ['ledger.read', 'supply.ask']);
  const erp = keyHolder(product.url, key);
  expect((await erp.gql('{ invoices { totalCount } }')).invoices.totalCount).toBe(1);
  expect(
    (await erp.ask('{ customers { nodes { customer { score { points } } } } }')).errors?.[0]?.extensions.code,
  ).toBe('FORBIDDEN');
});

test('the key itself is nowhere but in the answer that made it', async () => {
  const { key } = await make('CRM', ['ledger.read']);
  const secret = key.slice(12);
  const tables = await product
    .get(Sql)
    .rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
  for (const { name } of tables) {
    const rows = await product.get(Sql).rows(`select t::text as row from ${name} t`);
    expect([name, JSON.stringify(rows).includes(secret)]).toEqual([name, false]);
  }
});

/** What an answer gives away: everything but its request’s id and the time. */
async function given(headers: Record<string, string>) {
  const answer = await product.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: '', ...headers },
    body: JSON.stringify({ query: '{ me { permissions } }' }),
  });
  return [answer.status, await answer.text(), answer.headers.get('set-cookie')];
}

test('a key that is forged, cut, too long, in other letters, expired or revoked gets the same 401, for the same work', async () => {
  const { key, apiKey } = await make('robot', ['book.read']);
  const expired = await make('old robot', ['book.read'], 1);
  const revoked = await make('lost robot', ['book.read']);
  expect((await keyHolder(product.url, revoked.key).gql(inBook)).book.today).toBe(TODAY);
  expect((await revoke(revoked.apiKey.id)).revokeApiKey).toEqual({
    revokedAt: `${TODAY}T09:00:00.000Z`,
    isUsable: false,
  });
  await product
    .get(Sql)
    .rows("update api_key set made_at = made_at - interval '2 days', expires_at = $2 where id = $1", [
      expired.apiKey.id,
      product.get(Clock).now(),
    ]);
  const flip = (text: string) =>
    text.replace(/[a-z]/gi, (sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()));
  const wrong = {
    forged: `gs_${apiKey.prefix}_${'A'.repeat(43)}`,
    'of another prefix': `gs_00000000_${key.slice(12)}`,
    cut: key.slice(0, -1),
    longer: `${key}A`,
    'in other letters': flip(key),
    'in other letters of the secret': `${key.slice(0, 12)}${flip(key.slice(12))}`,
    'the secret alone': key.slice(12),
    'ten thousand signs': `${key}${'x'.repeat(10_000)}`,
    'signs of SQL': `gs_${apiKey.prefix}_'or''='`,
    expired: expired.key,
    'revoked, though used before': revoked.key,
  };
  const expected = [401, '{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}', null];
  for (const [what, bearer] of Object.entries(wrong)) {
    const statements = await statementsDuring(async () => {
      expect([what, ...(await given({ authorization: `Bearer ${bearer}` }))]).toEqual([what, ...expected]);
    });
    expect([what, statements.length]).toEqual([what, 1]);
  }
  for (const authorization of ['Bearer', 'Bearer ', `Basic ${btoa(`x:${key}`)}`, key, `Bearer ${key} ${key}`])
    expect([authorization, ...(await given({ authorization }))]).toEqual([authorization, ...expected]);
  expect((await given({ authorization: `bearer ${key}` }))[0]).toBe(200);
});

test('a wrong key is not made good by a right cookie', async () => {
  expect((await given({ authorization: 'Bearer gs_none', cookie: product.cookie }))[0]).toBe(401);
});

test.each([
  ['key', { authorization: `Bearer ${'x'.repeat(20_000)}` }],
  ['cookie', { cookie: `goodstanding=${'x'.repeat(20_000)}` }],
])('a %s larger than is read never reaches us; who sent it is told so, and the program goes on', async (_, headers) => {
  const [status, body] = await new Promise<[number | undefined, string]>((resolve, reject) => {
    httpRequest(`${product.url}/graphql`, { headers })
      .on('response', (answer) => text(answer).then((read) => resolve([answer.statusCode, read]), reject))
      .on('error', reject)
      .end();
  });
  expect([status, JSON.parse(body).errors[0].extensions.code]).toEqual([401, 'HEADERS_TOO_LARGE']);
  expect((await given({ cookie: product.cookie }))[0]).toBe(200);
});

test('what is no HTTP at all is answered with 400 and nothing more', async () => {
  const { port } = new URL(product.url);
  const socket = connect(Number(port), '127.0.0.1').end('no such protocol\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n$/);
});

test('a key is for what other programs may do, for a year at most, and has a name', async () => {
  const tried = async (input: object) => {
    const { errors } = await admin.ask(MAKE, { input });
    return errors?.[0]?.extensions.code;
  };
  const robot = { name: 'robot', permissions: ['book.read'] };
  expect(await tried({ ...robot, permissions: ['credit-checks.read'] })).toBe('BAD_INPUT');
  expect(await tried({ ...robot, permissions: ['keys.manage'] })).toBe('BAD_INPUT');
  expect(await tried({ ...robot, permissions: ['made.up'] })).toBe('BAD_INPUT');
  expect(await tried({ ...robot, permissions: [] })).toBe('BAD_INPUT');
  expect(await tried({ ...robot, name: '   ' })).toBe('BAD_INPUT');
  expect(await tried({ ...robot, name: 'two\nlines' })).toBe('BAD_INPUT');
  for (const validDays of [0, -1, 367]) expect(await tried({ ...robot, validDays })).toBe('BAD_INPUT');
  expect(await tried({ ...robot, validDays: 366 })).toBeUndefined();
  const { keyPermissions } = await admin.gql('{ keyPermissions { code says } }');
  expect(keyPermissions).toContainEqual({ code: 'supply.ask', says: 'Ask whether a customer may be supplied.' });
});

test('only who manages keys sees, makes and revokes them', async () => {
  for (const role of Object.values(PersonRole).filter((each) => each !== PersonRole.ADMIN)) {
    const asker = await product.as(role);
    const input = { name: 'robot', permissions: ['book.read'] };
    for (const query of ['{ apiKeys { totalCount } }', 'mutation { revokeApiKey(id: "1") { id } }'])
      expect([role, query, (await asker.ask(query)).errors?.[0]?.extensions.code]).toEqual([role, query, 'FORBIDDEN']);
    expect((await asker.ask(MAKE, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

test('last used is written down, every few minutes and not at every request', async () => {
  const { key, apiKey } = await make('often', ['book.read']);
  const often = keyHolder(product.url, key);
  const lastUsed = async () =>
    (await admin.gql('{ apiKeys(filter: { search: "often" }) { nodes { lastUsedAt } } }')).apiKeys.nodes[0].lastUsedAt;
  const clock = product.get(Clock) as StoppedClock;
  await often.gql(inBook);
  expect(await lastUsed()).toBe(`${TODAY}T09:00:00.000Z`);
  clock.moveTo(`${TODAY}T09:04:00Z`);
  const statements = await statementsDuring(() => often.gql(inBook));
  expect(statements.filter((each) => /^update/.test(each))).toEqual([]);
  clock.moveTo(`${TODAY}T09:06:00Z`);
  await often.gql(inBook);
  expect(await lastUsed()).toBe(`${TODAY}T09:06:00.000Z`);
  clock.moveTo(`${TODAY}T09:00:00Z`);
  await revoke(apiKey.id);
});

test('a key revoked twice stays revoked when it was; one that is not there is said so', async () => {
  const { apiKey } = await make('twice', ['book.read']);
  await revoke(apiKey.id);
  await revoke(apiKey.id);
  const entries = await product
    .get(Sql)
    .rows(`select from audit_entry where action = 'revoked a key' and subject_id = $1`, [apiKey.id]);
  expect(entries.length).toBe(1);
  expect((await admin.ask('mutation { revokeApiKey(id: "4711") { id } }')).errors?.[0]?.extensions.code).toBe(
    'NOT_FOUND',
  );
});

test('what programs may no longer do, a key made before may not do either', async () => {
  const { key, apiKey } = await make('outlived', ['book.read']);
  await product.get(Sql).rows(`update api_key set permissions = '{book.read,audit.read}' where id = $1`, [apiKey.id]);
  expect((await keyHolder(product.url, key).ask('{ auditEntries { totalCount } }')).errors?.[0]?.extensions.code).toBe(
    'FORBIDDEN',
  );
});

test('the list of keys is filtered', async () => {
  const count = async (filter: string) =>
    (await admin.gql(`{ apiKeys(filter: { ${filter} }) { totalCount } }`)).apiKeys.totalCount;
  const [all, usable, not] = [await count(''), await count('isUsable: true'), await count('isUsable: false')];
  expect([all, usable > 0, not > 0]).toEqual([usable + not, true, true]);
  expect(await count('search: "campaign"')).toBe(1);
});
