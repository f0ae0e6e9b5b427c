import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { type Product, startApi } from '../support/product.js';

// Whom we declined is supplied on credit only when two people say so; what was recommended stays beside what was decided.
let product: Product;
let finance: Asker;
let otherFinance: Asker;
let manager: Asker;
beforeAll(async () => {
  product = await startApi();
  [finance, otherFinance, manager] = [
    await product.as(PersonRole.FINANCE),
    await product.as(PersonRole.FINANCE),
    await product.as(PersonRole.MANAGER),
  ];
});
afterAll(() => product.close());

interface Kept {
  id: string;
  customer: { id: string };
}
/** A decision about an insolvent company, or a sound one. */
async function vet(companyName: string, { insolvent = true, monthlyRunMinor = 100_000 } = {}): Promise<Kept> {
  const { vet } = await finance.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id } } } }',
    {
      input: {
        ...{ companyName, entityType: 'COMPANY', currency: 'EUR', contractValueMinor: 12 * monthlyRunMinor },
        ...{ monthlyRunMinor, termsDaysAsked: 30, yearsTrading: 12, insolvent, keep: true },
        ...{ bureauScale: 'creditsafe-100', bureauScore: 60 },
      },
    },
  );
  return vet.decision;
}
const OVERRIDE =
  'outcome recommendation { outcome } override { outcome ground reason askedBy approvedBy at } decidedBy';
async function override(asker: Asker, { id, customer }: Kept, outcome = 'APPROVE_WITH_CONDITIONS', offer = {}) {
  const { data, errors } = await asker.ask(
    `mutation ($input: OverrideInput!) { overrideDecline(input: $input) { decision { ${OVERRIDE} } approval { id action summary reason state amount { minor } } } }`,
    {
      input: {
        ...{ customerId: customer.id, decisionId: id, outcome },
        ...{ ground: 'SECURED', reason: 'Its bank guarantees EUR 20,000.', ...offer },
      },
    },
  );
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, ...data?.overrideDecline };
}
const approve = async (asker: Asker, id: string) => {
  const { data, errors } = await asker.ask(`mutation { approve(input: { approvalId: "${id}" }) { state } }`);
  return { code: errors?.[0]?.extensions.code, ...data?.approve };
};
const now = async ({ customer }: Kept) =>
  (await manager.gql(`{ customer(id: "${customer.id}") { decisions { nodes { ${OVERRIDE} } } } }`)).customer.decisions
    .nodes[0];

test('the decision keeps what was recommended, what was decided, by whom and why', async () => {
  const kept = await vet('Alder & Sons');
  const asked = await override(finance, kept);
  expect(asked).toMatchObject({
    decision: { outcome: 'DECLINE', override: null },
    approval: {
      action: 'OVERRIDE_DECLINE',
      state: 'WAITING',
      reason: 'secured: Its bank guarantees EUR 20,000.',
      summary: expect.stringMatching(
        /^Override the decline of Alder & Sons of 22 Nov 2026: approve with conditions, payment before supply, deposit EUR [\d,.]+, with EUR [\d,.]+ at stake\.$/,
      ),
    },
  });
  expect(await approve(finance, asked.approval.id)).toEqual({ code: 'OWN_REQUEST' });
  expect(await now(kept)).toMatchObject({ outcome: 'DECLINE', override: null });
  expect(await approve(otherFinance, asked.approval.id)).toEqual({ code: undefined, state: 'APPROVED' });
  expect(await now(kept)).toEqual({
    outcome: 'APPROVE_WITH_CONDITIONS',
    recommendation: { outcome: 'DECLINE' },
    decidedBy: expect.stringMatching(/^Finance </),
    override: {
      outcome: 'APPROVE_WITH_CONDITIONS',
      ground: 'SECURED',
      reason: 'Its bank guarantees EUR 20,000.',
      askedBy: expect.stringMatching(/^Finance <finance/),
      approvedBy: expect.stringMatching(/^Finance <finance/),
      at: '2026-11-22T09:00:00.000Z',
    },
  });
  const { override: both } = await now(kept);
  expect(both.askedBy).not.toBe(both.approvedBy);
  expect(await override(manager, kept)).toMatchObject({ code: 'ALREADY_OVERRIDDEN' });
});

test('what could be lost is at stake: above what finance approves, a manager has to', async () => {
  const asked = await override(finance, await vet('Birch Ltd', { monthlyRunMinor: 1_000_000 }));
  expect(asked.approval.amount.minor).toBeGreaterThan(1_000_000);
  expect(await approve(otherFinance, asked.approval.id)).toEqual({ code: 'NOT_ENOUGH_AUTHORITY' });
  expect(await approve(manager, asked.approval.id)).toEqual({ code: undefined, state: 'APPROVED' });
});

test('only a decline is overridden, only by approving, and not by sales', async () => {
  const sound = await vet('Cedar GmbH', { insolvent: false });
  expect(await override(finance, sound)).toMatchObject({ code: 'NOT_DECLINED' });
  const declined = await vet('Dogwood SA');
  expect(await override(finance, declined, 'REFER')).toMatchObject({
    code: 'BAD_INPUT',
    message: 'a decline is overridden by approving, with conditions or without.',
  });
  expect(await override(await product.as(PersonRole.SALES), declined)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await override(finance, { ...declined, id: '999999' })).toMatchObject({ code: 'NOT_FOUND' });
});

