import fs from 'node:fs';
import { Sql } from '../../api/shared/sql.js';
import {
  customerHeader,
  firstRows,
  invoiceHeader,
  paymentHeader,
  rowsOfBook,
  runImport,
  whatIsBad,
} from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// What becomes of the good rows when others are bad, repeated or worth a look.

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await runImport(product, firstRows);
});
afterAll(() => product.close());

test('one bad row keeps the whole import out', async () => {
  const before = await rowsOfBook(product);
  const report = await runImport(product, {
    'invoices.csv': `${invoiceHeader}C1,D1,2026-02-01,2026-03-01,10.00,EUR\nC1,D2,2026-02-01,2026-03-01,x,EUR\n`,
  });
  expect([report.isPosted, report.badRowCount]).toEqual([false, 1]);
  expect(await rowsOfBook(product)).toEqual(before);
});

test('good rows are taken when asked, the bad ones set aside as they came; corrected, they go in', async () => {
  const report = await runImport(
    product,
    {
      'invoices.csv': `${invoiceHeader}C1,E1,2026-02-01,2026-03-01,10.00,EUR\nC1,"E2\n=cmd()",2026-02-01,2026-03-01,x,EUR\nC1,E3,2026-02-01,2026-03-01,12.00,EUR\n`,
      'payments.csv': `${paymentHeader}C1,=F1,2026-03-01,10.00,EUR,payment,E2 =cmd(),10.00\n`,
    },
    { acceptGood: true },
  );
  expect([report.isPosted, report.invoices.added, report.credits.added, report.badRowCount]).toEqual([true, 2, 0, 2]);
  const [invoices, payments] = report.rejectedFiles.map(({ path }) => fs.readFileSync(path, 'utf8'));
  expect(invoices).toBe(
    `\ufeff${invoiceHeader.trim()},goodstanding_line,goodstanding_problem\r\nC1,"E2\n=cmd()",2026-02-01,2026-03-01,x,EUR,3,amount: “x” is not an amount with “.” as the decimal sign.\r\n`,
  );
  expect(payments).toContain(`C1,'=F1,2026-03-01,10.00,EUR,payment,E2 =cmd(),10.00,2,`);
  const corrected = await runImport(product, {
    'invoices.csv': (invoices as string).replace(',x,', ',10.00,'),
    'payments.csv': payments as string,
  });
  expect([corrected.isPosted, corrected.invoices.added, corrected.allocations.added]).toEqual([true, 1, 1]);
  expect(
    await product
      .get(Sql)
      .rows(
        `select i.number as invoice, c.number as payment from allocation a join invoice i on i.id = a.invoice_id join credit c on c.id = a.credit_id where c.number = '=F1'`,
      ),
  ).toEqual([{ invoice: 'E2 =cmd()', payment: '=F1' }]);
});

test('formulas are stored as text, with a warning that says where they stand; numbers and telephones are none', async () => {
  const header = customerHeader.replace('\n', ',contact_phone\n');
  const file = `${header}=1+1,"=cmd('calc')!A1",,,,EUR,,,+44 20 7946 0000\nF2,@SUM(A1),,,,EUR,,,\n-5,Five,,,,EUR,,,\n`;
  const report = await runImport(product, { 'customers.csv': file });
  const kept =
    'A spreadsheet would run this as a formula. It is kept as the text it is, and our exports write it so that none does.';
  expect(report.warnings.map(({ line, column, value, sentence }) => [line, column, value, sentence])).toEqual([
    [2, 'customer_number', '=1+1', kept],
    [2, 'name', "=cmd('calc')!A1", kept],
    [3, 'name', '@SUM(A1)', kept],
  ]);
  expect(await product.get(Sql).rows(`select number, name from customer where number like '=%'`)).toEqual([
    { number: '=1+1', name: "=cmd('calc')!A1" },
  ]);
});

