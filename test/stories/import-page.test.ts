import fs from 'node:fs';
import path from 'node:path';
import type { Product } from '../support/product.js';
import { startApi } from '../support/product.js';

let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

const fields = `id state error files { name size format kind header sample proposedMapping { column field }
    proposedDateOrder proposedDecimalSign proposedCurrency encoding delimiter }
  report { invoices { added unchanged updated } badRowCount badRows(first: 2) { nodes { file line column value sentence } } warningCount warnings { nodes { sentence } } suggestedAsOf seconds }`;

async function drop(files: Record<string, string>, headers: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name);
  const response = await product.fetch(`/imports`, { method: 'POST', body: form, headers });
  return {
    status: response.status,
    body: (await response.json()) as { id: string; state: string; code: string; message: string },
  };
}
async function look(id: string) {
  return (await product.gql(`query ($id: ID!) { import(id: $id) { ${fields} } }`, { id })).import;
}
async function checked(files: Record<string, string>) {
  const { body } = await drop(files);
  await product.work();
  return look(body.id);
}
async function post(importId: string, more: Record<string, boolean> = {}) {
  const answer = await product.ask(`mutation ($input: PostImportInput!) { postImport(input: $input) { state } }`, {
    input: { importId, ...more },
  });
  await product.work();
  return answer;
}

const invoices = (from: number, to: number) =>
  `customer_number,invoice_number,issued_on,due_on,amount,currency\n${Array.from({ length: to - from }, (_, i) => `C1,I${from + i},2026-01-10,2026-02-09,10.00,EUR`).join('\n')}\n`;

test('a file dropped in the page is checked by itself and posted when a person says so', async () => {
  const { status, body } = await drop({ 'invoices.csv': invoices(0, 3) });
  expect([status, body.state]).toEqual([201, 'UPLOADED']);
  await product.work();
  const dry = await look(body.id);
  expect(dry).toMatchObject({ state: 'CHECKED', error: null, report: { invoices: { added: 3 }, badRowCount: 0 } });
  expect(dry.files[0]).toMatchObject({
    name: 'invoices.csv',
    kind: 'invoices',
    encoding: 'UTF-8',
    delimiter: ',',
    format: 'Goodstanding: Invoices',
  });
  expect((await product.gql('{ book { invoiceCount } }')).book.invoiceCount).toBe(0);

  const answer = await post(body.id);
  expect(answer.data.postImport.state).toBe('POSTING');
  expect(await look(body.id)).toMatchObject({ state: 'POSTED', report: { invoices: { added: 3 } } });
  expect((await product.gql('{ book { invoiceCount } }')).book.invoiceCount).toBe(3);
});

test('posting twice posts once', async () => {
  const entry = await checked({ 'invoices.csv': invoices(3, 5) });
  await post(entry.id);
  const again = await post(entry.id);
  expect(again.errors?.[0]).toMatchObject({
    extensions: { code: 'IMPORT_NOT_READY' },
    message: `Import ${entry.id} is in the book already; nothing of it is imported twice. Drop the files again to start over.`,
  });
  expect((await product.gql('{ book { invoiceCount } }')).book.invoiceCount).toBe(5);
});

test('after an import the book is scored', async () => {
  expect((await product.gql('{ book { scoredOn } }')).book.scoredOn).not.toBe(null);
});

