import { PersonRole } from '../../api/auth/person.entity.js';
import { type Asker, keyHolder } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

// Who looks at what a credit check said leaves an entry in the audit: one each time, however many were looked at.
let product: Product;
let sales: Asker;
beforeAll(async () => {
  product = await startApi();
  sales = await product.as(PersonRole.SALES);
  for (const name of ['One', 'Two', 'Three'])
    await sales.gql(
      `mutation { vet(input: { companyName: "${name}", entityType: COMPANY, currency: "EUR", contractValueMinor: 100000,
        monthlyRunMinor: 10000, termsDaysAsked: 30, judgments: 2, keep: true }) { decision { id } } }`,
    );
});
afterAll(() => product.close());

const reads = () =>
  TestLedger.of(product).sql.rows<{
    actor: string;
    origin: string;
    subjectId: string | null;
    details: { customers: number[]; decisions: number[]; checks: number[] };
  }>(
    `select actor, origin, subject_id as "subjectId", details from audit_entry where subject_type = 'credit check' order by id`,
  );
/** The entries that asking leaves. */
async function readsOf(asker: Asker, query: string) {
  const before = (await reads()).length;
  await asker.gql(query);
  return (await reads()).slice(before);
}

test('keeping decisions, and a list of what was decided, is no reading of what the check said', async () => {
  expect(await reads()).toEqual([]);
  expect(
    await readsOf(product, '{ decisions { nodes { id recommendation { outcome points grade } customer { name } } } }'),
  ).toEqual([]);
});

test.each([
  ['what a decision was made from', 'inputs'],
  ['the reasons it gives', 'recommendation { reasons { sentence } }'],
  ['what bounded its limit', 'recommendation { limitParts { explanation } }'],
  ['its notes', 'recommendation { notes }'],
  ['all of them', 'inputs recommendation { reasons { sentence } limitParts { explanation } notes }'],
])('who reads %s leaves one entry that names all that were read', async (_what, fields) => {
  const [entry, ...more] = await readsOf(product, `{ decisions { nodes { ${fields} } } }`);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    actor: 'Manager <manager0@goodstanding.example>',
    origin: '127.0.0.1',
    subjectId: null,
  });
  expect(entry?.details.customers).toHaveLength(3);
  expect(entry?.details.decisions).toHaveLength(3);
});

test('on whatever way they are reached: below a customer, below many, and by who sees only their own', async () => {
  const { decisions } = await product.gql('{ decisions(first: 1) { nodes { id customer { id } } } }');
  const [{ id, customer }] = decisions.nodes;
  const [one, ...none] = await readsOf(sales, `{ customer(id: "${customer.id}") { decisions { nodes { inputs } } } }`);
  expect(none).toEqual([]);
  expect(one).toMatchObject({
    subjectId: customer.id,
    details: { customers: [Number(customer.id)], decisions: [Number(id)] },
  });
  expect(one?.actor).toMatch(/^Sales/);
  const many = await readsOf(
    product,
    '{ customers { nodes { customer { decisions { nodes { inputs recommendation { notes } } } } } } }',
  );
  expect(many).toHaveLength(1);
  expect(many[0]?.details.customers).toHaveLength(3);
});

test('a list of credit checks is no reading; what they say and what was received is, each request once', async () => {
  const list = (fields: string) => `{ customers { nodes { customer { creditChecks { nodes { ${fields} } } } } } }`;
  expect(await readsOf(product, list('id provider reportedOn ageDays askedBy standsBecause'))).toEqual([]);
  for (const fields of ['report { failurePd }', 'received', 'report { sentences } received']) {
    const [entry, ...more] = await readsOf(product, list(fields));
    expect(more).toEqual([]);
    expect(entry?.details).toMatchObject({ customers: expect.any(Array), decisions: [] });
    expect(entry?.details.checks).toHaveLength(3);
  }
});

test('vetting on a credit check is a reading of it, and only for who may read it', async () => {
  const { customers } = await product.gql(
    '{ customers(sort: NAME, direction: ASC) { nodes { customer { name creditChecks { nodes { id } } } } } }',
  );
  const { id } = customers.nodes[0].customer.creditChecks.nodes[0];
  const vet = `mutation { vet(input: { companyName: "One", entityType: COMPANY, currency: "EUR", contractValueMinor: 100000,
    monthlyRunMinor: 10000, termsDaysAsked: 30, creditCheckId: "${id}" }) { recommendation { points } } }`;
  const [entry, ...more] = await readsOf(sales, vet);
  expect([entry?.details.checks, more]).toEqual([[Number(id)], []]);
  const admin = await product.as(PersonRole.ADMIN);
  const { makeApiKey } = await admin.gql(
    'mutation { makeApiKey(input: { name: "CRM", permissions: ["decisions.vet"] }) { key } }',
  );
  const before = (await reads()).length;
  const { errors } = await keyHolder(product.url, makeApiKey.key).ask(vet);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await reads()).toHaveLength(before);
});

test('the reading of many costs one statement more, not one a row', async () => {
  const statements = await statementsDuring(() => product.gql('{ decisions { nodes { inputs } } }'));
  expect(statements.filter((text) => /insert into audit_entry/.test(text))).toHaveLength(1);
});

test('what cannot be written down is not told', async () => {
  const broken = await product.ask('{ decisions { nodes { inputs } } }');
  expect(broken.data.decisions.nodes).toHaveLength(3);
  const sql = TestLedger.of(product).sql;
  const { transaction } = sql;
  sql.transaction = () => Promise.reject(new Error('the audit takes nothing'));
  try {
    expect(JSON.stringify((await product.ask('{ decisions { nodes { inputs } } }')).data)).not.toContain('judgments');
  } finally {
    sql.transaction = transaction;
  }
});
