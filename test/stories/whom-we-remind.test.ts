import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// The plan of a day: what falls due in seven days, and why some of it gets no reminder. 23 November → due 30 November.

/** A Monday: on a Sunday nobody hears from us. */
const TODAY = '2026-11-23';
const clock = new StoppedClock(`${TODAY}T09:00:00Z`);
let product: Product;
let ledger: TestLedger;
let several: TestCustomer;
const due = { issued: '2026-10-30', due: '2026-11-30' };

beforeAll(async () => {
  product = await startApi({ clock });
  ledger = TestLedger.of(product);
  several = await (await (await ledger.customer('Several invoices')).contact(null, 'By phone only')).contact(
    'pay@several.example',
    'Ada Payable',
  );
  await several.contact('second@several.example', 'Second in line');
  await several.invoice('S1', { ...due, minor: 10_000 });
  await several.invoice('S2', { ...due, minor: 20_000 });
  await several.invoice('S3', { ...due, minor: 30_000, currency: 'USD' });
  await several.pays('SP', '2026-11-11', 15_000, { S2: 15_000 });
  await several.isCredited('SC', '2026-11-12', 1_000, { S1: 1_000 });
  await several.invoice('TODAY', { issued: '2026-10-23', due: '2026-11-23', minor: 1_000 });
  await several.invoice('TOMORROW', { issued: '2026-10-29', due: '2026-11-24', minor: 1_000 });
  await several.invoice('EIGHT', { issued: '2026-10-31', due: '2026-12-01', minor: 1_000 });
  const settled = await (await ledger.customer('All settled')).contact('pay@settled.example');
  await settled.invoice('PAID', { ...due, minor: 10_000 });
  await settled.pays('PP', '2026-11-02', 10_000, { PAID: 10_000 });
  await settled.invoice('CREDITED', { ...due, minor: 10_000 });
  await settled.isCredited('PC', '2026-11-02', 10_000, { CREDITED: 10_000 });
  await settled.invoice('LOST', { ...due, minor: 10_000 });
  await settled.isWrittenOff('PW', '2026-11-02', 10_000, { LOST: 10_000 });
  await (await ledger.customer('No contact')).invoice('NC', { ...due, minor: 10_000 });
  const leftOut = await (await ledger.customer('Left out', { left_out_of_reminders: true })).contact(
    'pay@leftout.example',
  );
  await leftOut.invoice('LO', { ...due, minor: 10_000 });
  const disputing = await (await ledger.customer('Disputing')).contact('pay@disputing.example');
  await disputing.invoice('D1', { ...due, minor: 10_000, is_disputed: true });
  await disputing.invoice('D2', { ...due, minor: 5_000 });
  const held = await (await ledger.customer('On hold')).contact('pay@held.example');
  await held.invoice('OH', { ...due, minor: 10_000 });
  await product.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "They asked us to." }) { state } }',
    { id: held.id },
  );
});
afterAll(() => product.close());

const plan = async (on?: string) => {
  const { reminderPlan } = await product.gql(
    `query ($on: Day) { reminderPlan(on: $on) { on invoiceCount messages { nodes { to subject text customer { name } invoices { nodes { number } } amounts { minor currency } } } leftOut { nodes { reason sentence invoice { number } customer { name } } } } }`,
    { on },
  );
  const messages = reminderPlan.messages.nodes.map(({ invoices, ...message }: { invoices: { nodes: unknown[] } }) => ({
    ...message,
    invoices: invoices.nodes,
  }));
  return { ...reminderPlan, messages, leftOut: reminderPlan.leftOut.nodes };
};

test('a customer with several invoices gets one message, over what is open of each, to the first contact with an address', async () => {
  const { messages } = await plan();
  const [message] = messages.filter(
    ({ customer }: { customer: { name: string } }) => customer.name === 'Several invoices',
  );
  expect(message).toMatchObject({
    to: 'pay@several.example',
    subject: '3 invoices of Several invoices fall due on 30 Nov 2026',
    invoices: [{ number: 'S1' }, { number: 'S2' }, { number: 'S3' }],
    amounts: [
      { minor: 14_000, currency: 'EUR' },
      { minor: 30_000, currency: 'USD' },
    ],
  });
  expect(message.text).toMatch(/^Hello Ada Payable,/);
  expect(message.text).toMatch(/S1 {3}EUR 90\.00\n {2}S2 {3}EUR 50\.00\n {2}S3 {3}USD 300\.00/);
});

test('nobody is reminded of what is due today, tomorrow or in eight days', async () => {
  const { messages } = await plan();
  const reminded = messages.flatMap(({ invoices }: { invoices: { number: string }[] }) =>
    invoices.map(({ number }) => number),
  );
  expect(reminded.sort()).toEqual(['D2', 'S1', 'S2', 'S3']);
});

test('whoever gets no reminder is listed with the reason; what is paid, credited or written off is not even that', async () => {
  const { leftOut } = await plan();
  const why = leftOut.map((row: { invoice: { number: string }; reason: string; sentence: string }) => [
    row.invoice.number,
    row.reason,
    row.sentence,
  ]);
  expect(why.sort()).toEqual([
    ['D1', 'DISPUTED', 'D1 is contested: settle the dispute first.'],
    ['LO', 'CUSTOMER_LEFT_OUT', 'Left out was left out of reminders by a person.'],
    ['NC', 'CONTACT_MISSING', 'No contact has no e-mail address: add a contact with one.'],
    ['OH', 'ON_HOLD', 'Orders of On hold are on hold: a person speaks to them.'],
  ]);
});

