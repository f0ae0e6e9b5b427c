import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
});
afterAll(() => product.close());

const OFFER = `depositShare termsDays billingPeriodDays depositMinor acceptance exposureAtDefaultMinor atRiskMinor marginMinor expectedLossMinor
  fundingMinor adminMinor profitMinor isWithinPolicy isNearlyBest`;
const FIELDS = `recommendation { outcome points grade base hardRule depositShare paymentTerms termsDays notes reasons { factor points sentence } principalReasons
  billingPeriodDays lossGivenDefault best { ${OFFER} } offers { ${OFFER} } levers { lever change outcome depositShare deposit { minor } termsDays billingPeriodDays limit { minor } profit { minor } }
  instruments { key reason } earlyPaymentDiscount { discount simple effective } releaseRule reminderLadder validUntil reviewOn
  limit { minor currency } limitParts { name amount { minor } isBinding } requiredExposure { minor } exposureAtDefault { minor } expectedLoss { minor } deposit { minor currency } pd policyVersion cardVersion asOf }
  decision { id inputs customer { id number name stage } recommendation { outcome points } }`;
const ask = (input: object) =>
  product.ask(`mutation ($input: VetInput!) { vet(input: $input) { ${FIELDS} } }`, { input });
const vet = async (input: object) => {
  const { data, errors } = await ask(input);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.vet;
};

/** A sound company: 12 years old, a fair credit check, accounts in order. Amounts in cents. */
const sound = {
  companyName: 'Sound Supplies Ltd',
  registrationNumber: '00123456',
  country: 'GB',
  entityType: 'COMPANY',
  currency: 'GBP',
  contractValueMinor: 6_000_000,
  monthlyRunMinor: 500_000,
  termsDaysAsked: 30,
  bureauScale: 'creditsafe-100',
  bureauScore: 60,
  yearsTrading: 12,
  judgments: 0,
  netWorthMinor: 9_000_000,
  workingCapitalMinor: 4_000_000,
};

/** Young, of middling credit, its accounts unknown. */
const poorer = { ...sound, bureauScore: 45, yearsTrading: 1, netWorthMinor: null, workingCapitalMinor: null };

test('the worked example: every figure can be computed again from what was typed in', async () => {
  const { recommendation: made } = await vet(sound);
  // 600 + 10 (pd 1.5 %) + 10 (over ten years) + 5 (no judgments) + 0 (net worth 1.5 × the contract) + 2 (working capital 0.67 ×)
  expect([made.base, made.points, made.grade]).toEqual([600, 627, 'B']);
  expect(made.reasons.reduce((sum: number, { points }: { points: number }) => sum + points, made.base)).toBe(
    made.points,
  );
  const perDay = (500_000 * 12) / 365;
  const { billingPeriodDays: billing } = made;
  // A new B gets net 14 and is expected seven days beyond; half a billing period on average.
  const need = Math.round(perDay * (14 + 7 + billing / 2));
  const capacity = Math.min(9_000_000 * 0.1, 4_000_000 * 0.2) * 0.8;
  expect(made.requiredExposure.minor).toBe(need);
  expect(made.limit).toEqual({ minor: Math.min(need, capacity, 25_000_000), currency: 'GBP' });
  expect(
    made.limitParts.map((part: { name: string; amount: { minor: number }; isBinding: boolean }) => [
      part.name,
      part.amount.minor,
      part.isBinding,
    ]),
  ).toEqual([
    ['Need', need, true],
    ['Twice monthly sales', 1_000_000, false],
    ['Capacity', capacity, false],
    ['Policy cap', 25_000_000, false],
  ]);
  const atDefault = perDay * (billing + 14 + 45 + 7);
  expect(made.exposureAtDefault.minor).toBe(Math.round(atDefault));
  // 50:1 at 600, doubled every 20 points.
  const odds = 50 * 2 ** ((627 - 600) / 20);
  const pd = 1 / (1 + odds);
  expect(made.pd).toBeCloseTo(pd, 10);
  // Seven of ten defaults are insolvencies and lose all; of the others 52.1 % is collected for a quarter of it.
  const lgd = 0.7 + 0.3 * (1 - 0.521 * 0.75);
  expect(made.lossGivenDefault).toBeCloseTo(lgd, 12);
  expect(made.expectedLoss.minor).toBe(Math.round(pd * lgd * atDefault));
  // Beyond what we give without security, and beyond the loss of 1 % of the contract we would carry.
  const needed = Math.max(0, atDefault - capacity, atDefault - (6_000_000 * 0.01) / (pd * lgd));
  expect(made.deposit.minor).toBeGreaterThanOrEqual(needed);
  expect(made.depositShare).toBeCloseTo(made.deposit.minor / 6_000_000, 6);
  expect([made.outcome, made.paymentTerms, made.termsDays]).toEqual(['APPROVE_WITH_CONDITIONS', 'net 14', 14]);
});

