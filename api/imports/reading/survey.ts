import { createHash } from 'node:crypto';
import { AmountEvidence } from '../cells/amounts.js';
import { DateEvidence } from '../cells/dates.js';
import { type EncodingSeen, encodingName } from '../csv/decode.js';
import { batches } from '../csv/rows.js';
import type { Dialect } from '../csv/sniff.js';
import { OnlyAHeader } from '../imports.errors.js';

export interface Survey {
  sha256: string;
  size: number;
  rows: number;
  encoding: string;
  encodings: EncodingSeen;
  sample: string[][];
  days: Map<number, DateEvidence>;
  amounts: Map<number, AmountEvidence>;
}

const SAMPLE_ROWS = 20;

/**
 * Reads a file once from end to end before any row is taken: what its dates and amounts look like is decided from
 * whole columns, and a file that breaks off or turns out to be no CSV is refused before anything is done.
 */
export async function survey(
  file: { path: string; name: string },
  dialect: Dialect,
  columns: { days: readonly number[]; amounts: readonly number[] },
  onBytes: (bytes: number) => void = () => {},
): Promise<Survey> {
  const hash = createHash('sha256');
  const encodings: EncodingSeen = { utf8Line: null, otherLine: null };
  const days = new Map(columns.days.map((i) => [i, new DateEvidence()]));
  const amounts = new Map(columns.amounts.map((i) => [i, new AmountEvidence()]));
  const looks = [...days, ...amounts];
  const sample: string[][] = [];
  let size = 0;
  let rows = 0;
  const each = (bytes: Buffer) => {
    hash.update(bytes);
    size += bytes.length;
    onBytes(size);
  };
  for await (const batch of batches(file, dialect, encodings, each)) {
    batch.rows.forEach((row, i) => {
      const line = batch.lines[i] as number;
      if (line <= dialect.headerLine) return;
      rows++;
      if (sample.length < SAMPLE_ROWS) sample.push(row.map((cell) => cell.slice(0, 200)));
      for (const [column, evidence] of looks) {
        const cell = row[column];
        if (cell !== undefined && cell !== '') evidence.see(cell.trim(), line);
      }
    });
  }
  if (rows === 0) throw new OnlyAHeader(file.name);
  return {
    sha256: hash.digest('hex'),
    size,
    rows,
    encoding: encodingName(encodings),
    encodings,
    sample,
    days,
    amounts,
  };
}
