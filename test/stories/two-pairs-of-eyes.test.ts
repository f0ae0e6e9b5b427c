import { PersonRole } from '../../api/auth/person.entity.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';

// Whoever raises a limit above their authority, or releases a hold, asks another person. Nobody approves their own.
let product: Product;
let finance: Asker;
let otherFinance: Asker;
let manager: Asker;
let otherManager: Asker;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  [finance, otherFinance, manager, otherManager] = [
    await product.as(PersonRole.FINANCE),
    await product.as(PersonRole.FINANCE),
    product,
    await product.as(PersonRole.MANAGER),
  ];
  await ledger.rate('USD', 0.5);
});
afterAll(() => product.close());

let made = 0;
/** A customer with a limit of 1,000.00 that owes so much, overdue for long. */
async function customer({ currency = 'EUR', owes = 0 } = {}): Promise<{ id: number; name: string }> {
  const name = `Mill ${++made}`;
  const mill = await ledger.customer(name, { currency, credit_limit_minor: 100_000 });
  if (owes > 0) await mill.invoice(`I${made}`, { issued: '2026-01-01', due: '2026-02-01', minor: owes });
  return { id: mill.id, name };
}

const answered = `approval { id summary reason state amount { minor currency } askedBy isMine }`;
const setLimit = async (asker: Asker, id: number, limitMinor: number | null, reason = 'They grow.') => {
  const query = `mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { customer { creditLimit { minor } } ${answered} } }`;
  const { data, errors } = await asker.ask(query, { input: { customerId: id, limitMinor, reason } });
  return { code: errors?.[0]?.extensions.code, ...data?.setCreditLimit };
};
const release = async (asker: Asker, id: number) => {
  const query = `mutation { releaseHold(input: { customerId: "${id}", note: "They paid by phone." }) { standing { state } ${answered} } }`;
  const { data, errors } = await asker.ask(query);
  return { code: errors?.[0]?.extensions.code, ...data?.releaseHold };
};
const decide = async (asker: Asker, act: 'approve' | 'refuseApproval' | 'withdrawApproval', id: string) => {
  const { data, errors } = await asker.ask(
    `mutation { ${act}(input: { approvalId: "${id}", note: "Seen." }) { state decidedBy note customer { creditLimit { minor } } } }`,
  );
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, ...data?.[act] };
};
const limitOf = async (id: number) =>
  (await product.gql(`{ customer(id: "${id}") { creditLimit { minor } } }`)).customer.creditLimit?.minor ?? null;

test('within their authority, and downwards, people set limits alone', async () => {
  const { id } = await customer();
  expect(await setLimit(finance, id, 1_000_000)).toMatchObject({
    approval: null,
    customer: { creditLimit: { minor: 1_000_000 } },
  });
  expect(await setLimit(manager, id, 5_000_000)).toMatchObject({ approval: null });
  expect(await setLimit(finance, id, 4_900_000)).toMatchObject({
    approval: null,
    customer: { creditLimit: { minor: 4_900_000 } },
  });
});

test('above it the limit stays as it is until another person approves', async () => {
  const { id, name } = await customer();
  const { approval, customer: now } = await setLimit(finance, id, 1_000_001);
  expect(now.creditLimit.minor).toBe(100_000);
  expect(approval).toMatchObject({
    summary: `Raise the limit of ${name} from EUR 1,000.00 to EUR 10,000.01.`,
    reason: 'They grow.',
    state: 'WAITING',
    amount: { minor: 1_000_001, currency: 'EUR' },
    isMine: true,
  });
  expect(await decide(finance, 'approve', approval.id)).toMatchObject({
    code: 'OWN_REQUEST',
    message: 'You asked for this yourself: another person has to decide. You can take it back.',
  });
  expect(await limitOf(id)).toBe(100_000);
  expect(await decide(otherFinance, 'approve', approval.id)).toMatchObject({
    state: 'APPROVED',
    note: 'Seen.',
    customer: { creditLimit: { minor: 1_000_001 } },
  });
  expect(await decide(otherManager, 'approve', approval.id)).toMatchObject({ code: 'ALREADY_DECIDED' });
});

