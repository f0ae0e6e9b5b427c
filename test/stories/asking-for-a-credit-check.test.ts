import { setTimeout as pause } from 'node:timers/promises';
import { PersonRole } from '../../api/auth/person.entity.js';
import { answerAll, creditsafeReport, dnbReport, insolvency, profile, rated } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Providers are asked over HTTP; here local servers answer in their shapes.
let product: Product;
const providers = new CreditProviders();
beforeAll(async () => {
  product = await startApi({ env: await providers.listen() });
});
beforeEach(() => {
  answerAll(providers);
  providers.paths();
});
afterAll(async () => {
  await product.close();
  await providers.close();
});

const REPORT = `sentences failurePd delinquencyPd band suggestedLimit { minor currency } daysBeyondTerms judgments possibleJudgments
  accountsOverdue isInsolvent isActive events { what on isInsolvency } yearsTrading employees turnover { minor currency }
  netWorth { minor } workingCapital { minor } accountsTo altman { z zone missing }`;
const CHECK = `id provider reference reportedOn ageDays askedBy standsBecause report { ${REPORT} } received`;
const request = (input: object) =>
  product.ask(
    `mutation ($input: RequestCreditCheckInput!) { requestCreditCheck(input: $input) { outcome sentence customer { id name } creditCheck { ${CHECK} } } }`,
    { input },
  );
