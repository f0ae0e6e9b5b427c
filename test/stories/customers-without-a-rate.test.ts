import { PersonRole } from '../../api/auth/person.entity.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Euros; a dollar is worth 0.80; nobody has entered a rate for Canadian dollars or francs.

let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  await ledger.rate('USD', 0.8);
  const dated = { issued: '2026-10-01', due: '2026-10-31', minor: 10_000 };
  await (await ledger.customer('Euro')).invoice('E', dated);
  await (await ledger.customer('Dollar', { currency: 'USD' })).invoice('D', dated);
  await (await ledger.customer('Maple', { currency: 'CAD', country: 'CA' })).invoice('M', dated);
  const mixed = await ledger.customer('Mixed');
  await mixed.invoice('X1', dated);
  await mixed.invoice('X2', { ...dated, currency: 'CAD' });
  await mixed.invoice('X3', { ...dated, currency: 'CHF' });
});
afterAll(() => product.close());

const list = async (args: string) =>
  (
    await product.gql(
      `{ customers${args} { totalCount withoutRate { currency customers } nodes { customer { name } balance { minor } } } }`,
    )
  ).customers;

test('the list of customers says how many owe something that has no rate, and in which currency', async () => {
  const { withoutRate, nodes } = await list('');
  expect(withoutRate).toEqual([
    { currency: 'CAD', customers: 2 },
    { currency: 'CHF', customers: 1 },
  ]);
  const balances = Object.fromEntries(
    nodes.map((row: { customer: { name: string }; balance: { minor: number } | null }) => [
      row.customer.name,
      row.balance?.minor,
    ]),
  );
  expect(balances).toEqual({ Euro: 10_000, Dollar: 8_000, Maple: undefined, Mixed: 10_000 });
});

test('it counts those of the list: who is searched or filtered away, or owed nothing yet, is not among them', async () => {
  expect((await list('(search: "maple")')).withoutRate).toEqual([{ currency: 'CAD', customers: 1 }]);
  expect((await list('(first: 1, filter: { country: "CA", hasOverdue: true })')).withoutRate).toEqual([
    { currency: 'CAD', customers: 1 },
  ]);
  expect((await list('(search: "euro")')).withoutRate).toEqual([]);
  expect((await list('(asOf: "2026-09-30")')).withoutRate).toEqual([]);
});

test('a sales person is told of their own customers alone', async () => {
  const sales = await product.as(PersonRole.SALES);
  await ledger.sql.rows(`update customer set owner_id = $1 where name in ('Euro', 'Mixed')`, [sales.personId]);
  const { customers } = await sales.gql('{ customers { withoutRate { currency customers } } }');
  expect(customers.withoutRate).toEqual([
    { currency: 'CAD', customers: 1 },
    { currency: 'CHF', customers: 1 },
  ]);
});

test('once a rate is entered nobody is left out any more', async () => {
  await ledger.rate('CAD', 0.65);
  await ledger.rate('CHF', 1.05);
  expect((await list('')).withoutRate).toEqual([]);
});
