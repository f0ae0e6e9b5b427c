import { PersonRole } from '../../api/auth/person.entity.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  await ledger.rate('USD', 0.8);
  await ledger.rate('JPY', 0.006);
  const limited = await ledger.customer('Limited', {
    number: 'L',
    credit_limit_minor: 100_000,
    deposit_held_minor: 10_000,
  });
  await limited.invoice('A', { issued: '2026-11-01', due: '2026-12-01', minor: 60_000 });
  await limited.invoice('U', { issued: '2026-11-01', due: '2026-12-01', minor: 10_000, currency: 'USD' });
  await limited.pays('P', '2026-11-20', 20_000, { A: 10_000 });
  await ledger.customer('Unlimited', { number: 'U' });
  await ledger.customer('Prospect', { number: 'P', stage: 'prospect', credit_limit_minor: 100_000 });
  await ledger.customer('Closed', { number: 'C', stage: 'closed', credit_limit_minor: 100_000 });
  const held = await ledger.customer('Held', { number: 'H', credit_limit_minor: 100_000 });
  await product.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "Cheque bounced." }) { state } }',
    { id: held.id },
  );
  const owing = await ledger.customer('Owes francs', { number: 'F', credit_limit_minor: 100_000 });
  await owing.invoice('CH', { issued: '2026-11-01', due: '2026-12-01', minor: 100, currency: 'CHF' });
  const bounced = await ledger.customer('Bounced', { number: 'B', credit_limit_minor: 100_000 });
  await bounced.invoice('B1', { issued: '2026-11-01', due: '2026-12-01', minor: 40_000 });
  await bounced.pays('BP', '2026-11-10', 40_000, { B1: 40_000 });
  await bounced.paymentReturned('BR', '2026-11-20', 40_000, {});
  await ledger.customer('Zero', { number: 'Z', credit_limit_minor: 0 });
});
afterAll(() => product.close());

const ask = (customerNumber: string | null, amountMinor: number, currency: string | null = null) =>
  product.ask(
    `query ($customerNumber: String, $amountMinor: MinorUnits!, $currency: String) {
      canSupply(customerNumber: $customerNumber, amountMinor: $amountMinor, currency: $currency) { allowed code reason exposureAfter { minor currency } creditLimit { minor } utilisation customer { number } } }`,
    { customerNumber, amountMinor, currency },
  );
const answer = async (...args: Parameters<typeof ask>) => (await ask(...args)).data.canSupply;
const refusal = async (...args: Parameters<typeof ask>) => (await ask(...args)).errors?.[0];

// Limited owes 500.00 and 100.00 dollars (80.00), 100.00 is unapplied and 100.00 a deposit: 380.00 of 1,000.00.
test('yes, up to the last cent of the limit', async () => {
  expect(await answer('L', 62_000)).toEqual({
    allowed: true,
    code: 'WITHIN_LIMIT',
    reason: 'With this Limited would owe EUR 1,000.00 of its limit of EUR 1,000.00.',
    exposureAfter: { minor: 100_000, currency: 'EUR' },
    creditLimit: { minor: 100_000 },
    utilisation: 1,
    customer: { number: 'L' },
  });
});

test('no, one cent above it, and by how much', async () => {
  expect(await answer('L', 62_001)).toMatchObject({
    allowed: false,
    code: 'OVER_LIMIT',
    reason: 'With this Limited would owe EUR 1,000.01, EUR 0.01 above its limit of EUR 1,000.00.',
  });
});

test('an amount in another currency is set against the limit at the rate of the day, whatever its decimals', async () => {
  expect(await answer('L', 77_500, 'USD')).toMatchObject({
    allowed: true,
    exposureAfter: { minor: 100_000, currency: 'EUR' },
  });
  expect(await answer('L', 77_502, 'USD')).toMatchObject({ allowed: false, code: 'OVER_LIMIT' });
  // 1,000 yen are 6.00 euros.
  expect(await answer('L', 1_000, 'JPY')).toMatchObject({ exposureAfter: { minor: 38_600, currency: 'EUR' } });
});

test('a payment that the bank took back is owed, though it is set against no invoice', async () => {
  expect(await answer('B', 60_001)).toMatchObject({
    allowed: false,
    exposureAfter: { minor: 100_001, currency: 'EUR' },
  });
});

test('without a limit the answer is yes, and says that there is none', async () => {
  expect(await answer('U', 5_000)).toMatchObject({
    allowed: true,
    code: 'NO_LIMIT',
    creditLimit: null,
    utilisation: null,
    reason: 'Unlimited has no limit set; with this it would owe EUR 50.00.',
  });
});

test.each([
  ['P', 'NOT_YET_A_CUSTOMER', 'Prospect is a prospect: sign the contract first.'],
  ['C', 'CLOSED', 'Closed is closed: nothing more is sold to it.'],
  ['H', 'ON_HOLD', 'Orders of Held are on hold since 22 Nov 2026. Cheque bounced.'],
  ['Z', 'OVER_LIMIT', 'With this Zero would owe EUR 0.01, EUR 0.01 above its limit of EUR 0.00.'],
])('no to %s, with the code %s and the reason', async (number, code, reason) => {
  expect(await answer(number, 1)).toMatchObject({ allowed: false, code, reason });
});

