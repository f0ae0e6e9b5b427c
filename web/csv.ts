/** A cell is text, a number as text that a spreadsheet reads, or nothing. */
export type Cell = string | number | null;

const isNumber = /^-?\d+(\.\d+)?$/;

/**
 * A customer may be called `=HYPERLINK(…)`: what a spreadsheet would run is kept as text by an apostrophe in front.
 * A plain negative number stays a number.
 */
function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !isNumber.test(text) ? `'${text}` : text;
}

function quoted(cell: Cell): string {
  const text = safe(cell === null ? '' : String(cell));
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with a mark in front so that spreadsheets read it as UTF-8. */
export const csv = (rows: Cell[][]) => `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;

export function saveAs(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const saveCsv = (name: string, rows: Cell[][]) =>
  saveAs(`${name}.csv`, new Blob([csv(rows)], { type: 'text/csv;charset=utf-8' }));