test('of all offers the policy allows, the one with the highest expected profit; each can be computed again', async () => {
  const { recommendation: made } = await vet({ ...sound, margin: 0.25 });
  expect(made.offers.length).toBeGreaterThan(50);
  for (const offer of made.offers) {
    const { depositShare, termsDays, billingPeriodDays: billing } = offer;
    const atDefault = Math.min(6_000_000, ((500_000 * 12) / 365) * (billing + termsDays + 52));
    expect(offer.exposureAtDefaultMinor).toBe(Math.round(atDefault));
    const loss = made.pd * made.lossGivenDefault * Math.max(0, atDefault - depositShare * 6_000_000);
    const funding = (0.09 * 6_000_000 * (1 - depositShare) * (billing / 2 + termsDays)) / 365;
    const x = 3 - 5 * depositShare - (0.9 * (30 - termsDays)) / 30 - (0.4 * (30 - billing)) / 30;
    expect(offer.acceptance).toBeCloseTo(1 / (1 + Math.exp(-x)), 12);
    expect(offer.profitMinor / 10).toBeCloseTo((offer.acceptance * (1_500_000 - loss - funding - 15_000)) / 10, 0);
    expect(offer.depositMinor).toBeLessThanOrEqual(offer.exposureAtDefaultMinor);
  }
  const allowed = made.offers.filter(({ isWithinPolicy }: { isWithinPolicy: boolean }) => isWithinPolicy);
  const most = Math.max(...allowed.map(({ profitMinor }: { profitMinor: number }) => profitMinor));
  expect(made.best).toMatchObject({ profitMinor: most, isWithinPolicy: true, isNearlyBest: true });
  expect([made.best.termsDays, made.best.billingPeriodDays]).toEqual([made.termsDays, made.billingPeriodDays]);
  for (const { profitMinor, isNearlyBest, isWithinPolicy } of made.offers)
    if (Math.abs(profitMinor - 0.98 * most) > 1) expect(isNearlyBest).toBe(isWithinPolicy && profitMinor > 0.98 * most);
});

test('what would change it is only what sales can bring about, each with what comes of it', async () => {
  const { recommendation: made } = await vet(sound);
  expect(made.levers.length).toBeGreaterThan(2);
  for (const { lever, deposit, termsDays, billingPeriodDays, outcome, limit, profit } of made.levers) {
    expect(['deposit', 'terms', 'billing period', 'limit', 'guarantee']).toContain(lever);
    expect([deposit.minor, termsDays, billingPeriodDays, outcome, limit.minor, profit.minor]).not.toEqual([
      ...[made.deposit.minor, made.termsDays, made.billingPeriodDays],
      ...[made.outcome, made.limit.minor, made.best.profitMinor],
    ]);
  }
  // What a guarantee would earn is what it earns.
  const lever = made.levers.find((each: { lever: string }) => each.lever === 'guarantee');
  const { recommendation: guaranteed } = await vet({ ...sound, hasGuarantee: true });
  expect(lever).toMatchObject({
    outcome: guaranteed.outcome,
    profit: { minor: Math.round(guaranteed.best.profitMinor) },
  });
  expect(lever.profit.minor).toBeGreaterThan(made.best.profitMinor);
  // No lever moves a rule that decides alone.
  expect((await vet({ ...sound, insolvent: true })).recommendation.levers).toEqual([]);
});

