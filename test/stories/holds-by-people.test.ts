import { PersonRole } from '../../api/auth/person.entity.js';
import { holdProposals } from '../support/hold-proposals.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';

// The rules propose; people confirm, release and dismiss, and what they did stays readable.

let product: Product;
let ledger: TestLedger;
const names = ['late', 'overLimit', 'gradeE'] as const;
const customers: Record<string, TestCustomer> = {};
const who = (name: (typeof names)[number]): TestCustomer => customers[name] as TestCustomer;

beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  for (const name of names)
    customers[name] = await ledger.customer(name, name === 'overLimit' ? { credit_limit_minor: 100_000 } : {});
  // 45 days before 22 November is 8 October.
  await who('late').invoice('A', { issued: '2026-09-01', due: '2026-10-08', minor: 25_000 });
  await who('overLimit').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 110_001 });
  await who('gradeE').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 100 });
  await ledger.sql.rows(
    `insert into score values ($1, '2026-11-01', null, 505, 'E', 0.3, 0.9, 40, 9, false, 600, '[]', 'expert-1')`,
    [who('gradeE').id],
  );
});
afterAll(() => product.close());

const proposals = (asOf?: string) => holdProposals(product, asOf);

const hold = (input: object) =>
  product.ask('mutation ($input: HoldInput!) { putOrdersOnHold(input: $input) { state since reasons changedBy } }', {
    input,
  });
const release = (input: object) =>
  product.ask('mutation ($input: ReleaseInput!) { releaseHold(input: $input) { approval { id } } }', { input });
/** By the other manager. */
const approve = async (id: string) =>
  (await product.as(PersonRole.MANAGER)).gql(
    `mutation { approve(input: { approvalId: "${id}" }) { customer { standing { state reasons } } } }`,
  );
const dismiss = (input: object) =>
  product.ask('mutation ($input: DismissInput!) { dismissHoldProposal(input: $input) }', { input });

test('a person confirms: the reasons of the day and the note are kept, and the customer leaves the list', async () => {
  const { data } = await hold({ customerId: who('late').id, note: 'Spoke to them twice.' });
  expect(data.putOrdersOnHold).toEqual({
    state: 'ORDERS_ON_HOLD',
    since: '2026-11-22T09:00:00.000Z',
    reasons: ['EUR 250.00 overdue, the oldest by 45 days.', 'Spoke to them twice.'],
    changedBy: 'Manager <manager0@goodstanding.example>',
  });
  expect((await proposals()).late).toBe(undefined);
  const { customersOnHold } = await product.gql(
    '{ customersOnHold { nodes { customer { name } overdue { minor } standing { reasons } } } }',
  );
  expect(customersOnHold.nodes).toEqual([
    {
      customer: { name: 'late' },
      overdue: { minor: 25_000 },
      standing: { reasons: ['EUR 250.00 overdue, the oldest by 45 days.', 'Spoke to them twice.'] },
    },
  ]);
});

test('who is on hold cannot be put on hold again, not even by two at once', async () => {
  expect((await hold({ customerId: who('late').id })).errors?.[0]).toMatchObject({
    message:
      'late stands at “orders on hold”; from there it cannot go to “orders on hold”. Load the page again to see how it stands now.',
    extensions: { code: 'STEP_NOT_ALLOWED' },
  });
  const both = await Promise.all([hold({ customerId: who('gradeE').id }), hold({ customerId: who('gradeE').id })]);
  expect(both.filter(({ errors }) => errors)).toHaveLength(1);
  const changes = await ledger.sql.rows('select from_state, to_state from standing_change where customer_id = $1', [
    who('gradeE').id,
  ]);
  expect(changes).toEqual([{ from_state: 'good', to_state: 'orders_on_hold' }]);
});

