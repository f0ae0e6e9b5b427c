import { holdProposals } from '../support/hold-proposals.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
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

const proposals = (asOf?: string) => holdProposals(product, asOf);

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
  ).toEqual(['cashWentBack', 'francsNoCredit', 'keptInFrancs', 'noCredit', 'overLimit']);
  expect(
    (await found({ search: 'SFORCASH' })).nodes.map(({ customer }: { customer: { name: string } }) => customer.name),
  ).toEqual(['waitsForCash']);
});
