import fs from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { addDays, toMinor } from '../../analytics/index.js';
import type { ImportReport } from '../../api/imports/import.view.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { AgingService } from '../../api/ledger/aging.service.js';
import { AgingBasis } from '../../api/ledger/aging.view.js';
import { Sql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');
const supplier = ['b2b-supplier-closed.csv', 'b2b-supplier-open.csv'];
const ibm = 'ibm-late-payments.csv';
const isHere = [...supplier, ibm].every((name) => fs.existsSync(path.join(folder, name)));

// The ledgers are not part of the project: without them these stories are skipped, and the run says so.
const withLedgers = isHere ? describe : describe.skip;
const files = (names: string[]) => names.map((name) => ({ name, path: path.join(folder, name) }));
const rowsOf = (name: string) =>
  Papa.parse<Record<string, string>>(fs.readFileSync(path.join(folder, name), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;

withLedgers('the ledger of a supplier, from its export to the book', () => {
  let product: Product;
  let report: ImportReport;
  beforeAll(async () => {
    product = await startApi();
    report = await product.get(ImportsService).run(files(supplier), {});
  }, 120_000);
  afterAll(() => product.close());

  test('all rows are in, and what the files contradict themselves in is a warning', async () => {
    expect([report.isPosted, report.badRowCount, report.invoices.added, report.credits.added, report.allocations.added]).toEqual([
      true, 0, 37588, 27888, 27888,
    ]); // biome-ignore format: a row
    expect(report.warningCount).toBe(265 + 24 + 32 + 675 + 82);
    expect(report.totals.map(({ currency, open }) => [currency, open])).toEqual([
      ['CAD', 4447100908],
      ['USD', 27511371683],
    ]);
    expect(await product.get(Sql).rows('select reporting_currency from book')).toEqual([{ reporting_currency: 'USD' }]);
  });

  test.each(['2019-06-30', '2019-10-31', '2020-04-15', '2020-06-30'])(
    'what is owed on %s is, to the cent, what the files say',
    async (asOf) => {
      const expected: Record<string, number> = {};
      for (const row of supplier.flatMap(rowsOf)) {
        const isOpen =
          (row.posting_date as string) <= asOf && (row.clearing_date === '' || (row.clearing_date as string) > asOf);
        if (isOpen)
          expected[row.currency as string] =
            (expected[row.currency as string] ?? 0) + toMinor(row.amount as string, row.currency as string);
      }
      const totals = await product.get(AgingService).totals(asOf, AgingBasis.DUE);
      expect(
        Object.fromEntries(totals.filter(({ total }) => total !== 0).map(({ currency, total }) => [currency, total])),
      ).toEqual(expected);
    },
  );

  test('importing both files a second time changes nothing', async () => {
    const again = await product.get(ImportsService).run(files(supplier), {});
    expect([again.badRowCount, again.invoices, again.credits, again.allocations]).toEqual([
      0,
      { added: 0, unchanged: 37588, updated: 0 },
      { added: 0, unchanged: 27888, updated: 0 },
      { added: 0, unchanged: 27888, updated: 0 },
    ]);
  }, 120_000);

  test('a later export in which a row is cleared adds its payment', async () => {
    const [row] = rowsOf('b2b-supplier-open.csv') as [Record<string, string>];
    const later = path.join(product.home, 'later.csv');
    fs.writeFileSync(later, Papa.unparse([{ ...row, clearing_date: '2020-06-01' }]));
    const after = await product.get(ImportsService).run([{ name: 'later.csv', path: later }], {});
    expect([after.invoices, after.credits, after.allocations]).toEqual([
      { added: 0, unchanged: 1, updated: 0 },
      { added: 1, unchanged: 0, updated: 0 },
      { added: 1, unchanged: 0, updated: 0 },
    ]);
    expect(
      await product
        .get(Sql)
        .rows(
          'select settled_on, allocated_minor from invoice where number = $1'.replace('$1', `'${row.document_number}'`),
        ),
    ).toEqual([{ settled_on: '2020-06-01', allocated_minor: toMinor(row.amount as string, row.currency as string) }]);
  });
});

withLedgers('late payment histories, with months before days and no currency', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startApi();
  }, 60_000);
  afterAll(() => product.close());

  test('every invoice is due thirty days after its issue, as the file says, in the currency that was chosen', async () => {
    const report = await product.get(ImportsService).run(files([ibm]), { currency: 'USD' });
    expect([report.badRowCount, report.customers.added, report.invoices.added, report.credits.added]).toEqual([
      0, 100, 2466, 2466,
    ]);
    expect(report.warnings[0]?.sentence).toBe(
      'The file has no column with a currency, so all amounts are taken as USD.',
    );
    const rows = await product
      .get(Sql)
      .rows<{ issued_on: string; due_on: string; currency: string }>('select issued_on, due_on, currency from invoice');
    expect(
      rows.every(({ issued_on, due_on, currency }) => addDays(issued_on, 30) === due_on && currency === 'USD'),
    ).toBe(true);
    expect(report.totals).toEqual([{ currency: 'USD', invoices: sum(ibm), credits: sum(ibm), open: 0 }]);
  });
});

const sum = (name: string) =>
  rowsOf(name).reduce((total, row) => total + toMinor(row.InvoiceAmount as string, 'USD'), 0);