test('a guarantee lowers what is lost, and a better margin bears more risk', async () => {
  const [plain, guaranteed] = [await vet(poorer), await vet({ ...poorer, hasGuarantee: true })];
  expect(guaranteed.recommendation.lossGivenDefault).toBeCloseTo(plain.recommendation.lossGivenDefault / 2, 12);
  expect(guaranteed.recommendation.expectedLoss.minor).toBeLessThan(plain.recommendation.expectedLoss.minor);
});

test('at most four reasons, the weightiest first, and what goes with the offer', async () => {
  const { recommendation: made } = await vet(poorer);
  expect(made.principalReasons.length).toBeLessThanOrEqual(4);
  expect(made.principalReasons[0]).toBe(made.reasons[0].sentence);
  expect(made.instruments.map(({ key }: { key: string }) => key)).toContain('direct debit');
  expect(made.releaseRule).toMatch(/released after 6 invoices paid at most 3 days late/);
  expect([made.reminderLadder, made.validUntil > made.asOf, made.reviewOn > made.validUntil]).toEqual([
    'usual',
    true,
    true,
  ]);
});

test('a young company is approved with a quarter in advance and net 14', async () => {
  const { recommendation: made } = await vet(poorer);
  expect([made.outcome, made.grade, made.depositShare, made.paymentTerms]).toEqual([
    'APPROVE_WITH_CONDITIONS',
    'C',
    0.25,
    'net 14',
  ]);
});

test.each([
  ['C', 45, 0.25],
  ['D', 25, 0.5],
])('a long contract of grade %s: the deposit is never more than could be lost', async (grade, bureauScore, share) => {
  const { recommendation: made } = await vet({
    ...sound,
    contractValueMinor: 14_400_000,
    monthlyRunMinor: 300_000,
    bureauScore,
    yearsTrading: 1,
    netWorthMinor: null,
    workingCapitalMinor: null,
  });
  expect(made.grade).toBe(grade);
  expect(share * 14_400_000).toBeGreaterThan(made.exposureAtDefault.minor);
  expect(made.deposit.minor).toBe(made.exposureAtDefault.minor);
  expect(made.depositShare).toBeCloseTo(made.deposit.minor / 14_400_000, 6);
  expect(made.notes).toContainEqual(expect.stringMatching(/^The deposit is all that could be owed once supply stops/));
});

test('a very sound company that asks for little is approved as asked', async () => {
  const { recommendation } = await vet({
    ...sound,
    bureauScore: 95,
    contractValueMinor: 600_000,
    monthlyRunMinor: 50_000,
    termsDaysAsked: 14,
    netWorthMinor: 60_000_000,
    workingCapitalMinor: 20_000_000,
  });
  expect(recommendation).toMatchObject({ grade: 'A', paymentTerms: 'net 14' });
  expect(recommendation.outcome).toBe('APPROVE');
});

test('who is insolvent is declined, with the rule as the reason', async () => {
  const { recommendation } = await vet({ ...sound, insolvent: true });
  expect(recommendation).toMatchObject({
    outcome: 'DECLINE',
    grade: 'E',
    hardRule: 'In an insolvency procedure: no credit.',
    limit: { minor: 0 },
    paymentTerms: 'prepayment',
  });
  expect(recommendation.reasons).toEqual([
    { factor: 'insolvency', points: -300, sentence: 'In an insolvency procedure: no credit.' },
  ]);
});

const poor = {
  ...sound,
  bureauScore: 5,
  yearsTrading: 0.5,
  judgments: 4,
  netWorthMinor: -100_000,
  workingCapitalMinor: -100_000,
};