test('the plan of another day speaks of that day, and of what was not said on the day before', async () => {
  const { on, invoiceCount, messages } = await plan('2026-11-24');
  const numbers = messages.flatMap(({ invoices }: { invoices: { number: string }[] }) => invoices.map((i) => i.number));
  expect([on, invoiceCount, numbers.sort()]).toEqual(['2026-11-24', 5, ['D2', 'EIGHT', 'S1', 'S2', 'S3']]);
});

test('on a day of rest nobody hears from us, and what its day was is said on the business day before', async () => {
  expect((await plan('2026-11-22')).messages).toEqual([]);
  const weekend = await (await ledger.customer('Due on a Sunday')).contact('pay@sunday.example');
  await weekend.invoice('SUNDAY', { issued: '2026-10-01', due: '2026-12-06', minor: 1_000 });
  const isIn = async (on: string) =>
    (await plan(on)).messages.some(({ to }: { to: string }) => to === 'pay@sunday.example');
  expect(await Promise.all(['2026-11-26', '2026-11-27', '2026-11-29'].map(isIn))).toEqual([false, true, false]);
});

test('whoever asks without a day, or with null for it, gets the plan of today', async () => {
  expect((await plan()).on).toBe('2026-11-23');
  expect((await product.gql('{ reminderPlan(on: null) { on } }')).reminderPlan.on).toBe('2026-11-23');
});

test('looking at the plan sends nothing and writes nothing', async () => {
  await plan();
  expect(await product.gql('{ deliveries { totalCount } mailbox { totalCount } }')).toEqual({
    deliveries: { totalCount: 0 },
    mailbox: { totalCount: 0 },
  });
});

test('a customer is left out by a person and taken back, and both are in the audit', async () => {
  const set = (leftOut: boolean) =>
    product.gql('mutation ($input: LeaveOutInput!) { leaveOutOfReminders(input: $input) { leftOutOfReminders } }', {
      input: { customerId: several.id, leftOut },
    });
  await set(true);
  expect((await plan()).messages.map(({ customer }: { customer: { name: string } }) => customer.name)).toEqual([
    'Disputing',
  ]);
  await set(false);
  const acts = await ledger.sql.rows(
    'select action, before, after from audit_entry where subject_id = $1 order by id',
    [String(several.id)],
  );
  expect(acts).toEqual([
    { action: 'left out of reminders', before: { leftOut: false }, after: { leftOut: true } },
    { action: 'took back into reminders', before: { leftOut: true }, after: { leftOut: false } },
  ]);
});

test('without a mail server the message lands in the mailbox of the product, once', async () => {
  const send = () => product.gql('mutation { sendReminders(input: {}) { queued alreadySent leftOut } }');
  expect((await send()).sendReminders).toEqual({ queued: 2, alreadySent: 0, leftOut: 4 });
  await product.work();
  expect((await send()).sendReminders).toEqual({ queued: 0, alreadySent: 4, leftOut: 4 });
  await product.work();
  const { mailbox, deliveries } = await product.gql(`{
    mailbox(sort: SUBJECT, direction: ASC) { nodes { to subject receivedAt } }
    deliveries(filter: { state: SENT }) { totalCount }
  }`);
  expect(mailbox.nodes).toEqual([
    {
      to: 'pay@several.example',
      subject: '3 invoices of Several invoices fall due on 30 Nov 2026',
      receivedAt: '2026-11-23T09:00:00.000Z',
    },
    {
      to: 'pay@disputing.example',
      subject: 'Invoice D2 falls due on 30 Nov 2026',
      receivedAt: '2026-11-23T09:00:00.000Z',
    },
  ]);
  expect(deliveries.totalCount).toBe(2);
});

test('days later nothing of it is mailed again', async () => {
  for (const on of ['2026-11-23', '2026-11-24', '2026-11-25']) {
    clock.moveTo(`${on}T09:00:00Z`);
    await product.get(RemindersService).send();
    await product.work();
  }
  clock.moveTo(`${TODAY}T09:00:00Z`);
  const { mailbox } = await product.gql('{ mailbox { nodes { subject } } }');
  const subjects = mailbox.nodes.map(({ subject }: { subject: string }) => subject);
  expect(subjects.filter((subject: string) => /30 Nov /.test(subject))).toHaveLength(2);
});

test('what was missed is made up for within three business days, or from its arrival on, in words that are true; after that never', async () => {
  const late = await (await ledger.customer('Arrives late')).contact('pay@arrives.example');
  await late.invoice('AL', { issued: '2026-11-02', due: '2026-11-26', minor: 1_000, known_at: '2026-11-24T10:00:00Z' });
  await late.invoice('MISSED', { issued: '2026-11-02', due: '2026-11-27', minor: 1_000 });
  await late.invoice('LONG-AGO', { issued: '2026-11-02', due: '2026-11-24', minor: 1_000 });
  await late.invoice('SHORT', { issued: '2026-11-21', due: '2026-11-27', minor: 1_000 });
  const messageOn = async (on: string) => {
    const found = (await plan(on)).messages.find(({ to }: { to: string }) => to === 'pay@arrives.example');
    return [found?.subject, found?.invoices.map(({ number }: { number: string }) => number)];
  };
  // AL is not known yet on Monday; SHORT was issued six days before it falls due: its word comes three days before.
  expect(await messageOn('2026-11-23')).toEqual(['Invoice MISSED falls due on 27 Nov 2026', ['MISSED']]);
  expect(await messageOn('2026-11-25')).toEqual([
    '3 invoices of Arrives late fall due by 27 Nov 2026',
    ['AL', 'MISSED', 'SHORT'],
  ]);
  // Nothing was said of LONG-AGO before it fell due; after it, the ladder goes on.
  expect(await messageOn('2026-11-27')).toEqual(['Invoice LONG-AGO was due on 24 Nov 2026', ['LONG-AGO']]);
});
