import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { csvLine } from '../../shared/csv-line.js';
import { batches } from '../csv/rows.js';
import { OUR_COLUMNS } from '../formats/format.js';
import type { FileReading } from '../reading/file-reading.js';
import { badRowOf } from './report.js';
import type { Finding } from './sentences.js';

/**
 * Writes the bad rows of each file to a file of their own, as they came, with line and sentence: to be corrected and
 * imported again. The files are read once more beside the sorted findings, so it takes no memory to speak of.
 */
export async function writeRejected(
  client: pg.ClientBase,
  files: readonly FileReading[],
  folder: string,
): Promise<{ file: string; path: string }[]> {
  const written: { file: string; path: string }[] = [];
  for (const file of files) {
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from finding where is_bad and file = $1',
      [file.number],
    );
    if (!rows[0]?.n) continue;
    await fs.promises.mkdir(folder, { recursive: true });
    const to = path.join(folder, `${file.number}.csv`);
    await writeOne(client, file, files, to);
    written.push({ file: file.name, path: to });
  }
  return written;
}

async function writeOne(
  client: pg.ClientBase,
  file: FileReading,
  files: readonly FileReading[],
  to: string,
): Promise<void> {
  const out = await fs.promises.open(to, 'w', 0o600);
  try {
    await out.write(`\ufeff${csvLine([...file.dialect.header, ...OUR_COLUMNS])}`);
    const bad = sentencesByLine(client, file, files);
    let next = await bad.next();
    for await (const batch of batches(file, file.dialect)) {
      let text = '';
      for (let i = 0; i < batch.rows.length && !next.done; i++) {
        const line = batch.lines[i] as number;
        if (line < next.value.line) continue;
        const cells = batch.rows[i] as string[];
        const padded = [...cells, ...Array<string>(Math.max(0, file.dialect.header.length - cells.length)).fill('')];
        text += csvLine([...padded, String(line), next.value.sentences]);
        next = await bad.next();
      }
      if (text !== '') await out.write(text);
      if (next.done) break;
    }
  } finally {
    await out.close();
  }
}

/** The bad lines of a file in their order, with all there is to say about each. */
async function* sentencesByLine(
  client: pg.ClientBase,
  file: FileReading,
  files: readonly FileReading[],
): AsyncGenerator<{ line: number; sentences: string }> {
  const cursor = `rejected_${file.number}`;
  await client.query(`declare ${cursor} no scroll cursor for
    select f.line, json_agg(f) as findings from finding f where is_bad and file = ${file.number} group by line order by line`);
  for (;;) {
    const { rows } = await client.query<{ line: number; findings: Finding[] }>(`fetch 1000 from ${cursor}`);
    for (const { line, findings } of rows) {
      const told = findings.map((finding) => badRowOf(finding, files));
      yield {
        line,
        sentences: told.map(({ column, sentence }) => (column ? `${column}: ${sentence}` : sentence)).join(' '),
      };
    }
    if (rows.length === 0) break;
  }
  await client.query(`close ${cursor}`);
}