test('a company of grade E is declined; a natural person of grade E is never declined by a machine alone', async () => {
  expect((await vet(poor)).recommendation).toMatchObject({ outcome: 'DECLINE', grade: 'E', hardRule: null });
  for (const entityType of ['SOLE_TRADER', 'PARTNERSHIP', 'UNKNOWN']) {
    const { recommendation } = await vet({ ...poor, entityType });
    expect(recommendation).toMatchObject({ outcome: 'REFER', grade: 'E' });
    expect(recommendation.notes.join(' ')).toMatch(/may ask that a person reviews it/);
  }
});

test('of whom nothing is known a person must look', async () => {
  const { companyName, entityType, currency, contractValueMinor, monthlyRunMinor, termsDaysAsked } = sound;
  const { recommendation } = await vet({
    companyName,
    entityType,
    currency,
    contractValueMinor,
    monthlyRunMinor,
    termsDaysAsked,
  });
  expect(recommendation).toMatchObject({ outcome: 'REFER', hardRule: null });
});

test('a bureau value that means “not scored” is unknown, not a number, and the note says so', async () => {
  const { recommendation } = await vet({ ...sound, bureauScale: 'dnb-failure-1875', bureauScore: 0 });
  const without = await vet({ ...sound, bureauScale: null, bureauScore: null });
  expect(recommendation.points).toBe(without.recommendation.points);
  expect(recommendation.notes.join(' ')).toMatch(/value 0 means “not scored”/);
});

test('long terms are warned of', async () => {
  expect((await vet({ ...sound, termsDaysAsked: 90 })).recommendation.notes.join(' ')).toMatch(
    /90 days were asked\. Terms above 60 days/,
  );
  const ofPublicBody = async (termsDaysAsked: number) =>
    (await vet({ ...sound, entityType: 'PUBLIC_BODY', termsDaysAsked })).recommendation.notes.join(' ');
  expect(await ofPublicBody(45)).toMatch(/45 days were asked\. A public body has to pay within 30 days/);
  expect(await ofPublicBody(30)).not.toMatch(/public body/);
});

test('nothing is kept unless it is asked for', async () => {
  expect((await vet(sound)).decision).toBe(null);
  expect(await product.gql('{ decisions { totalCount } customers { totalCount } }')).toEqual({
    decisions: { totalCount: 0 },
    customers: { totalCount: 0 },
  });
});

test('a decision that is kept keeps what it saw, and makes one prospect however often it is kept', async () => {
  const first = await vet({ ...sound, keep: true });
  const again = await vet({ ...sound, bureauScore: 20, keep: true });
  expect(first.decision.customer).toMatchObject({
    name: 'Sound Supplies Ltd',
    stage: 'PROSPECT',
    number: expect.stringMatching(/^P\d{6}$/),
  });
  expect(again.decision.customer.id).toBe(first.decision.customer.id);
  expect(again.decision.id).not.toBe(first.decision.id);
  const { customer } = await product.gql(
    'query ($id: ID!) { customer(id: $id) { decisions { nodes { id inputs recommendation { points outcome } } } } }',
    { id: first.decision.customer.id },
  );
  expect(customer.decisions.nodes.map(({ id }: { id: string }) => id)).toEqual([again.decision.id, first.decision.id]);
  expect(customer.decisions.nodes[1].inputs).toMatchObject({
    bureauScore: 60,
    netWorthMinor: 9_000_000,
    termsDaysAsked: 30,
    billingPeriodDays: 30,
  });
  expect(customer.decisions.nodes[1].recommendation).toEqual({ points: 627, outcome: 'APPROVE_WITH_CONDITIONS' });
});

test('two people who keep the same prospect at once make one customer', async () => {
  const input = { ...sound, companyName: 'Both At Once', registrationNumber: null, keep: true };
  const made = await Promise.all(Array.from({ length: 6 }, () => vet(input)));
  expect(new Set(made.map(({ decision }) => decision.customer.id)).size).toBe(1);
});

test('a company that is a customer already is found by its number in the register', async () => {
  const known = await ledger.customer('Known As Something Else', { registration_number: '00000007', country: 'GB' });
  const { decision } = await vet({ ...sound, registrationNumber: '00000007', keep: true });
  expect(decision.customer).toMatchObject({ id: String(known.id), stage: 'ACTIVE' });
});

