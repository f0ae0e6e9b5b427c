import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// The reminders of a day over a real mail server that takes, defers, refuses and breaks off.

/** A Monday: on a Sunday nobody hears from us. */
const TODAY = '2026-11-23';
const mails = new MailServer();
const clock = new StoppedClock(`${TODAY}T09:00:00Z`);
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({
    clock,
    env: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Receivables <us@seller.example>' },
  });
  ledger = TestLedger.of(product);
});
afterAll(async () => {
  await product.close();
  await mails.close();
});

/** A customer with one invoice that falls due in seven days. */
async function owing(name: string, email: string) {
  const customer = await ledger.customer(name);
  await customer.contact(email, `Mr ${name}`);
  return customer.invoice(`INV-${name}`, { issued: '2026-10-30', due: '2026-11-30', minor: 123_450 });
}

const send = async () =>
  (await product.gql('mutation { sendReminders(input: {}) { queued alreadySent leftOut } }')).sendReminders;
const deliveries = async (customerId: number) =>
  (
    await product.gql(
      `query ($id: ID!) { deliveries(filter: { customerId: $id }) { nodes { id to state error attemptedAt invoices { nodes { number } } } } }`,
      { id: customerId },
    )
  ).deliveries.nodes;
/** The queue waits longer after each failure; here the time has passed. */
const laterOn = async () => {
  await ledger.sql.rows('update graphile_worker._private_jobs set run_at = now()');
  await product.work();
};

test('a reminder arrives once, however often and by however many the day is sent', async () => {
  const customer = await owing('Once', 'once@customer.example');
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers.reduce((sum, { queued }) => sum + queued, 0)).toBe(1);
  await Promise.all([product.work(), product.work()]);
  await send();
  await product.work();
  expect(mails.receivedFor('once@customer.example')).toHaveLength(1);
  expect(await deliveries(customer.id)).toEqual([
    expect.objectContaining({
      state: 'SENT',
      error: null,
      to: 'once@customer.example',
      invoices: { nodes: [{ number: 'INV-Once' }] },
    }),
  ]);
  expect(await send()).toEqual({ queued: 0, alreadySent: 1, leftOut: 0 });
});

test('it says what, how much and by when, from us, and marks itself as automatic', () => {
  const [mail] = mails.receivedFor('once@customer.example');
  expect(mail?.from).toEqual({ name: 'Receivables', address: 'us@seller.example' });
  expect(mail?.subject).toBe('Invoice INV-Once falls due on 30 Nov 2026');
  expect(mail?.text).toMatch(/^Hello Mr Once,/);
  expect(mail?.text).toMatch(/INV-Once {3}EUR 1,234\.50/);
  expect(mail?.html).toMatch(/INV-Once/);
  expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
});

test('a server that says “later” is asked again, and the message arrives once', async () => {
  const customer = await owing('Later', 'later@customer.example');
  mails.will('later@customer.example', 'later', 'later');
  await send();
  await product.work();
  expect(await deliveries(customer.id)).toEqual([
    expect.objectContaining({ state: 'QUEUED', error: expect.stringMatching(/Greylisted/) }),
  ]);
  await laterOn();
  await laterOn();
  expect(mails.attempts.filter((address) => address === 'later@customer.example')).toHaveLength(3);
  expect(mails.receivedFor('later@customer.example')).toHaveLength(1);
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'SENT', error: null })]);
});

test('a server that says “later” for ever has refused in the end, and the reason is kept', async () => {
  const customer = await owing('Forever', 'forever@customer.example');
  mails.will('forever@customer.example', ...Array.from({ length: 20 }, () => 'later' as const));
  await send();
  await product.work();
  for (let i = 1; i < 20; i++) await laterOn();
  expect(mails.attempts.filter((address) => address === 'forever@customer.example')).toHaveLength(15);
  expect(await deliveries(customer.id)).toEqual([
    expect.objectContaining({ state: 'REFUSED', error: expect.stringMatching(/Greylisted/) }),
  ]);
});

test.each([
  ['refuse', 'spam@customer.example', /We think this is spam/],
  ['refuse recipient', 'gone@customer.example', /No such mailbox/],
] as const)('a server that says no (%s) is not asked again, and what it said is kept', async (mood, address, said) => {
  const customer = await owing(address.split('@')[0] as string, address);
  mails.will(address, mood);
  await send();
  await product.work();
  await laterOn();
  expect(await deliveries(customer.id)).toEqual([
    expect.objectContaining({ state: 'REFUSED', error: expect.stringMatching(said) }),
  ]);
  expect(mails.receivedFor(address)).toEqual([]);
});

test.each([
  ['drop', 'drop@customer.example', 0],
  ['take and drop', 'taken@customer.example', 1],
] as const)(
  'when the line breaks while a message is sent (%s), nobody knows, and it is never sent again by itself',
  async (mood, address, taken) => {
    const customer = await owing(address.split('@')[0] as string, address);
    mails.will(address, mood);
    await send();
    await product.work();
    await laterOn();
    await send();
    await product.work();
    expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'UNKNOWN' })]);
    expect(mails.attempts.filter((each) => each === address)).toHaveLength(1);
    expect(mails.receivedFor(address)).toHaveLength(taken);
  },
);

