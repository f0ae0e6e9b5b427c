import Papa from 'papaparse';
import { SanctionListNotRight } from './sanctions.errors.js';

export interface SanctionEntry {
  names: string[];
  detail: string | null;
}

const NAME = ['name', 'full name', 'entity name', 'whole name', 'primary name'];
const ALIASES = ['aliases', 'alias', 'alt names', 'aka'];
const DETAIL = ['country', 'countries', 'programme', 'program', 'regime', 'detail', 'remarks'];

/** A list as a CSV with a column of names; aliases stand in one column, apart by semicolons. Other columns are left out. */
export function sanctionsInFile(text: string): SanctionEntry[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase().replaceAll('_', ' '),
  });
  const column = (names: string[]) => names.find((name) => meta.fields?.includes(name));
  const [name, aliases] = [column(NAME), column(ALIASES)];
  if (name === undefined)
    throw new SanctionListNotRight(
      `The file has no column of names. Name it “name”; “aliases” (apart by semicolons) and “country” are read as well. It has: ${(meta.fields ?? []).slice(0, 10).join(', ') || 'nothing'}.`,
    );
  const details = DETAIL.filter((detail) => meta.fields?.includes(detail));
  const entries = data.flatMap((row): SanctionEntry[] => {
    const names = [row[name], ...(aliases ? (row[aliases] ?? '').split(';') : [])];
    const told = names.map((each) => each?.trim() ?? '').filter((each) => each !== '');
    const detail = details.map((each) => row[each]?.trim()).filter(Boolean);
    return told.length === 0 ? [] : [{ names: told, detail: detail.join(', ') || null }];
  });
  if (entries.length === 0) throw new SanctionListNotRight('The file names nobody. Was it cut short?');
  return entries;
}