const asked = async (input: object) => {
  const { data, errors } = await request(input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.requestCreditCheck;
};
let ledger: TestLedger;
beforeAll(() => {
  ledger = TestLedger.of(product);
});
const firm = (columns: object = {}) =>
  ledger.customer('Firm', { registration_number: '123456', country: 'GB', ...columns });

test('the register says how a company stands, and gives no score', async () => {
  const { id } = await firm();
  const { outcome, sentence, creditCheck } = await asked({ customerId: id, provider: 'COMPANIES_HOUSE' });
  expect([outcome, sentence]).toEqual(['NEW', 'Companies House sent a report.']);
  expect(creditCheck).toMatchObject({ provider: 'COMPANIES_HOUSE', reference: '00123456', reportedOn: '2026-11-22' });
  expect(creditCheck.report).toMatchObject({
    failurePd: null,
    isInsolvent: false,
    isActive: true,
    accountsOverdue: true,
    yearsTrading: 15,
    altman: { z: null, zone: null, missing: ['accounts'] },
  });
  expect(creditCheck.report.sentences).toEqual([
    'Its accounts are overdue at the register.',
    'Not scored: no chance of failure is known.',
    'It is 15 years old.',
    'Its confirmation statement is overdue.',
    'Its last accounts are of the kind “micro entity”: they say little.',
    'One charge is outstanding.',
    'A floating charge covers all it owns: whoever supplies it without security comes last.',
  ]);
  expect(providers.asked[0]?.authorization).toBe(`Basic ${Buffer.from('key-of-the-register:').toString('base64')}`);
});

test.each([
  ['compulsory-liquidation', 'liquidation', true],
  ['members-voluntary-liquidation', 'liquidation', false],
])('a company in %s is insolvent: %s, %s', async (type, status, isInsolvent) => {
  const cases = insolvency.cases.map((each) => ({ ...each, type }));
  providers.answers.set('/register/company/00123456', {
    ...profile,
    company_status: status,
    has_insolvency_history: true,
  });
  providers.answers.set('/register/company/00123456/insolvency', { cases });
  const { id } = await firm();
  const { creditCheck } = await asked({ customerId: id, provider: 'COMPANIES_HOUSE' });
  expect(creditCheck.report.isInsolvent).toBe(isInsolvent);
  expect(
    creditCheck.report.events.map(({ on, isInsolvency }: { on: string; isInsolvency: boolean }) => [on, isInsolvency]),
  ).toEqual([
    ['2026-03-02', isInsolvent],
    ['2026-04-20', isInsolvent],
  ]);
});

test('Creditsafe is found by number and country, and every figure is read', async () => {
  const { id } = await firm();
  const { creditCheck } = await asked({ customerId: id, provider: 'CREDITSAFE' });
  expect(providers.paths()).toEqual([
    '/creditsafe/v1/authenticate',
    '/creditsafe/v1/companies?countries=GB&regNo=123456',
    '/creditsafe/v1/companies/GB-0-00123456?language=en',
  ]);
  const { sentences, altman, ...report } = creditCheck.report;
  expect(report).toEqual({
    failurePd: 0.015,
    delinquencyPd: null,
    band: 'B',
    suggestedLimit: { minor: 4_050_000, currency: 'GBP' },
    daysBeyondTerms: 12,
    judgments: 1,
    possibleJudgments: 2,
    accountsOverdue: null,
    isInsolvent: null,
    isActive: true,
    events: [],
    yearsTrading: null,
    employees: null,
    turnover: { minor: 420_000_000, currency: 'GBP' },
    netWorth: { minor: 38_000 },
    workingCapital: { minor: 20_000 },
    accountsTo: '2025-12-31',
  });
  expect(altman).toEqual({ z: expect.closeTo(3.6334, 8), zone: 'SAFE', missing: [] });
  expect(sentences).toContain('2 further judgments may be another’s of a like name: look before acting on them.');
});

test.each([
  ['Not Rated', { value: 'Not Rated' }],
  ['No credit rating', { value: 'No credit rating' }],
  ['nothing at all', {}],
  ['a Swedish code', { value: '-28' }],
  ['a code above the scale', { value: '998', maxValue: '100' }],
  ['another scale', { value: '64', maxValue: '1000' }],
])('of Creditsafe %s is “not scored”, and the limit of 0 beside it is no limit', async (_what, providerValue) => {
  const rating = { commonValue: 'E', creditLimit: { currency: 'SEK', value: '0' }, providerValue };
  providers.answers.set('/creditsafe/v1/companies/GB-0-00123456', creditsafeReport(rated(rating)));
  const { creditCheck } = await asked({ customerId: (await firm()).id, provider: 'CREDITSAFE' });
  expect(creditCheck.report).toMatchObject({ failurePd: null, band: 'E', suggestedLimit: null });
  expect(creditCheck.report.sentences[0]).toBe('Not scored, in the band E: no chance of failure is known.');
});

test('a limit in words is none, a limit beside a score is one, and a licensed chance goes before the table', async () => {
  const rating = { commonValue: 'A', providerValue: { value: '96', maxValue: '100' } };
  const limitOf = async (creditLimit: object, more: object = {}) => {
    providers.answers.set(
      '/creditsafe/v1/companies/GB-0-00123456',
      creditsafeReport(rated({ ...rating, creditLimit, ...more })),
    );
    return (await asked({ customerId: (await firm()).id, provider: 'CREDITSAFE' })).creditCheck.report;
  };
  expect((await limitOf({ value: 'Credit Limit not applicable' })).suggestedLimit).toBe(null);
  expect((await limitOf({ currency: 'GBP', value: '0' })).suggestedLimit).toEqual({ minor: 0, currency: 'GBP' });
  expect((await limitOf({}, { pod: 0.0042 })).failurePd).toBe(0.0042);
});

test('D&B is matched by number and country, and read by the tables of the country', async () => {
  const { id } = await firm({ country: 'US' });
  const { creditCheck } = await asked({ customerId: id, provider: 'DNB' });
  expect(creditCheck.reference).toBe('185520819');
  expect(creditCheck.report).toMatchObject({
    failurePd: 0.0009,
    delinquencyPd: 0.531,
    suggestedLimit: { minor: 25_000_000, currency: 'USD' },
    daysBeyondTerms: 30,
    judgments: 1,
    isInsolvent: false,
    yearsTrading: 40,
    employees: 120,
  });
  expect(JSON.parse(providers.asked[0]?.body ?? '')).toEqual({ grant_type: 'client_credentials' });
  providers.paths();
  await asked({ customerId: id, provider: 'DNB', anew: true });
  // The D-U-N-S is known by now.
  expect(providers.paths().filter((path) => path.includes('match'))).toEqual([]);
});

test('a percentile of 0 is “not scored”, and one of a country without a table is no chance', async () => {
  const dnbAssessment = (percentile: number) => ({
    failureScore: { nationalPercentile: percentile },
    delinquencyScore: {},
  });
  const read = async (country: string, percentile: number) => {
    const answer = dnbReport({ countryISOAlpha2Code: country, dnbAssessment: dnbAssessment(percentile) });
    providers.answers.set('/dnb/v1/data/duns/185520819', answer);
    return (await asked({ customerId: (await firm({ country })).id, provider: 'DNB' })).creditCheck.report;
  };
  const none = await read('US', 0);
  expect([none.failurePd, none.sentences.find((text: string) => /“not scored”/.test(text))]).toEqual([
    null,
    'The failure score is 0, which means “not scored”.',
  ]);
  const norwegian = await read('NO', 70);
  expect(norwegian.failurePd).toBe(null);
  expect(norwegian.sentences.join(' ')).toContain('what that means in NO is not in the table of scales');
});

test('gender, birth and nationality of officers are dropped before anything is kept', async () => {
  for (const provider of ['COMPANIES_HOUSE', 'CREDITSAFE', 'DNB']) {
    const { creditCheck } = await asked({ customerId: (await firm()).id, provider });
    expect(JSON.stringify(creditCheck.received)).toContain('PERSON, Invented');
  }
  const kept = await ledger.sql.rows<{ text: string }>(`select string_agg(k::text, ' ') as text from credit_check k`);
  expect(kept[0]?.text).not.toMatch(/Secret|1911|nationality|gender|birth/i);
});

test('no key is kept, told or logged in the audit', async () => {
  const rows = await ledger.sql.rows<{ text: string }>(
    `select string_agg(k::text, ' ') || (select string_agg(a::text, ' ') from audit_entry a) as text from credit_check k`,
  );
  expect(rows[0]?.text).not.toMatch(/(key|password|secret|token)-of-/);
});

test('a report that is young enough is used again, and nobody is asked; one that is not, or on demand, is asked for', async () => {
  const { id } = await firm();
  const first = await asked({ customerId: id, provider: 'CREDITSAFE' });
  providers.paths();
  const isOld = (days: number) =>
    ledger.sql.rows(
      `update credit_check set reported_on = date '2026-11-22' - $2::integer, received_at = received_at - make_interval(days => $2) where customer_id = $1`,
      [id, days],
    );
  await isOld(89);
  const again = await asked({ customerId: id, provider: 'CREDITSAFE' });
  expect([again.outcome, again.creditCheck.id, again.creditCheck.ageDays]).toEqual([
    'REUSED',
    first.creditCheck.id,
    89,
  ]);
  expect(again.sentence).toBe(
    'Creditsafe reported 89 days ago, and a report younger than 90 days is used again. None was paid for.',
  );
  expect(providers.paths()).toEqual([]);
  await isOld(90);
  expect((await asked({ customerId: id, provider: 'CREDITSAFE' })).outcome).toBe('NEW');
  expect((await asked({ customerId: id, provider: 'CREDITSAFE' })).outcome).toBe('REUSED');
  expect((await asked({ customerId: id, provider: 'CREDITSAFE', anew: true })).outcome).toBe('NEW');
  await product.gql(
    'mutation { setCreditCheckReuse(input: { provider: CREDITSAFE, days: 0, reason: "each order is large" }) { reuseDays } }',
  );
  expect((await asked({ customerId: id, provider: 'CREDITSAFE' })).outcome).toBe('NEW');
});

test('two who ask at once pay once: the second is told who is asking', async () => {
  const { id } = await firm();
  const answers = await Promise.all([1, 2, 3].map(() => request({ customerId: id, provider: 'DNB' })));
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'answered');
  expect(codes.filter((code) => code === 'ALREADY_ASKING' || code === 'answered')).toHaveLength(3);
  expect(providers.paths().filter((path) => path.includes('/data/duns/'))).toHaveLength(1);
  const told = answers.find(({ errors }) => errors)?.errors?.[0]?.message ?? 'is asking D&B';
  expect(told).toContain('is asking D&B');
});

