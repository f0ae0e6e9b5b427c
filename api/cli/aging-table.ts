import { amountInWords } from '../../analytics/index.js';

/** What is owed in one currency, in minor units. */
export interface AgingRow {
  currency: string;
  current: number;
  days1To30: number;
  days31To60: number;
  days61To90: number;
  over90: number;
  unapplied: number;
  total: number;
}

const columns = [
  ['current', 'current'],
  ['days1To30', '1–30'],
  ['days31To60', '31–60'],
  ['days61To90', '61–90'],
  ['over90', 'over 90'],
  ['unapplied', 'unapplied'],
  ['total', 'total'],
] as const;

/** The same in major units for people: a line a currency, figures below figures. */
export function agingTable(rows: readonly AgingRow[]): string {
  const lines = [
    ['', ...columns.map(([, title]) => title)],
    ...rows.map((row) => [row.currency, ...columns.map(([key]) => amount(row[key], row.currency))]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  return lines.map((line) => line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  ')).join('\n');
}

const amount = (minor: number, currency: string): string => amountInWords(minor, currency).slice(`${currency} `.length);
