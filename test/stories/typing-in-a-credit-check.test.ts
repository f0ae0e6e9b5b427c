import { bureauScales } from '../../analytics/fixtures/bureau-scales.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A report on paper is a credit check like any other; so is what was typed in when vetting.
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
});
afterAll(() => product.close());

const typeIn = (input: object) =>
  product.ask(
    `mutation ($input: TypeInCreditCheckInput!) { typeInCreditCheck(input: $input) { id provider reference reportedOn ageDays askedBy
       report { sentences failurePd delinquencyPd band isInsolvent yearsTrading netWorth { minor currency } workingCapital { minor } altman { z zone missing } } received } }`,
    { input },
  );
const typed = async (input: object) => {
  const { data, errors } = await typeIn(input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.typeInCreditCheck;
};

test('what is typed in is kept as it was typed, read into the one shape, and told in words', async () => {
  const { id } = await ledger.customer('Firm', { currency: 'GBP' });
  const check = await typed({
    customerId: id,
    from: 'Creditreform, report 4711',
    reportedOn: '2026-11-01',
    bureauScale: 'delphi-100',
    bureauScore: 55,
    judgments: 1,
    yearsTrading: 12,
    insolvent: false,
    currentAssetsMinor: 50_000,
    currentLiabilitiesMinor: 30_000,
    totalAssetsMinor: 100_000,
    totalLiabilitiesMinor: 60_000,
    retainedEarningsMinor: 25_000,
    ebitMinor: 12_000,
  });
  expect(check).toMatchObject({
    provider: 'TYPED_IN',
    reference: 'Creditreform, report 4711',
    reportedOn: '2026-11-01',
    ageDays: 21,
    askedBy: 'Manager <manager0@goodstanding.example>',
    received: { bureauScore: 55, judgments: 1, currency: 'GBP' },
  });
  const { sentences, ...report } = check.report;
  expect(report).toEqual({
    failurePd: 0.02,
    delinquencyPd: null,
    band: 'belowAverage',
    isInsolvent: false,
    yearsTrading: 12,
    netWorth: null,
    workingCapital: { minor: 20_000 },
    altman: { z: expect.closeTo(3.6334, 8), zone: 'SAFE', missing: [] },
  });
  expect(sentences).toContain('1 unpaid court judgment.');
});

test('without a profit and loss account Z″ is not computable, and says what is missing', async () => {
  const { id } = await ledger.customer('Small');
  const { report } = await typed({
    customerId: id,
    from: 'its accounts',
    totalAssetsMinor: 100_000,
    totalLiabilitiesMinor: 60_000,
  });
  expect(report.altman).toEqual({
    z: null,
    zone: null,
    missing: ['current assets', 'current liabilities', 'retained earnings', 'earnings before interest and taxes'],
  });
});

test('a code typed in is “not scored”, and a delinquency score is no chance of failure', async () => {
  const { id } = await ledger.customer('Coded');
  const coded = await typed({ customerId: id, from: 'Experian', bureauScale: 'delphi-100', bureauScore: 999 });
  expect([coded.report.failurePd, coded.report.sentences.at(-1)]).toEqual([
    null,
    'The bureau’s value 999 means “not scored”.',
  ]);
  const late = await typed({
    customerId: id,
    from: 'D&B',
    bureauScale: 'dnb-delinquency-percentile-us',
    bureauScore: 5,
  });
  expect([late.report.failurePd, late.report.delinquencyPd]).toEqual([null, 0.531]);
});

test.each([
  ['nothing', {}, /Nothing is typed in/],
  ['a day to come', { judgments: 1, reportedOn: '2026-11-23' }, /a day to come/],
  ['a score without its scale', { bureauScore: 50 }, /score and its scale/],
  ['a scale nobody knows', { bureauScore: 50, bureauScale: 'oracle' }, /do not know the scale “oracle”/],
  ['a currency that is none', { judgments: 1, currency: 'EURO' }, /not a currency/],
  ['more money than there is', { ebitMinor: 1e15 }, /more than any company has/],
  ['a limit below nothing', { suggestedLimitMinor: -1 }, /below nothing/],
])('%s is refused with a sentence', async (_what, input, sentence) => {
  const { id } = await ledger.customer('Wrong');
  const { errors } = await typeIn({ customerId: id, from: 'somebody', ...input });
  expect([errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
    'CREDIT_CHECK_NOT_RIGHT',
    expect.stringMatching(sentence),
  ]);
  expect(await ledger.sql.rows('select 1 from credit_check where customer_id = $1', [id])).toEqual([]);
});

const vetted = {
  companyName: 'Vetted Ltd',
  registrationNumber: '07654321',
  country: 'GB',
  entityType: 'COMPANY',
  currency: 'GBP',
  contractValueMinor: 6_000_000,
  monthlyRunMinor: 500_000,
  termsDaysAsked: 30,
};
const vet = (input: object) =>
  product.ask(
    `mutation ($input: VetInput!) { vet(input: $input) { recommendation { points outcome notes reasons { factor sentence } limitParts { name amount { minor } isBinding } }
       decision { id inputs customer { id creditChecks { nodes { id provider reference report { failurePd yearsTrading judgments netWorth { minor } } } } } } } }`,
    { input },
  );

test('what is typed in when vetting is kept as a credit check, and the decision stands on it', async () => {
  const typing = {
    bureauScale: 'creditsafe-100',
    bureauScore: 60,
    yearsTrading: 12,
    judgments: 0,
    netWorthMinor: 9_000_000,
  };
  const { decision } = (await vet({ ...vetted, ...typing, keep: true })).data.vet;
  const [check, ...more] = decision.customer.creditChecks.nodes;
  expect(more).toEqual([]);
  expect(check).toMatchObject({
    provider: 'TYPED_IN',
    reference: 'vetting',
    report: { failurePd: 0.015, yearsTrading: 12, judgments: 0, netWorth: { minor: 9_000_000 } },
  });
  expect(await ledger.sql.rows('select credit_check_id as id from decision where id = $1', [decision.id])).toEqual([
    { id: Number(check.id) },
  ]);
  // What was not typed in is no credit check.
  const plain = (await vet({ ...vetted, companyName: 'Plain Ltd', registrationNumber: '00000001', keep: true })).data
    .vet;
  expect(plain.decision.customer.creditChecks.nodes).toEqual([]);
});

test('vetting on a credit check takes from it what is not typed in, and its limit by its age', async () => {
  const firm = await ledger.customer('Standing On Ltd', {
    registration_number: '00000055',
    country: 'GB',
    currency: 'GBP',
  });
  const said = {
    bureauScale: 'creditsafe-100',
    bureauScore: 40,
    judgments: 1,
    yearsTrading: 12,
    suggestedLimitMinor: 100_000,
    currency: 'GBP',
  };
  const check = await typed({ customerId: firm.id, from: 'a bank', reportedOn: '2026-06-01', ...said });
  const on = { ...vetted, companyName: 'Standing On Ltd', registrationNumber: '00000055', creditCheckId: check.id };
  const { recommendation } = (await vet(on)).data.vet;
  const sentences = recommendation.reasons.map(({ sentence }: { sentence: string }) => sentence);
  expect(sentences).toContain('The credit check puts the chance of failure within a year at 4 %.');
  expect(sentences).toContain('One court judgment on record.');
  // 174 days old: four fifths of what it suggests.
  expect(recommendation.limitParts).toContainEqual({
    name: 'Credit check',
    amount: { minor: 80_000 },
    isBinding: true,
  });
  const better = (await vet({ ...on, judgments: 0, keep: true })).data.vet;
  expect(better.recommendation.reasons.map(({ sentence }: { sentence: string }) => sentence)).toContain(
    'No court judgments on record.',
  );
  expect(better.decision.inputs).toMatchObject({ creditCheckId: Number(check.id), bureauPd: 0.04, judgments: 0 });
  expect(better.decision.customer.creditChecks.nodes.map(({ id }: { id: string }) => id)).toEqual([check.id]);
});

test('who is removed takes their credit checks along, also those a decision stands on', async () => {
  const { decision } = (
    await vet({ ...vetted, companyName: 'Going Ltd', registrationNumber: '00000009', judgments: 0, keep: true })
  ).data.vet;
  await ledger.sql.rows('delete from customer where id = $1', [decision.customer.id]);
  expect(await ledger.sql.rows('select 1 from credit_check where customer_id = $1', [decision.customer.id])).toEqual(
    [],
  );
});

test('a credit check of another company carries no decision', async () => {
  const other = await ledger.customer('Somebody Else');
  const check = await typed({ customerId: other.id, from: 'a bank', judgments: 0 });
  const { errors } = await vet({ ...vetted, creditCheckId: check.id, keep: true });
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'APPLICATION_NOT_RIGHT',
    fields: [{ field: 'creditCheckId' }],
  });
});

