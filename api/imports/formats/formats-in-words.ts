import { type ImportKindDescription, kinds, shapes } from '../kinds.js';

const HEADS = ['column', 'required', 'written as', 'example', 'what it holds'];

/** Our own formats, column by column, as docs/import-files.md and `import --formats` tell them. */
export function formatsInWords(): string {
  return [
    '# Files to import',
    'The files of our own formats, column by column. Columns may stand in any order; upper and lower case are one. A file with other columns is read too: what they mean is said once, on the page *Import*.',
    ...kinds.map(formatInWords),
    `## How cells are written\n${Object.entries(shapes)
      .map(([type, shape]) => `- ${type}: ${shape}`)
      .join('\n')}`,
  ].join('\n\n');
}

function formatInWords({ kind, title, description, fields }: ImportKindDescription): string {
  const rows = fields.map((each) => [each.field, each.inOurFile, each.type, each.example, each.description]);
  return `## ${kind}.csv: ${title}\n${description}\n\n${table([HEADS, ...rows])}`;
}

/** A table for people and for Markdown: its columns stand one below the other, save the last, which is as long as it is. */
function table(rows: string[][]): string {
  const widths = HEADS.map((_, i) => (i < HEADS.length - 1 ? Math.max(...rows.map((row) => row[i]?.length ?? 0)) : 0));
  const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(Math.max(width, 3) + 2)).join('|')}|`;
  const [heads = [], ...others] = rows;
  return [line(heads), rule, ...others.map(line)].join('\n');
}
