import type pg from 'pg';
import { batches } from '../csv/rows.js';
import type { BadRow, ImportReport } from '../import.view.js';
import type { FileReading } from '../reading/file-reading.js';
import { cut, VALUE_SHOWN } from '../reading/value-shown.js';
import type { Checked } from './check.js';
import { type Finding, sentenceOf } from './sentences.js';

/** How many bad rows and warnings a report shows; the files of rejected rows hold all of them. */
export const MOST_SHOWN = 1000;

export async function reportOf(
  client: pg.ClientBase,
  files: readonly FileReading[],
  checked: Checked,
): Promise<Omit<ImportReport, 'seconds' | 'isPosted' | 'rejectedFiles'>> {
  const { newestOn, mainCurrency: _, ...counts } = checked;
  return {
    ...counts,
    badRows: await findings(client, files, true),
    warnings: await findings(client, files, false),
    suggestedAsOf: newestOn,
  };
}

async function findings(client: pg.ClientBase, files: readonly FileReading[], isBad: boolean): Promise<BadRow[]> {
  const { rows } = await client.query<Finding>(
    'select * from finding where is_bad = $1 order by file, line, field limit $2',
    [isBad, MOST_SHOWN],
  );
  const cells = await cellsOf(rows, files);
  return rows.map((finding) => {
    const row = badRowOf(finding, files);
    const cell = row.column === null ? undefined : cells.get(finding.file)?.get(finding.line)?.[row.column];
    return cell === undefined ? row : { ...row, value: cell };
  });
}

type Cells = Record<string, string>;

/**
 * What stands in the files where something is to be said, by file and line: the checks know an amount or a day only as
 * what it was read as. The files are read once more, as far as the last of these lines.
 */
async function cellsOf(rows: readonly Finding[], files: readonly FileReading[]) {
  const found = new Map<number, Map<number, Cells>>();
  for (const file of files) {
    const lines = rows.filter((row) => row.file === file.number).map(({ line }) => line);
    found.set(file.number, await linesOf(file, new Set(lines)));
  }
  return found;
}

async function linesOf(file: FileReading, wanted: Set<number>): Promise<Map<number, Cells>> {
  const found = new Map<number, Cells>();
  wanted.delete(file.dialect.headerLine);
  if (wanted.size === 0) return found;
  for await (const { rows, lines } of batches(file, file.dialect)) {
    for (let i = 0; i < rows.length; i++) {
      const line = lines[i] as number;
      if (!wanted.has(line)) continue;
      found.set(line, named(file.dialect.header, rows[i] as string[]));
      if (found.size === wanted.size) return found;
    }
  }
  return found;
}

// PostgreSQL keeps no text with the sign 0 in it.
const shown = (cell: string) => cut(cell.trim(), VALUE_SHOWN).replaceAll('\0', '\ufffd');
const named = (header: readonly string[], cells: readonly string[]): Cells =>
  Object.fromEntries(header.map((column, i) => [column, shown(cells[i] ?? '')]));

const byNumber = (files: readonly FileReading[], number: number) =>
  files.find((file) => file.number === number) as FileReading;

/** A finding in the words of the file: its name, its columns. */
export function badRowOf(finding: Finding, files: readonly FileReading[]): BadRow {
  const file = byNumber(files, finding.file);
  const names: string[] = [];
  for (const each of files) names[each.number] = each.name;
  const column =
    file.columns.find(({ field }) => field !== null && field === finding.field)?.column ?? (finding.field || null);
  return { file: file.name, line: finding.line, column, ...sentenceOf(finding, names) };
}
