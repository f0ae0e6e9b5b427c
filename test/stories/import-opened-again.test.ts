import { runImport } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// The export of a ledger shows an invoice open again that the book has as paid: somebody has to look.
let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

const header =
  'company_code,customer_number,document_number,posting_date,due_date,clearing_date,amount,currency,payment_terms';
const row = (number: string, clearedOn: string, amount = '50.00') =>
  `Y1,U001,${number},2026-01-02,2026-02-01,${clearedOn},${amount},GBP,N30`;
const take = (...rows: string[]) => runImport(product, { 'ledger.csv': `${[header, ...rows].join('\n')}\n` });

test('an invoice that was paid and is open in the newer file stays paid, and is told with what to do', async () => {
  await take(row('YC1', '2026-02-05'), row('YC2', '', '60.00'));
  const again = await take(row('YC1', ''), row('YC2', '', '60.00'));
  expect(again.warnings.map(({ line, column, sentence }) => [line, column, sentence])).toEqual([
    [
      2,
      'clearing_date',
      'YC1 is open here and was settled on 5 Feb 2026 in the book; it stays settled. If its payment came back, import that as a returned payment.',
    ],
  ]);
  const { customer } = await product.gql('{ customer(id: 1) { balance { minor } } }');
  expect(customer.balance.minor).toBe(6_000);
});

test('the same file twice says nothing of it', async () => {
  const files = [row('YD1', '2026-02-05', '70.00'), row('YD2', '', '80.00')];
  await take(...files);
  expect((await take(...files)).warnings).toEqual([]);
});