test('the other person needs the authority too: by role and amount', async () => {
  const { id } = await customer();
  const { approval } = await setLimit(finance, id, 5_000_001);
  expect(await decide(otherFinance, 'approve', approval.id)).toMatchObject({
    code: 'NOT_ENOUGH_AUTHORITY',
    message: 'As finance you approve this up to EUR 50,000.00. Somebody with more authority has to decide.',
  });
  expect(await decide(manager, 'approve', approval.id)).toMatchObject({ state: 'APPROVED' });
  const unlimited = await setLimit(manager, id, null);
  expect(unlimited.approval).toMatchObject({ amount: null, state: 'WAITING' });
  expect(await decide(finance, 'approve', unlimited.approval.id)).toMatchObject({ code: 'NOT_ENOUGH_AUTHORITY' });
  expect(await decide(otherManager, 'approve', unlimited.approval.id)).toMatchObject({ state: 'APPROVED' });
  expect(await limitOf(id)).toBe(null);
});

test('amounts in another currency count at today’s rate; without a rate they are beyond everybody’s own authority', async () => {
  const dollars = await customer({ currency: 'USD' });
  expect(await setLimit(finance, dollars.id, 2_000_000)).toMatchObject({ approval: null });
  expect((await setLimit(finance, dollars.id, 2_000_001)).approval).toMatchObject({ amount: { minor: 1_000_001 } });
  const kroner = await customer({ currency: 'SEK' });
  expect((await setLimit(manager, kroner.id, 100_001)).approval).toMatchObject({ amount: null });
});

test('a hold is never released by one person alone', async () => {
  const { id, name } = await customer({ owes: 3_000_000 });
  await finance.gql(`mutation { putOrdersOnHold(input: { customerId: "${id}", note: "Cheque bounced." }) { state } }`);
  const asked = await release(manager, id);
  expect(asked).toMatchObject({
    standing: { state: 'ORDERS_ON_HOLD' },
    approval: { summary: `Release the hold on ${name}, which owes EUR 30,000.00.`, state: 'WAITING' },
  });
  expect(await release(otherManager, id)).toMatchObject({ code: 'ALREADY_ASKED' });
  expect(await decide(finance, 'approve', asked.approval.id)).toMatchObject({ code: 'NOT_ENOUGH_AUTHORITY' });
  expect(await decide(otherManager, 'approve', asked.approval.id)).toMatchObject({ state: 'APPROVED' });
  const { customer: now } = await product.gql(`{ customer(id: "${id}") { standing { state reasons changedBy } } }`);
  expect(now.standing).toMatchObject({
    state: 'GOOD',
    reasons: ['They paid by phone.'],
    changedBy: expect.stringMatching(/^Manager </),
  });
});

test('sales may neither release nor approve the hold of their own customer', async () => {
  const sales = await product.as(PersonRole.SALES);
  const { id } = await customer({ owes: 100_000 });
  await ledger.sql.rows('update customer set owner_id = $2 where id = $1', [id, sales.personId]);
  await finance.gql(`mutation { putOrdersOnHold(input: { customerId: "${id}", note: "Cheque bounced." }) { state } }`);
  expect(await release(sales, id)).toMatchObject({ code: 'FORBIDDEN' });
  const { approval } = await release(finance, id);
  expect(await decide(sales, 'approve', approval.id)).toMatchObject({ code: 'FORBIDDEN' });
  const seen = await sales.gql('{ approvals(filter: { state: WAITING }) { nodes { customer { id } } } }');
  expect(seen.approvals.nodes).toEqual([{ customer: { id: String(id) } }]);
});

