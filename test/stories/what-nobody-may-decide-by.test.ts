import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDropped } from '../../api/imports/csv/dropped-columns.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { type Product, startApi } from '../support/product.js';
import { everyFile, everyRow } from '../support/what-is-held.js';

// Gender, birth and nationality never come in: not into the book and not into a file, however a file is written.
let product: Product;
beforeEach(async () => {
  product = await startApi();
});
afterEach(() => product.close());

function post(content: string | Buffer) {
  const form = new FormData();
  form.append('files', new Blob([content as string]), 'x.csv');
  return product.fetch('/imports', { method: 'POST', body: form });
}
async function dropped(content: string | Buffer): Promise<string> {
  const response = await post(content);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}
async function mapped(importId: string) {
  const fields = { Kunde: 'customer_number', Firma: 'name', Land: 'country' };
  const mapping = Object.entries(fields).map(([column, field]) => ({ column, field }));
  await product.gql('mutation ($input: MapImportFileInput!) { mapImportFile(input: $input) { state } }', {
    input: { importId, file: 'x.csv', kind: 'customers', mapping },
  });
  await product.work();
}

test('the columns that nobody may decide by are known by their names in several languages, and others are not', () => {
  for (const name of [
    'gender',
    'Officer Gender',
    'date_of_birth',
    'director1DateOfBirth',
    'DOB',
    'Geburtsdatum',
    'Nationalität',
    'sexe',
    'Nationality (1)',
    'Staatsangehoerigkeit',
    'Date de naissance',
    'Data di nascita',
    'Lugar de nacimiento',
    'Geboortedatum',
    'Geburtsjahr',
  ])
    expect([name, isDropped(name)]).toEqual([name, true]);
  for (const name of [
    'name',
    'Essex branch',
    'due date',
    'national number',
    'borne costs',
    'general ledger',
    'Middlesex',
    'numéro de reconnaissance',
    'Genre de pièce',
  ])
    expect([name, isDropped(name)]).toEqual([name, false]);
});

const HEADER = 'Kunde;Firma;Land;Geburtstag;Geschlecht';
const ROWS = [
  'C1;Mill;DE;secret-1970;secret-female',
  'C2;Lane;nowhere;secret-1971;secret-male',
  // Broken: what nobody may know has slipped into other columns.
  'C3;secret-1972;secret-male',
  'C4;Ford; Ltd;DE;secret-1973;secret-male',
  'C5;"Fo"rd";DE;secret-1974;secret-male',
];
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

test.each([
  ['as they come', `${HEADER}\n${ROWS.join('\n')}\n`, 2],
  ['in UTF-16', utf16(`${HEADER}\r\n${ROWS.join('\r\n')}\r\n`), 2],
  ['with tabs, after a blank line', `\n${HEADER}\n${ROWS.join('\n')}\n`.replaceAll(';', '\t'), 3],
  ['with old line ends', `${HEADER}\r${ROWS.join('\r')}\r`, 2],
  ['with a delimiter they name', `sep=|\n${HEADER}\n${ROWS.join('\n')}\n`.replaceAll(';', '|'), 3],
])('what such columns hold is in no table and no file: rows %s', async (_name, content, firstLine) => {
  const id = await dropped(content);
  expect(everyFile(product)).not.toContain('secret-');
  await product.work();
  await mapped(id);
  const { import: dry } = await product.gql(
    'query ($id: ID!) { import(id: $id) { report { badRows { nodes { line column sentence } } } } }',
    { id },
  );
  expect(
    dry.report.badRows.nodes.map(({ line, sentence }: { line: number; sentence: string }) => [line, sentence]),
  ).toEqual([
    [firstLine + 1, expect.stringContaining('not a country')],
    [firstLine + 2, expect.stringContaining('3 cells where the header has 5')],
    [firstLine + 3, expect.stringContaining('6 cells where the header has 5')],
    [firstLine + 4, expect.stringContaining('quotation mark')],
  ]);
  await product.gql(`mutation { postImport(input: { importId: "${id}", acceptGood: true }) { state } }`);
  await product.work();
  const setAside = await (await product.fetch(`/imports/${id}/rejected.csv`)).text();
  expect(setAside).toContain('Lane');
  const held = await everyRow(product);
  expect(held).toContain('Mill');
  expect(setAside + held + everyFile(product)).not.toContain('secret-');
});