test('the audit has the decline, who asked, what was done and who approved', async () => {
  const kept = await vet('Elm plc');
  const { approval } = await override(finance, kept, 'APPROVE');
  await approve(manager, approval.id);
  const { auditEntries } = await manager.gql(
    `{ auditEntries(filter: { subjectType: "customer", subjectId: "${kept.customer.id}" }, direction: ASC) { nodes { actor action before after reason } } }`,
  );
  expect(auditEntries.nodes.slice(1)).toMatchObject([
    { actor: expect.stringMatching(/^Finance </), action: 'asked for approval' },
    {
      actor: expect.stringMatching(/^Manager </),
      action: 'overrode a decline',
      before: { outcome: 'decline' },
      after: { outcome: 'approve' },
      reason: 'Its bank guarantees EUR 20,000.',
    },
  ]);
});

const OFFER = 'offer { limit { minor } deposit { minor } depositShare termsDays paymentTerms releaseRule }';
const offered = async ({ customer }: Kept) =>
  (await manager.gql(`{ customer(id: "${customer.id}") { decisions { nodes { ${OFFER} } } } }`)).customer.decisions
    .nodes[0].offer;
const letterOf = async ({ id, customer }: Kept) =>
  (await manager.fetch(`/decisions/${customer.id}/${id}/letter.txt`)).text();
const take = ({ id, customer }: Kept) =>
  manager.ask(
    `mutation { tellOfferOutcome(input: { customerId: "${customer.id}", decisionId: "${id}", result: ACCEPTED }) { approval { id } } }`,
  );
const became = async ({ customer }: Kept) =>
  (await manager.gql(`{ customer(id: "${customer.id}") { stage creditLimit { minor } termsDays } }`)).customer;

test('whoever overrides says what is offered, and that is what is approved, written, taken and agreed', async () => {
  const kept = await vet('Fir Ltd');
  expect(await offered(kept)).toBeNull();
  const said = { limitMinor: 150_000, depositMinor: 60_000, termsDays: 14 };
  const { approval } = await override(finance, kept, 'APPROVE_WITH_CONDITIONS', said);
  expect(approval.summary).toContain(
    'approve with conditions, limit EUR 1,500.00, net 14, deposit EUR 600.00, with EUR',
  );
  expect(approval.amount.minor).toBeGreaterThanOrEqual(150_000);
  await approve(manager, approval.id);
  expect(await offered(kept)).toMatchObject({
    ...{ limit: { minor: 150_000 }, deposit: { minor: 60_000 }, depositShare: 0.05, termsDays: 14 },
    ...{ paymentTerms: 'net 14', releaseRule: expect.stringContaining('The deposit is released after') },
  });
  const letter = await letterOf(kept);
  expect(letter).toContain('glad to supply you on credit.');
  for (const line of ['Limit: EUR 1,500.00', 'Payment: 14 days', 'Deposit: EUR 600.00']) expect(letter).toContain(line);
  await take(kept);
  expect(await became(kept)).toEqual({ stage: 'ACTIVE', creditLimit: { minor: 150_000 }, termsDays: 14 });
});

test('where nothing is said, what is recommended is offered: after a decline payment before supply, and the letter says so', async () => {
  const kept = await vet('Gorse Ltd');
  const { approval } = await override(finance, kept);
  await approve(manager, approval.id);
  expect(await offered(kept)).toMatchObject({ limit: { minor: 0 }, termsDays: 0, paymentTerms: 'prepayment' });
  const letter = await letterOf(kept);
  expect(letter).toContain('glad to supply you, against payment before supply.');
  expect(letter).toContain('Limit: nothing on credit');
  expect(letter).toContain('Payment: before supply');
  expect(letter).not.toContain('on credit.');
  await take(kept);
  expect(await became(kept)).toEqual({ stage: 'ACTIVE', creditLimit: { minor: 0 }, termsDays: 0 });
});

test('a limit without days to pay is due on receipt, in what is approved, in what is offered, in the letter and in the contract', async () => {
  const kept = await vet('Holly Ltd');
  const { approval } = await override(finance, kept, 'APPROVE', { limitMinor: 50_000, depositMinor: 0, termsDays: 0 });
  expect(approval.summary).toContain('approve, limit EUR 500.00, due on receipt, no deposit, with EUR');
  await approve(manager, approval.id);
  expect(await offered(kept)).toMatchObject({ paymentTerms: 'due on receipt', releaseRule: null });
  expect(await letterOf(kept)).toContain('Payment: on receipt of the invoice');
  const { contractProposal } = await manager.gql(
    'query ($customer: ID!, $decision: ID!) { contractProposal(customerId: $customer, decisionId: $decision) { clauses { text } } }',
    { customer: kept.customer.id, decision: kept.id },
  );
  expect(contractProposal.clauses[0].text).toContain('Holly Ltd pays each invoice in full on receipt,');
});

test('days to pay without a limit, or less than nothing, are refused with a sentence', async () => {
  const kept = await vet('Hazel Ltd');
  expect(await override(finance, kept, 'APPROVE', { termsDays: 30 })).toMatchObject({
    code: 'TERMS_WITHOUT_LIMIT',
    message:
      'Without a limit nothing is supplied on credit, so there are no 30 days to pay in. Give a limit, or 0 days for payment before supply.',
  });
  expect(await override(finance, kept, 'APPROVE', { limitMinor: -1 })).toMatchObject({ code: 'BAD_INPUT' });
  expect(await override(finance, kept, 'APPROVE', { limitMinor: 1, termsDays: 366 })).toMatchObject({
    message: expect.stringContaining('the terms are from 0 to 365 days'),
  });
});
