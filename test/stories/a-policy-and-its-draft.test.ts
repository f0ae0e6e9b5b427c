import { PersonRole } from '../../api/auth/person.entity.js';
import { defaultDocument, policyDocument } from '../../api/decisions/policy.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// What recommendations assume is one document. A change of it is drafted, tried on the book, and activated by two people.
let product: Product;
let finance: Asker;
let manager: Asker;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  finance = await product.as(PersonRole.FINANCE);
  manager = await product.as(PersonRole.MANAGER);
});
afterAll(() => product.close());

const SETTINGS = 'version state madeBy approvedBy reason settings { key value unit source }';
const inForce = async () => (await finance.gql(`{ policy { ${SETTINGS} } }`)).policy;
const valueIn = (policy: { settings: { key: string; value: unknown }[] }, key: string) =>
  policy.settings.find((setting) => setting.key === key)?.value;
const draft = (asker: Asker, settings: object[], reason = 'Last year we lost more than that.') =>
  asker.ask(`mutation ($input: DraftPolicyInput!) { draftPolicy(input: $input) { ${SETTINGS} } }`, {
    input: { settings, reason },
  });
const activate = (asker: Asker) =>
  asker.ask('mutation { activatePolicy { policy { version state } approval { id action summary customer { id } } } }');
const approve = async (asker: Asker, id: string) => {
  const { data, errors } = await asker.ask(`mutation { approve(input: { approvalId: "${id}" }) { state } }`);
  return errors?.[0]?.extensions.code ?? data.approve.state;
};
const margin = (value: unknown) => [{ key: 'margin', value, source: 'Our accounts of 2025.' }];
const vetted = {
  ...{ companyName: 'Tried Ltd', entityType: 'COMPANY', currency: 'EUR', contractValueMinor: 6_000_000 },
  ...{ monthlyRunMinor: 500_000, termsDaysAsked: 30, yearsTrading: 12, bureauScale: 'creditsafe-100', bureauScore: 60 },
};
const vet = async (input: object) =>
  (
    await finance.gql(
      'mutation ($input: VetInput!) { vet(input: $input) { recommendation { policyVersion best { marginMinor profitMinor } } decision { id customer { id } } } }',
      { input: { ...vetted, ...input } },
    )
  ).vet;
const replay = async ({ id, customer }: { id: string; customer: { id: string } }) =>
  (
    await finance.gql(
      `{ replayDecision(customerId: "${customer.id}", decisionId: "${id}") { differences recommendation { policyVersion offers { profitMinor } best { profitMinor } } } }`,
    )
  ).replayDecision;

test('the policy the program brings along names for each value its unit and its source', async () => {
  const policy = await inForce();
  expect([policy.version, policy.state, policy.madeBy]).toEqual(['policy-3', 'IN_FORCE', 'the product']);
  expect(policy.settings.length).toBeGreaterThanOrEqual(40);
  for (const { key, unit, source } of policy.settings)
    expect([key, unit.length > 2, source.length > 10]).toEqual([key, true, true]);
  expect(policyDocument(defaultDocument)).toEqual(defaultDocument);
});

let kept: { id: string; customer: { id: string } };
test('a draft decides nothing; one person asks to activate it, and only another with the authority does it', async () => {
  kept = (await vet({ keep: true })).decision;
  const { data } = await draft(finance, margin(0.2));
  expect(data.draftPolicy).toMatchObject({
    version: 'policy-4',
    state: 'DRAFT',
    reason: expect.stringMatching(/lost/),
  });
  expect(valueIn(data.draftPolicy, 'margin')).toBe(0.2);
  expect(valueIn(await inForce(), 'margin')).toBe(0.3);

  const { activatePolicy } = (await activate(finance)).data;
  expect(activatePolicy.approval).toMatchObject({
    action: 'ACTIVATE_POLICY',
    summary: 'Let recommendations stand on policy-4: one setting changes.',
    customer: null,
  });
  expect((await activate(finance)).errors?.[0]?.extensions.code).toBe('ALREADY_ASKED');
  const { id } = activatePolicy.approval;
  expect(await approve(finance, id)).toBe('OWN_REQUEST');
  expect(await approve(await product.as(PersonRole.FINANCE), id)).toBe('NOT_ENOUGH_AUTHORITY');
  expect((await inForce()).version).toBe('policy-3');

  expect(await approve(manager, id)).toBe('APPROVED');
  expect(await inForce()).toMatchObject({ version: 'policy-4', state: 'IN_FORCE' });
  expect(valueIn(await inForce(), 'margin')).toBe(0.2);
  const [entry] = await ledger.sql.rows(
    `select actor, before, after, details from audit_entry where action = 'activated a policy'`,
  );
  expect(entry).toMatchObject({ before: { margin: 0.3 }, after: { margin: 0.2 }, details: { inPlaceOf: 'policy-3' } });
});

