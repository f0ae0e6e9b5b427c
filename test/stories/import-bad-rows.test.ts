import fs from 'node:fs';
import path from 'node:path';
import type { ImportReport } from '../../api/imports/import.view.js';
import type { RunOptions } from '../../api/imports/import-run.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { Sql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await run({
    'invoices.csv': `${invoiceHeader}C1,I1,2026-01-10,2026-02-09,100.00,EUR\nC1,I2,2026-01-10,2026-02-09,50.00,EUR\n`,
    'payments.csv': `${paymentHeader}C1,P1,2026-02-01,100.00,EUR,payment,I1,100.00\n`,
  });
});
afterAll(() => product.close());

const invoiceHeader = 'customer_number,invoice_number,issued_on,due_on,amount,currency\n';
const paymentHeader = 'customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount\n';
const customerHeader = 'customer_number,name,parent_number,country,entity_type,currency,credit_limit,contact_email\n';

function run(files: Record<string, string | Buffer>, options: RunOptions = {}): Promise<ImportReport> {
  const written = Object.entries(files).map(([name, content]) => {
    const file = { name, path: path.join(product.home, name) };
    fs.writeFileSync(file.path, content);
    return file;
  });
  return product.get(ImportsService).run(written, options);
}
const said = ({ badRows }: ImportReport) =>
  badRows.map(({ line, column, value, sentence }) => [line, column, value, sentence]);
const counts = () =>
  product
    .get(Sql)
    .one(
      'select (select count(*) from invoice) as invoices, (select count(*) from credit) as credits, (select count(*) from allocation) as allocations, (select count(*) from customer) as customers',
    );

test('every bad invoice is told with line, column, value and what to do', async () => {
  const report = await run(
    {
      'invoices.csv': `${invoiceHeader}C1,A1,2026-02-30,2026-03-01,10.00,EUR
C1,A2,2026-02-01,soon,10.00,EUR
C1,A3,1890-02-01,2026-03-01,10.00,EUR
C1,A4,2026-02-01,2026-03-01,ten,EUR
C1,A5,2026-02-01,2026-03-01,10.005,EUR
C1,A6,2026-02-01,2026-03-01,10.5,JPY
C1,A7,2026-02-01,2026-03-01,0.00,EUR
C1,A8,2026-02-01,2026-03-01,10.00,XXQ
,A9,2026-02-01,2026-03-01,10.00,EUR
C1,A10,2026-02-01,2026-03-01,10.00
C1,I1,2026-01-10,2026-02-09,120.00,EUR
C1,A11,2026-02-01,2026-03-01,10.00,EUR
C1,A11,2026-02-01,2026-03-02,10.00,EUR
C1,${'9'.repeat(501)},2026-02-01,2026-03-01,10.00,EUR
C1,A\u000112,2026-02-01,2026-03-01,10.00,EUR
`,
    },
    { dryRun: true },
  );
  expect(said(report)).toEqual([
    [2, 'issued_on', '2026-02-30', '“2026-02-30” is no day of the calendar.'],
    [3, 'due_on', 'soon', '“soon” is not a date. Write it as 2026-11-22.'],
    [4, 'issued_on', '1890-02-01', '“1890-02-01” is not between 1970 and 2100.'],
    [5, 'amount', 'ten', '“ten” is not an amount with “.” as the decimal sign.'],
    [6, 'amount', '10.005', '“10.005” has more decimals than EUR has.'],
    [7, 'amount', '10.5', '“10.5” has more decimals than JPY has.'],
    [8, 'amount', '0.00', 'The amount is zero, so there is nothing to post.'],
    [9, 'currency', 'XXQ', '“XXQ” is not a currency. Use the three letters of ISO 4217, such as EUR.'],
    [10, 'customer_number', '', 'This is required and empty.'],
    [
      11,
      null,
      '',
      'The row has 5 cells where the header has 6. A cell with the delimiter in it needs quotation marks.',
    ],
    [12, 'amount', 'EUR 120.00', 'I1 is already in the book with other contents: EUR 100.00 there, EUR 120.00 here.'],
    [14, 'due_on', '2026-03-02', 'A11 is already on line 13 with other contents: 2026-03-01 there, 2026-03-02 here.'],
    [15, 'invoice_number', '9'.repeat(200), 'The text has 501 characters; at most 500 are kept.'],
    [16, 'invoice_number', 'A\u000112', 'The text holds a control character. Remove it where the file comes from.'],
  ]);
});

