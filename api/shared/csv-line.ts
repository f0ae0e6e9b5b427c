/** A cell a spreadsheet might run as a formula begins with one of these; a plain number may. */
const dangerous = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+([.,]\d+)?$/;

export const isFormula = (text: string): boolean => dangerous.test(text) && !number.test(text);

/** One cell of a CSV file we write: no spreadsheet runs it. */
export function safeCell(text: string): string {
  const inert = isFormula(text) ? `'${text}` : text;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

export const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(',')}\r\n`;