test('a decision keeps the policy it was made with, and is made again bit for bit', async () => {
  const now = await vet({ companyName: 'Tried Later Ltd', keep: true });
  expect(now.recommendation).toMatchObject({ policyVersion: 'policy-4', best: { marginMinor: 1_200_000 } });
  expect(await replay(kept)).toMatchObject({ differences: [], recommendation: { policyVersion: 'policy-3' } });
  const again = await replay(now.decision);
  expect(again).toMatchObject({ differences: [], recommendation: { policyVersion: 'policy-4' } });
  expect(again.recommendation.offers.length).toBeGreaterThan(50);
});

test('a decision that was tampered with is told from what it saw', async () => {
  const { decision } = await vet({ companyName: 'Tampered Ltd', keep: true });
  await ledger.sql.rows(
    `update decision set recommendation = jsonb_set(recommendation, '{depositMinor}', '1') where id = $1`,
    [decision.id],
  );
  expect((await replay(decision)).differences).toEqual(['depositMinor']);
});

test('what was approved is the draft that was asked for: one that was changed since is refused', async () => {
  await draft(finance, margin(0.25));
  const { id } = (await activate(finance)).data.activatePolicy.approval;
  await draft(finance, margin(0.9));
  expect(await approve(manager, id)).toBe('DRAFT_HAS_CHANGED');
  expect(valueIn(await inForce(), 'margin')).toBe(0.2);
  await manager.gql(`mutation { refuseApproval(input: { approvalId: "${id}" }) { state } }`);
  expect((await finance.gql('mutation { discardPolicyDraft }')).discardPolicyDraft).toBe(true);
  expect((await activate(finance)).errors?.[0]?.extensions.code).toBe('NO_DRAFT');
});

test.each([
  [
    'margin',
    1.2,
    /Margin.*\(margin\), value|Margin, where the application gives none \(margin\) must be a share of one/,
  ],
  ['daysToHold', 1.5, /\(daysToHold\) must be whole days/],
  ['depositShares', [0.5, 0.1], /\(depositShares\) must rise/],
  ['depositShares', 0.5, /\(depositShares\) must be a list/],
  ['newTermsDays', { A: 30 }, /\(newTermsDays\), B/],
  ['reminderLadder', { A: 'friendly', B: 'gentle', C: 'usual', D: 'firm', E: 'firm' }, /is friendly, usual or firm/],
  ['unheardOf', 1, /holds what no policy has: unheardOf/],
])('a draft with %s at %j is sent back with a sentence', async (key, value, sentence) => {
  const { errors } = await draft(finance, [{ key, value, source: 'Somebody said so.' }]);
  expect(errors?.[0]?.extensions.code).toBe('POLICY_NOT_RIGHT');
  expect(errors?.[0]?.message).toMatch(sentence);
});

test('a draft is tried on the book: whom it would change, and by how much', async () => {
  for (const [name, grade] of [
    ['Steady', 'A'],
    ['Shaky', 'C'],
  ] as const) {
    const customer = await ledger.customer(`${name} Ltd`, { currency: 'EUR', terms_days: 30 });
    await customer.invoice(`I-${name}`, { issued: '2026-06-01', due: '2026-07-01', minor: 12_000_000 });
    await ledger.sql.rows(
      `insert into score values ($1, '2026-11-01', null, 600, $2, 0.02, 0.1, 3, 9, false, 600, '[]', 'x')`,
      [customer.id, grade],
    );
  }
  await draft(finance, [
    { key: 'knownTermsDays', value: { A: 30, B: 30, C: 7, D: 7, E: 0 }, source: 'Half of last year’s losses were C.' },
  ]);
  const ask = async () =>
    (
      await finance.gql(
        '{ policyChanges { customers totalCount nodes { customer { name } before { termsDays limit { minor } } after { termsDays limit { minor } depositShare } } } }',
      )
    ).policyChanges;
  const { customers, totalCount, nodes } = await ask();
  expect([customers, totalCount]).toEqual([2, 1]);
  const perDay = 12_000_000 / 365;
  expect(nodes[0]).toEqual({
    customer: { name: 'Shaky Ltd' },
    before: { termsDays: 14, limit: { minor: Math.round(perDay * (14 + 12 + 15)) } },
    after: { termsDays: 7, limit: { minor: Math.round(perDay * (7 + 12 + 15)) }, depositShare: 0.1 },
  });
});

