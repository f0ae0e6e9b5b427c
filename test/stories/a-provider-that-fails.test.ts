import { answerAll, creditsafeReport, dnbReport, profile } from '../support/credit-answers.js';
import { CreditProviders, type Mood } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Whatever a provider does, there is a sentence, and the last good report stands and is marked.
let product: Product;
let ledger: TestLedger;
const providers = new CreditProviders();
beforeAll(async () => {
  product = await startApi({ env: await providers.listen() });
  ledger = TestLedger.of(product);
});
beforeEach(() => {
  answerAll(providers);
  // A whole report, at an address the provider was not to send us to.
  providers.answers.set('/elsewhere', creditsafeReport());
});
afterAll(async () => {
  await product.close();
  await providers.close();
});

const ask = async (customerId: number, provider: string) =>
  (
    await product.gql(
      `mutation ($input: RequestCreditCheckInput!) { requestCreditCheck(input: $input) { outcome sentence creditCheck { id standsBecause } } }`,
      { input: { customerId: String(customerId), provider, anew: true } },
    )
  ).requestCreditCheck;
const checksOf = async (customerId: number) =>
  (
    await product.gql(
      'query ($id: ID!) { customer(id: $id) { creditChecks { nodes { id provider standsBecause } } } }',
      {
        id: String(customerId),
      },
    )
  ).customer.creditChecks.nodes;
const firm = () => ledger.customer('Firm', { registration_number: '123456', country: 'GB' });

const REPORT = '/creditsafe/v1/companies/GB-0-00123456';
const troubles: [string, string, Mood[], RegExp][] = [
  ['does not answer', REPORT, ['hang'], /Creditsafe did not answer within 2 seconds/],
  ['does not answer the sign-in', '/creditsafe/v1/authenticate', ['hang'], /did not answer within 2 seconds/],
  ['knows our key no more', '/creditsafe/v1/authenticate', [{ status: 401 }], /does not let us in.*look at the key/],
  ['does not cover the report', REPORT, [{ status: 403 }], /what the contract covers/],
  ['is out of order', REPORT, [{ status: 503 }], /out of order \(503\)/],
  ['refuses the question', REPORT, [{ status: 400 }], /refused the question \(400\)/],
  ['sends half of its JSON', REPORT, ['half'], /not whole JSON/],
  ['breaks off in the middle', REPORT, ['break off'], /broke off in the middle/],
  ['sends a page for people', REPORT, ['not json'], /not whole JSON/],
  ['sends more than a report can be', REPORT, ['too long'], /more than a report can be/],
  ['sends us elsewhere with our key', REPORT, ['elsewhere'], /cannot be reached/],
  [
    'is asked too much for longer than we wait',
    REPORT,
    [{ status: 429, headers: { 'retry-after': '30' } }],
    /asked too much just now and wants us to wait 30 seconds/,
  ],
  [
    'says until when it is asked too much',
    REPORT,
    [
      {
        status: 429,
        headers: { date: 'Sun, 22 Nov 2026 09:00:00 GMT', 'retry-after': 'Sun, 22 Nov 2026 09:01:30 GMT' },
      },
    ],
    /wait 90 seconds/,
  ],
];

test.each(troubles)(
  'a provider that %s: a sentence, and the last good report stands',
  async (_what, path, moods, sentence) => {
    const { id } = await firm();
    const good = await ask(id, 'CREDITSAFE');
    providers.will(path, ...moods);
    const answer = await ask(id, 'CREDITSAFE');
    expect(answer.sentence).toMatch(sentence);
    expect(answer.sentence).toMatch(/The last good report, of 22 Nov 2026, stands\.$/);
    expect([answer.outcome, answer.creditCheck.id]).toEqual(['LAST_GOOD', good.creditCheck.id]);
    // It stays marked for whoever comes later, until a new one comes.
    expect(await checksOf(id)).toEqual([
      { id: good.creditCheck.id, provider: 'CREDITSAFE', standsBecause: expect.stringMatching(sentence) },
    ]);
    const next = await ask(id, 'CREDITSAFE');
    expect([next.outcome, next.creditCheck.standsBecause]).toEqual(['NEW', null]);
    expect((await checksOf(id)).map(({ standsBecause }: { standsBecause: string }) => standsBecause)).toEqual([
      null,
      null,
    ]);
  },
);

