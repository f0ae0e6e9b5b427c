import { countryCode, isCurrency, minorUnitExponent } from '../../../analytics/index.js';
import { isFormula } from '../../shared/csv-line.js';
import { type DecimalSign, minorFrom } from '../cells/amounts.js';
import { type DateOrder, dayFrom, isDateProblem } from '../cells/dates.js';
import type { FindingDetails, Problem } from '../posting/sentences.js';

/** The row being read: its currency, and what is wrong with it so far. */
export interface Row {
  currency: string | null;
  exponent: number;
  problem(problem: Problem, details?: FindingDetails): null;
  /** A text was seen that a spreadsheet would run. */
  formula(): void;
}

/** The value as COPY takes it, or null when it is empty or bad. The text is trimmed and not empty. */
export type CellParser = (text: string, row: Row) => string | null;

const LONGEST_TEXT = 500;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unusual = /[\u0000-\u001f\u007f\\]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000e-\u001f\u007f]/;

export function text(cell: string, row: Row): string | null {
  if (isFormula(cell)) row.formula();
  if (cell.length > LONGEST_TEXT) return row.problem('tooLong', { length: cell.length });
  if (!unusual.test(cell)) return cell;
  if (control.test(cell)) return row.problem('controlCharacter');
  return cell.replace(/\s+/g, ' ').replaceAll('\\', '\\\\');
}

export function days(order: DateOrder | null): CellParser {
  // A ledger has a few thousand days and millions of cells.
  const known = new Map<string, string>();
  return (cell, row) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const day = dayFrom(cell, order);
    if (isDateProblem(day))
      return row.problem(day, order ? { order: order === 'day-month' ? 'day' : 'month' } : undefined);
    if (known.size < 20_000) known.set(cell, day);
    return day;
  };
}

export function amounts(sign: DecimalSign, may: { beZero: boolean; beNegative: boolean }): CellParser {
  return (cell, row) => {
    const minor = minorFrom(cell, row.exponent, sign);
    if (typeof minor === 'string')
      return row.problem(minor, minor === 'notAnAmount' ? { sign } : { currency: row.currency });
    if (minor === 0 && !may.beZero) return row.problem('amountZero');
    if (minor < 0 && !may.beNegative) return row.problem('limitNegative');
    const code = /[A-Z]{3}/.exec(cell)?.[0];
    if (code !== undefined && code !== row.currency && isCurrency(code))
      return row.problem('otherCurrencySign', { currency: row.currency });
    return String(minor);
  };
}

export const currency: CellParser = (cell, row) => {
  const code = cell.length === 3 ? cell.toUpperCase() : cell;
  if (!isCurrency(code)) return row.problem('unknownCurrency');
  if (code !== row.currency) {
    row.currency = code;
    row.exponent = minorUnitExponent(code);
  }
  return code;
};

/** A currency beside the row’s own, as of a rate. */
export const otherCurrency: CellParser = (cell, row) =>
  isCurrency(cell.toUpperCase()) ? cell.toUpperCase() : row.problem('unknownCurrency');

export const country: CellParser = (cell, row) => countryCode(cell) ?? row.problem('notACountry');

const word = (cell: string) =>
  cell
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
const entityTypes = ['company', 'partnership', 'sole_trader', 'public_body', 'unknown'];
export const entityType: CellParser = (cell, row) =>
  entityTypes.includes(word(cell)) ? word(cell) : row.problem('notAnEntityType');

const creditKinds: Record<string, string> = {
  payment: 'payment',
  credit_note: 'credit_note',
  write_off: 'write_off',
  writeoff: 'write_off',
  returned_payment: 'returned_payment',
};
export const creditKind: CellParser = (cell, row) => creditKinds[word(cell)] ?? row.problem('notACreditKind');

export const email: CellParser = (cell, row) =>
  /^[^@\s]+@[^@\s]+$/.test(cell) ? text(cell, row) : row.problem('notAnEmail');

export const wholeDays: CellParser = (cell, row) => {
  const days = Number(/^(?:net )?(\d{1,3})(?: days)?$/i.exec(cell)?.[1] ?? Number.NaN);
  return days <= 365 ? String(days) : row.problem('notDays');
};

export const rate: CellParser = (cell, row) => {
  // A rate is not grouped: whichever sign it has is the decimal one.
  const plain = cell.replace(',', '.');
  return /^\d{1,9}(\.\d{1,12})?$/.test(plain) && Number(plain) >= 1e-10 ? plain : row.problem('notARate');
};
