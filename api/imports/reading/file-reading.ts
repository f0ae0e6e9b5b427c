import { stat } from 'node:fs/promises';
import { type DecimalSign } from '../cells/amounts.js';
import { type DateOrder } from '../cells/dates.js';
import { type Dialect, sniff } from '../csv/sniff.js';
import { columnsOf, recognise } from '../formats/recognise.js';
import { FileUnreadable, UnknownHeader } from '../imports.errors.js';
import { type Kind, kindOf } from '../kinds.js';
import type { Finding } from '../posting/sentences.js';
import { decide } from './decide.js';
import { type Survey, survey } from './survey.js';

/** What a person, or a mapping remembered from before, says about a file. */
export interface Meaning {
  kind: Kind;
  columns: { column: string; field: string | null }[];
  dateOrder?: DateOrder;
  decimalSign?: DecimalSign;
  currency?: string;
}

export interface ReadingOptions {
  dateOrder?: DateOrder;
  decimalSign?: DecimalSign;
  currency?: string;
}

/** A file looked at from its name to its header; what its columns mean may still be open. */
export interface SniffedFile {
  path: string;
  name: string;
  dialect: Dialect;
  format: string | null;
  meaning: Meaning | null;
}

/** A file ready to be read row by row. */
export interface FileReading {
  number: number;
  path: string;
  name: string;
  dialect: Dialect;
  format: string | null;
  kind: Kind;
  columns: Meaning['columns'];
  survey: Survey;
  orders: Map<number, DateOrder | null>;
  signs: Map<number, DecimalSign>;
  /** Of amounts in a file without a column for it. */
  currency: string;
  warnings: Finding[];
}

export async function sniffFile(file: { path: string; name: string }, meaning?: Meaning): Promise<SniffedFile> {
  const dialect = await readable(file.name, () => sniff(file));
  if (meaning) return { ...file, dialect, format: `As mapped: ${kindOf(meaning.kind).title}`, meaning };
  const format = recognise(dialect.header);
  return {
    ...file,
    dialect,
    format: format?.title ?? null,
    meaning: format && { kind: format.kind, columns: columnsOf(format, dialect.header), dateOrder: format.dateOrder },
  };
}

/** Looks at every row of a file whose columns are known, and decides how its dates and amounts are read. */
export async function prepare(
  file: SniffedFile,
  number: number,
  options: ReadingOptions & { reportingCurrency: string },
  onBytes?: (bytes: number) => void,
): Promise<FileReading> {
  const { name, path, dialect, meaning } = file;
  if (!meaning) throw new UnknownHeader(name, dialect.header);
  const kind = kindOf(meaning.kind);
  const typed = (type: string) =>
    meaning.columns.flatMap(({ field }, i) =>
      kind.fields.some((each) => each.field === field && each.type === type) ? [i] : [],
    );
  const seen = await readable(name, () =>
    survey(file, dialect, { days: typed('day'), amounts: typed('amount') }, onBytes),
  );
  const { orders, signs } = decide(name, dialect.header, seen, {
    dateOrder: options.dateOrder ?? meaning.dateOrder,
    decimalSign: options.decimalSign ?? meaning.decimalSign,
  });
  const currency = options.currency ?? meaning.currency ?? options.reportingCurrency;
  const warn = (line: number, field: string | null, value: string | null, problem: Finding['problem'], details: Finding['details']): Finding => ({
    is_bad: false, file: number, line, field, value, problem, details,
  }); // biome-ignore format: a row reads better as one
  const warnings: Finding[] = [];
  const { utf8Line, otherLine } = seen.encodings;
  if (utf8Line !== null && otherLine !== null)
    warnings.push(warn(otherLine, null, null, 'mixedEncodings', { line: utf8Line }));
  const isMoney = kind.kind !== 'customers' && kind.kind !== 'rates';
  if (isMoney && !meaning.columns.some(({ field }) => field === 'currency')) {
    warnings.push(warn(dialect.headerLine, 'currency', currency, 'currencyAssumed', null));
  }
  return {
    number,
    path,
    name,
    dialect,
    format: file.format,
    kind: meaning.kind,
    columns: meaning.columns,
    survey: seen,
    orders,
    signs,
    currency,
    warnings,
  };
}

/** Turns what the file system says into a sentence. */
async function readable<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const why = { ENOENT: 'there is no such file', EACCES: 'permission is missing', EISDIR: 'it is a folder' }[
      (error as NodeJS.ErrnoException).code ?? ''
    ];
    if (why) throw new FileUnreadable(name, why);
    throw error;
  }
}

export const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;