const settle = (customerId: number, deliveryId: string, wasSent: boolean) =>
  product.ask('mutation ($input: SettleDeliveryInput!) { settleUnknownDelivery(input: $input) { state } }', {
    input: { customerId, deliveryId, wasSent },
  });

test('a person settles what is in doubt: it arrived, or it goes out once more', async () => {
  const inDoubt = (
    await product.gql(
      '{ deliveries(filter: { state: UNKNOWN }, sort: PLANNED_FOR, direction: ASC) { nodes { id to customer { id } } } }',
    )
  ).deliveries.nodes;
  const [lost, arrived] = inDoubt;
  expect((await settle(arrived.customer.id, arrived.id, true)).data.settleUnknownDelivery).toEqual({ state: 'SENT' });
  expect((await settle(lost.customer.id, lost.id, false)).data.settleUnknownDelivery).toEqual({ state: 'QUEUED' });
  await product.work();
  expect(mails.receivedFor(arrived.to)).toHaveLength(1);
  expect(mails.receivedFor(lost.to)).toHaveLength(1);
  const again = await settle(lost.customer.id, lost.id, false);
  expect(again.errors?.[0]).toMatchObject({ extensions: { code: 'DELIVERY_NOT_IN_DOUBT' } });
});

test('a program that died while it was sending leaves a message in doubt after a quarter of an hour, not sooner', async () => {
  const customer = await owing('Died', 'died@customer.example');
  await send();
  const markInDoubt = async () => {
    await ledger.sql.rows(`select graphile_worker.add_job('deliveries-in-doubt', '{}')`);
    await product.work();
  };
  const attempted = (at: string) =>
    ledger.sql.rows(`update delivery set state = 'sending', attempted_at = $2 where customer_id = $1`, [
      customer.id,
      at,
    ]);
  await attempted(`${TODAY}T08:46:00Z`);
  await markInDoubt();
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'SENDING' })]);
  await attempted(`${TODAY}T08:44:00Z`);
  await markInDoubt();
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'UNKNOWN' })]);
  expect(mails.receivedFor('died@customer.example')).toEqual([]);
});

test('the queue may run a job again after a crash: what was sent, is being sent or is in doubt stays as it is', async () => {
  const before = await ledger.sql.rows(
    `select customer_id, id, state, attempts from delivery where state <> 'queued' order by id`,
  );
  await ledger.sql.rows(
    `select graphile_worker.add_job('send-delivery', json_build_object('customerId', customer_id, 'id', id)) from delivery where state <> 'queued'`,
  );
  const attempts = mails.attempts.length;
  await product.work();
  expect(mails.attempts).toHaveLength(attempts);
  expect(
    await ledger.sql.rows(`select customer_id, id, state, attempts from delivery where state <> 'queued' order by id`),
  ).toEqual(before);
  const died = await owing('Sending', 'sending@customer.example');
  await send();
  await ledger.sql.rows(`update delivery set state = 'sending', attempted_at = now() where customer_id = $1`, [
    died.id,
  ]);
  await product.work();
  expect(mails.receivedFor('sending@customer.example')).toEqual([]);
});

test('a message for an invoice paid after it was planned is not sent', async () => {
  const customer = await owing('Paid', 'paid@customer.example');
  await send();
  await customer.pays('LAST-MINUTE', TODAY, 123_450, { 'INV-Paid': 123_450 });
  await product.work();
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect(mails.receivedFor('paid@customer.example')).toEqual([]);
});

test('paid in part after it was planned, it is reminded of what is left, in one message', async () => {
  const customer = await owing('Part', 'part@customer.example');
  await send();
  await customer.pays('PART', TODAY, 100_000, { 'INV-Part': 100_000 });
  await product.work();
  const received = mails.receivedFor('part@customer.example');
  expect(received.map(({ text }) => /INV-Part {3}(EUR \S+)/.exec(text ?? '')?.[1])).toEqual(['EUR 234.50']);
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'SENT' })]);
});

test('a day that is over is refused, and one that has not come too: each with what to do, and nothing is queued', async () => {
  await owing('Another day', 'another@customer.example');
  const ask = async (on: string) =>
    (await product.ask('mutation ($on: Day) { sendReminders(input: { on: $on }) { queued } }', { on })).errors?.[0];
  expect(await ask('2026-11-20')).toMatchObject({
    message:
      '20 Nov 2026 is over: its reminders are not sent any more. What was missed is in the plan of today, 23 Nov 2026, as far as it is still true.',
    extensions: { code: 'REMINDERS_OF_ANOTHER_DAY' },
  });
  expect(await ask('2026-11-24')).toMatchObject({
    message:
      '24 Nov 2026 has not come: until then people pay and answer. Its reminders go out on the day itself; the plan shows them as they stand today, 23 Nov 2026.',
    extensions: { code: 'REMINDERS_OF_ANOTHER_DAY' },
  });
  expect(mails.receivedFor('another@customer.example')).toEqual([]);
});