test('of a file with such a column all else is kept as it came: letters, lines and quotes', async () => {
  const rows = (born: string) =>
    Buffer.concat([
      Buffer.from(`Kunde;Firma;Geburtstag\nC1;"Müller ""Mill""\nLtd";${born}\n\n`),
      Buffer.from(`C2;Jos\xe9;${born}\n`, 'latin1'),
    ]);
  await dropped(rows('secret-1970'));
  const uploads = path.join(product.home, 'uploads');
  const [kept] = fs.readdirSync(uploads);
  expect(fs.readFileSync(path.join(uploads, String(kept)))).toEqual(rows(''));
});

test('a file without such a column is kept byte for byte', async () => {
  const content = Buffer.from('\ufeffKunde;Firma\r\n\r\nC1;"Mill"\r\nC2;Lane', 'utf8');
  await dropped(content);
  expect(fs.readdirSync(path.join(product.home, 'uploads'))).toEqual([
    createHash('sha256').update(content).digest('hex'),
  ]);
});

test.each([
  ['whose quotes never close', `${HEADER}\nC1;"Mill;DE;secret-1970;secret-female\n`, 'IMPORT_QUOTE_NEVER_CLOSED'],
  ['that is no CSV', 'PK\u0003\u0004 secret-1970', 'IMPORT_FILE_NOT_CSV'],
  ['of one endless line', `${HEADER}\n${'secret-1970 '.repeat(500_000)}`, 'IMPORT_LINE_TOO_LONG'],
])('of a file %s nothing is kept: nobody can tell what it holds', async (_name, content, code) => {
  const response = await post(content);
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, code]);
  expect(everyFile(product)).not.toContain('secret-');
});

test('a long file is kept without them too, row by row', async () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `C${i};"Mill\nnumber ${i}";DE;secret-${i};secret-male`);
  await dropped(`${HEADER}\n${rows.join('\n')}\n`);
  const held = everyFile(product);
  expect(held).not.toContain('secret-');
  expect(held.split('\n').length).toBe(1 + 2 * rows.length + 1);
});

test('a file with such a column that waits for its mapping shows none of it, and it can be mapped to nothing', async () => {
  const id = await dropped('Kunde;Firma;Geburtstag\nC1;Mill;secret-1970\n');
  await product.work();
  const found = await product.gql(
    'query ($id: ID!) { import(id: $id) { files { sample proposedMapping { column field } } } }',
    { id },
  );
  expect(JSON.stringify(found)).not.toContain('secret-');
  const answer = await product.ask(
    'mutation ($input: MapImportFileInput!) { mapImportFile(input: $input) { state } }',
    {
      input: { importId: id, file: 'x.csv', kind: 'customers', mapping: [{ column: 'Geburtstag', field: 'name' }] },
    },
  );
  expect(answer.errors?.[0]?.message).toContain('nobody may decide by');
  expect(await everyRow(product)).not.toContain('secret-');
});

test('the command line sets bad rows aside without them as well', async () => {
  const id = await dropped(`${HEADER}\n${ROWS.join('\n')}\n`);
  await product.work();
  await mapped(id); // the header is known from now on
  const ofTheirOwn = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-ledger-'));
  const file = { name: 'mine.csv', path: path.join(ofTheirOwn, 'mine.csv') };
  fs.writeFileSync(file.path, `${HEADER}\n${ROWS.join('\n')}\n`);
  const report = await product.get(ImportsService).run([file], { acceptGood: true });
  fs.rmSync(ofTheirOwn, { recursive: true });
  expect([report.badRowCount, report.rejectedFiles.length]).toEqual([4, 1]);
  expect((await everyRow(product)) + everyFile(product)).not.toContain('secret-');
});