test('what is refused or taken back changes nothing, and can be asked for again', async () => {
  const { id } = await customer();
  const first = (await setLimit(finance, id, 2_000_000)).approval;
  expect(await decide(otherFinance, 'withdrawApproval', first.id)).toMatchObject({ code: 'NOT_YOUR_REQUEST' });
  expect(await decide(finance, 'refuseApproval', first.id)).toMatchObject({ code: 'OWN_REQUEST' });
  expect(await decide(manager, 'refuseApproval', first.id)).toMatchObject({ state: 'REFUSED' });
  const second = (await setLimit(finance, id, 2_000_000)).approval;
  expect(await decide(finance, 'withdrawApproval', second.id)).toMatchObject({ state: 'WITHDRAWN' });
  expect(await limitOf(id)).toBe(100_000);
  expect((await setLimit(finance, id, 2_000_000)).approval.state).toBe('WAITING');
});

test('two who approve at the same moment do it once', async () => {
  const { id } = await customer();
  const { approval } = await setLimit(finance, id, 2_000_000);
  const both = await Promise.all([
    decide(manager, 'approve', approval.id),
    decide(otherManager, 'approve', approval.id),
  ]);
  expect(both.map(({ code }) => code).sort()).toEqual(['ALREADY_DECIDED', undefined]);
  const acts = await ledger.sql.rows(`select from audit_entry where action = 'set credit limit' and subject_id = $1`, [
    String(id),
  ]);
  expect(acts).toHaveLength(1);
});

test('what was asked for is no longer possible: it says so, and waits on', async () => {
  const { id } = await customer({ owes: 100_000 });
  await finance.gql(`mutation { putOrdersOnHold(input: { customerId: "${id}", note: "Cheque bounced." }) { state } }`);
  const { approval } = await release(finance, id);
  await ledger.sql.rows(`update standing set state = 'ended' where customer_id = $1`, [id]);
  expect(await decide(manager, 'approve', approval.id)).toMatchObject({ code: 'STEP_NOT_ALLOWED' });
  expect(await decide(manager, 'refuseApproval', approval.id)).toMatchObject({ state: 'REFUSED' });
});

test('an approval is one entry: who asked, who approved, what was done, and why', async () => {
  const { id } = await customer();
  const { approval } = await setLimit(finance, id, 2_000_000, 'Three good years.');
  await decide(manager, 'approve', approval.id);
  const { auditEntries } = await product.gql(
    `{ auditEntries(filter: { subjectType: "customer", subjectId: "${id}" }, direction: ASC) { nodes { actor action before after reason details } } }`,
  );
  expect(auditEntries.nodes).toMatchObject([
    {
      actor: expect.stringMatching(/^Finance </),
      action: 'asked for approval',
      reason: 'Three good years.',
    },
    {
      actor: expect.stringMatching(/^Manager </),
      action: 'set credit limit',
      before: { limitMinor: 100_000 },
      after: { limitMinor: 2_000_000 },
      reason: 'Three good years.',
      details: {
        approved: {
          request: Number(approval.id),
          summary: approval.summary,
          askedFor: 'Three good years.',
          askedBy: expect.stringMatching(/^Finance </),
          note: 'Seen.',
        },
      },
    },
  ]);
});

test('how far a role may go is set by the administrator, dated, and holds from then on', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  const set = (asker: Asker) =>
    asker.ask(
      'mutation { setAuthority(input: { action: SET_CREDIT_LIMIT, role: FINANCE, aloneUpTo: 200000, approvesUpTo: 300000 }) { role aloneUpTo { minor } validFrom source } }',
    );
  expect((await set(manager)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await set(admin)).data.setAuthority).toContainEqual({
    role: 'FINANCE',
    aloneUpTo: { minor: 200_000 },
    validFrom: '2026-11-22',
    source: expect.stringMatching(/^Admin </),
  });
  const { id } = await customer();
  expect((await setLimit(finance, id, 200_001)).approval.state).toBe('WAITING');
});

test('the database itself takes nobody’s approval of their own', async () => {
  await expect(
    asOwner(
      product.databaseUrl,
      `update approval set state = 'approved', decided_by = asked_by, decided_at = now() where state = 'waiting'`,
    ),
  ).rejects.toThrow('approval_by_another');
});