test('a report that arrives just as another asks is taken, and not paid for again', async () => {
  const { id } = await firm();
  const first = await asked({ customerId: id, provider: 'DNB' });
  const isAsked = 'update credit_check_request set answered_at = null where customer_id = $1';
  await ledger.sql.rows(`update credit_check set reported_on = reported_on - 100 where customer_id = $1`, [id]);
  await ledger.sql.rows(isAsked, [id]);
  providers.paths();

  const second = await ledger.sql.transaction(async (arriving) => {
    await arriving.query(
      `update credit_check_request set answered_at = asked_at + interval '1 second' where customer_id = $1`,
      [id],
    );
    await arriving.query(`update credit_check set reported_on = reported_on + 100 where customer_id = $1`, [id]);
    const asking = asked({ customerId: id, provider: 'DNB' });
    let isWaiting = false;
    while (!isWaiting) {
      await pause(10);
      const waiting = await ledger.sql.rows(`select 1 from pg_locks where not granted and locktype = 'transactionid'`);
      isWaiting = waiting.length === 1;
    }
    return { asking };
  });
  expect(await second.asking).toMatchObject({ outcome: 'REUSED', creditCheck: { id: first.creditCheck.id } });
  expect(providers.paths()).toEqual([]);
  // As if the second had never asked: the report that arrived stands without a word beside it.
  const [request] = await ledger.sql.rows<{ isAnswered: boolean }>(
    `select answered_at = asked_at + interval '1 second' as "isAnswered" from credit_check_request where customer_id = $1`,
    [id],
  );
  expect(request).toEqual({ isAnswered: true });
});