test('what a credit check says of a customer, in whatever currency, bounds what a draft would change of its limit', async () => {
  const customer = await ledger.customer('Rich Ltd', { currency: 'EUR', terms_days: 30 });
  await customer.invoice('I-Rich', { issued: '2026-06-01', due: '2026-07-01', minor: 12_000_000 });
  await ledger.sql.rows(
    `insert into score values ($1, '2026-11-01', null, 600, 'A', 0.02, 0.1, 3, 9, false, 600, '[]', 'x')`,
    [customer.id],
  );
  await ledger.sql.rows(
    `insert into exchange_rate (currency, to_currency, valid_on, rate, source, set_by, set_at) values ('GBP', 'EUR', '2026-11-01', 1.2, 'a bank', 'a test', now())`,
  );
  const typed = { customerId: String(customer.id), from: 'a bureau', reportedOn: '2026-11-20', currency: 'GBP' };
  await finance.gql('mutation ($input: TypeInCreditCheckInput!) { typeInCreditCheck(input: $input) { id } }', {
    input: { ...typed, netWorthMinor: 4_000_000, currentAssetsMinor: 9_000_000, currentLiabilitiesMinor: 0 },
  });
  await draft(finance, [{ key: 'shareOfNetWorth', value: 0.05, source: 'Half of it was lost last year.' }]);
  const { policyChanges } = await finance.gql(
    '{ policyChanges { nodes { customer { name } before { limit { minor } } after { limit { minor } } } } }',
  );
  expect(policyChanges.nodes).toEqual([
    { customer: { name: 'Rich Ltd' }, before: { limit: { minor: 480_000 } }, after: { limit: { minor: 240_000 } } },
  ]);
});

test('a draft weighs the offers of recent decisions again: outcome, limit, deposit and terms, from what each saw', async () => {
  const young = { yearsTrading: 1, bureauScore: 35, companyName: 'Young Ltd', keep: true };
  await vet(young);
  await vet({ companyName: 'Insolvent Ltd', insolvent: true, keep: true });
  await draft(finance, [
    { key: 'newTermsDays', value: { A: 30, B: 14, C: 7, D: 0, E: 0 }, source: 'Half of last year’s losses were new.' },
    { key: 'newDepositShare', value: { A: 0, B: 0.1, C: 0.3, D: 0.6, E: 1 }, source: 'The same.' },
  ]);
  const OFFER = 'outcome termsDays billingPeriodDays depositShare deposit { minor } limit { minor }';
  const EARNS = 'acceptance expectedProfit { minor }';
  const { policyOfferChanges } = await finance.gql(
    `{ policyOfferChanges { decisions totalCount nodes { decidedOn customer { name } before { ${OFFER} ${EARNS} } after { ${OFFER} ${EARNS} } } } }`,
  );
  // Whom a rule declines is declined by any policy.
  const names = policyOfferChanges.nodes.map(({ customer }: { customer: { name: string } }) => customer.name);
  expect(names).toContain('Young Ltd');
  expect(names).not.toContain('Insolvent Ltd');
  expect(policyOfferChanges.decisions).toBeGreaterThan(policyOfferChanges.totalCount);

  // By the policy in force it is what vetting says; by the draft it is what vetting says once that is in force.
  const ask = async () =>
    (
      await finance.gql(
        `mutation ($input: VetInput!) { vet(input: $input) { recommendation { ${OFFER} best { acceptance profitMinor } } } }`,
        { input: { ...vetted, ...young, keep: false } },
      )
    ).vet.recommendation;
  const asVetted = ({ acceptance, expectedProfit, ...offer }: Record<string, unknown>) => ({
    ...offer,
    best: { acceptance, profitMinor: (expectedProfit as { minor: number }).minor },
  });
  const change = policyOfferChanges.nodes[names.indexOf('Young Ltd')];
  expect(asVetted(change.before)).toEqual(await ask());
  expect(change.before.acceptance).toBeGreaterThan(0.5);
  expect(change.after.termsDays).toBeLessThan(change.before.termsDays);
  // On shorter terms less can be lost, and no more than that is ever asked for.
  expect(change.after.deposit.minor).toBeLessThan(change.before.deposit.minor);
  const { id } = (await activate(finance)).data.activatePolicy.approval;
  expect(await approve(manager, id)).toBe('APPROVED');
  expect(asVetted(change.after)).toEqual(await ask());
});

test('an assumption may be tried on one contract, is never kept, and no floor can be tried away', async () => {
  const { recommendation } = await vet({ assumptions: [{ key: 'margin', value: 0.5 }] });
  expect(recommendation.best.marginMinor).toBe(3_000_000);
  const refused = async (input: object) =>
    (
      await finance.ask('mutation ($input: VetInput!) { vet(input: $input) { recommendation { points } } }', {
        input: { ...vetted, ...input },
      })
    ).errors?.[0]?.extensions.code;
  expect(await refused({ assumptions: [{ key: 'margin', value: 0.5 }], keep: true })).toBe('WHAT_IF_NOT_KEPT');
  expect(await refused({ assumptions: [{ key: 'toleratedLossShare', value: 1 }] })).toBe('NO_ASSUMPTION');
  expect(await refused({ assumptions: [{ key: 'margin', value: 5 }] })).toBe('POLICY_NOT_RIGHT');
});