test('every bad payment is told with line, column, value and what to do', async () => {
  const report = await run(
    {
      'payments.csv': `${paymentHeader}C1,B1,2026-02-01,10.00,EUR,payment,I9,10.00
C9,B2,2026-02-01,10.00,EUR,payment,,
C1,B3,2026-02-01,10.00,USD,payment,I2,10.00
C1,B4,2026-02-01,60.00,EUR,payment,I2,60.00
C1,B5,2026-02-01,10.00,EUR,payment,I2,20.00
C1,B6,2026-02-01,-10.00,EUR,payment,,
C1,B7,2026-02-01,10.00,EUR,refund,,
C1,P1,2026-02-01,99.00,EUR,payment,I1,99.00
C1,B8,2026-02-01,30.00,EUR,payment,I2,10.00
C1,B8,2026-02-01,30.00,EUR,payment,I8,20.00
C1,B9,2026-02-01,30.00,EUR,payment,I2,
C1,B9,2026-02-02,30.00,EUR,payment,I1,5.00
`,
    },
    { dryRun: true },
  );
  expect(said(report)).toEqual([
    [
      2,
      'invoice_number',
      'I9',
      'Customer C1 has no invoice I9, in the files or in the book. Import it first or correct the number.',
    ],
    [
      3,
      'customer_number',
      'C9',
      'There is no customer C9, in the files or in the book. Import its invoices or the customer first.',
    ],
    [
      4,
      'currency',
      'USD',
      'The payment is in USD and its invoice in EUR: a payment pays invoices in its own currency.',
    ],
    [
      5,
      'allocated_amount',
      'EUR 60.00',
      'With this row EUR 60.00 are allocated to invoice I2, which is only EUR 50.00.',
    ],
    [6, 'allocated_amount', 'EUR 20.00', 'The rows of payment B5 share out EUR 20.00; it is only EUR 10.00.'],
    [
      7,
      'amount',
      'EUR -10.00',
      'Only a returned payment takes money back. Set kind to returned payment, or take the minus away.',
    ],
    [8, 'kind', 'refund', '“refund” is not a kind. Use payment, credit note, write-off or returned payment.'],
    [9, 'amount', 'EUR 99.00', 'P1 is already in the book with other contents: EUR 100.00 there, EUR 99.00 here.'],
    [10, 'payment_number', 'B8', 'Another row of payment B8 is bad (line 11); a payment is taken whole or not at all.'],
    [
      11,
      'invoice_number',
      'I8',
      'Customer C1 has no invoice I8, in the files or in the book. Import it first or correct the number.',
    ],
    [12, 'allocated_amount', null, 'Payment B9 has several rows: each needs an allocated amount.'],
    [13, 'paid_on', '2026-02-02', 'B9 is already on line 12 with other contents: 2026-02-01 there, 2026-02-02 here.'],
  ]);
});

test('a payment too many on a day between is told, though a return makes the sum right in the end', async () => {
  const rows = `C1,D1,2026-03-01,50.00,EUR,payment,I2,50.00
C1,D2,2026-03-03,50.00,EUR,returned payment,I2,50.00
C1,D3,2026-03-02,50.00,EUR,payment,I2,50.00
`;
  const report = await run({ 'payments.csv': paymentHeader + rows }, { dryRun: true });
  expect(said(report)).toEqual([
    [
      4,
      'allocated_amount',
      'EUR 50.00',
      'With this row EUR 100.00 are allocated to invoice I2 on 2026-03-02, which is only EUR 50.00.',
    ],
  ]);
});

test('a return before its payment is told', async () => {
  const rows = `C1,E1,2026-03-03,50.00,EUR,payment,I2,50.00
C1,E2,2026-03-01,50.00,EUR,returned payment,I2,50.00
`;
  expect(said(await run({ 'payments.csv': paymentHeader + rows }, { dryRun: true }))).toEqual([
    [3, 'allocated_amount', 'EUR -50.00', 'This takes back more from invoice I2 than was paid on it by 2026-03-01.'],
  ]);
});

test('parents that are unknown or go round in a circle are told, and who hangs on them', async () => {
  const report = await run(
    {
      'customers.csv': `${customerHeader}G1,One,G2,,,EUR,,
G2,Two,G3,,,EUR,,
G3,Three,G1,,,EUR,,
G4,Four,G4,,,EUR,,
G5,Five,G9,,,EUR,,
G6,Six,G5,,,EUR,,
G7,Seven,,DEU,shop,EUR,,nobody
G8,Eight,,,,,1000,
C1,One again,,,,EUR,,
`,
    },
    { dryRun: true },
  );
  expect(said(report)).toEqual([
    [2, 'parent_number', 'G2', 'The parents go round in a circle: G2 is itself below this customer.'],
    [3, 'parent_number', 'G3', 'The parents go round in a circle: G3 is itself below this customer.'],
    [4, 'parent_number', 'G1', 'The parents go round in a circle: G1 is itself below this customer.'],
    [5, 'parent_number', 'G4', 'A customer cannot be its own parent.'],
    [6, 'parent_number', 'G9', 'There is no customer G9, in the files or in the book, to be the parent.'],
    [7, 'parent_number', 'G5', 'There is no customer G5, in the files or in the book, to be the parent.'],
    [8, 'contact_email', 'nobody', '“nobody” is not an e-mail address.'],
    [8, 'country', 'DEU', '“DEU” is not a country code. Use the two letters of ISO 3166, such as DE.'],
    [
      8,
      'entity_type',
      'shop',
      '“shop” is not an entity type. Use company, partnership, sole trader, public body or unknown.',
    ],
    [9, 'credit_limit', '1000', 'A limit needs a currency: fill the column currency.'],
  ]);
});