test('each kept decision is one entry in the audit', async () => {
  const [kept, entries] = await Promise.all([
    ledger.sql.rows('select 1 from decision'),
    ledger.sql.rows(`select 1 from audit_entry where action = 'kept a decision'`),
  ]);
  expect(entries).toHaveLength(kept.length);
});

test.each([
  ['companyName', { companyName: '   ' }, /Give the name/],
  ['currency', { currency: 'EURO' }, /“EURO” is not a currency/],
  ['country', { country: 'Germany' }, /“Germany” is not a country/],
  ['country', { country: 'XX' }, /“XX” is not a country/],
  ['contractValueMinor', { contractValueMinor: 0, monthlyRunMinor: 0 }, /worth more than nothing/],
  ['monthlyRunMinor', { monthlyRunMinor: -1 }, /more than nothing/],
  ['monthlyRunMinor', { monthlyRunMinor: 6_000_001 }, /cannot be worth more than the whole contract/],
  ['termsDaysAsked', { termsDaysAsked: -1 }, /between 0 and 365/],
  ['termsDaysAsked', { termsDaysAsked: 366 }, /between 0 and 365/],
  ['billingPeriodDays', { billingPeriodDays: 0 }, /between 1 and 365/],
  ['billingPeriodDays', { contractValueMinor: 1_000_000, billingPeriodDays: 90 }, /some 61 days .* 90 days is longer/],
  ['margin', { margin: 1.2 }, /between 0 and 1, not 1.2/],
  ['setUpCostMinor', { setUpCostMinor: -1 }, /less than nothing/],
  ['registrationNumber', { registrationNumber: '123456' }, /eight signs, with the leading noughts/],
  ['workInProgressMinor', { workInProgressMinor: -1 }, /less than nothing/],
  ['yearsTrading', { yearsTrading: -1 }, /between 0 and 1,000/],
  ['judgments', { judgments: 1.5 }, /whole number/],
  ['judgments', { judgments: -1 }, /whole number/],
  ['bureauScale', { bureauScale: 'unheard-of' }, /We do not know the scale “unheard-of”/],
  ['bureauScale', { bureauScale: null }, /Say on which scale/],
  ['bureauScore', { bureauScore: null }, /Give the bureau’s score/],
  ['bureauScore', { bureauScore: 150 }, /between 0 and 100, not 150/],
  ['bureauScore', { bureauScore: -1 }, /between 0 and 100, not -1/],
  ['contractValueMinor', { contractValueMinor: 9_007_199_254_740_991 }, /more than any company has/],
  ['netWorthMinor', { netWorthMinor: -9_007_199_254_740_991 }, /more than any company has/],
])('an application with a wrong %s %j is sent back with a sentence at the field', async (field, change, sentence) => {
  const { errors } = await ask({ ...sound, keep: true, ...change });
  expect(errors?.[0]?.extensions.code).toBe('APPLICATION_NOT_RIGHT');
  const fields: { field: string; sentence: string }[] = errors?.[0]?.extensions.fields;
  expect(fields.find((each) => each.field === field && sentence.test(each.sentence))?.field).toBe(field);
});

test('all that is wrong is said at once', async () => {
  const { errors } = await ask({ ...sound, companyName: ' ', currency: 'XX', termsDaysAsked: 999 });
  expect(errors?.[0]?.extensions.fields.map(({ field }: { field: string }) => field)).toEqual([
    'companyName',
    'currency',
    'termsDaysAsked',
  ]);
});

test('the scales a bureau score can be given on have their ends and their source', async () => {
  const { bureauScales } = await product.gql('{ bureauScales { key title from to higherIsBetter source } }');
  for (const { from, to, source, title } of bureauScales)
    expect([from < to, source.length > 10, title.length > 3]).toEqual([true, true, true]);
  expect(new Set(bureauScales.map(({ key }: { key: string }) => key)).size).toBe(bureauScales.length);
});
