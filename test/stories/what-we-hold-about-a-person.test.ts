import { PersonRole } from '../../api/auth/person.entity.js';
import { typedTexts } from '../../api/privacy/typed-texts.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { ProgramSql } from '../../api/shared/sql.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { everyRow } from '../support/what-is-held.js';

// A person may ask what is held about them, and have it erased.
let clock: StoppedClock;
let product: Product;
let ledger: TestLedger;
let sql: ProgramSql;
beforeEach(async () => {
  clock = new StoppedClock('2026-11-22T09:00:00Z');
  product = await startApi({ clock });
  ledger = TestLedger.of(product);
  sql = product.get(ProgramSql);
});
afterEach(() => product.close());

async function ann() {
  const customer = await ledger.customer('Mill');
  await customer.contact('Ann.Miller@mill.example', 'Ann Miller');
  await customer.invoice('I1', { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  await product.get(RemindersService).send();
  clock.moveTo('2026-11-22T09:00:00Z');
  await product.work();
  const { customer: held } = await product.gql('query ($id: ID!) { customer(id: $id) { contacts { nodes { id } } } }', {
    id: customer.id,
  });
  return { customer, input: { customerId: String(customer.id), contactId: held.contacts.nodes[0].id as string } };
}
const exported = async (input: object) =>
  (await product.gql('mutation ($input: ContactInput!) { exportContactData(input: $input) }', { input }))
    .exportContactData;

test('everything held about a contact is handed over, and that it was is in the audit without their name', async () => {
  const { input } = await ann();
  const data = await exported(input);
  expect(data).toMatchObject({
    contact: { name: 'Ann Miller', email: 'Ann.Miller@mill.example' },
    customer: { name: 'Mill' },
    messages: [{ plannedFor: '2026-11-23', state: 'sent', text: expect.stringContaining('Hello Ann Miller') }],
    mailbox: [{ text: expect.stringContaining('Hello Ann Miller') }],
  });
  const [act] = await sql.rows(`select action, details from audit_entry order by id desc limit 1`);
  expect(act).toEqual({
    action: 'handed over the data of a contact',
    details: { customerId: Number(input.customerId), messages: 1 },
  });
});

test('a contact is erased from every table; the ledger stays, and the chain of the audit stays whole', async () => {
  const { customer, input } = await ann();
  const erase = () =>
    product.gql('mutation ($input: ContactInput!) { eraseContactData(input: $input) { messages decisions } }', {
      input,
    });
  expect((await erase()).eraseContactData).toEqual({ messages: 1, decisions: 0 });
  expect(await everyRow(product)).not.toMatch(/\bann\b|miller/i);
  const { customer: after } = await product.gql(
    'query ($id: ID!) { customer(id: $id) { name balance { minor } contacts { nodes { name email } } } deliveries { nodes { state subject } } }',
    { id: customer.id },
  );
  expect(after).toEqual({
    name: 'Mill',
    balance: { minor: 1_000 },
    contacts: { nodes: [{ name: 'Erased', email: null }] },
  });
  expect((await erase()).eraseContactData).toEqual({ messages: 0, decisions: 0 });
});

test('decisions that name the contact do not any more, and are the same in all that was computed', async () => {
  const { customer, input } = await ann();
  await sql.rows(`update customer set registration_number = 'HRB 7', country = 'DE' where id = $1`, [customer.id]);
  const vet = (companyName: string) =>
    product.gql('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', {
      input: {
        ...{ companyName, registrationNumber: 'HRB 7', country: 'DE', entityType: 'SOLE_TRADER', currency: 'EUR' },
        ...{ contractValueMinor: 100_000, monthlyRunMinor: 10_000, termsDaysAsked: 30, keep: true },
      },
    });
  await vet('Ann Miller, Millwork');
  await vet('The Mill');
  const recommended = () => sql.rows('select recommendation from decision order by id');
  const before = await recommended();
  const { eraseContactData } = await product.gql(
    'mutation ($input: ContactInput!) { eraseContactData(input: $input) { decisions } }',
    { input },
  );
  expect(eraseContactData).toEqual({ decisions: 1 });
  expect(await everyRow(product)).not.toMatch(/\bann\b|miller/i);
  expect(await sql.rows(`select inputs ->> 'companyName' as name from decision order by id`)).toEqual([
    { name: 'Erased' },
    { name: 'The Mill' },
  ]);
  expect(await recommended()).toEqual(before);
});

test('a reason to override a decline that names the contact does not any more; others keep their words', async () => {
  const { customer, input } = await ann();
  const other = await ledger.customer('Lane');
  for (const [id, reason] of [
    [customer.id, 'ann.miller@mill.example sent a guarantee.'],
    [customer.id, 'Their bank guarantees it.'],
    [other.id, 'Ann Miller of the mill vouches for them.'],
  ])
    await sql.rows(
      `with d as (insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
                  values ($1, '2026-11-22', 'x', 'decline', 500, 'E', '{}', '{}', 'x', 'x') returning customer_id, id)
       insert into decision_override (customer_id, decision_id, outcome, ground, reason, asked_by, overridden_at)
       select customer_id, id, 'approve_with_conditions', 'secured', $2, 'x', now() from d`,
      [id, reason],
    );
  const { eraseContactData } = await product.gql(
    'mutation ($input: ContactInput!) { eraseContactData(input: $input) { decisions } }',
    { input },
  );
  expect(eraseContactData).toEqual({ decisions: 1 });
  expect(await sql.rows('select reason from decision_override order by decision_id')).toEqual([
    { reason: 'Erased' },
    { reason: 'Their bank guarantees it.' },
    { reason: 'Ann Miller of the mill vouches for them.' },
  ]);
});

test('an application that was never decided does not name the contact any more, nor whom its link was mailed to, nor what a deposit came with', async () => {
  const { customer, input } = await ann();
  await sql.rows(
    `insert into credit_application (state, answers, from_prospect, made_by, made_at, changed_at, supplier, link_hash, link_ends_at, sent_to, sent_by, sent_at)
     values ('sent', '{"companyName": "Mill", "reference1Contact": "ann.miller@mill.example"}', '{}', 'x', now(), now(), 'us', decode(repeat('00', 32), 'hex'), now(), 'Ann.Miller@mill.example', 'x', now())`,
  );
  await sql.rows(
    `insert into deposit_movement (customer_id, moved_on, currency, minor, reason, noted_by, noted_at) values ($1, '2026-11-22', 'EUR', 1, 'Brought by Ann Miller', 'x', now())`,
    [customer.id],
  );
  await product.gql('mutation ($input: ContactInput!) { eraseContactData(input: $input) { decisions } }', { input });
  expect(await sql.rows('select answers, sent_to from credit_application')).toEqual([
    { answers: { companyName: 'Mill' }, sent_to: 'Erased' },
  ]);
  expect(await sql.rows('select reason from deposit_movement')).toEqual([{ reason: 'Erased' }]);
});

test('what people of ours typed about the customer does not name the contact any more, nor what they asked another to approve', async () => {
  const { customer, input } = await ann();
  const columns = await sql.rows<{ at: string[] }>(
    `select array[c.table_name::text, c.column_name::text] as at from information_schema.columns c
      where c.table_schema = 'public' and c.column_name in ('note', 'reason', 'because') and c.data_type = 'text'
        and exists (select from information_schema.columns k where k.table_name = c.table_name and k.column_name = 'customer_id') order by 1`,
  );
  // A credit note says why in the ledger; a reminder is left out for one of our own reasons.
  const ofLedger = ['credit.reason', 'reminder_pause.reason'];
  const typed = columns.map(({ at }) => at.join('.')).filter((each) => !ofLedger.includes(each));
  expect(typed).toEqual(typedTexts.map((each) => each.join('.')));
  const clerk = await product.as(PersonRole.FINANCE);
  await clerk.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "Ann Miller rang" }) { state } }',
    {
      id: customer.id,
    },
  );
  await clerk.gql(
    'mutation ($id: ID!) { releaseHold(input: { customerId: $id, note: "Ann Miller paid" }) { approval { id } } }',
    { id: customer.id },
  );
  await sql.rows(`update approval set input = input || '{"reason": "Ann Miller says so"}'`);
  expect(await everyRow(product)).toMatch(/"input": ?\{[^}]*Ann Miller paid/);
  await product.gql('mutation ($input: ContactInput!) { eraseContactData(input: $input) { decisions } }', { input });
  expect(
    await sql.rows(`select reason, input ->> 'note' as note, input ->> 'reason' as "inputReason" from approval`),
  ).toEqual([{ reason: 'Erased', note: 'Erased', inputReason: 'Erased' }]);
  expect(await sql.rows(`select note from standing_change`)).toEqual([{ note: 'Erased' }]);
});