test('one bad row keeps the whole import out', async () => {
  const before = await counts();
  const report = await run({
    'invoices.csv': `${invoiceHeader}C1,D1,2026-02-01,2026-03-01,10.00,EUR\nC1,D2,2026-02-01,2026-03-01,x,EUR\n`,
  });
  expect([report.isPosted, report.badRowCount]).toEqual([false, 1]);
  expect(await counts()).toEqual(before);
});

test('good rows are taken when asked, the bad ones set aside as they came; corrected, they go in', async () => {
  const report = await run(
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
  const corrected = await run({
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
  const report = await run({ 'customers.csv': file });
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
  const report = await run(
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
  const report = await run(
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
    'invoices.csv 2: Due on 2026-01-09, before it was issued on 2026-01-10.',
    'invoices.csv 3: The row says the same as line 2, so it is taken once.',
    'invoices.csv 4: Due on 2026-01-09, before it was issued on 2026-01-10.',
    'invoices.csv 4: Equal to I1 (line 2) in all but the number: perhaps the same invoice entered twice.',
    'payments.csv 3: The row says the same as line 2, so it is taken once.',
    'payments.csv 4: Nothing was left to pay on invoice I1, so the payment stays unapplied.',
  ]);
});

test.each([
  ['binary', Buffer.from(Array.from({ length: 2000 }, (_, i) => i % 5)), 'IMPORT_FILE_NOT_CSV'],
  ['empty', '', 'IMPORT_FILE_EMPTY'],
  ['a header only', invoiceHeader, 'IMPORT_FILE_WITHOUT_ROWS'],
  ['10 MB on one line', `${invoiceHeader}${'a'.repeat(10_000_000)}`, 'IMPORT_LINE_TOO_LONG'],
  ['10 MB on one line and nothing else', 'a'.repeat(10_000_000), 'IMPORT_LINE_TOO_LONG'],
  ['a bomb of columns', 'c,'.repeat(2_000_000), 'IMPORT_TOO_MANY_COLUMNS'],
  ['a zip archive', Buffer.from('504b0304140006000800', 'hex'), 'IMPORT_FILE_NOT_CSV'],
  ['a header nobody knows', 'x,y\n1,2\n', 'IMPORT_HEADER_UNKNOWN'],
  [
    'ambiguous dates',
    `${invoiceHeader}C1,Z1,3/4/2026,2026-05-01,10.00,EUR\nC1,Z2,5/4/2026,2026-05-01,10.00,EUR\n`,
    'IMPORT_DATES_AMBIGUOUS',
  ],
  [
    'contradicting dates',
    `${invoiceHeader}C1,Z1,13/4/2026,2026-05-01,10.00,EUR\nC1,Z2,4/13/2026,2026-05-01,10.00,EUR\n`,
    'IMPORT_DATES_CONTRADICT',
  ],
  ['ambiguous amounts', `${invoiceHeader}C1,Z1,2026-04-01,2026-05-01,1.234,EUR\n`, 'IMPORT_AMOUNTS_AMBIGUOUS'],
])('a file that is %s is refused with a sentence, and nothing happens', async (_name, content, code) => {
  const before = await counts();
  await expect(run({ 'wrong.csv': content })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/^wrong\.csv.{20,}/),
  });
  // The page says it too: an option of the command line is said there alone.
  await expect(run({ 'wrong.csv': content })).rejects.not.toMatchObject({ message: expect.stringMatching(/ --/) });
  expect(await counts()).toEqual(before);
});

test('what the file leaves open is settled by saying it', async () => {
  const file = `${invoiceHeader}C1,Z1,3/4/2026,4/5/2026,1.234,EUR\n`;
  const report = await run({ 'open.csv': file }, { dryRun: true, dateOrder: 'month-day', decimalSign: ',' });
  expect([report.badRowCount, report.totals[0]?.invoices, report.suggestedAsOf]).toEqual([0, 123400, '2026-03-04']);
});

test('a column that could be read either way follows another one of the same file, and says so', async () => {
  const file = `${invoiceHeader}C1,Y1,3/4/2026,4/13/2026,1.00,EUR\n`;
  const report = await run({ 'open.csv': file }, { dryRun: true });
  expect([report.suggestedAsOf, report.warnings[0]?.sentence]).toEqual([
    '2026-03-04',
    'The dates of this column could be read either way; month first, as in column due_on.',
  ]);
});

test('two encodings in one file are both read, with a warning that names the line', async () => {
  const file = Buffer.concat([
    Buffer.from(`${customerHeader}M1,Müller,,,,EUR,,\n`),
    Buffer.from('M2,Jos\xe9,,,,EUR,,\n', 'latin1'),
  ]);
  const report = await run({ 'customers.csv': file });
  expect(report.warnings.map(({ line, sentence }) => [line, sentence.slice(0, 40)])).toEqual([
    [3, 'Some lines are UTF-8 (from line 2) and t'],
  ]);
  expect(await product.get(Sql).rows(`select name from customer where number like 'M%' order by 1`)).toEqual([
    { name: 'José' },
    { name: 'Müller' },
  ]);
});

test('a file that is not there is refused with its name', async () => {
  await expect(product.get(ImportsService).run([{ name: 'gone.csv', path: '/nowhere/gone.csv' }], {})).rejects.toThrow(
    'gone.csv cannot be read (there is no such file).',
  );
});

test('when the disk or the database fails in the middle, it is said and nothing is half-done', async () => {
  const before = await counts();
  await product
    .get(Sql)
    .rows(
      `create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no space' using errcode = '53100'; end $$`,
    );
  await product
    .get(Sql)
    .rows('create trigger full_disk before insert on allocation for each row execute function full_disk()');
  try {
    await expect(
      run({
        'invoices.csv': `${invoiceHeader}C7,I1,2026-01-10,2026-02-09,100.00,EUR\n`,
        'payments.csv': `${paymentHeader}C7,P1,2026-02-01,100.00,EUR,payment,I1,\n`,
      }),
    ).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: 'The disk is full (of the database). Nothing was imported. Make room and import again.',
    });
  } finally {
    await product.get(Sql).rows('drop trigger full_disk on allocation');
  }
  expect(await counts()).toEqual(before);
});

