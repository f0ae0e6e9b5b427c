import { StoppedClock } from '../../api/shared/clock.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { SmsGateway } from '../support/sms-gateway.js';

// Text messages over a gateway that takes, defers, refuses, breaks off and says what nobody understands. A Monday.
const clock = new StoppedClock('2026-11-23T10:00:00Z');
const gateway = new SmsGateway();
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  const url = await gateway.listen();
  product = await startApi({
    clock,
    env: {
      SMS_URL: url,
      SMS_KEY: 'k-123',
      SMS_SENDER: 'Orchard',
      SMS_SECONDS: '0.5',
      MAIL_FROM: 'Orchard Ltd <us@seller.example>',
    },
  });
  ledger = TestLedger.of(product);
  await steps({ key: 'T-7 text', offsetDays: -7, channel: 'sms', audience: {} });
});
afterAll(async () => {
  await product.close();
  await gateway.close();
});

const steps = (...of: object[]) =>
  ledger.sql.rows(`update campaign set document = jsonb_set(document, '{steps}', $1)`, [JSON.stringify(of)]);

async function owing(name: string, phone: string | null, columns: Record<string, unknown> = {}) {
  const customer = await ledger.customer(name, { country: 'GB', ...columns });
  await ledger.insert('contact', { customer_id: customer.id, name: `Ms ${name}`, phone });
  return customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 123_450 });
}
const send = async () =>
  (await product.gql('mutation { sendReminders(input: {}) { queued alreadySent leftOut } }')).sendReminders;
const deliveries = async (customerId: number) =>
  (
    await product.gql(
      'query ($id: ID!) { deliveries(filter: { customerId: $id }) { nodes { id to channel state error text } } }',
      { id: customerId },
    )
  ).deliveries.nodes;
const laterOn = async () => {
  await ledger.sql.rows('update graphile_worker._private_jobs set run_at = now()');
  await product.work();
};

test('a text message goes once to the mobile number, in the short words of the template', async () => {
  const customer = await owing('Once', '07400 123456');
  await Promise.all([send(), send()]);
  await product.work();
  await send();
  await product.work();
  expect(gateway.taken).toEqual([
    {
      from: 'Orchard',
      to: '+447400123456',
      text: 'Orchard Ltd: invoice INV-Once over EUR 1,234.50 falls due on 30 Nov 2026. Is something wrong with it? Please tell us now. Write to us@seller.example. Our bank details never change by text message.',
      key: 'Bearer k-123',
    },
  ]);
  expect(await deliveries(customer.id)).toEqual([
    expect.objectContaining({ channel: 'sms', state: 'SENT', error: null, to: '07400 123456' }),
  ]);
});

test('whoever has only a fixed line, or no number, gets none, and the send ledger says why', async () => {
  const fixed = await owing('Fixed', '+44 20 7946 0001');
  const none = await owing('None', null);
  await send();
  await product.work();
  for (const customer of [fixed, none]) {
    const { reminderSteps } = await product.gql(
      'query ($id: ID!) { reminderSteps(filter: { customerId: $id }) { nodes { channel state reason sentence } } }',
      { id: customer.id },
    );
    expect(reminderSteps.nodes).toEqual([
      {
        channel: 'SMS',
        state: 'NOT_SENT',
        reason: 'CONTACT_MISSING',
        sentence: `${customer.name} has no telephone number that takes text messages: add a contact with one.`,
      },
    ]);
  }
  expect(gateway.attempts).toHaveLength(1);
});

test.each([
  ['not let in', '+447400123401', /401: .*Wrong key/],
  ['too many', '+447400123402', /429: .*Too many/],
] as const)(
  'a gateway that says it is no fault of the message (%s) is asked again, each time later',
  async (mood, to, said) => {
    const customer = await owing(mood, to);
    gateway.will(to, mood, mood);
    await send();
    await product.work();
    expect(await deliveries(customer.id)).toEqual([
      expect.objectContaining({ state: 'QUEUED', error: expect.stringMatching(said) }),
    ]);
    const [{ waits } = { waits: 0 }] = await ledger.sql.rows<{ waits: number }>(
      `select extract(epoch from run_at - now())::float8 as waits from graphile_worker._private_jobs where key = $1`,
      [`delivery-${customer.id}-${(await deliveries(customer.id))[0].id}`],
    );
    expect(waits).toBeGreaterThan(1);
    await laterOn();
    await laterOn();
    const asked = gateway.attempts.filter((each) => each.to === to);
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ once }) => once)).size).toBe(1);
    expect(gateway.taken.filter((each) => each.to === to)).toHaveLength(1);
    expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'SENT', error: null })]);
  },
);

test('a gateway that says no is not asked again, and what it said is kept', async () => {
  const customer = await owing('refused', '+447400123403');
  gateway.will('+447400123403', 'refuse');
  await send();
  await product.work();
  await laterOn();
  expect(await deliveries(customer.id)).toEqual([
    expect.objectContaining({ state: 'REFUSED', error: expect.stringMatching(/Not a number we reach/) }),
  ]);
});

test.each([
  ['broken', '+447400123404'],
  ['says nothing of a message', '+447400123405'],
  ['answers in HTML', '+447400123406'],
  ['never answers', '+447400123407'],
  ['takes and drops the line', '+447400123408'],
  ['breaks off its answer', '+447400123409'],
] as const)(
  'where nobody knows whether it was taken (%s), it is in doubt and never sent again by itself',
  async (mood, to) => {
    const customer = await owing(mood, to);
    gateway.will(to, mood);
    await send();
    await product.work();
    await laterOn();
    await send();
    await laterOn();
    expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'UNKNOWN' })]);
    expect(gateway.attempts.filter((each) => each.to === to)).toHaveLength(1);
  },
);

test('what was paid between plan and sending is not said', async () => {
  const customer = await owing('Paid', '+447400123410');
  await send();
  await customer.pays('P1', '2026-11-23', 123_450, { 'INV-Paid': 123_450 });
  await product.work();
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect(gateway.attempts.filter(({ to }) => to === '+447400123410')).toEqual([]);
});

test('one message a customer and day over all channels: the e-mail goes, the text message waits', async () => {
  await steps(
    { key: 'T-7 text', offsetDays: -7, channel: 'sms', audience: {} },
    { key: 'T-7', offsetDays: -7, channel: 'email', audience: {} },
  );
  const customer = await owing('Both', '+447400123411');
  await customer.contact('both@customer.example');
  const { reminderPlan } = await product.gql(
    '{ reminderPlan { messages(filter: { search: "Both" }) { nodes { to channel } } leftOut(filter: { search: "Both" }) { nodes { step reason } } } }',
  );
  expect(reminderPlan).toEqual({
    messages: { nodes: [{ to: 'both@customer.example', channel: 'EMAIL' }] },
    leftOut: { nodes: [{ step: 'T-7 text', reason: 'GAP' }] },
  });
  await send();
  await product.work();
  await steps({ key: 'T-7 text', offsetDays: -7, channel: 'sms', audience: {} });
  await send();
  await product.work();
  expect((await deliveries(customer.id)).map(({ channel }: { channel: string }) => channel)).toEqual(['email']);
});
