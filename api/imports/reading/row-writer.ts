import { minorUnitExponent } from '../../../analytics/index.js';
import { type ImportField, kindOf } from '../kinds.js';
import type { FindingDetails, Problem } from '../posting/sentences.js';
import * as parse from './cell-parsers.js';
import type { FileReading } from './file-reading.js';
import { cut, VALUE_SHOWN } from './value-shown.js';

interface StagedField {
  field: ImportField;
  /** Column of the staging table. */
  column: string;
  /** Column of the file, −1 when it has none. */
  index: number;
  parse: parse.CellParser;
}

interface RowProblem {
  field: string;
  value: string;
  problem: Problem;
  details?: FindingDetails;
}

/** The staging table of a file and its columns, and what makes a line of COPY of each row. */
export interface RowWriter {
  table: string;
  columns: string[];
  /** Fields of a text that a spreadsheet would run. */
  formulas: ReadonlySet<string>;
  /** The line of COPY for one row: its values, or what is wrong with them. */
  line(cells: string[], line: number, badlyQuoted: boolean): string;
}

const tables = {
  rates: 'staged_rate',
  customers: 'staged_customer',
  invoices: 'staged_invoice',
  'invoices-with-clearing': 'staged_invoice',
  payments: 'staged_payment',
};
/** Telephone numbers begin with a plus sign; that is worth no warning. */
const PLUS_IS_USUAL: ReadonlySet<string> = new Set(['contact_phone']);
const escaped = (json: string) => json.replaceAll('\\', '\\\\');

export function rowWriter(reading: FileReading): RowWriter {
  const fields = stagedFields(reading);
  const width = reading.dialect.header.length;
  const nothing = '\t\\N'.repeat(fields.length);
  const defaultCurrency = reading.currency;
  const defaultExponent = minorUnitExponent(defaultCurrency);
  const isForCustomers = reading.kind === 'customers';

  let problems: RowProblem[] = [];
  let cell = '';
  let current = fields[0] as StagedField;
  const add = (problem: Problem, details?: FindingDetails): null => {
    problems.push({
      field: current.field.field,
      value: cut(cell, VALUE_SHOWN),
      problem,
      details,
    });
    return null;
  };
  const formulas = new Set<string>();
  const formula = () => {
    if (!PLUS_IS_USUAL.has(current.field.field)) formulas.add(current.field.field);
  };
  const row: parse.Row = { currency: defaultCurrency, exponent: defaultExponent, problem: add, formula };
  const whole = (problem: Problem, details?: FindingDetails) => [{ field: '', value: '', problem, details }];

  return {
    formulas,
    table: tables[reading.kind],
    columns: ['file', 'line', ...fields.map(({ column }) => column), 'problems'],
    line(cells, line, badlyQuoted) {
      let out = `${reading.number}\t${line}`;
      if (badlyQuoted) return `${out}${nothing}\t${escaped(JSON.stringify(whole('badQuotes')))}\n`;
      if (cells.length !== width && (cells.length < width || cells.slice(width).some((extra) => extra.trim() !== ''))) {
        return `${out}${nothing}\t${escaped(JSON.stringify(whole('columnCount', { cells: cells.length, columns: width })))}\n`;
      }
      let hasCurrency = !isForCustomers;
      for (const staged of fields) {
        current = staged;
        cell = staged.index < 0 ? '' : unguarded((cells[staged.index] as string).trim());
        let value: string | null = null;
        if (cell !== '') value = staged.parse(cell, row);
        else if (staged.field.field === 'currency' && !isForCustomers && staged.index < 0)
          value = reset(row, defaultCurrency, defaultExponent);
        else if (staged.field.required || (staged.field.field === 'currency' && !isForCustomers)) add('missing');
        else if (staged.field.field === 'kind') value = 'payment';
        if (staged.field.field === 'currency' && value !== null) hasCurrency = true;
        if (staged.field.field === 'credit_limit' && value !== null && !hasCurrency)
          value = add('limitWithoutCurrency');
        out += value === null ? '\t\\N' : `\t${value}`;
      }
      if (problems.length === 0) return `${out}\t\\N\n`;
      const said = JSON.stringify(problems);
      problems = [];
      return `${reading.number}\t${line}${nothing}\t${escaped(said.replace(/\\u0000/g, '\\ufffd'))}\n`;
    },
  };
}

function reset(row: parse.Row, currency: string, exponent: number): string {
  row.currency = currency;
  row.exponent = exponent;
  return currency;
}

/** The apostrophe our own files put before what a spreadsheet might run is no part of the text. */
const unguarded = (cell: string) => (cell.charCodeAt(0) === 39 && /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

function stagedFields(reading: FileReading): StagedField[] {
  const fields = kindOf(reading.kind).fields.map((field): StagedField => {
    const index = reading.columns.findIndex((column) => column.field === field.field);
    return {
      field,
      column: field.type === 'amount' ? `${field.field}_minor` : field.field,
      index,
      parse: parserOf(reading, field, index),
    };
  });
  // The currency first: how many decimals an amount has depends on it.
  return fields.sort((a, b) => Number(b.field.field === 'currency') - Number(a.field.field === 'currency'));
}

function parserOf(reading: FileReading, field: ImportField, index: number): parse.CellParser {
  switch (field.type) {
    case 'day':
      return parse.days(reading.orders.get(index) ?? null);
    case 'amount':
      return parse.amounts(reading.signs.get(index) ?? '.', {
        beZero: field.field === 'credit_limit',
        beNegative: field.field !== 'credit_limit',
      });
    case 'currency':
      return field.field === 'currency' ? parse.currency : parse.otherCurrency;
    case 'country':
      return parse.country;
    case 'entity type':
      return parse.entityType;
    case 'kind of credit':
      return parse.creditKind;
    case 'email':
      return parse.email;
    case 'days':
      return parse.wholeDays;
    case 'rate':
      return parse.rate;
    default:
      return parse.text;
  }
}