test('a prospect is made by asking about it, once, and its number keeps its leading noughts', async () => {
  const prospect = {
    companyName: 'New Firm Ltd',
    registrationNumber: '00123456',
    country: 'GB',
    entityType: 'COMPANY',
    currency: 'GBP',
  };
  const first = await asked({ prospect, provider: 'COMPANIES_HOUSE' });
  const again = await asked({ prospect, provider: 'COMPANIES_HOUSE' });
  expect([first.outcome, again.outcome]).toEqual(['NEW', 'REUSED']);
  expect(again.customer).toEqual(first.customer);
});

test('each request is an act in the audit: that it was asked, and what came of it', async () => {
  const { id } = await firm();
  await asked({ customerId: id, provider: 'DNB' });
  await asked({ customerId: id, provider: 'DNB' });
  providers.will('/dnb/v2/token', { status: 500 });
  await asked({ customerId: id, provider: 'DNB', anew: true });
  const entries = await ledger.sql.rows<{ action: string; actor: string }>(
    `select action, actor from audit_entry where subject_type = 'customer' and subject_id = $1 order by id`,
    [String(id)],
  );
  expect(entries.map(({ action }) => action)).toEqual([
    'asked for a credit check',
    'received a credit check',
    're-used a credit check',
    'asked for a credit check',
    'got no credit check',
  ]);
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['Manager <manager0@goodstanding.example>']));
});

test('sales ask about their own customers only', async () => {
  const sales = await product.as(PersonRole.SALES);
  const own = await firm({ owner_id: sales.personId });
  const other = await firm();
  const ask = (id: number) =>
    sales.ask(
      `mutation { requestCreditCheck(input: { customerId: "${id}", provider: DNB }) { outcome creditCheck { report { failurePd } } } }`,
    );
  expect((await ask(own.id)).data.requestCreditCheck.outcome).toBe('NEW');
  expect((await ask(other.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect(await ledger.sql.rows('select 1 from credit_check_request where customer_id = $1', [other.id])).toEqual([]);
});

test.each([
  ['neither customer nor prospect', {}, 'COMPANY_NOT_NAMED'],
  [
    'both',
    { customerId: '1', prospect: { companyName: 'x', entityType: 'COMPANY', currency: 'EUR' } },
    'COMPANY_NOT_NAMED',
  ],
  ['a customer that is not there', { customerId: '999999' }, 'NOT_FOUND'],
  [
    'a prospect without a number',
    { prospect: { companyName: 'x', entityType: 'COMPANY', currency: 'EUR' } },
    'NOT_ASKABLE',
  ],
  [
    'a prospect without a currency',
    { prospect: { companyName: 'x', entityType: 'COMPANY', currency: 'EURO' } },
    'CREDIT_CHECK_NOT_RIGHT',
  ],
  [
    'a prospect of no country',
    { prospect: { companyName: 'x', entityType: 'COMPANY', currency: 'EUR', country: 'XX' } },
    'CREDIT_CHECK_NOT_RIGHT',
  ],
  ['what is typed in', { customerId: '1', provider: 'TYPED_IN' }, 'PROVIDER_NOT_SET_UP'],
])('a request about %s is refused with a sentence, and nobody is asked', async (_what, input, code) => {
  const before = await ledger.sql.rows('select id from customer');
  const { errors } = await request({ provider: 'CREDITSAFE', ...input });
  expect([errors?.[0]?.extensions.code, (errors?.[0]?.message.length ?? 0) > 20]).toEqual([code, true]);
  expect(providers.paths()).toEqual([]);
  expect(await ledger.sql.rows('select id from customer')).toEqual(before);
});

test('where nothing is set up, that is said, and how; typing in is offered', async () => {
  const bare = await startApi();
  try {
    const { creditCheckProviders } = await bare.gql(
      '{ creditCheckProviders { provider isConfigured sentence reuseDays } }',
    );
    expect(
      creditCheckProviders.map((each: { isConfigured: boolean; reuseDays: number }) => [
        each.isConfigured,
        each.reuseDays,
      ]),
    ).toEqual([
      [false, 7],
      [false, 90],
      [false, 90],
      [false, 1],
    ]);
    expect(creditCheckProviders[1].sentence).toBe(
      'Creditsafe is not set up. Have whoever runs Goodstanding set CREDITSAFE_USERNAME and CREDITSAFE_PASSWORD. Until then type reports in.',
    );
    const { id } = await TestLedger.of(bare).customer('Firm');
    const { errors } = await bare.ask(
      `mutation { requestCreditCheck(input: { customerId: "${id}", provider: DNB }) { outcome } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe('PROVIDER_NOT_SET_UP');
    expect(errors?.[0]?.message).toMatch(/type the report in/);
  } finally {
    await bare.close();
  }
});
