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
async function override(asker: Asker, { id, customer }: Kept, outcome = 'APPROVE_WITH_CONDITIONS') {
  const { data, errors } = await asker.ask(
    `mutation ($input: OverrideInput!) { overrideDecline(input: $input) { decision { ${OVERRIDE} } approval { id action summary reason state amount { minor } } } }`,
    {
      input: {
        ...{ customerId: customer.id, decisionId: id, outcome },
        ...{ ground: 'SECURED', reason: 'Its bank guarantees EUR 20,000.' },
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
        /^Override the decline of Alder & Sons of 22 Nov 2026: approve with conditions, with EUR [\d,.]+ at stake\.$/,
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
    { actor: expect.stringMatching(/^Manager </), action: 'approved a request' },
  ]);
});
