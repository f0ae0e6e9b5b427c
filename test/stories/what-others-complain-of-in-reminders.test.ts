import { addDays } from '../../analytics/index.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';

// What users of other systems complain of, one by one and by number. Over a real mail server; Monday 23 November 2026.
const MONDAY = '2026-11-23';
const mails = new MailServer();
const clock = new StoppedClock(`${MONDAY}T09:00:00Z`);
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({ clock, env: { SMTP_URL: `smtp://127.0.0.1:${port}` } });
  ledger = TestLedger.of(product);
});
beforeEach(async () => {
  clock.moveTo(`${MONDAY}T09:00:00Z`);
  await ledger.clear();
  mails.received.length = 0;
});
afterAll(async () => {
  await product.close();
  await mails.close();
});

const week = { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 };
let made = 0;

async function owing(of: Partial<typeof week> = {}, columns: Record<string, unknown> = {}): Promise<TestCustomer> {
  made++;
  const customer = await ledger.customer(`Firm ${made}`, { number: `C${made}`, ...columns });
  await customer.contact(`pay@firm${made}.example`);
  return customer.invoice(`R-${made}`, { ...week, ...of });
}

/** A day as it goes: the plan is sent and all that is queued goes out. */
async function day(on: string, time = '09:00'): Promise<void> {
  clock.moveTo(`${on}T${time}:00Z`);
  await product.get(RemindersService).send();
  await product.work();
}

const subjects = () => mails.received.map(({ subject }) => subject);
const reasons = async (on = MONDAY) =>
  (await product.get(RemindersService).plan(on)).leftOut.map(({ reason, until }) => ({ reason, until }));

test('1. twenty-two reminders in a day: one, however often and by however many the day is sent', async () => {
  await owing();
  await Promise.all(Array.from({ length: 22 }, () => product.gql('mutation { sendReminders(input: {}) { queued } }')));
  await Promise.all([product.work(), product.work()]);
  expect(mails.received).toHaveLength(1);
});

test('2. a late fee added hourly: a reminder changes no amount', async () => {
  const customer = await owing({ due: '2026-11-20', minor: 10_000 });
  for (const time of ['09:00', '10:00', '11:00']) await day(MONDAY, time);
  expect(await ledger.sql.rows('select amount_minor from invoice where customer_id = $1', [customer.id])).toEqual([
    { amount_minor: 10_000 },
  ]);
  expect(mails.received.map(({ text }) => /EUR (\S+)/.exec(text ?? '')?.[1])).toEqual(['100.00']);
});

test('3. the past-due mail the day after the first: three days lie between two messages to one contact', async () => {
  const customer = await owing({ issued: '2026-11-18', due: '2026-11-26' });
  await customer.invoice('R-old', { issued: '2026-10-01', due: '2026-11-20', minor: 500 });
  await day('2026-11-23');
  await customer.invoice('R-older', { issued: '2026-10-01', due: '2026-11-21', minor: 500 });
  await day('2026-11-24');
  await day('2026-11-25');
  expect(mails.received).toHaveLength(1);
  await day('2026-11-26');
  expect(subjects()[1]).toMatch(/R-older was due on 21 Nov 2026/);
});

test('4. a time zone that stops sending: the message waits for the morning where the recipient is, and then goes', async () => {
  await owing({}, { country: 'US' });
  await day(MONDAY); // four in the morning in New York
  expect(mails.received).toEqual([]);
  // Until nine in the morning there.
  const waits = 'select round(extract(epoch from run_at - now()) / 60)::integer as minutes from graphile_worker.jobs';
  expect(await ledger.sql.rows(waits)).toEqual([{ minutes: 300 }]);
  clock.moveTo(`${MONDAY}T14:00:00Z`);
  await ledger.sql.rows('update graphile_worker._private_jobs set run_at = now()');
  await product.work();
  expect(mails.received).toHaveLength(1);
});

test('5. the due date off by one: seven days before is the same day of the week, and the date is that of the invoice', async () => {
  await owing({ due: '2026-12-02' });
  await day('2026-11-24');
  expect(mails.received).toEqual([]);
  await day('2026-11-25');
  expect(subjects()).toEqual([expect.stringMatching(/falls due on 2 Dec 2026$/)]);
});