test('without an earlier report there is none, and typing in is offered', async () => {
  const { id } = await firm();
  providers.will('/dnb/v2/token', { status: 500 });
  expect(await ask(id, 'DNB')).toEqual({
    outcome: 'NONE',
    sentence: 'D&B is out of order (500). Ask again later. There is no earlier report; one can be typed in.',
    creditCheck: null,
  });
});

test('what another provider said stands unmarked: it was not asked', async () => {
  const { id } = await firm();
  await ask(id, 'COMPANIES_HOUSE');
  providers.will('/dnb/v2/token', { status: 500 });
  await ask(id, 'DNB');
  expect(await checksOf(id)).toEqual([expect.objectContaining({ provider: 'COMPANIES_HOUSE', standsBecause: null })]);
});

test('a provider that is asked too much is asked again when it says so, and when it does not', async () => {
  const { id } = await firm();
  providers.paths();
  providers.will('/register/company/00123456', { status: 429, headers: { 'retry-after': '0' } }, { status: 429 });
  expect((await ask(id, 'COMPANIES_HOUSE')).outcome).toBe('NEW');
  expect(providers.paths().filter((path) => path.endsWith('/00123456'))).toHaveLength(3);
});

test.each([
  [
    'a report about another company',
    REPORT,
    { report: { ...creditsafeReport().report, companyId: 'GB-0-99999999' } },
    'CREDITSAFE',
    /another company/,
  ],
  ['a report without its score', REPORT, { report: { companyId: 'GB-0-00123456' } }, 'CREDITSAFE', /without a report/],
  ['a list where a report belongs', REPORT, [1, 2], 'CREDITSAFE', /without a report/],
  ['null', REPORT, null, 'CREDITSAFE', /without a report/],
  ['no token', '/creditsafe/v1/authenticate', { token: '' }, 'CREDITSAFE', /gave no key/],
  [
    'another company',
    '/register/company/00123456',
    { ...profile, company_number: '00999999' },
    'COMPANIES_HOUSE',
    /without the company that was asked/,
  ],
  ['another organization', '/dnb/v1/data/duns/185520819', dnbReport({ duns: '000000000' }), 'DNB', /another company/],
  ['no assessment', '/dnb/v1/data/duns/185520819', { organization: { duns: '185520819' } }, 'DNB', /without a report/],
])('whole JSON that is %s is no report either', async (_what, path, answer, provider, sentence) => {
  const { id } = await firm();
  providers.answers.set(path, answer);
  const { outcome, sentence: told } = await ask(id, provider);
  expect([outcome, told]).toEqual(['NONE', expect.stringMatching(sentence)]);
  expect(await checksOf(id)).toEqual([]);
});

