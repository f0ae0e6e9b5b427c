import { droppedColumns } from './dropped-columns.js';
import { rowsOf } from './rows.js';
import { BEGINNING, type Dialect, dialectOf } from './sniff.js';

/**
 * A file on its way to the disk, without what nobody may decide by. One that has no such column passes byte for byte.
 * Of the others every row keeps its line and every other cell its bytes, so that what the import says of lines and
 * encodings holds for the file a person has. What is no CSV, or breaks off within quotes, is refused: nobody could say
 * what it holds.
 */
export async function* withoutDropped(source: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    const begun = await beginning(pieces);
    const dialect = dialectOf(begun.subarray(0, BEGINNING), name);
    const all = (async function* () {
      yield begun;
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
    })();
    if (droppedColumns(dialect.header).length === 0) yield* all;
    else yield* rewritten(all, name, dialect);
  } finally {
    // Lets go of the source, so that whoever sent it can be read to the end though it is refused.
    await pieces.return?.();
  }
}

async function beginning(pieces: AsyncIterator<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for (let size = 0; size < BEGINNING; ) {
    const next = await pieces.next();
    if (next.done) break;
    read.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(read);
}

/** Each byte is a letter of Latin-1 on the way, whatever the encoding: what is written back is what was read. */
async function* rewritten(source: AsyncIterable<Buffer>, name: string, dialect: Dialect): AsyncGenerator<Buffer> {
  const delimiter = Buffer.from(dialect.delimiter).toString('latin1');
  const width = dialect.header.length;
  let line = 1;
  for await (const batch of rowsOf(source, name, { ...dialect, delimiter }, (block) => block.toString('latin1'))) {
    let text = '';
    batch.rows.forEach((row, i) => {
      const at = batch.lines[i] as number;
      const cells = batch.badlyQuoted.has(i) ? brokenRow(width) : row.map((cell) => quoted(cell, delimiter));
      const written = cells.join(delimiter);
      text += `${'\n'.repeat(at - line)}${written}\n`;
      line = at + written.split('\n').length;
    });
    yield Buffer.from(text, 'latin1');
  }
}

const quoted = (cell: string, delimiter: string) =>
  cell.includes('"') || cell.includes('\n') || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** An empty row whose quotes are still wrong, so that the import still says so. */
const brokenRow = (width: number) => ['"?"?"', ...Array<string>(width - 1).fill('')];
