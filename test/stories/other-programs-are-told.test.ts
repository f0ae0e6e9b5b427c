import { PersonRole } from '../../api/auth/person.entity.js';
import { RetentionService } from '../../api/privacy/retention.service.js';
import { IncomingMails } from '../../api/reminders/incoming/incoming-mail.service.js';
import { PaidAfter } from '../../api/reminders/paid-after.service.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { networksOf } from '../../api/webhooks/outside.js';
import { post } from '../../api/webhooks/webhook-post.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

// What becomes of messages is told to other programs: signed, in order, at least once, and given up where a person sees it.

const TODAY = '2026-11-23';
const clock = new StoppedClock(`${TODAY}T09:00:00Z`);
const erp = new WebhookReceiver();
let product: Product;
let admin: Asker;
let ledger: TestLedger;
beforeAll(async () => {
  await erp.listen();
  product = await startApi({ clock, env: { WEBHOOK_NETWORKS: '127.0.0.1' } });
  admin = await product.as(PersonRole.ADMIN);
  ledger = TestLedger.of(product);
  erp.secret = (await add({ name: 'ERP', url: erp.url, events: ['SENT', 'BOUNCED', 'REPLIED', 'PAID_AFTER'] })).secret;
});
afterAll(async () => {
  await product.close();
  await erp.close();
});

const ADD =
  'mutation ($input: AddWebhookEndpointInput!) { addWebhookEndpoint(input: $input) { secret endpoint { id name url events waiting dead endedAt } } }';
const add = async (input: object) => (await admin.gql(ADD, { input })).addWebhookEndpoint;
const events = async (filter: object = {}) =>
  (
    await admin.gql(
      'query ($filter: WebhookEventFilter) { webhookEvents(filter: $filter, direction: ASC) { nodes { id state type attempts error endpointName customer { name } } } }',
      { filter },
    )
  ).webhookEvents.nodes;

/** A customer that is reminded today of an invoice that falls due in a week. */
async function reminded(name: string) {
  const customer = await (await ledger.customer(name)).contact(`${name.toLowerCase()}@firm.example`);
  await customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
  await product.get(RemindersService).send();
  await product.work();
  const row = await ledger.sql.one<{ token: string }>(
    'select mail_token as token from delivery where customer_id = $1',
    [customer.id],
  );
  const answers = (text: string) =>
    product
      .get(IncomingMails)
      .take(Buffer.from(`In-Reply-To: <${row?.token}@x>\r\nFrom: a@b.example\r\n\r\n${text}`), 'folder');
  return { customer, answers };
}
/** The time until the next try has passed. */
async function later(minutes: number) {
  clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000).toISOString());
  await ledger.sql.rows('update graphile_worker._private_jobs set run_at = now()');
  await product.work();
  clock.moveTo(`${TODAY}T09:00:00Z`);
}

test('sent, answered and paid: another program hears each, signed, in its order, with a key of its own', async () => {
  const { customer, answers } = await reminded('Told');
  await answers('On Friday.');
  await customer.pays('P1', TODAY, 10_000, { 'INV-Told': 10_000 });
  await product.get(PaidAfter).tell();
  await product.work();
  await product.get(PaidAfter).tell();
  await product.work();
  const heard = erp.take();
  expect(heard.map(({ type, isSigned }) => [type, isSigned])).toEqual([
    ['sent', true],
    ['replied', true],
    ['paid-after', true],
  ]);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(3);
  expect(heard.map(({ data }) => data)).toEqual([
    {
      deliveryId: expect.any(Number),
      on: TODAY,
      channel: 'email',
      invoices: ['INV-Told'],
      customerNumber: customer.number,
    },
    { deliveryId: expect.any(Number), isPermanent: false, detail: null, customerNumber: customer.number },
    { invoice: 'INV-Told', settledOn: TODAY, steps: ['T-7'], customerNumber: customer.number },
  ]);
});

test('what was taken goes after its time, and is not told again', async () => {
  const kept = () => ledger.sql.rows('select type from webhook_event order by id');
  expect(await kept()).toHaveLength(3);
  await product.get(RetentionService).apply();
  expect(await kept()).toHaveLength(3);
  await ledger.sql.rows(`update retention set days = 1 where what = 'told events'`);
  clock.moveTo('2026-11-25T09:00:00Z');
  await product.get(RetentionService).apply();
  expect(await kept()).toEqual([]);
  await product.get(PaidAfter).tell();
  await product.work();
  expect(erp.take()).toEqual([]);
  await ledger.sql.rows(`update retention set days = 90 where what = 'told events'`);
  clock.moveTo(`${TODAY}T09:00:00Z`);
});

test('one that fails hears the same again later, with the same key, and of that customer nothing else before it', async () => {
  erp.moods.push(500);
  const { customer, answers } = await reminded('Fails');
  await answers('Yes.');
  await product.work();
  const other = await reminded('Another');
  const first = erp.take();
  expect(first.map(({ type, data }) => [type, data.customerNumber])).toEqual([
    ['sent', customer.number],
    ['sent', other.customer.number],
  ]);
  expect(await events({ customerId: String(customer.id) })).toEqual([
    expect.objectContaining({ state: 'WAITING', type: 'SENT', attempts: 1, error: 'It answered 500.' }),
    expect.objectContaining({ state: 'WAITING', type: 'REPLIED', attempts: 0, error: null }),
  ]);
  await later(1);
  const again = erp.take();
  expect(again.map(({ type }) => type)).toEqual(['sent', 'replied']);
  expect(again[0]?.id).toBe(first[0]?.id);
  expect((await events({ customerId: String(customer.id) })).map(({ state }: { state: string }) => state)).toEqual([
    'DELIVERED',
    'DELIVERED',
  ]);
});

