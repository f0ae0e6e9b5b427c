import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A report tells its amounts in the currency of the company, the contract is in another: what is said of that.
let product: Product;
let checkId: string;
beforeAll(async () => {
  product = await startApi();
  const { id } = await TestLedger.of(product).customer('Kawasaki Parts', { currency: 'EUR' });
  const { typeInCreditCheck } = await product.gql(
    'mutation ($input: TypeInCreditCheckInput!) { typeInCreditCheck(input: $input) { id } }',
    {
      input: {
        ...{ customerId: id, from: 'Creditsafe on paper', reportedOn: '2026-11-01', currency: 'GBP' },
        ...{ bureauScale: 'creditsafe-100', bureauScore: 70, yearsTrading: 12, judgments: 0 },
        ...{
          netWorthMinor: 5_000_000,
          currentAssetsMinor: 3_000_000,
          currentLiabilitiesMinor: 1_000_000,
          suggestedLimitMinor: 400_000,
        },
      },
    },
  );
  checkId = typeInCreditCheck.id;
});
afterAll(() => product.close());

async function vet(changed: object = {}) {
  const { data, errors } = await product.ask(
    `mutation ($input: VetInput!) { vet(input: $input) { recommendation { outcome limitParts { name amount { minor currency } }
       findings { rule weight sentence } } } }`,
    {
      input: {
        ...{ companyName: 'Kawasaki Parts', entityType: 'COMPANY', currency: 'EUR', contractValueMinor: 12_000_000 },
        ...{ monthlyRunMinor: 1_000_000, termsDaysAsked: 30, creditCheckId: checkId, ...changed },
      },
    },
  );
  const { recommendation: made } = data?.vet ?? {};
  const part = (name: string) => made?.limitParts.find((each: { name: string }) => each.name === name)?.amount;
  return {
    fields: errors?.[0]?.extensions.fields,
    outcome: made?.outcome,
    told: made?.findings.filter(({ rule }: { rule: string }) => rule === 'currency'),
    capacity: part('Capacity'),
    suggested: part('Credit check'),
  };
}

test('without an exchange rate a person must look, and is told what is missing', async () => {
  const { outcome, told, capacity, suggested } = await vet();
  expect(told).toEqual([
    {
      rule: 'currency',
      weight: 'refer',
      sentence:
        'The credit check counts in GBP, which has no exchange rate to EUR: enter it in the settings, and vet it again. Its amounts were left out.',
    },
  ]);
  expect([outcome, capacity ?? null, suggested ?? null]).toEqual(['REFER', null, null]);
});

test('with one its amounts are taken at it, and it is said', async () => {
  await product.gql(
    'mutation { setExchangeRate(input: { currency: "GBP", validOn: "2026-11-20", rate: 1.2, source: "ECB" }) { rate } }',
  );
  const { outcome, told, capacity, suggested } = await vet();
  expect(told).toEqual([
    {
      rule: 'currency',
      weight: 'note',
      sentence: 'The credit check counts in GBP: taken in EUR at the rate of the book.',
    },
  ]);
  expect(outcome).not.toBe('REFER');
  const inPounds = await vet({ currency: 'GBP' });
  expect(inPounds.told).toEqual([]);
  expect(capacity).toEqual({ minor: Math.round(1.2 * inPounds.capacity.minor), currency: 'EUR' });
  expect(suggested).toEqual({ minor: Math.round(1.2 * inPounds.suggested.minor), currency: 'EUR' });
});

test('the figure of the report that was copied into the other currency is sent back at its field', async () => {
  const { fields } = await vet({ netWorthMinor: 5_000_000 });
  expect(fields).toEqual([
    {
      field: 'netWorthMinor',
      sentence:
        'The credit check tells this net worth in GBP, and the contract is in EUR. Leave it out, and it is taken at the rate of the book; or say what it is in EUR.',
    },
  ]);
  expect((await vet({ netWorthMinor: 6_000_000 })).fields).toBeUndefined();
  expect((await vet({ currency: 'GBP', netWorthMinor: 5_000_000 })).fields).toBeUndefined();
});