test('two payments that together are more than the invoice: the later one is bad, and payments set aside free what they took', async () => {
  const report = await runImport(
    product,
    {
      'invoices.csv': `${invoiceHeader}C2,I1,2026-01-10,2026-02-09,100.00,EUR\nC2,I2,2026-01-10,2026-02-09,100.00,EUR\n`,
      'payments.csv': `${paymentHeader}C2,P1,2026-02-01,70.00,EUR,payment,I1,70.00
C2,P2,2026-02-02,130.00,EUR,payment,I1,60.00
C2,P2,2026-02-02,130.00,EUR,payment,I2,70.00
C2,P3,2026-02-03,30.00,EUR,payment,I1,30.00
C2,P4,2026-02-04,30.00,EUR,payment,I2,30.00
C2,R4,2026-02-05,30.00,EUR,returned payment,I2,30.00
`,
    },
    { dryRun: true },
  );
  expect(report.badRows.map(({ line }) => line)).toEqual([3, 4]);
  expect(report.totals).toEqual([
    { currency: 'EUR', invoices: 20000, credits: 7000 + 3000 + 3000 - 3000, open: 10000 },
  ]);
});

test('rows told twice are taken once, with a warning; equal rows under another number are suspected', async () => {
  const report = await runImport(
    product,
    {
      'invoices.csv': `${invoiceHeader}C3,I1,2026-01-10,2026-01-09,100.00,EUR\nC3,I1,2026-01-10,2026-01-09,100.00,EUR\nC3,I2,2026-01-10,2026-01-09,100.00,EUR\n`,
      'payments.csv': `${paymentHeader}C3,P1,2026-02-01,100.00,EUR,payment,I1,\nC3,P1,2026-02-01,100.00,EUR,payment,I1,\nC3,P2,2026-02-02,1.00,EUR,payment,I1,\n`,
    },
    { dryRun: true },
  );
  expect([report.badRowCount, report.invoices.added, report.credits.added, report.allocations.added]).toEqual([
    0, 2, 2, 1,
  ]);
  expect(report.warnings.map(({ file, line, sentence }) => `${file} ${line}: ${sentence}`)).toEqual([
    'invoices.csv 2: Due on 9 Jan 2026, before it was issued on 10 Jan 2026.',
    'invoices.csv 3: The row says the same as line 2, so it is taken once.',
    'invoices.csv 4: Due on 9 Jan 2026, before it was issued on 10 Jan 2026.',
    'invoices.csv 4: Equal to I1 (line 2) in all but the number: perhaps the same invoice entered twice.',
    'payments.csv 3: The row says the same as line 2, so it is taken once.',
    'payments.csv 4: Nothing was left to pay on invoice I1, so the payment stays unapplied.',
  ]);
});

test('what is dated on a day to come is taken, and said: most often the year is wrong', async () => {
  const report = await runImport(
    product,
    {
      'invoices.csv': `${invoiceHeader}C4,J1,2062-01-10,2062-02-09,100.00,EUR\nC4,J2,2026-01-10,2027-02-09,100.00,EUR\n`,
      'payments.csv': `${paymentHeader}C4,P9,2026-12-01,100.00,EUR,payment,J2,\n`,
    },
    { dryRun: true },
  );
  expect(report.badRowCount).toBe(0);
  expect(report.warnings.map(({ file, line, sentence }) => `${file} ${line}: ${sentence}`)).toEqual([
    'invoices.csv 2: 10 Jan 2062 has not come yet: it counts from that day on. Check the year.',
    'payments.csv 2: 1 Dec 2026 has not come yet: it counts from that day on. Check the year.',
  ]);
});

test('a payment whose invoice was full when it came is not set against it when the same file comes again', async () => {
  const files = {
    'invoices.csv': `${invoiceHeader}D1,I1,2026-01-10,2026-02-09,100.00,EUR\n`,
    'payments.csv': `${paymentHeader}D1,P1,2026-02-01,60.00,EUR,,I1,\nD1,P2,2026-02-02,100.00,EUR,,I1,100.00\nD1,R1,2026-02-10,-30.00,EUR,returned payment,I1,\n`,
  };
  expect((await runImport(product, files)).isPosted).toBe(true);
  const before = await rowsOfBook(product);
  const again = await runImport(product, files);
  expect([whatIsBad(again), again.isPosted, await rowsOfBook(product)]).toEqual([[], true, before]);
});
