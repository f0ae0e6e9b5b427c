import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { csvLine } from '../../shared/csv-line.js';
import { windows1252 } from './decode.js';
import { batches } from './rows.js';
import { sniff } from './sniff.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-csv-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function fileOf(content: string | Buffer) {
  const file = { name: 'ledger.csv', path: path.join(folder, 'ledger.csv') };
  fs.writeFileSync(file.path, content);
  return file;
}

async function read(content: string | Buffer) {
  const file = fileOf(content);
  const dialect = await sniff(file);
  const seen = { utf8Line: null, otherLine: null };
  const rows: [number, string[]][] = [];
  for await (const batch of batches(file, dialect, seen)) {
    batch.rows.forEach((row, i) => {
      rows.push([batch.lines[i] as number, row]);
    });
  }
  return { dialect, rows, seen };
}

test.each([
  [',', 'a,b\n1,2\n'],
  [';', 'a;b\n1,5;2\n'],
  ['\t', 'a\tb\n1\t2\n'],
])('the delimiter “%s” is found', async (delimiter, content) => {
  expect((await read(content)).dialect.delimiter).toBe(delimiter);
});

test('Excel’s sep= line and blank lines before the header are passed over', async () => {
  const { dialect, rows } = await read('sep=;\n\nname;amount\nLarkspur;1,50\n');
  expect([dialect.header, dialect.headerLine, dialect.delimiter]).toEqual([['name', 'amount'], 3, ';']);
  expect(rows.at(-1)).toEqual([4, ['Larkspur', '1,50']]);
});

test('a row has the line of the file it begins on, though quoted cells hold line ends', async () => {
  const { rows } = await read('a,b\r\n"one\r\ntwo",x\r\n\r\n"say ""hi""",y\r\nlast,z');
  expect(rows).toEqual([
    [1, ['a', 'b']],
    [2, ['one\ntwo', 'x']],
    [5, ['say "hi"', 'y']],
    [6, ['last', 'z']],
  ]);
});

test.each([
  ['UTF-8 with a byte-order mark', Buffer.from('\ufeffnäme,b\nMüller,€\n')],
  ['UTF-16', Buffer.from('\ufeffnäme,b\nMüller,€\n', 'utf16le')],
  ['Windows-1252', Buffer.from('n\xe4me,b\nM\xfcller,\x80\n', 'latin1')],
])('%s is read', async (_name, content) => {
  const { dialect, rows } = await read(content);
  expect([dialect.header, rows.at(-1)]).toEqual([
    ['näme', 'b'],
    [2, ['Müller', '€']],
  ]);
});

test('a file with two encodings keeps all its letters, and both lines are known', async () => {
  const { rows, seen } = await read(
    Buffer.concat([Buffer.from('a,b\nMüller,1\n'), Buffer.from('Jos\xe9,2\n', 'latin1')]),
  );
  expect(rows.map(([, [name]]) => name)).toEqual(['a', 'Müller', 'José']);
  expect(seen).toEqual({ utf8Line: 2, otherLine: 3 });
});

test('a row across the megabytes in which a file is read stays whole', async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `${i},"ä line\nof ${'x'.repeat(40)}"`);
  const { rows } = await read(`n,text\n${lines.join('\n')}\n`);
  expect(rows.length).toBe(40_001);
  expect(rows.at(-1)).toEqual([79_998 + 2, ['39999', `ä line\nof ${'x'.repeat(40)}`]]);
});

test('old Mac line ends are line ends', async () => {
  expect((await read('a,b\r1,2\r3,4\r')).rows).toEqual([
    [1, ['a', 'b']],
    [2, ['1', '2']],
    [3, ['3', '4']],
  ]);
});

test.each([
  ['an empty file', '', 'IMPORT_FILE_EMPTY'],
  ['a zip archive', Buffer.from('504b030414000600', 'hex'), 'IMPORT_FILE_NOT_CSV'],
  ['bytes that are no text', Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 7)), 'IMPORT_FILE_NOT_CSV'],
  ['thousands of columns', `${Array(5000).fill('c').join(',')}\n1\n`, 'IMPORT_TOO_MANY_COLUMNS'],
  ['ten megabytes on one line', `a,b\n${'x'.repeat(10_000_000)}`, 'IMPORT_LINE_TOO_LONG'],
  ['a quotation mark never closed', `a,b\n1,2\n"3,4\n${'5,6\n'.repeat(10)}`, 'IMPORT_QUOTE_NEVER_CLOSED'],
])('%s is refused', async (_name, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code });
});

test('the quotation mark that is never closed is named by its line', async () => {
  await expect(read('a,b\n1,2\n"3,4\n5,6\n')).rejects.toThrow('the row on line 3 opens');
});

test('the bytes that Latin-1 leaves empty are letters in Windows-1252', () => {
  expect(windows1252(Buffer.from([0x80, 0x8a, 0x9f, 0xe9]))).toBe('€ŠŸé');
});

test('a cell we write is never run by a spreadsheet, and numbers stay numbers', () => {
  expect(csvLine(['=cmd()', '+1 555', '-12.50', '@sum', '\tx', 'a,"b"', 'plain'])).toBe(
    `'=cmd(),'+1 555,-12.50,'@sum,'\tx,"a,""b""",plain\r\n`,
  );
});
