import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { batches } from '../csv/rows.js';
import type { FileReading } from '../reading/file-reading.js';
import { rowWriter } from '../reading/row-writer.js';
import { steps } from './sql-files.js';

export interface ThisImport {
  today: string;
  at: Date;
  keepsDemo: boolean;
  defaultCurrency: string;
  postedBy: string;
  /** Null: a command or another program. */
  postedById: number | null;
}

/** Makes the staging tables and fills them from the files: nothing else of the database is touched. */
export async function stage(
  client: pg.ClientBase,
  files: readonly FileReading[],
  about: ThisImport,
  onBytes: (file: FileReading, bytes: number) => void = () => {},
): Promise<void> {
  // Sorts and hashes of a million rows; a little more memory than a page’s query may have, far less than the file has.
  await client.query(`set local work_mem = '64MB'; set local jit = off;`);
  await client.query(steps.staging);
  await client.query(
    'insert into this_import (today, at, keeps_demo, default_currency, posted_by, posted_by_id) values ($1, $2, $3, $4, $5, $6)',
    [about.today, about.at, about.keepsDemo, about.defaultCurrency, about.postedBy, about.postedById],
  );
  for (const file of files) {
    await copyRows(client, file, (bytes) => onBytes(file, bytes));
    if (file.kind === 'invoices-with-clearing')
      await client.query('insert into file_with_clearing values ($1)', [file.number]);
    for (const w of file.warnings) {
      await client.query('insert into finding values ($1, $2, $3, $4, $5, $6, $7)', [
        w.is_bad,
        w.file,
        w.line,
        w.field,
        w.value,
        w.problem,
        w.details,
      ]);
    }
  }
}

/** SQL of a warning for each text of the file in $1 that a spreadsheet would run, at the first row that holds it; as `isFormula` has it. */
const formulasOf = (table: string, field: string) => `
  insert into finding
  select distinct on (${field}) false, file, line, $2, left(${field}, 200), 'formula' from ${table}
   where file = $1 and problems is null and ${field} ~ '^[=+@-]' and ${field} !~ '^[+-]?\\d+([.,]\\d+)?$'
   order by ${field}, line`;

async function copyRows(client: pg.ClientBase, file: FileReading, onBytes: (bytes: number) => void): Promise<void> {
  const writer = rowWriter(file);
  const stream = client.query(copyFrom(`copy ${writer.table} (${writer.columns.join(', ')}) from stdin`));
  // Whatever goes wrong on the way, the server has to be told to forget the copy before the connection is used again.
  const ended = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject));
  ended.catch(() => {});
  try {
    let bytes = 0;
    const each = (piece: Buffer) => {
      bytes += piece.length;
    };
    for await (const batch of batches(file, file.dialect, undefined, each)) {
      let text = '';
      for (let i = 0; i < batch.rows.length; i++) {
        const line = batch.lines[i] as number;
        if (line > file.dialect.headerLine)
          text += writer.line(batch.rows[i] as string[], line, batch.badlyQuoted.has(i));
      }
      if (text !== '' && !stream.write(text)) await Promise.race([once(stream, 'drain'), ended]);
      onBytes(bytes);
    }
    stream.end();
    await ended;
    for (const field of writer.formulas) await client.query(formulasOf(writer.table, field), [file.number, field]);
  } catch (error) {
    stream.destroy(error instanceof Error ? error : undefined);
    throw error;
  }
}
