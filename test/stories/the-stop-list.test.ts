import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let ledger: TestLedger;
const customers: Record<string, TestCustomer> = {};

const names = [
  'late',
  'almostLate',
  'belowFloor',
  'disputing',
  'overLimit',
  'atLimit',
  'withDeposit',
  'noCredit',
  'gradeE',
  'inDollars',
  'waitsForCash',
  'cashWentBack',
  'tookBackInAdvance',
  'francsLate',
  'francsAlmostLate',
  'francsAndLimit',
  'francsNoCredit',
  'keptInFrancs',
] as const;
type Name = (typeof names)[number];
const who = (name: Name): TestCustomer => customers[name] as TestCustomer;

beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  await ledger.rate('USD', 0.8);
  const columns: Partial<Record<Name, Record<string, unknown>>> = {
    overLimit: { credit_limit_minor: 100_000 },
    atLimit: { credit_limit_minor: 100_000 },
    withDeposit: { credit_limit_minor: 100_000, deposit_held_minor: 50_000 },
    noCredit: { credit_limit_minor: 0 },
    inDollars: { currency: 'USD' },
    cashWentBack: { credit_limit_minor: 100_000 },
    tookBackInAdvance: { credit_limit_minor: 100_000 },
    francsAndLimit: { credit_limit_minor: 100_000 },
    francsNoCredit: { credit_limit_minor: 0 },
    keptInFrancs: { currency: 'CHF', credit_limit_minor: 10_000 },
  };
  for (const name of names) customers[name] = await ledger.customer(name, columns[name] ?? {});
  // 45 days before 22 November is 8 October.
  await who('late').invoice('A', { issued: '2026-09-01', due: '2026-10-08', minor: 25_000 });
  await who('almostLate').invoice('A', { issued: '2026-09-01', due: '2026-10-09', minor: 900_000 });
  await who('belowFloor').invoice('A', { issued: '2026-01-01', due: '2026-02-01', minor: 24_999 });
  await who('disputing').invoice('A', { issued: '2026-01-01', due: '2026-02-01', minor: 900_000, is_disputed: true });
  await who('disputing').invoice('B', { issued: '2026-10-01', due: '2026-11-01', minor: 900_000 });
  await who('overLimit').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 110_001 });
  await who('atLimit').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 110_000 });
  await who('withDeposit').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 150_000 });
  await who('noCredit').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 100 });
  await who('gradeE').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 100 });
  // The floor of 250.00 euros is 312.50 dollars.
  await who('inDollars').invoice('A', { issued: '2026-01-01', due: '2026-02-01', minor: 31_249 });
  await who('waitsForCash').invoice('A', { issued: '2026-09-01', due: '2026-10-08', minor: 25_000 });
  await who('waitsForCash').pays('P', '2026-11-23', 25_000, { A: 25_000 });
  // There is no rate for francs: what they are worth is not known, how late they are is.
  await who('francsLate').invoice('A', { issued: '2026-09-01', due: '2026-10-08', minor: 100, currency: 'CHF' });
  await who('francsAlmostLate').invoice('A', { issued: '2026-09-01', due: '2026-10-09', minor: 100, currency: 'CHF' });
  for (const name of ['francsAndLimit', 'francsNoCredit'] as const)
    await who(name).invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 100, currency: 'CHF' });
  await who('keptInFrancs').invoice('A', { issued: '2026-09-01', due: '2026-10-08', minor: 12_000 });
  // A returned payment that is set against nothing: owed again where the payment is spent, nothing where it was not.
  await who('cashWentBack').invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 120_000 });
  await who('cashWentBack').pays('P', '2026-11-05', 120_000, { A: 120_000 });
  await who('cashWentBack').paymentReturned('R', '2026-11-20', 120_000, {});
  await who('tookBackInAdvance').invoice('A', { issued: '2026-10-01', due: '2026-12-01', minor: 100_000 });
  await who('tookBackInAdvance').pays('P', '2026-11-05', 50_000);
  await who('tookBackInAdvance').paymentReturned('R', '2026-11-20', 50_000, {});
  await ledger.sql.rows(
    `insert into score values ($1, '2026-11-01', null, 505, 'E', 0.3, 0.9, 40, 9, false, 600, '[]', 'expert-1')`,
    [who('gradeE').id],
  );
});
afterAll(() => product.close());

const proposals = async (asOf = '2026-11-22'): Promise<Record<string, string[]>> => {
  const { holdProposals } = await product.gql(
    'query ($asOf: Day) { holdProposals(first: 50, asOf: $asOf, sort: NAME, direction: ASC) { nodes { customer { name } reasons { rule sentence } } } }',
    { asOf },
  );
  return Object.fromEntries(
    holdProposals.nodes.map((node: { customer: { name: string }; reasons: { rule: string; sentence: string }[] }) => [
      node.customer.name,
      node.reasons.map(({ rule, sentence }) => `${rule}: ${sentence}`),
    ]),
  );
};

