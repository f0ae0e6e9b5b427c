import { Sql } from '../../api/shared/sql.js';
import { invoiceHeader, paymentHeader, rowsOfBook, runImport, whatIsBad } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// A credit says which invoice it is for and from which day; what it leaves open is asked for, or said.
let product: Product;
beforeEach(async () => {
  product = await startApi();
});
afterEach(() => product.close());

const invoices = `${invoiceHeader}C1,I1,2026-01-10,2026-02-09,100.00,EUR\n`;
const open = async () =>
  (await product.get(Sql).one<{ minor: number }>('select amount_minor - allocated_minor as minor from invoice'))?.minor;

test('a write-off that names no invoice is set aside: nobody could say what it gives up', async () => {
  const report = await runImport(product, {
    'invoices.csv': invoices,
    'payments.csv': `${paymentHeader}C1,W1,2026-02-01,10.00,EUR,write-off,,\nC1,W2,2026-02-01,10.00,EUR,write-off,I1,\n`,
  });
  expect(whatIsBad(report)).toEqual([
    [2, 'invoice_number', '', 'A write-off needs the number of the invoice it writes off.'],
  ]);
});

test('a payment set against an invoice before it was paid is taken, and said', async () => {
  const header = paymentHeader.trim();
  const report = await runImport(product, {
    'invoices.csv': invoices,
    'payments.csv': `${header},allocated_on\nC1,P1,2026-02-05,30.00,EUR,payment,I1,30.00,2026-02-01\nC1,P2,2026-02-05,30.00,EUR,payment,I1,30.00,2026-02-05\n`,
  });
  expect(whatIsBad(report)).toEqual([]);
  expect(report.warnings.map(({ line, column, sentence }) => [line, column, sentence])).toEqual([
    [2, 'allocated_on', 'Set against the invoice on 1 Feb 2026, before it was paid on 5 Feb 2026.'],
  ]);
});

test('a file imported once more after a payment came back is as good as before, and pays nothing with what was over then', async () => {
  const payments = {
    'payments.csv': `${paymentHeader}C1,P1,2026-02-01,100.00,EUR,payment,I1,\nC1,P2,2026-02-02,100.00,EUR,payment,I1,\n`,
  };
  await runImport(product, { 'invoices.csv': invoices });
  await runImport(product, payments);
  expect(await open()).toBe(0);
  await runImport(product, {
    'returns.csv': `${paymentHeader}C1,R1,2026-03-01,100.00,EUR,returned payment,I1,\n`,
  });
  expect(await open()).toBe(10_000);
  const before = await rowsOfBook(product);
  const again = await runImport(product, payments);
  expect([whatIsBad(again), again.warnings, again.isPosted]).toEqual([[], [], true]);
  expect([await open(), await rowsOfBook(product)]).toEqual([10_000, before]);
});
