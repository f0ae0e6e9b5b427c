import { PersonRole } from '../../api/auth/person.entity.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Whoever gives a role, an owner or a reach says why, and the audit has it beside what was before and after.
let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

const newest = async () =>
  (await product.gql('{ auditEntries(first: 1) { nodes { action before after reason } } }')).auditEntries.nodes[0];

test('why somebody got another role, a customer another owner, and a role another reach stands in the audit', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  const sales = await product.as(PersonRole.SALES);
  const customer = await TestLedger.of(product).customer('Mill');
  await admin.gql(
    `mutation { changePerson(input: { personId: "${sales.personId}", role: FINANCE, reason: "Moves to the ledger." }) { role } }`,
  );
  expect(await newest()).toEqual({
    action: 'changed a person',
    before: { role: 'sales', isActive: true },
    after: { role: 'finance', isActive: true },
    reason: 'Moves to the ledger.',
  });
  await admin.gql(
    'mutation { setAuthority(input: { action: SET_CREDIT_LIMIT, role: FINANCE, aloneUpTo: 100, reason: "The bank asks for it." }) { role } }',
  );
  expect(await newest()).toMatchObject({ action: 'set authority', reason: 'The bank asks for it.' });
  await product.gql(
    `mutation { setOwner(input: { customerId: "${customer.id}", personId: "${sales.personId}", reason: "Knows them." }) { id } }`,
  );
  expect(await newest()).toMatchObject({ action: 'set the owner', before: { owner: null }, reason: 'Knows them.' });
});