test('6. reminded without a due date: there is no invoice without one', async () => {
  const customer = await owing();
  await expect(
    ledger.sql.rows('update invoice set due_on = null where customer_id = $1', [customer.id]),
  ).rejects.toThrow(/due_on/);
});

test('7. no way to leave out a customer or an invoice: both, and the plan says so', async () => {
  await owing({}, { left_out_of_reminders: true });
  const other = await owing();
  await product.gql('mutation ($input: PauseRemindersInput!) { pauseReminders(input: $input) { id } }', {
    input: { customerId: other.id, invoiceId: other.invoiceId(`R-${made}`), reason: 'BY_HAND', note: 'ours to settle' },
  });
  expect((await reasons()).map(({ reason }) => reason).sort()).toEqual(['customer_left_out', 'paused']);
  await day(MONDAY);
  expect(mails.received).toEqual([]);
});

test('8. bounces unseen: what the mail server refuses stands in the list with what it said', async () => {
  await owing();
  mails.will(`pay@firm${made}.example`, 'refuse recipient');
  await day(MONDAY);
  const { deliveries } = await product.gql('{ deliveries(filter: { state: REFUSED }) { nodes { to error } } }');
  expect(deliveries.nodes).toEqual([
    { to: `pay@firm${made}.example`, error: expect.stringMatching(/No such mailbox/) },
  ]);
});

test('9. reminded though paid: not when it was paid before, nor after the message was planned', async () => {
  const before = await owing();
  await before.pays('P1', '2026-11-20', 10_000, { [`R-${made}`]: 10_000 });
  const after = await owing();
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  await after.pays('P2', MONDAY, 10_000, { [`R-${made}`]: 10_000 });
  await product.work();
  expect(mails.received).toEqual([]);
});

test('10. every past run mailed again: the days of last week are refused, and today once more sends nothing', async () => {
  await owing();
  await day(MONDAY);
  clock.moveTo('2026-11-26T09:00:00Z');
  for (let back = 1; back < 7; back++)
    await expect(product.get(RemindersService).send(addDays('2026-11-26', -back))).rejects.toThrow(
      /is over: its reminders are not sent any more\. What was missed is in the plan of today, 26 Nov 2026/,
    );
  await product.get(RemindersService).send();
  await product.work();
  expect(mails.received).toHaveLength(1);
});

test('11. an offset with the wrong sign: before the due day it “falls due”, after it it “was due”, and never the other way round', async () => {
  await owing({ due: '2026-11-30' });
  await owing({ due: '2026-11-20' });
  await day(MONDAY);
  expect(subjects().sort()).toEqual([
    expect.stringMatching(/^Invoice R-\d+ falls due on 30 Nov 2026$/),
    expect.stringMatching(/^Invoice R-\d+ was due on 20 Nov 2026$/),
  ]);
});

test('12. endless daily mail: an invoice nobody pays gets three messages in ten weeks, and one call is asked for', async () => {
  const customer = await owing();
  await ledger.insert('contact', { customer_id: customer.id, name: 'Bo', phone: '+49 1' });
  for (let i = 0; i < 70; i++) await day(addDays(MONDAY, i));
  const at = await ledger.sql.rows('select planned_for, channel from delivery order by planned_for');
  expect(at).toEqual([
    { planned_for: '2026-11-23', channel: 'email' },
    { planned_for: '2026-12-03', channel: 'email' },
    { planned_for: '2026-12-07', channel: 'email' },
    { planned_for: '2026-12-14', channel: 'call' },
  ]);
  expect(mails.received).toHaveLength(3);
});

test('13. several mails to one customer instead of one: one, over all its invoices', async () => {
  const customer = await owing();
  await customer.invoice('R-second', { ...week, minor: 500 });
  await customer.invoice('R-third', { ...week, due: '2026-11-20', minor: 700 });
  await day(MONDAY);
  expect(subjects()).toEqual([`3 invoices of Firm ${made}: 1 overdue, 2 due by 30 Nov 2026`]);
});

