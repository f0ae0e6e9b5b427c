import { ImportsService } from '../../api/imports/imports.service.js';
import { Sql } from '../../api/shared/sql.js';
import { customerHeader, firstRows, invoiceHeader, paymentHeader, rowsOfBook, runImport } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// A file that cannot be read is refused as a whole, or says what it leaves open.

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await runImport(product, firstRows);
});
afterAll(() => product.close());

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
  const before = await rowsOfBook(product);
  await expect(runImport(product, { 'wrong.csv': content })).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/^wrong\.csv.{20,}/),
  });
  // The page says it too: an option of the command line is said there alone.
  await expect(runImport(product, { 'wrong.csv': content })).rejects.not.toMatchObject({
    message: expect.stringMatching(/ --/),
  });
  expect(await rowsOfBook(product)).toEqual(before);
});

test('what the file leaves open is settled by saying it', async () => {
  const file = `${invoiceHeader}C1,Z1,3/4/2026,4/5/2026,1.234,EUR\n`;
  const report = await runImport(
    product,
    { 'open.csv': file },
    { dryRun: true, dateOrder: 'month-day', decimalSign: ',' },
  );
  expect([report.badRowCount, report.totals[0]?.invoices, report.suggestedAsOf]).toEqual([0, 123400, '2026-03-04']);
});

test('a column that could be read either way is refused though another one of the file shows an order', async () => {
  const file = { 'open.csv': `${invoiceHeader}C1,Y1,3/4/2026,4/13/2026,1.00,EUR\n` };
  await expect(runImport(product, file, { dryRun: true })).rejects.toMatchObject({
    code: 'IMPORT_DATES_AMBIGUOUS',
    message:
      'open.csv, column issued_on: no date of this column tells whether day or month comes first (line 2 says “3/4/2026”, and no day is above 12). Say which for this file: day first or month first.',
  });
  const settled = await runImport(product, file, { dryRun: true, dateOrder: 'month-day' });
  expect([settled.suggestedAsOf, settled.warnings, settled.badRows]).toEqual(['2026-03-04', [], []]);
});

test('an order that is said and that a column contradicts is no guess either: its rows are bad', async () => {
  const file = { 'open.csv': `${invoiceHeader}C1,Y1,3/4/2026,4/13/2026,1.00,EUR\n` };
  const { badRows } = await runImport(product, file, { dryRun: true, dateOrder: 'day-month' });
  expect(badRows.map(({ line, column, value, sentence }) => [line, column, value, sentence])).toEqual([
    [2, 'due_on', '4/13/2026', '“4/13/2026” is no day of the calendar with the day first.'],
  ]);
});

test('a format that always writes the month first needs no other sign of it', async () => {
  const histories = `countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate
391,0379-NEVHP,4/6/2013,611365,1/2/2013,2/1/2013,55.94,No,1/5/2013,Paper,3,0\n`;
  const report = await runImport(product, { 'histories.csv': histories }, { dryRun: true });
  expect([report.badRows, report.suggestedAsOf]).toEqual([[], '2013-01-05']);
});

test('two encodings in one file are both read, with a warning that names the line', async () => {
  const file = Buffer.concat([
    Buffer.from(`${customerHeader}M1,Müller,,,,EUR,,\n`),
    Buffer.from('M2,Jos\xe9,,,,EUR,,\n', 'latin1'),
  ]);
  const report = await runImport(product, { 'customers.csv': file });
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
  const before = await rowsOfBook(product);
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
      runImport(product, {
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
  expect(await rowsOfBook(product)).toEqual(before);
});