test('the rules propose whom to hold, each with the reason and the values seen, and nobody else', async () => {
  expect(await proposals()).toEqual({
    late: ['DAYS_PAST_DUE: EUR 250.00 overdue, the oldest by 45 days.'],
    waitsForCash: ['DAYS_PAST_DUE: EUR 250.00 overdue, the oldest by 45 days.'],
    overLimit: ['OVER_LIMIT: Owes EUR 1,100.01: 110 % of the limit of EUR 1,000.00.'],
    noCredit: ['OVER_LIMIT: Owes EUR 1.00 and has no credit: its limit is nothing.'],
    gradeE: ['GRADE_E: The score is 505 points: grade E.'],
    francsLate: [
      'DAYS_PAST_DUE: CHF 1.00 overdue, the oldest by 45 days. There is no exchange rate for CHF, so nobody knows how much that is.',
    ],
    francsAndLimit: [
      'NO_RATE: Owes CHF 1.00, and there is no exchange rate to set that against the limit of EUR 1,000.00. Enter one.',
    ],
    francsNoCredit: ['OVER_LIMIT: Owes CHF 1.00 and has no credit: its limit is nothing.'],
    keptInFrancs: [
      'DAYS_PAST_DUE: CHF 120.00 overdue, the oldest by 45 days. There is no exchange rate for CHF, so nobody knows how much that is.',
      'OVER_LIMIT: Owes CHF 120.00: 120 % of the limit of CHF 100.00.',
    ],
    cashWentBack: ['OVER_LIMIT: Owes EUR 1,200.00: 120 % of the limit of EUR 1,000.00.'],
  });
});

test('a payment that went back is owed from its day on, not before', async () => {
  expect((await proposals('2026-11-19')).cashWentBack).toBe(undefined);
  expect((await proposals('2026-11-20')).cashWentBack).toHaveLength(1);
});

test('the next day one more is late, and who has paid is gone', async () => {
  const next = await proposals('2026-11-23');
  expect(Object.keys(next).sort()).toEqual([
    'almostLate',
    'cashWentBack',
    'francsAlmostLate',
    'francsAndLimit',
    'francsLate',
    'francsNoCredit',
    'gradeE',
    'keptInFrancs',
    'late',
    'noCredit',
    'overLimit',
  ]);
});

test('as of a past day the list is the one of that day', async () => {
  expect(Object.keys(await proposals('2026-10-07'))).toEqual(['keptInFrancs']);
  expect(Object.keys(await proposals('2026-10-31'))).toEqual(['keptInFrancs']);
});

test('what is past due of a contested invoice is not counted, what else is overdue is', async () => {
  const { customer } = await product.gql('query ($id: ID!) { customer(id: $id) { overdue { minor } } }', {
    id: who('disputing').id,
  });
  expect(customer.overdue.minor).toBe(1_800_000);
  const late = await proposals('2026-12-16');
  expect(late.disputing).toEqual(['DAYS_PAST_DUE: EUR 9,000.00 overdue, the oldest by 45 days.']);
});

test('the floor is that of the reporting currency', async () => {
  await who('inDollars').invoice('ONE-CENT', { issued: '2026-10-01', due: '2026-11-01', minor: 1 });
  expect((await proposals()).inDollars).toEqual(['DAYS_PAST_DUE: USD 312.50 overdue, the oldest by 294 days.']);
});

const hold = (input: object) =>
  product.ask('mutation ($input: HoldInput!) { putOrdersOnHold(input: $input) { state since reasons changedBy } }', {
    input,
  });
const release = (input: object) =>
  product.ask('mutation ($input: ReleaseInput!) { releaseHold(input: $input) { state reasons } }', { input });
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
  expect((await release({ customerId: who('late').id, note: 'Paid by phone, will arrive.' })).data.releaseHold).toEqual(
    { state: 'GOOD', reasons: ['Paid by phone, will arrive.'] },
  );
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
  expect(acts.map(({ action }: { action: string }) => action)).toEqual(['put orders on hold', 'released the hold']);
  expect((await proposals()).late).toHaveLength(1);
});

test('a change late in the evening is of that day in UTC, wherever the database stands', async () => {
  const far = await ledger.customer('Far away');
  await hold({ customerId: far.id });
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
    'mutation ($id: ID!) { setCreditLimit(input: { customerId: $id, limitMinor: 10000, currency: "EUR" }) { id } }',
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

test('the list can be narrowed to one rule and to a name', async () => {
  const found = async (filter: object) =>
    (
      await product.gql(
        'query ($filter: HoldProposalFilter) { holdProposals(filter: $filter, sort: NAME, direction: ASC) { totalCount nodes { customer { name } } } }',
        { filter },
      )
    ).holdProposals;
  expect(
    (await found({ rule: 'OVER_LIMIT' })).nodes.map(({ customer }: { customer: { name: string } }) => customer.name),
  ).toEqual(['cashWentBack', 'francsNoCredit', 'keptInFrancs', 'late', 'noCredit']);
  expect(
    (await found({ search: 'SFORCASH' })).nodes.map(({ customer }: { customer: { name: string } }) => customer.name),
  ).toEqual(['waitsForCash']);
});