test('one that goes on failing is given up after eight tries, which a person sees and may send again', async () => {
  erp.moods.push(...Array.from({ length: 8 }, () => 500));
  const { customer, answers } = await reminded('Dead');
  for (let i = 0; i < 9; i++) await later(500);
  const tries = erp.take();
  expect(tries).toHaveLength(8);
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
  const [dead] = await events({ state: 'DEAD' });
  expect(dead).toMatchObject({
    attempts: 8,
    error: 'It answered 500.',
    endpointName: 'ERP',
    customer: { name: 'Dead' },
  });
  // What came after it is told all the same.
  await answers('Hello?');
  await later(1);
  expect(erp.take().map(({ type }) => type)).toEqual(['replied']);
  const input = { customerId: String(customer.id), eventId: dead.id };
  const again = 'mutation ($input: SendWebhookAgainInput!) { sendWebhookAgain(input: $input) { state } }';
  expect((await product.ask(again, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await admin.gql(again, { input })).sendWebhookAgain).toEqual({ state: 'WAITING' });
  await product.work();
  expect(erp.take().map(({ id }) => id)).toEqual([`evt_${dead.id}`]);
  expect((await admin.ask(again, { input })).errors?.[0]?.extensions.code).toBe('WEBHOOK_EVENT_NOT_DEAD');
});

test.each([
  ['never answers', 'It did not answer in 3 s.'],
  ['hangs in the middle', null],
  ['leads elsewhere', 'It answered 307.'],
  [404, 'It answered 404.'],
] as const)('one that %s is waited for no longer than it has, and followed nowhere', async (mood, error) => {
  erp.moods.push(mood);
  const began = performance.now();
  const own = networksOf(['127.0.0.1']);
  const told = await post(new URL(erp.url), {}, '{"type":"x","data":{}}', { own, withinMs: 3_000 });
  expect([told.error, told.isSilent]).toEqual([error, mood === 'never answers']);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(erp.take()).toHaveLength(1);
});

test('one that is not there holds up nobody: the other customers’ events wait without a try of their own', async () => {
  const away = new WebhookReceiver();
  await away.listen();
  const { url } = away;
  await away.close();
  const { endpoint } = await add({ name: 'Away', url, events: ['SENT'] });
  await reminded('First');
  await reminded('Second');
  expect((await events({ endpointId: endpoint.id })).map(({ attempts }: { attempts: number }) => attempts)).toEqual([
    1, 0,
  ]);
  await admin.gql('mutation ($id: ID!) { endWebhookEndpoint(id: $id) { endedAt } }', { id: endpoint.id });
  erp.take();
  await later(60);
  const after = await events({ endpointId: endpoint.id });
  expect(after.map(({ attempts }: { attempts: number }) => attempts)).toEqual([1, 0]);
});

test.each([
  ['http://erp.example/in', /without TLS/],
  ['ftp://erp.example', /must begin with https/],
  ['not an address', /must begin with https/],
  ['https://me:secret@erp.example', /no name and password/],
  ['https://10.0.0.1/in', /no address of the internet/],
  ['https://169.254.169.254/latest/meta-data', /no address of the internet/],
  ['https://[::1]:4000/', /no address of the internet/],
  ['https://[::ffff:10.0.0.1]/', /no address of the internet/],
  ['https://2130706434/', /no address of the internet/],
])('%s is refused when it is entered', async (url, why) => {
  const { errors } = await admin.ask(ADD, { input: { name: 'x', url, events: ['SENT'] } });
  expect(errors?.[0]).toMatchObject({
    message: expect.stringMatching(why),
    extensions: { code: 'WEBHOOK_ADDRESS_REFUSED' },
  });
});

test('a name that leads into a network of ours is spoken to by nobody, whatever it led to before', async () => {
  const port = new URL(erp.url).port;
  const told = await post(new URL(`http://localhost:${port}`), {}, '{}', { own: networksOf([]) });
  expect(told.error).toMatch(/localhost is (127\.0\.0\.1|::1), which is no address of the internet/);
  expect(erp.take()).toEqual([]);
});

test('only an admin keeps them; the secret is told once, sealed, and in the audit stands neither it nor the path', async () => {
  for (const asker of [product, await product.as(PersonRole.SALES)])
    expect((await asker.ask('{ webhookEndpoints { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { secret, endpoint } = await add({ name: 'CRM', url: 'https://crm.example/in?key=hush', events: ['SENT'] });
  expect(secret).toMatch(/^whsec_/);
  expect(JSON.stringify(await ledger.sql.rows('select * from webhook_endpoint'))).not.toContain(secret);
  const { auditEntries } = await product.gql('{ auditEntries(first: 1) { nodes { action details } } }');
  expect(auditEntries.nodes[0].action).toBe('added a webhook');
  expect(JSON.stringify(auditEntries.nodes[0])).not.toMatch(/hush|whsec_/);
  const { endWebhookEndpoint } = await admin.gql('mutation ($id: ID!) { endWebhookEndpoint(id: $id) { endedAt } }', {
    id: endpoint.id,
  });
  expect(endWebhookEndpoint.endedAt).not.toBeNull();
  expect(await ledger.sql.rows('select secret from webhook_endpoint where id = $1', [endpoint.id])).toEqual([
    { secret: null },
  ]);
});
