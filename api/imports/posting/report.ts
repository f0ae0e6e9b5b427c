import type pg from 'pg';
import type { BadRow, ImportReport } from '../import.view.js';
import type { FileReading } from '../reading/file-reading.js';
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
  return rows.map((finding) => badRowOf(finding, files));
}

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