test.each([
  [
    'no company',
    '/creditsafe/v1/companies',
    { companies: [] },
    'CREDITSAFE',
    /knows no company with the number 123456 in GB/,
  ],
  [
    'two companies',
    '/creditsafe/v1/companies',
    { companies: [{ id: 'a' }, { id: 'b' }] },
    'CREDITSAFE',
    /knows 2 companies/,
  ],
  [
    'a doubtful match',
    '/dnb/v1/match/cleanseMatch',
    { matchCandidates: [{ organization: { duns: '185520819' }, matchQualityInformation: { confidenceCode: 4 } }] },
    'DNB',
    /not sure which company/,
  ],
  ['no match', '/dnb/v1/match/cleanseMatch', {}, 'DNB', /knows no company/],
  [
    'not there',
    '/register/company/00123456',
    undefined,
    'COMPANIES_HOUSE',
    /knows no company with the number 00123456/,
  ],
])(
  'a company that is %s is an answer, kept as one: the provider does not know it',
  async (_what, path, answer, provider, sentence) => {
    const { id } = await firm();
    if (answer === undefined) providers.answers.delete(path);
    else providers.answers.set(path, answer);
    const { outcome, sentence: told, creditCheck } = await ask(id, provider);
    expect([outcome, told, creditCheck]).toEqual(['UNKNOWN', expect.stringMatching(sentence), null]);
    expect(
      await ledger.sql.rows('select number, is_unknown, failure from credit_check_request where customer_id = $1', [
        id,
      ]),
    ).toEqual([{ number: '123456', is_unknown: true, failure: expect.stringMatching(sentence) }]);
    // Once it is known there, or does not answer at all, that is what holds.
    answerAll(providers);
    providers.will(path, { status: 503 });
    expect((await ask(id, provider)).outcome).toBe('NONE');
    expect(await ledger.sql.rows('select is_unknown from credit_check_request where customer_id = $1', [id])).toEqual([
      { is_unknown: false },
    ]);
  },
);

test.each([
  [
    'Creditsafe',
    'CREDITSAFE',
    REPORT,
    {
      report: {
        companyId: 'GB-0-00123456',
        creditScore: { currentCreditRating: [] },
        financialStatements: {},
        negativeInformation: 'x',
        companySummary: 7,
        paymentData: { dbt: 'soon' },
      },
    },
  ],
  [
    'D&B',
    'DNB',
    '/dnb/v1/data/duns/185520819',
    {
      organization: {
        duns: '185520819',
        dnbAssessment: { failureScore: { nationalPercentile: {} } },
        legalEvents: [],
        businessTrading: {},
        numberOfEmployees: 'many',
        startDate: 12,
      },
    },
  ],
  [
    'Companies House',
    'COMPANIES_HOUSE',
    '/register/company/00123456',
    { company_number: '00123456', accounts: 'none', date_of_creation: 'long ago', company_status: 4 },
  ],
])(
  'an answer of %s with nonsense in its places is read as “not said”, not as a figure',
  async (_what, provider, path, answer) => {
    const { id } = await firm();
    providers.answers.set(path, answer);
    expect((await ask(id, provider)).outcome).toBe('NEW');
    const { customer } = await product.gql(
      `{ customer(id: "${id}") { creditChecks { nodes { report { failurePd suggestedLimit { minor } judgments isInsolvent yearsTrading employees daysBeyondTerms } } } } }`,
    );
    expect(Object.values(customer.creditChecks.nodes[0].report)).toEqual([null, null, null, null, null, null, null]);
  },
);

test('signs a database cannot keep do not lose a report that was paid for', async () => {
  const { id } = await firm();
  providers.answers.set(REPORT, creditsafeReport({ note: 'a\u0000b\ud800' }));
  expect((await ask(id, 'CREDITSAFE')).outcome).toBe('NEW');
});

test('a program that was ended while it asked does not stand in the way for ever', async () => {
  const { id } = await firm();
  await ledger.sql.rows(
    `insert into credit_check_request (customer_id, provider, asked_at, asked_by) values ($1, 'dnb', $2, 'Somebody')`,
    [id, '2026-11-22T08:59:00Z'],
  );
  const { errors } = await product.ask(
    `mutation { requestCreditCheck(input: { customerId: "${id}", provider: DNB }) { outcome } }`,
  );
  expect(errors?.[0]?.extensions.code).toBe('ALREADY_ASKING');
  await ledger.sql.rows(`update credit_check_request set asked_at = $2 where customer_id = $1`, [
    id,
    '2026-11-22T08:57:59Z',
  ]);
  expect((await ask(id, 'DNB')).outcome).toBe('NEW');
});
