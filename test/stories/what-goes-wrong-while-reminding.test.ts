import { PersonRole } from '../../api/auth/person.entity.js';
import { StoppedClock } from '../../api/shared/clock.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// What is wrong in the book, or becomes so between plan and sending, is a reason in the send ledger. A Monday.
const MONDAY = '2026-11-23';
const clock = new StoppedClock(`${MONDAY}T10:00:00Z`);
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  product = await startApi({ clock });
  ledger = TestLedger.of(product);
});
afterAll(() => product.close());
afterEach(() => clock.moveTo(`${MONDAY}T10:00:00Z`));

async function owing(name: string, due = '2026-11-30', email: string | null = `pay@${name}.example`) {
  const customer = await (await ledger.customer(name)).contact(email);
  return customer.invoice(`INV-${name}`, { issued: '2026-10-30', due, minor: 10_000 });
}
const send = async () => (await product.gql('mutation { sendReminders(input: {}) { queued } }')).sendReminders.queued;
const states = async (customerId: number) =>
  (
    await ledger.sql.rows<{ state: string }>('select state from delivery where customer_id = $1 order by id', [
      customerId,
    ])
  ).map(({ state }) => state);
/** The lines of the send ledger of a customer, by step. */
async function told(customerId: number, asker: Asker = product) {
  const { reminderSteps } = await asker.gql(
    'query ($id: ID!) { reminderSteps(filter: { customerId: $id }) { nodes { step state reason on } } }',
    { id: customerId },
  );
  return Object.fromEntries(
    reminderSteps.nodes.map((row: { step: string; state: string; reason: string | null; on: string | null }) => [
      row.step,
      row.reason ?? `${row.state} ${row.on}`,
    ]),
  );
}

test.each(['pay@firm.example\r\nBcc: all@everybody.example', 'pay@firm.example\n', 'two words@firm.example'])(
  'an address with a line break or a space (%j) comes into no book, and who has no other gets none, with the reason',
  async (email) => {
    await expect(owing(`broken ${email.length}`, '2026-11-30', email)).rejects.toThrow(/contact_email/);
    const customer = await owing(`without ${email.length}`, '2026-11-30', null);
    expect(await told(customer.id)).toMatchObject({ 'T-7': 'CONTACT_MISSING' });
  },
);

test('a due day that changes after the message was planned: it does not go, and its step waits for the new day', async () => {
  const customer = await owing('moved');
  await send();
  await ledger.sql.rows(`update invoice set due_on = '2026-12-14' where customer_id = $1`, [customer.id]);
  await product.work();
  expect(await states(customer.id)).toEqual(['cancelled']);
  expect(await told(customer.id)).toMatchObject({ 'T-7': 'PLANNED 2026-12-07' });
});

test('an invoice that is credited while its message waits: it does not go, and the ledger says that it is settled', async () => {
  const customer = await owing('credited');
  await send();
  await customer.isCredited('N1', MONDAY, 10_000, { 'INV-credited': 10_000 });
  await product.work();
  expect(await states(customer.id)).toEqual(['cancelled']);
  expect(await told(customer.id)).toMatchObject({ 'T-7': 'PAID' });
});

test('a credit check that has the customer insolvent comes while its message waits: it does not go until the bureau takes it back', async () => {
  const customer = await owing('insolvent');
  await send();
  const says = (insolvent: boolean, reportedOn: string) =>
    product.gql('mutation ($input: TypeInCreditCheckInput!) { typeInCreditCheck(input: $input) { id } }', {
      input: { customerId: String(customer.id), from: 'a bureau', insolvent, reportedOn },
    });
  await says(false, '2026-11-01');
  await says(true, '2026-11-20');
  await product.work();
  expect(await states(customer.id)).toEqual(['cancelled']);
  const lines = await told(customer.id);
  expect(new Set(Object.values(lines))).toEqual(new Set(['INSOLVENCY']));
  await says(false, '2026-11-22');
  expect(await told(customer.id)).toMatchObject({ 'T-7': 'PLANNED 2026-11-23' });
});

test('a clock that is set back sends nothing again, and the contact keeps its days of rest', async () => {
  const customer = await owing('back');
  await send();
  await product.work();
  expect(await states(customer.id)).toEqual(['sent']);
  clock.moveTo('2026-11-20T10:00:00Z');
  await customer.invoice('EARLIER', { issued: '2026-10-20', due: '2026-11-27', minor: 5_000 });
  await send();
  await product.work();
  expect(await states(customer.id)).toEqual(['sent']);
  const { reminderPlan } = await product.gql(
    '{ reminderPlan { leftOut(filter: { search: "EARLIER" }) { nodes { reason until } } } }',
  );
  expect(reminderPlan.leftOut.nodes).toEqual([{ reason: 'GAP', until: '2026-11-26' }]);
});

test('days on which the machine was off: no word of what was to come once it has come, and the ledger says why', async () => {
  const customer = await owing('off', '2026-12-04');
  clock.moveTo('2026-12-07T10:00:00Z');
  const asker = await product.as(PersonRole.MANAGER); // who signed in two weeks ago must do so again
  const { sendReminders } = await asker.gql('mutation { sendReminders(input: {}) { queued } }');
  expect(sendReminders.queued).toBeGreaterThan(0);
  const said = await ledger.sql.rows<{ step: string; subject: string }>(
    `select l.step, d.subject from delivery_line l join delivery d on d.customer_id = l.customer_id and d.id = l.delivery_id
      where l.customer_id = $1`,
    [customer.id],
  );
  expect(said).toEqual([{ step: 'T+3', subject: 'Invoice INV-off was due on 4 Dec 2026' }]);
  const lines = await told(customer.id, asker);
  expect(lines).toMatchObject({ 'T-7': 'LATER_STEP', 'T+3': 'SENT 2026-12-07' });
});
