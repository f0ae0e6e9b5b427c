import { PersonRole } from '../../api/auth/person.entity.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

// A page asks the database so many questions, however many rows it has.

let product: Product;
beforeAll(async () => {
  product = await startApi();
  const ledger = TestLedger.of(product);
  const group = await ledger.customer('The Group');
  for (let i = 0; i < 25; i++) {
    const customer = await ledger.customer(`Customer ${i}`, { parent_id: group.id, credit_limit_minor: 1 });
    await customer.contact(`pay@c${i}.example`);
    const deliveryId = await ledger.insert('delivery', {
      ...{ customer_id: customer.id, planned_for: '2026-01-02', channel: 'email', recipient: `pay@c${i}.example` },
      ...{ subject: 's', body_text: '', body_html: '', state: 'sent' },
    });
    await ledger.insert('incoming_mail', {
      ...{ customer_id: customer.id, delivery_id: deliveryId, kind: 'replied', received_at: '2026-01-03T08:00:00Z' },
      ...{ sender: 'x', subject: 's', body_text: '' },
    });
    await customer.invoice('I1', { issued: '2026-07-01', due: '2026-08-01', minor: 100_000 });
    await customer.invoice('I2', { issued: '2026-10-30', due: '2026-11-30', minor: 100_000 });
    await customer.pays('P', '2026-09-01', 30_000, { I1: 30_000 });
    await customer.pays('Q', '2026-11-25', 10_000, { I1: 10_000 });
    for (const from of ['a bank', 'a friend'])
      await product.gql(
        `mutation { typeInCreditCheck(input: { customerId: "${customer.id}", from: "${from}", judgments: 0 }) { id } }`,
      );
  }
  for (let i = 0; i < 4; i++) {
    const { personId } = await product.as(PersonRole.SALES);
    await ledger.sql.rows('update customer set owner_id = $1 where id % 4 = $2', [personId, i]);
  }
  await product.gql('mutation { scoreBook(input: {}) { customers } }');
});
afterAll(() => product.close());

async function statements(query: string, first: number): Promise<number> {
  let rows = 0;
  const asked = await statementsDuring(async () => {
    const data = await product.gql(query, { first });
    rows = Object.values(data as Record<string, { nodes: unknown[] }>)[0]?.nodes.length ?? 0;
  });
  expect(rows).toBe(first);
  return asked.length;
}

test.each([
  [
    'invoices with customer, allocations and what is open',
    'query ($first: Int!) { invoices(first: $first) { nodes { number open { minor } daysPastDue customer { name parent { name } contacts { nodes { email } } } allocations { nodes { on amount { minor } credit { number kind } } } } } }',
  ],
  [
    'customers with score, standing, balance, ageing and limit',
    'query ($first: Int!) { customers(first: $first, sort: OVERDUE) { nodes { points customer { name owner { name } creditLimit { minor } parent { name } contacts { nodes { email } } score { points reasons { sentence } } standing { state } balance { minor } overdue { minor } oldestDaysPastDue aging { total } } } } }',
  ],
  [
    'the stop list with customers, limits and scores',
    'query ($first: Int!) { holdProposals(first: $first) { nodes { reasons { sentence } creditLimit { minor } customer { name score { points } standing { state } contacts { nodes { email } } } } } }',
  ],
  [
    'the work list with customers',
    'query ($first: Int!) { workList(first: $first) { nodes { reason customer { name contacts { nodes { phone } } score { grade } } } } }',
  ],
  [
    'customers with their invoices',
    'query ($first: Int!) { customers(first: $first) { nodes { customer { invoices(first: 5) { nodes { number } } } } } }',
  ],
  [
    'customers with their credits',
    'query ($first: Int!) { customers(first: $first) { nodes { customer { credits(first: 5) { nodes { number } } } } } }',
  ],
  [
    'customers with days late, score history and decisions',
    'query ($first: Int!) { customers(first: $first) { nodes { customer { daysLate(first: 5) { nodes { daysLate } } scoreHistory(first: 3) { nodes { points } } decisions(first: 3) { nodes { id } } } } } }',
  ],
  [
    'customers with their credit checks and what these say',
    'query ($first: Int!) { customers(first: $first) { nodes { customer { creditChecks(first: 2) { totalCount nodes { standsBecause report { sentences } customer { name } } } } } } }',
  ],
  [
    'invoices with when they are expected',
    'query ($first: Int!) { invoices(first: $first) { nodes { number lateness { late reasons { sentence } } noLateness } } }',
  ],
  [
    'what came back to messages, with customers and whether their contacts are written to',
    'query ($first: Int!) { incomingMail(first: $first) { nodes { kind text pauseId customer { name contacts { nodes { email mailState } } } } } }',
  ],
  [
    'customers with their time lines',
    'query ($first: Int!) { customers(first: $first) { nodes { customer { timeline(first: 5) { nodes { title } } } } } }',
  ],
])('%s: as many statements for 25 rows as for 5', async (_what, query) => {
  await statements(query, 5); // whatever is prepared once is prepared
  expect(await statements(query, 25)).toBe(await statements(query, 5));
});

test('the plan of reminders with customers and invoices asks no more for many', async () => {
  const query =
    '{ reminderPlan(on: "2026-11-23") { messages { nodes { customer { name } invoices { nodes { number open { minor } } } } } leftOut { nodes { customer { name } invoice { number } } } } }';
  const asked = await statementsDuring(() => product.gql(query));
  // Ten for the plan, however many invoices there are, and one a kind of what is shown.
  expect(asked.length).toBeLessThan(14);
});