describe('what scores mean', () => {
  const SCALES = '{ bureauScales { key title measures validOn bands { lo hi label pd } notScored sureness source } }';
  const input = {
    key: 'creditsafe-100',
    title: 'Creditsafe, 0–100',
    measures: 'FAILURE',
    bands: [
      { lo: 0, hi: 50, label: 'low', pd: 0.08 },
      { lo: 51, hi: 100, label: 'high', pd: 0.002 },
    ],
    sureness: 'PUBLISHED',
    source: 'our licence of 2026',
  };
  const set = (asker: Asker, change: object) =>
    asker.ask('mutation ($input: BureauScaleInput!) { setBureauScale(input: $input) { key validOn bands { pd } } }', {
      input: { ...input, ...change },
    });

  test('an installation begins with the tables the worked examples are checked against', async () => {
    const held = (await product.gql(SCALES)).bureauScales;
    expect(held).toEqual(
      bureauScales.map(({ from, to: _, ...scale }) => ({
        ...scale,
        validOn: from,
        measures: scale.measures.toUpperCase(),
        sureness: scale.sureness.toUpperCase(),
      })),
    );
  });

  test('a table can be replaced from a day on, with its source; what was read before stays as it was read', async () => {
    const { id } = await ledger.customer('Read Before');
    const type = { customerId: id, from: 'Creditsafe', bureauScale: 'creditsafe-100', bureauScore: 60 };
    await typed(type);
    expect((await set(product, { validOn: '2026-12-01' })).errors).toBeUndefined();
    expect((await typed(type)).report.failurePd).toBe(0.015);
    expect((await set(product, {})).errors).toBeUndefined();
    expect((await typed(type)).report.failurePd).toBe(0.002);
    const { customer } = await product.gql(
      `{ customer(id: "${id}") { creditChecks(sort: RECEIVED_AT, direction: ASC) { nodes { report { failurePd } } } } }`,
    );
    expect(
      customer.creditChecks.nodes.map(({ report }: { report: { failurePd: number } }) => report.failurePd),
    ).toEqual([0.015, 0.015, 0.002]);
    const { auditEntries } = await product.gql(
      '{ auditEntries(first: 2, filter: { action: "set a bureau scale" }) { nodes { action actor before after } } }',
    );
    expect(auditEntries.nodes[0]).toMatchObject({
      before: { source: expect.stringContaining('help.creditsafe.com') },
      after: { source: 'our licence of 2026' },
    });
  });

  test('a table with a gap, or in per cent, is refused; so is whoever may not', async () => {
    const gap = await set(product, { bands: [input.bands[0], { ...input.bands[1], lo: 60 }] });
    expect([gap.errors?.[0]?.extensions.code, gap.errors?.[0]?.message]).toEqual([
      'BUREAU_SCALE_NOT_RIGHT',
      'Between 50 and 60 there is no band.',
    ]);
    expect((await set(product, { bands: [{ ...input.bands[0], pd: 8 }] })).errors?.[0]?.extensions.code).toBe(
      'BUREAU_SCALE_NOT_RIGHT',
    );
    expect((await set(await product.as(PersonRole.SALES), {})).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