test('14. an internal party dunned: whoever is left out is left out of every step', async () => {
  await owing({}, { left_out_of_reminders: true });
  for (let i = 0; i < 30; i++) await day(addDays(MONDAY, i));
  expect(mails.received).toEqual([]);
});

test('15. part-paid invoices skipped, or reminded for the gross amount: reminded of the rest', async () => {
  const customer = await owing();
  await customer.pays('P1', '2026-11-10', 4_000, { [`R-${made}`]: 4_000 });
  await day(MONDAY);
  expect(mails.received.map(({ text }) => /EUR (\S+)/.exec(text ?? '')?.[1])).toEqual(['60.00']);
});

test('16. credit notes left out, or not ending the reminder: they count like payments, also while it is sent', async () => {
  const part = await owing();
  await part.isCredited('N1', '2026-11-10', 2_500, { [`R-${made}`]: 2_500 });
  const whole = await owing();
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  await whole.isCredited('N2', MONDAY, 10_000, { [`R-${made}`]: 10_000 });
  await product.work();
  expect(mails.received.map(({ text }) => /EUR (\S+)/.exec(text ?? '')?.[1])).toEqual(['75.00']);
});

test('17. a contested invoice included: the others of its customer are, it is not', async () => {
  const customer = await owing();
  await customer.invoice('R-wrong', { ...week, is_disputed: true });
  await day(MONDAY);
  expect(mails.received.map(({ text }) => text?.includes('R-wrong'))).toEqual([false]);
});

test('18. no dated pause with a reason: it rests until the day of the promise, says so, and goes on after it', async () => {
  const customer = await owing();
  await product.gql('mutation ($input: PauseRemindersInput!) { pauseReminders(input: $input) { id } }', {
    input: { customerId: customer.id, reason: 'PROMISE', untilOn: '2026-11-24' },
  });
  expect(await reasons()).toEqual([{ reason: 'promised', until: '2026-11-24' }]);
  await day('2026-11-23');
  await day('2026-11-24');
  expect(mails.received).toEqual([]);
  await day('2026-11-25');
  expect(mails.received).toHaveLength(1);
});

test('19. one reminder hides the rest: what could not be in the message of the day is in the next', async () => {
  const customer = await owing();
  await day(MONDAY);
  await customer.invoice('R-next', { ...week, due: '2026-12-01' });
  await day('2026-11-24');
  expect(await reasons('2026-11-24')).toEqual([{ reason: 'gap', until: '2026-11-26' }]);
  await day('2026-11-26');
  expect(subjects()[1]).toBe('Invoice R-next falls due on 1 Dec 2026');
});

test('21. reminded on the due day itself: nobody is, and no campaign may', async () => {
  await owing({ due: MONDAY });
  await day(MONDAY);
  expect(mails.received).toEqual([]);
  const { campaigns } = await product.gql('{ campaigns { nodes { steps { offsetDays } } } }');
  const days = campaigns.nodes[0].steps.map(({ offsetDays }: { offsetDays: number }) => offsetDays);
  expect(days).toEqual([-14, -7, -3, -3, -3, 3, 7, 14]);
});

test('22. a warning state skipped: while orders are on hold a person speaks, and the list says so', async () => {
  const customer = await owing();
  await product.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "They asked us to." }) { state } }',
    {
      id: customer.id,
    },
  );
  expect((await reasons()).map(({ reason }) => reason)).toEqual(['on_hold']);
});

test('23. a statement with the wrong balance: the message says what the ledger says is open', async () => {
  const customer = await owing({ minor: 98_765 });
  await customer.pays('P1', '2026-11-10', 12_345, { [`R-${made}`]: 12_345 });
  await day(MONDAY);
  const { invoices } = await product.gql(
    'query ($id: ID) { invoices(filter: { customerId: $id }) { nodes { open { minor } } } }',
    { id: customer.id },
  );
  expect(invoices.nodes).toEqual([{ open: { minor: 86_420 } }]);
  expect(mails.received[0]?.text).toContain('EUR 864.20');
});