test('bad rows keep the import out unless the good ones are accepted; the others can be downloaded', async () => {
  const entry = await checked({ 'invoices.csv': `${invoices(5, 7)}C1,=I9,2026-13-01,2026-02-09,10.00,EUR\n` });
  expect(entry.report.badRows.nodes).toEqual([
    {
      file: 'invoices.csv',
      line: 4,
      column: 'issued_on',
      value: '2026-13-01',
      sentence: '“2026-13-01” is no day of the calendar.',
    },
  ]);
  expect((await post(entry.id)).errors?.[0]?.extensions.code).toBe('IMPORT_HAS_BAD_ROWS');
  expect((await look(entry.id)).state).toBe('CHECKED');

  await post(entry.id, { acceptGood: true });
  expect(await look(entry.id)).toMatchObject({ state: 'POSTED', report: { invoices: { added: 2 }, badRowCount: 1 } });
  const download = await product.fetch(`/imports/${entry.id}/rejected.csv`);
  expect([download.status, download.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(await download.text()).toContain(
    `\r\nC1,'=I9,2026-13-01,2026-02-09,10.00,EUR,4,issued_on: “2026-13-01” is no day of the calendar.\r\n`,
  );
});

const foreign = (n: number) =>
  `Kundennr;Beleg;Belegdatum;Fällig am;Betrag;Rabatt\nK1;F${n};03.04.2026;03.05.2026;1.234,50;0\n`;
const mapping = [
  { column: 'Kundennr', field: 'customer_number' },
  { column: 'Beleg', field: 'invoice_number' },
  { column: 'Belegdatum', field: 'issued_on' },
  { column: 'Fällig am', field: 'due_on' },
  { column: 'Betrag', field: 'amount' },
];
const map = (input: object) =>
  product.ask(`mutation ($input: MapImportFileInput!) { mapImportFile(input: $input) { state } }`, { input });

test('a header nobody knows is mapped by a person, with a proposal and the first rows to look at', async () => {
  const entry = await checked({ 'export.csv': foreign(1) });
  expect(entry).toMatchObject({ state: 'NEEDS_MAPPING', report: null });
  expect(entry.files[0]).toMatchObject({
    format: null,
    kind: 'invoices',
    header: ['Kundennr', 'Beleg', 'Belegdatum', 'Fällig am', 'Betrag', 'Rabatt'],
    sample: [['K1', 'F1', '03.04.2026', '03.05.2026', '1.234,50', '0']],
  });
  const incomplete = await map({ importId: entry.id, file: 'export.csv', kind: 'invoices', mapping: mapping.slice(1) });
  expect(incomplete.errors?.[0]?.message).toBe(
    'Say which column holds: customer number. Without it no row can be imported.',
  );

  await map({
    importId: entry.id,
    file: 'export.csv',
    kind: 'invoices',
    mapping,
    currency: 'CHF',
    dateOrder: 'day-month',
    decimalSign: ',',
  });
  await product.work();
  const again = await look(entry.id);
  expect(again).toMatchObject({ state: 'CHECKED', report: { invoices: { added: 1 }, badRowCount: 0 } });
  expect(again.report.warnings.nodes).toEqual([
    { sentence: 'The file has no column with a currency, so all amounts are taken as CHF.' },
  ]);
});

test('what a header means is remembered and proposed the next time', async () => {
  const entry = await checked({ 'export.csv': foreign(2) });
  expect(entry.state).toBe('NEEDS_MAPPING');
  expect(entry.files[0]).toMatchObject({
    proposedMapping: [...mapping, { column: 'Rabatt', field: null }],
    proposedDateOrder: 'day-month',
    proposedDecimalSign: ',',
    proposedCurrency: 'CHF',
  });
});

test('a file that was mapped is not asked for again while another one waits', async () => {
  const entry = await checked({ 'export.csv': foreign(3), 'other.csv': 'a,b\n1,2\n' });
  await map({ importId: entry.id, file: 'export.csv', kind: 'invoices', mapping, currency: 'CHF' });
  await product.work();
  const again = await look(entry.id);
  expect([again.state, again.files.map(({ format }: { format: string | null }) => format)]).toEqual([
    'NEEDS_MAPPING',
    ['As mapped: Invoices', null],
  ]);
});

test('dates that leave the order open are settled by a person', async () => {
  const file = 'customer_number,invoice_number,issued_on,due_on,amount,currency\nC1,D1,3/4/2026,5/4/2026,10.00,EUR\n';
  const entry = await checked({ 'invoices.csv': file });
  expect([entry.state, entry.error.slice(0, 60)]).toEqual([
    'NEEDS_MAPPING',
    'invoices.csv, column issued_on: no date of this column tells',
  ]);
  const same = entry.files[0].proposedMapping;
  await map({ importId: entry.id, file: 'invoices.csv', kind: 'invoices', mapping: same, dateOrder: 'month-day' });
  await product.work();
  expect(await look(entry.id)).toMatchObject({
    state: 'CHECKED',
    error: null,
    report: { suggestedAsOf: '2026-03-04' },
  });
});

test('a file that is no CSV is refused as it arrives, with a sentence, and nothing of the drop is kept', async () => {
  const kept = async () => (await fs.promises.readdir(path.join(product.home, 'uploads'))).sort();
  const before = await kept();
  expect(await drop({ 'photo.csv': 'PK\u0003\u0004and so on', 'big.csv': 'x'.repeat(5_000_000) })).toMatchObject({
    status: 400,
    body: {
      code: 'IMPORT_FILE_NOT_CSV',
      message:
        'photo.csv is an Excel workbook or a zip archive, not a CSV file. Open it where it comes from and save or export it as CSV.',
    },
  });
  expect(await kept()).toEqual(before);
});

test('two files of the same name are told apart', async () => {
  const form = new FormData();
  form.append('files', new Blob([invoices(20, 21)]), 'a.csv');
  form.append('files', new Blob([invoices(21, 22)]), 'a.csv');
  const response = await product.fetch(`/imports`, { method: 'POST', body: form });
  await product.work();
  const { id } = (await response.json()) as { id: string };
  expect(await look(id)).toMatchObject({
    files: [{ name: 'a.csv' }, { name: 'a.csv (2)' }],
    report: { invoices: { added: 2 } },
  });
});

test('another site cannot post files through a visitor’s browser', async () => {
  expect(await drop({ 'a.csv': 'x' }, { 'sec-fetch-site': 'cross-site' })).toMatchObject({
    status: 400,
    body: { code: 'BAD_INPUT' },
  });
});

test('what is no form, holds no file or asks for what is not there is refused with a sentence', async () => {
  const plain = await product.fetch(`/imports`, { method: 'POST', body: 'hello' });
  expect([plain.status, await plain.json()]).toEqual([
    400,
    { code: 'BAD_INPUT', message: 'Send the files as a form (multipart/form-data).' },
  ]);
  expect(await drop({})).toMatchObject({ status: 400, body: { code: 'IMPORT_WITHOUT_FILES' } });
  for (const path of [
    '/imports/999/rejected.csv',
    '/imports/x/rejected.csv',
    '/examples/nothing.csv',
    '/examples/..%2fkinds.csv',
  ]) {
    expect([path, (await product.fetch(path)).status]).toEqual([path, 404]);
  }
});

test.each(['customers', 'invoices', 'payments', 'rates', 'invoices-with-clearing'])(
  'the example of %s can be downloaded and imported',
  async (kind) => {
    const response = await product.fetch(`/examples/${kind}.csv`);
    const content = await response.text();
    const files: Record<string, string> = { [`${kind}.csv`]: content };
    if (kind === 'payments') files['invoices.csv'] = await (await product.fetch(`/examples/invoices.csv`)).text();
    const entry = await checked(files);
    expect([entry.state, entry.report.badRows.nodes]).toEqual(['CHECKED', []]);
  },
);

test('imports are listed, the newest first, with their kinds', async () => {
  const { imports, importKinds } = await product.gql(
    '{ imports(first: 2, filter: { state: POSTED }) { totalCount nodes { id state } pageInfo { hasNextPage } } importKinds { kind fields { field required } } }',
  );
  expect(imports).toEqual({
    totalCount: 3,
    nodes: [
      { id: '3', state: 'POSTED' },
      { id: '2', state: 'POSTED' },
    ],
    pageInfo: { hasNextPage: true },
  });
  expect(importKinds.map(({ kind }: { kind: string }) => kind)).toEqual([
    'rates',
    'customers',
    'invoices',
    'invoices-with-clearing',
    'payments',
  ]);
});

test.each(['ledger.xlsx', 'invoices.csv.exe', 'invoices'])(
  'a file that is not named as one is not taken: %s',
  async (name) => {
    const { status, body } = await drop({ [name]: invoices(0, 1), 'beside.csv': invoices(1, 2) });
    expect([status, body.code]).toEqual([400, 'IMPORT_FILE_NOT_CSV']);
    expect(body.message).toEqual(
      `${name} ends in none of .csv, .tsv and .txt. Export it as CSV; if it is one already, name it so.`,
    );
  },
);