test('a currency without a rate is refused with what to do, on either side', async () => {
  const message =
    'There is no exchange rate between CHF and EUR, so the amount cannot be set against the limit. Enter a rate in the settings, or ask in EUR.';
  expect(await refusal('L', 100, 'CHF')).toMatchObject({ message, extensions: { code: 'NO_RATE' } });
  expect(await refusal('F', 100)).toMatchObject({ extensions: { code: 'NO_RATE' } });
});

test('a question that makes no sense is sent back with a sentence', async () => {
  expect(await refusal('L', 0)).toMatchObject({ extensions: { code: 'AMOUNT_MUST_BE_POSITIVE' } });
  expect(await refusal('L', -5)).toMatchObject({ extensions: { code: 'AMOUNT_MUST_BE_POSITIVE' } });
  expect(await refusal('L', 5, 'XXL')).toMatchObject({ extensions: { code: 'UNKNOWN_CURRENCY' } });
  expect(await refusal('nobody', 5)).toMatchObject({
    message: expect.stringMatching(/^There is no customer with the number nobody/),
    extensions: { code: 'NOT_FOUND' },
  });
  expect(await refusal(null, 5)).toMatchObject({
    message: 'Say for whom: give customerId or customerNumber.',
    extensions: { code: 'BAD_INPUT' },
  });
});

test('the largest amount there is gets an answer too', async () => {
  expect(await answer('L', 100_000_000_000_000)).toMatchObject({ allowed: false, code: 'OVER_LIMIT' });
  expect(await refusal('L', 9_007_199_254_740_991)).toMatchObject({
    message: expect.stringMatching(/minor units/),
    extensions: { code: 'BAD_INPUT' },
  });
});

test('a limit is set in the currency of the customer; in another it is refused', async () => {
  const set = (input: object) =>
    product.ask(
      'mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { customer { creditLimit { minor currency } } approval { id } } }',
      { input },
    );
  const { customers } = await product.gql('{ customers(search: "Unlimited") { nodes { customer { id } } } }');
  const customerId = customers.nodes[0].customer.id;
  expect(
    (await set({ customerId, limitMinor: 5_000_000_000_00, currency: 'EUR' })).data.setCreditLimit.customer.creditLimit,
  ).toEqual({ minor: 500_000_000_000, currency: 'EUR' });
  expect((await set({ customerId, limitMinor: 1, currency: 'USD' })).errors?.[0]).toMatchObject({
    message: 'The limit of Unlimited is kept in EUR, not in USD. Give the amount in EUR.',
    extensions: { code: 'CURRENCY_OF_LIMIT_DIFFERS' },
  });
  expect((await set({ customerId, limitMinor: -1 })).errors?.[0]?.extensions.code).toBe('BAD_INPUT');
  // Taking it away is more than one may alone.
  const { approval } = (await set({ customerId, limitMinor: null })).data.setCreditLimit;
  const other = await product.as(PersonRole.MANAGER);
  const { approve } = await other.gql(
    `mutation { approve(input: { approvalId: "${approval.id}" }) { customer { creditLimit { minor } } } }`,
  );
  expect(approve.customer.creditLimit).toBe(null);
  const acts = await ledger.sql.rows(
    `select before, after, details from audit_entry where action = 'set credit limit' order by id`,
  );
  expect(acts).toEqual([
    { before: { limitMinor: null }, after: { limitMinor: 500_000_000_000 }, details: { currency: 'EUR' } },
    {
      before: { limitMinor: 500_000_000_000 },
      after: { limitMinor: null },
      details: {
        currency: 'EUR',
        approved: expect.objectContaining({ askedBy: expect.stringMatching(/^Manager </), currency: 'EUR' }),
      },
    },
  ]);
});

test('who is named by the key of one customer and the number of another is refused; by both of one, answered', async () => {
  const { customers } = await product.gql(
    '{ customers(search: "Limited", sort: NAME, direction: ASC) { nodes { customer { id name } } } }',
  );
  const { id } = customers.nodes.find(
    ({ customer }: { customer: { name: string } }) => customer.name === 'Limited',
  ).customer;
  const askBoth = (number: string) =>
    product.ask(
      'query ($id: ID, $number: String) { canSupply(customerId: $id, customerNumber: $number, amountMinor: 1) { allowed } }',
      {
        id,
        number,
      },
    );
  expect((await askBoth('H')).errors?.[0]).toMatchObject({
    message: 'The key is that of customer L, the number is H: two customers. Give one of the two.',
    extensions: { code: 'TWO_CUSTOMERS' },
  });
  expect((await askBoth('L')).data.canSupply.allowed).toBe(true);
});
