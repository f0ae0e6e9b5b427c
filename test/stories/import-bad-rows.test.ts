import { Sql } from '../../api/shared/sql.js';
import { customerHeader, firstRows, invoiceHeader, paymentHeader, runImport, whatIsBad } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// Each bad row is told with its place, and with what to do.

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await runImport(product, firstRows);
});
afterAll(() => product.close());

test('every bad invoice is told with line, column, value and what to do', async () => {
  const report = await runImport(
    product,
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
  expect(whatIsBad(report)).toEqual([
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
    [12, 'amount', '120.00', 'I1 is already in the book with other contents: EUR 100.00 there, EUR 120.00 here.'],
    [14, 'due_on', '2026-03-02', 'A11 is already on line 13 with other contents: 2026-03-01 there, 2026-03-02 here.'],
    [15, 'invoice_number', '9'.repeat(200), 'The text has 501 characters; at most 500 are kept.'],
    [16, 'invoice_number', 'A\u000112', 'The text holds a control character. Remove it where the file comes from.'],
  ]);
});

test('every bad payment is told with line, column, value and what to do', async () => {
  const report = await runImport(
    product,
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
  expect(whatIsBad(report)).toEqual([
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
    [5, 'allocated_amount', '60.00', 'With this row EUR 60.00 are allocated to invoice I2, which is only EUR 50.00.'],
    [6, 'allocated_amount', '20.00', 'The rows of payment B5 share out EUR 20.00; it is only EUR 10.00.'],
    [
      7,
      'amount',
      '-10.00',
      'Only a returned payment takes money back. Set kind to returned payment, or take the minus away.',
    ],
    [8, 'kind', 'refund', '“refund” is not a kind. Use payment, credit note, write-off or returned payment.'],
    [9, 'amount', '99.00', 'P1 is already in the book with other contents: EUR 100.00 there, EUR 99.00 here.'],
    [10, 'payment_number', 'B8', 'Another row of payment B8 is bad (line 11); a payment is taken whole or not at all.'],
    [
      11,
      'invoice_number',
      'I8',
      'Customer C1 has no invoice I8, in the files or in the book. Import it first or correct the number.',
    ],
    [12, 'allocated_amount', '', 'Payment B9 has several rows: each needs an allocated amount.'],
    [13, 'paid_on', '2026-02-02', 'B9 is already on line 12 with other contents: 2026-02-01 there, 2026-02-02 here.'],
  ]);
});

test('what stands in the file is shown as it stands there, whatever it was read as', async () => {
  const invoices = `customer_number;invoice_number;issued_on;due_on;amount;currency
C1;I1;10.01.2026;9.2.2026;1.120,00 €;EUR
C1;'=I3;10.01.2026;31.02.2026;10,00;eur
C1;I2;10-Jan-2026;20260210;50;EUR
`;
  const customers = `customer_number;name;currency;credit_limit
C5;Larkspur;EUR;25.000,00
C5;Larkspur;EUR;26.000,00
`;
  const report = await runImport(product, { 'invoices.csv': invoices, 'customers.csv': customers }, { dryRun: true });
  expect(whatIsBad(report)).toEqual([
    [2, 'amount', '1.120,00 €', 'I1 is already in the book with other contents: EUR 100.00 there, EUR 1,120.00 here.'],
    [3, 'due_on', '31.02.2026', '“31.02.2026” is no day of the calendar.'],
    [4, 'due_on', '20260210', 'I2 is already in the book with other contents: 2026-02-09 there, 2026-02-10 here.'],
    [
      3,
      'credit_limit',
      '26.000,00',
      'C5 is already on line 2 with other contents: EUR 25,000.00 there, EUR 26,000.00 here.',
    ],
  ]);
});

test('a payment too many on a day between is told, though a return makes the sum right in the end', async () => {
  const rows = `C1,D1,2026-03-01,50.00,EUR,payment,I2,50.00
C1,D2,2026-03-03,50.00,EUR,returned payment,I2,50.00
C1,D3,2026-03-02,50.00,EUR,payment,I2,50.00
`;
  const report = await runImport(product, { 'payments.csv': paymentHeader + rows }, { dryRun: true });
  expect(whatIsBad(report)).toEqual([
    [
      4,
      'allocated_amount',
      '50.00',
      'With this row EUR 100.00 are allocated to invoice I2 on 2026-03-02, which is only EUR 50.00.',
    ],
  ]);
});

test('a return before its payment is told', async () => {
  const rows = `C1,E1,2026-03-03,50.00,EUR,payment,I2,50.00
C1,E2,2026-03-01,50.00,EUR,returned payment,I2,50.00
`;
  expect(whatIsBad(await runImport(product, { 'payments.csv': paymentHeader + rows }, { dryRun: true }))).toEqual([
    [3, 'allocated_amount', '50.00', 'This takes back more from invoice I2 than was paid on it by 2026-03-01.'],
  ]);
});

test('parents that are unknown or go round in a circle are told, and who hangs on them', async () => {
  const report = await runImport(
    product,
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
  expect(whatIsBad(report)).toEqual([
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

test('a write-off needs its invoice, and what is left of one is no cash', async () => {
  const invoice = `${invoiceHeader}W1,I1,2026-01-10,2026-02-09,100.00,EUR\n`;
  const payments = `${paymentHeader}W1,W1,2026-03-01,500.00,EUR,write-off,I1,\nW1,W2,2026-03-01,20.00,EUR,write-off,,\n`;
  const report = await runImport(product, { 'invoices.csv': invoice, 'payments.csv': payments }, { acceptGood: true });
  expect(whatIsBad(report)).toEqual([
    [3, 'invoice_number', '', 'A write-off needs the number of the invoice it writes off.'],
  ]);
  const { id } = (await product.get(Sql).one<{ id: number }>(`select id from customer where number = 'W1'`)) ?? {};
  const { customer } = await product.gql(
    'query ($id: ID!) { customer(id: $id) { aging { unapplied total } balance { minor } } }',
    { id },
  );
  expect(customer).toEqual({ aging: [], balance: { minor: 0 } });
});

test('set against an invoice before it was paid: taken, with a warning', async () => {
  const header = paymentHeader.replace('\n', ',allocated_on\n');
  const report = await runImport(
    product,
    { 'payments.csv': `${header}C1,PB,2026-03-07,10.00,EUR,payment,I2,5.00,2026-03-01\n` },
    { dryRun: true },
  );
  expect(report.warnings.map(({ line, column, sentence }) => [line, column, sentence])).toEqual([
    [2, 'allocated_on', 'Set against the invoice on 1 Mar 2026, before it was paid on 7 Mar 2026.'],
  ]);
});

test('an absurd amount is a bad row with its value, and the row beside it is good', async () => {
  const report = await runImport(
    product,
    {
      'invoices.csv': `customer_number,invoice_number,issued_on,due_on,amount,currency
C8,I88,2026-01-05,2026-02-05,9999999999999999,EUR
C8,I89,2026-01-05,2026-02-05,10.00,EUR
`,
    },
    { dryRun: true },
  );
  expect(whatIsBad(report)).toEqual([
    [2, 'amount', '9999999999999999', '“9999999999999999” is more than this program counts exactly. Check it.'],
  ]);
});