test('a hold is released with a reason, is in the time line and in the audit, and the customer may be proposed again', async () => {
  expect((await release({ customerId: who('late').id, note: 'x' })).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  const asked = await release({ customerId: who('late').id, note: 'Paid by phone, will arrive.' });
  const approved = await approve(asked.data.releaseHold.approval.id);
  expect(approved.approve.customer.standing).toEqual({ state: 'GOOD', reasons: ['Paid by phone, will arrive.'] });
  expect((await release({ customerId: who('late').id, note: 'Once more.' })).errors?.[0]?.extensions.code).toBe(
    'STEP_NOT_ALLOWED',
  );
  const { customer } = await product.gql(
    'query ($id: ID!) { customer(id: $id) { timeline { nodes { kind title } } } }',
    { id: who('late').id },
  );
  expect(
    customer.timeline.nodes
      .filter(({ kind }: { kind: string }) => kind === 'STANDING')
      .map(({ title }: { title: string }) => title),
  ).toEqual([
    'From orders on hold to good: Paid by phone, will arrive.',
    'From good to orders on hold: Spoke to them twice.',
  ]);
  const acts = await ledger.sql.rows<{ action: string }>(
    'select action from audit_entry where subject_id = $1 order by id',
    [String(who('late').id)],
  );
  expect(acts.map(({ action }: { action: string }) => action)).toEqual([
    'put orders on hold',
    'asked for approval',
    'released the hold',
  ]);
  expect((await proposals()).late).toHaveLength(1);
});

test('a change late in the evening is of that day in UTC, wherever the database stands', async () => {
  const far = await ledger.customer('Far away');
  await hold({ customerId: far.id, note: 'They asked us to.' });
  await ledger.sql.rows(`update standing_change set changed_at = '2026-11-20T23:30:00Z' where customer_id = $1`, [
    far.id,
  ]);
  // Of the connections there are and of those to come.
  await asOwner(
    product.databaseUrl,
    `do $$ begin execute format('alter database %I set time zone ''Pacific/Auckland''', current_database()); end $$`,
  );
  await Promise.all(Array.from({ length: 12 }, () => ledger.sql.rows(`set time zone 'Pacific/Auckland'`)));
  const days = async (asOf: string) =>
    (
      await product.gql(
        'query ($id: ID!, $asOf: Day) { customer(id: $id) { timeline(asOf: $asOf) { nodes { on } } } }',
        { id: far.id, asOf },
      )
    ).customer.timeline.nodes;
  expect(await days('2026-11-19')).toEqual([]);
  expect(await days('2026-11-20')).toEqual([{ on: '2026-11-20' }]);
});

test('a dismissed proposal stays away until its day', async () => {
  expect(
    (await dismiss({ customerId: who('late').id, untilDay: '2026-12-10', note: 'Will pay on the 9th.' })).data
      .dismissHoldProposal,
  ).toBe(true);
  expect((await proposals()).late).toBe(undefined);
  expect((await proposals('2026-12-09')).late).toBe(undefined);
  expect((await proposals('2026-12-10')).late).toHaveLength(1);
});

test('it comes back earlier for a new reason', async () => {
  await product.gql(
    'mutation ($id: ID!) { setCreditLimit(input: { customerId: $id, limitMinor: 10000, currency: "EUR" }) { customer { id } } }',
    { id: who('late').id },
  );
  expect((await proposals()).late).toEqual([
    'DAYS_PAST_DUE: EUR 250.00 overdue, the oldest by 45 days.',
    'OVER_LIMIT: Owes EUR 250.00: 250 % of the limit of EUR 100.00.',
  ]);
});

test('a dismissal without a day holds for 30 days, and one until an earlier day is sent back', async () => {
  await dismiss({ customerId: who('overLimit').id });
  expect((await proposals('2026-12-21')).overLimit).toBe(undefined);
  expect((await proposals('2026-12-22')).overLimit).toBeDefined();
  expect(
    (await dismiss({ customerId: who('overLimit').id, untilDay: '2026-11-22' })).errors?.[0]?.extensions.code,
  ).toBe('UNTIL_MUST_BE_LATER');
});

test.each(['', 'abc', '0', '999999999', '-1', "1' or '1'='1", '99999999999999999999'])(
  'nobody has the key “%s”, and every act says so',
  async (customerId) => {
    const codes = [
      await hold({ customerId }),
      await release({ customerId, note: 'because' }),
      await dismiss({ customerId }),
    ].map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  },
);