test('a write-off needs its invoice, and what is left of one is no cash', async () => {
  const invoice = `${invoiceHeader}W1,I1,2026-01-10,2026-02-09,100.00,EUR\n`;
  const payments = `${paymentHeader}W1,W1,2026-03-01,500.00,EUR,write-off,I1,\nW1,W2,2026-03-01,20.00,EUR,write-off,,\n`;
  const report = await run({ 'invoices.csv': invoice, 'payments.csv': payments }, { acceptGood: true });
  expect(said(report)).toEqual([
    [3, 'invoice_number', null, 'A write-off needs the number of the invoice it writes off.'],
  ]);
  const { id } = (await product.get(Sql).one<{ id: number }>(`select id from customer where number = 'W1'`)) ?? {};
  const { customer } = await product.gql(
    'query ($id: ID!) { customer(id: $id) { aging { unapplied total } balance { minor } } }',
    { id },
  );
  expect(customer).toEqual({ aging: [], balance: { minor: 0 } });
});

test('a payment whose invoice was full when it came is not set against it when the same file comes again', async () => {
  const files = {
    'invoices.csv': `${invoiceHeader}D1,I1,2026-01-10,2026-02-09,100.00,EUR\n`,
    'payments.csv': `${paymentHeader}D1,P1,2026-02-01,60.00,EUR,,I1,\nD1,P2,2026-02-02,100.00,EUR,,I1,100.00\nD1,R1,2026-02-10,-30.00,EUR,returned payment,I1,\n`,
  };
  expect((await run(files)).isPosted).toBe(true);
  const before = await counts();
  const again = await run(files);
  expect([said(again), again.isPosted, await counts()]).toEqual([[], true, before]);
});

test('set against an invoice before it was paid: taken, with a warning', async () => {
  const header = paymentHeader.replace('\n', ',allocated_on\n');
  const report = await run(
    { 'payments.csv': `${header}C1,PB,2026-03-07,10.00,EUR,payment,I2,5.00,2026-03-01\n` },
    { dryRun: true },
  );
  expect(report.warnings.map(({ line, column, sentence }) => [line, column, sentence])).toEqual([
    [2, 'allocated_on', 'Set against the invoice on 2026-03-01, before it was paid on 2026-03-07.'],
  ]);
});