test('payments that grew too old while a message waited stop it: nobody can tell who has paid', async () => {
  const customer = await owing('Old feed', 'feed@customer.example');
  const feed = (day: string) =>
    ledger.sql.rows(
      `insert into import (state, created_at, files, report) values ('posted', $1, '[]', '{"credits": {"added": 3}}')`,
      [`${day}T08:00:00Z`],
    );
  await feed('2026-11-16');
  await send();
  clock.moveTo('2026-11-24T09:00:00Z');
  await product.work();
  clock.moveTo(`${TODAY}T09:00:00Z`);
  expect(mails.receivedFor('feed@customer.example')).toEqual([]);
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  await feed(TODAY);
  await send();
  await product.work();
  expect(mails.receivedFor('feed@customer.example')).toHaveLength(1);
  await ledger.sql.rows('delete from import');
});

test('a payment dated tomorrow that is in the book already ends the reminder of today', async () => {
  const customer = await owing('Tomorrow', 'tomorrow@customer.example');
  await customer.pays('TOMORROW', '2026-11-24', 123_450, { 'INV-Tomorrow': 123_450 });
  await send();
  await product.work();
  expect(await deliveries(customer.id)).toEqual([]);
});

test('a customer put on hold after the message was planned hears from a person instead', async () => {
  const customer = await owing('Held', 'held@customer.example');
  await send();
  await product.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "They asked us to." }) { state } }',
    {
      id: customer.id,
    },
  );
  await product.work();
  expect(mails.receivedFor('held@customer.example')).toEqual([]);
  expect(await deliveries(customer.id)).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
});

test('a changed due day begins a new round, on its own day', async () => {
  const customer = await owing('Moved', 'moved@customer.example');
  await send();
  await product.work();
  await ledger.sql.rows(`update invoice set due_on = '2026-12-07' where customer_id = $1`, [customer.id]);
  expect(await send()).toMatchObject({ queued: 0 });
  clock.moveTo('2026-11-30T09:00:00Z');
  expect(await product.get(RemindersService).send()).toMatchObject({ queued: 1 });
  await product.work();
  clock.moveTo(`${TODAY}T09:00:00Z`);
  expect(mails.receivedFor('moved@customer.example').map(({ subject }) => subject)).toEqual([
    'Invoice INV-Moved falls due on 30 Nov 2026',
    'Invoice INV-Moved falls due on 7 Dec 2026',
  ]);
});

test('an invoice that arrives after the message of the day is in the next one, three days later, once', async () => {
  const customer = await owing('Arrived', 'arrived@customer.example');
  await send();
  await product.work();
  await customer.invoice('INV-LATE', { issued: '2026-10-30', due: '2026-11-30', minor: 5_000 });
  await customer.invoice('INV-NEXT', { issued: '2026-10-31', due: '2026-12-01', minor: 6_000 });
  expect(await send()).toMatchObject({ queued: 0 });
  for (const on of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-26', '2026-11-27']) {
    clock.moveTo(`${on}T09:00:00Z`);
    await product.get(RemindersService).send();
    await product.work();
  }
  clock.moveTo(`${TODAY}T09:00:00Z`);
  const received = mails.receivedFor('arrived@customer.example');
  expect(received.map(({ subject }) => subject)).toEqual([
    'Invoice INV-Arrived falls due on 30 Nov 2026',
    '2 invoices of Arrived fall due by 1 Dec 2026',
  ]);
  expect(received[1]?.text).toMatch(/INV-LATE {3}EUR 50\.00 {3}due 30 Nov 2026/);
  expect(received[1]?.text).toMatch(/INV-NEXT {3}EUR 60\.00 {3}due 1 Dec 2026/);
});

test('a mail server that cannot be reached, or does not let us in, is tried again later', async () => {
  const strict = new MailServer({ password: 'right' });
  const port = await strict.listen();
  const other = await startApi({ now: `${TODAY}T09:00:00Z`, env: { SMTP_URL: `smtp://us:wrong@127.0.0.1:${port}` } });
  try {
    const book = TestLedger.of(other);
    const customer = await (await book.customer('Locked out')).contact('locked@customer.example');
    await customer.invoice('L1', { issued: '2026-10-30', due: '2026-11-30', minor: 100 });
    await other.gql('mutation { sendReminders(input: {}) { queued } }');
    const states = async () => (await other.gql('{ deliveries { nodes { state error } } }')).deliveries.nodes;
    await other.work();
    expect(await states()).toEqual([{ state: 'QUEUED', error: expect.stringMatching(/Invalid login/) }]);
    await strict.close();
    await book.sql.rows('update graphile_worker._private_jobs set run_at = now()');
    await other.work();
    expect(await states()).toEqual([{ state: 'QUEUED', error: expect.stringMatching(/ECONNREFUSED/) }]);
  } finally {
    await other.close();
  }
});

test('every sending has one entry in the audit, and none when nothing was sent', async () => {
  const count = async () =>
    (await ledger.sql.rows<{ n: number }>(`select count(*) as n from audit_entry where action = 'sent reminders'`))[0]
      ?.n;
  const before = await count();
  await send();
  expect(await count()).toBe(before);
});