test('what is not sent yet is not sent any more; a desk that shares the address keeps its messages', async () => {
  const customer = await ledger.customer('Mill');
  await customer.contact('desk@mill.example', 'Ann Miller');
  await customer.contact('desk@mill.example', 'The desk');
  await customer.invoice('I1', { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  await product.get(RemindersService).send();
  clock.moveTo('2026-11-22T09:00:00Z');
  const { contacts } = (
    await product.gql('query ($id: ID!) { customer(id: $id) { contacts { nodes { id name } } } }', { id: customer.id })
  ).customer;
  const erase = async (name: string) => {
    const contactId = contacts.nodes.find((each: { name: string }) => each.name === name).id;
    const answer = await product.gql(
      'mutation ($input: ContactInput!) { eraseContactData(input: $input) { messages } }',
      {
        input: { customerId: String(customer.id), contactId },
      },
    );
    return answer.eraseContactData.messages;
  };
  expect(await erase('Ann Miller')).toBe(0);
  expect(await erase('The desk')).toBe(1);
  await product.work();
  expect(await sql.rows('select state, recipient from delivery')).toEqual([
    { state: 'cancelled', recipient: expect.stringMatching(/^erased contact \d+$/) },
  ]);
  expect(await sql.rows('select from mailbox_message')).toEqual([]);
});

test('a credit check that names the contact is handed over with the rest, and does not name it any more', async () => {
  const { customer, input } = await ann();
  const received = { company: 'Mill Ltd', officers: [{ name: 'MILLER, Ann', role: 'director' }, { name: 'ODD, Bo' }] };
  await ledger.insert('credit_check', {
    customer_id: customer.id,
    provider: 'companies house',
    reported_on: '2026-11-01',
    received_at: '2026-11-01T08:00:00Z',
    asked_by: 'x',
    received,
    report: { notes: ['Ann Miller resigned.'], failurePd: 0.02 },
  });
  expect(await exported(input)).toMatchObject({ creditChecksThatNameIt: [{ provider: 'companies house', received }] });
  const [reading] = await sql.rows(
    `select actor, subject_id, details from audit_entry where action = 'read credit checks'`,
  );
  expect(reading).toEqual({
    actor: expect.stringContaining('Manager'),
    subject_id: String(customer.id),
    details: { customers: [customer.id], checks: [expect.any(Number)], decisions: [] },
  });
  // Who may not read them does not get them handed over either.
  const { errors } = await (await product.as(PersonRole.ADMIN)).ask(
    'mutation ($input: ContactInput!) { exportContactData(input: $input) }',
    { input },
  );
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { eraseContactData } = await product.gql(
    'mutation ($input: ContactInput!) { eraseContactData(input: $input) { creditChecks } }',
    { input },
  );
  expect(eraseContactData).toEqual({ creditChecks: 1 });
  expect(await everyRow(product)).not.toMatch(/\bann\b|miller/i);
  expect(await sql.rows('select received, report from credit_check')).toEqual([
    {
      received: { company: 'Mill Ltd', officers: [{ name: 'Erased', role: 'director' }, { name: 'ODD, Bo' }] },
      report: { notes: ['Erased'], failurePd: 0.02 },
    },
  ]);
});
