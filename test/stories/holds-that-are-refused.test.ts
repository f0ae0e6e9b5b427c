import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let late: TestCustomer;
let prompt: TestCustomer;
let prospect: TestCustomer;
beforeAll(async () => {
  product = await startApi();
  const ledger = TestLedger.of(product);
  late = await ledger.customer('Late');
  await late.invoice('A', { issued: '2026-01-05', due: '2026-02-05', minor: 100_000 });
  prompt = await ledger.customer('Prompt');
  prospect = await ledger.customer('Prospect', { stage: 'prospect' });
});
afterAll(() => product.close());

const refusal = async (field: string, input: Record<string, unknown>) => {
  const type = {
    putOrdersOnHold: 'HoldInput',
    dismissHoldProposal: 'DismissInput',
    setExchangeRate: 'ExchangeRateInput',
  }[field];
  const selection = { putOrdersOnHold: '{ state }', setExchangeRate: '{ rate }' }[field] ?? '';
  const { errors } = await product.ask(`mutation ($input: ${type}!) { ${field}(input: $input) ${selection} }`, {
    input,
  });
  return errors && [errors[0]?.extensions.code, errors[0]?.message];
};

test('a hold as of a day that has not come, or before there was a book, is refused', async () => {
  expect(await refusal('putOrdersOnHold', { customerId: late.id, asOf: '2090-01-01' })).toEqual([
    'DAY_NOT_IN_BOOK',
    '1 Jan 2090 has not come yet: give a day up to today, 22 Nov 2026.',
  ]);
  expect(await refusal('putOrdersOnHold', { customerId: late.id, asOf: '1999-12-31' })).toEqual([
    'DAY_NOT_IN_BOOK',
    'The book begins on 5 Jan 2026: give a day from then on.',
  ]);
});

test('a prospect cannot be put on hold', async () => {
  expect(await refusal('putOrdersOnHold', { customerId: prospect.id })).toEqual([
    'NOT_YET_A_CUSTOMER',
    'Prospect is a prospect: nothing is supplied to it yet, so there is nothing to hold.',
  ]);
});

test('a hold that no rule proposes says why, in a note', async () => {
  const without = [
    'HOLD_NEEDS_REASON',
    'No rule proposes to hold Prompt on 22 Nov 2026. Say in a note why it is held: whoever releases it reads it.',
  ];
  expect(await refusal('putOrdersOnHold', { customerId: prompt.id })).toEqual(without);
  expect(await refusal('putOrdersOnHold', { customerId: prompt.id, note: ' ' })).toEqual(without);
});

test('what was not proposed on the day cannot be dismissed', async () => {
  expect(await refusal('dismissHoldProposal', { customerId: prompt.id })).toEqual([
    'NOT_PROPOSED',
    'The rules did not propose to hold Prompt on 22 Nov 2026, so there is nothing to dismiss. Load the list again.',
  ]);
  expect((await refusal('dismissHoldProposal', { customerId: late.id, asOf: '2026-01-06' }))?.[0]).toBe('NOT_PROPOSED');
  expect((await refusal('dismissHoldProposal', { customerId: late.id, asOf: '2090-01-01' }))?.[0]).toBe(
    'DAY_NOT_IN_BOOK',
  );
});

test('none of that was done, and what may be done still is', async () => {
  const { auditEntries, customersOnHold } = await product.gql(
    '{ auditEntries(filter: { subjectType: "customer" }) { totalCount } customersOnHold { totalCount } }',
  );
  expect([auditEntries.totalCount, customersOnHold.totalCount]).toEqual([0, 0]);
  expect(await refusal('dismissHoldProposal', { customerId: late.id })).toBe(undefined);
  expect(await refusal('putOrdersOnHold', { customerId: late.id, asOf: '2026-01-05', note: 'Cheque bounced.' })).toBe(
    undefined,
  );
});

test('a rate of the reporting currency to itself is refused', async () => {
  const rate = { validOn: '2026-01-01', rate: 1.1, source: 'the test' };
  expect(await refusal('setExchangeRate', { ...rate, currency: 'EUR' })).toEqual([
    'RATE_TO_ITSELF',
    'EUR is the reporting currency: one is worth one. Give the rate of another currency.',
  ]);
  expect(await refusal('setExchangeRate', { ...rate, currency: 'USD' })).toBe(undefined);
});
