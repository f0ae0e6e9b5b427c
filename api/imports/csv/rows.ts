import fs from 'node:fs';
import Papa from 'papaparse';
import { LineTooLong, QuoteNeverClosed } from '../imports.errors.js';
import { blocks } from './blocks.js';
import { decodeBlock, type EncodingSeen } from './decode.js';
import { droppedColumns } from './dropped-columns.js';
import { type Dialect, MOST_BYTES_A_LINE, NEWLINE } from './sniff.js';

export interface Batch {
  rows: string[][];
  /** The line of the file each row begins on, the first being 1: a quoted cell may hold line ends. */
  lines: number[];
  /** Rows whose quotes are not closed properly, by their place in `rows`. */
  badlyQuoted: ReadonlySet<number>;
}

interface Parsed {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

const none: ReadonlySet<number> = new Set();

const BLOCK = 1 << 20;

/** The rows of a CSV file, decoded; `each` is told the bytes as they are read. */
export function batches(
  file: { path: string; name: string },
  dialect: Dialect,
  seen: EncodingSeen = { utf8Line: null, otherLine: null },
  each: (bytes: Buffer) => void = () => {},
): AsyncGenerator<Batch> {
  const bytes = async function* () {
    for await (const piece of fs.createReadStream(file.path, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
      each(piece);
      yield piece;
    }
  };
  return rowsOf(bytes(), file.name, dialect, (block, line) => decodeBlock(block, dialect.newline, line, seen));
}

/**
 * The rows of a CSV a megabyte at a time, the header among them; blank lines are left out, and so is what columns say
 * that nobody may decide by.
 */
export async function* rowsOf(
  source: AsyncIterable<Buffer>,
  name: string,
  dialect: Dialect,
  decode: (block: Buffer, firstLine: number) => string,
): AsyncGenerator<Batch> {
  const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: '\n' });
  const empty = emptying(dialect);
  let rest = '';
  let line = 1; // of the first character of `rest`
  let endOfRead = 1; // line after the last block
  const tooLong = (): never => {
    throw new LineTooLong(name, endOfRead);
  };
  for await (const block of blocks(source, dialect, { longest: MOST_BYTES_A_LINE, tooLong })) {
    const text = rest + withLineFeeds(decode(block, endOfRead), dialect.newline);
    const parsed = parser.parse(text, 0, true) as Parsed;
    rest = text.slice(parsed.meta.cursor);
    const batch = numbered(parsed, line, text.includes('"'));
    empty(batch);
    yield batch;
    line = batch.next;
    endOfRead = rest === '' ? line : line + newlinesIn(rest);
    if (rest.length > MOST_BYTES_A_LINE) throw new QuoteNeverClosed(name, line);
  }
  if (rest === '') return;
  const last = parser.parse(rest, 0, false) as Parsed;
  if (last.errors.some((error) => error.code === 'MissingQuotes')) {
    const batch = numbered(last, line, true, true);
    throw new QuoteNeverClosed(name, batch.lines.at(-1) ?? line);
  }
  const batch = numbered(last, line, rest.includes('"'));
  empty(batch);
  yield batch;
}

/** Empties the cells of dropped columns. In a broken row they may stand anywhere, so that nothing of it is kept but that it is broken. */
function emptying({ header, headerLine }: Dialect): (batch: Batch) => void {
  const dropped = droppedColumns(header);
  if (dropped.length === 0) return () => {};
  return ({ rows, lines, badlyQuoted }) => {
    rows.forEach((row, i) => {
      if ((lines[i] as number) <= headerLine) return;
      if (
        badlyQuoted.has(i) ||
        row.length < header.length ||
        row.slice(header.length).some((cell) => cell.trim() !== '')
      )
        row.fill('?');
      else for (const column of dropped) row[column] = '';
    });
  };
}

function withLineFeeds(text: string, newline: number): string {
  if (newline !== NEWLINE.lineFeed) return text.replaceAll('\r', '\n');
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

function numbered(
  parsed: Parsed,
  firstLine: number,
  mayHoldNewlines: boolean,
  keepBlank = false,
): Batch & { next: number } {
  const rows: string[][] = [];
  const lines: number[] = [];
  const badlyQuoted = parsed.errors.length > 0 ? new Set<number>() : none;
  const bad = new Set(parsed.errors.map((error) => error.row));
  let line = firstLine;
  for (let i = 0; i < parsed.data.length; i++) {
    const row = parsed.data[i] as string[];
    if (row.length > 1 || keepBlank || row[0]?.trim() !== '') {
      if (bad.has(i)) (badlyQuoted as Set<number>).add(rows.length);
      rows.push(row);
      lines.push(line);
    }
    line++;
    if (mayHoldNewlines) for (const cell of row) line += newlinesIn(cell);
  }
  return { rows, lines, badlyQuoted, next: line };
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
