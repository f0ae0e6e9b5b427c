import fs from 'node:fs/promises';
import Papa from 'papaparse';
import { EmptyFile, LineTooLong, NotACsvFile, TooManyColumns } from '../imports.errors.js';
import { decodeBlock } from './decode.js';

/** How a file is written down, decided from its beginning. */
export interface Dialect {
  delimiter: string;
  newline: number;
  utf16: 'utf-16le' | 'utf-16be' | null;
  /** Bytes of the byte-order mark, which is no part of the first cell. */
  markBytes: number;
  header: string[];
  /** Line of the header: 1, or further down after blank lines or Excel’s `sep=;`. */
  headerLine: number;
}

export const NEWLINE = { lineFeed: 0x0a, carriageReturn: 0x0d };
/** No ledger has a row of a megabyte; a file that does is not one, or has lost its line ends. */
export const MOST_BYTES_A_LINE = 1 << 20;
const MOST_COLUMNS = 1000;
/** Enough to hold the longest header we would read. */
export const BEGINNING = MOST_BYTES_A_LINE + 1;

const magics: [string, string][] = [
  ['504b0304', 'an Excel workbook or a zip archive'],
  ['504b0506', 'an empty zip archive'],
  ['d0cf11e0', 'an old Excel workbook'],
  ['25504446', 'a PDF'],
  ['1f8b', 'a gzip archive'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['53514c69746520', 'a SQLite database'],
];

export const sniff = async (file: { path: string; name: string }): Promise<Dialect> =>
  dialectOf(await firstBytes(file.path), file.name);

/** How a file is written down, from its first `BEGINNING` bytes. */
export function dialectOf(start: Buffer, name: string): Dialect {
  if (start.length === 0) throw new EmptyFile(name);
  const hex = start.subarray(0, 8).toString('hex');
  const magic = magics.find(([bytes]) => hex.startsWith(bytes));
  if (magic) throw new NotACsvFile(name, magic[1]);

  const utf16 = hex.startsWith('fffe') ? 'utf-16le' : hex.startsWith('feff') ? 'utf-16be' : null;
  const markBytes = utf16 ? 2 : hex.startsWith('efbbbf') ? 3 : 0;
  const bytes = utf16 ? Buffer.from(new TextDecoder(utf16).decode(start.subarray(2))) : start.subarray(markBytes);
  if (isBinary(bytes)) throw new NotACsvFile(name, 'not text');

  const newline = !bytes.includes(0x0a) && bytes.includes(0x0d) ? NEWLINE.carriageReturn : NEWLINE.lineFeed;
  const whole = start.length < BEGINNING ? bytes : bytes.subarray(0, bytes.lastIndexOf(newline) + 1 || bytes.length);
  const text = decodeBlock(whole, newline, 1, { utf8Line: null, otherLine: null }).replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  const said = /^"?sep=(.)"?$/.exec(lines[0] ?? '');
  const first = lines.findIndex((line, i) => line.trim() !== '' && !(said && i === 0));
  if (first === -1) throw new EmptyFile(name);

  const sample = lines.slice(first).join('\n');
  const delimiter = said?.[1] ?? guessDelimiter(sample);
  const header = (Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: 1 }).data[0] ?? []).map((cell) =>
    cell.trim(),
  );
  if (header.length > MOST_COLUMNS) throw new TooManyColumns(name, MOST_COLUMNS);
  if (start.length === BEGINNING && !sample.includes('\n')) throw new LineTooLong(name, first + 1);
  return { delimiter, newline, utf16, markBytes, header: distinct(header), headerLine: first + 1 };
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await fs.open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** More than one control character in two hundred: no text. A few of them are reported in the rows that hold them. */
function isBinary(bytes: Buffer): boolean {
  let control = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) control++;
  return control * 200 > bytes.length;
}

function guessDelimiter(sample: string): string {
  const guess = Papa.parse(sample.slice(0, 64 * 1024), {
    delimitersToGuess: [',', ';', '\t', '|'],
    preview: 30,
    newline: '\n',
    skipEmptyLines: true,
  });
  return guess.meta.delimiter;
}

/** Names of columns, each once: a second `Amount` becomes `Amount (2)`, a nameless third column `column 3`. */
function distinct(header: string[]): string[] {
  const used = new Map<string, number>();
  return header.map((cell, i) => {
    const name = cell === '' ? `column ${i + 1}` : cell;
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
