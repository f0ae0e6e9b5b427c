import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar, MinorUnitsScalar } from '../shared/scalars.js';
import { ImportState } from './imports.states.js';

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far an import has come.',
  valuesMap: {
    UPLOADED: { description: 'The files are here; they will be looked at in a moment.' },
    CHECKING: { description: 'The dry run is under way.' },
    CHECKED: { description: 'The dry run is done; nothing is in the book yet.' },
    NEEDS_MAPPING: {
      description: 'Somebody has to say what the columns of a file mean, or how its dates or amounts are written.',
    },
    POSTING: { description: 'The rows are being written to the book, all or none.' },
    POSTED: { description: 'The rows are in the book.' },
    FAILED: { description: 'A file cannot be read; `error` says why. Nothing was imported.' },
  },
});

@ObjectType({ description: 'What a column of a file means.' })
export class MappedColumn {
  @Field(() => String, { description: 'Name of the column in the file.' })
  column: string;

  @Field(() => String, { nullable: true, description: 'The field it fills; null when it is left out.' })
  field: string | null;
}

@ObjectType({ description: 'A file of an import.' })
export class ImportFile {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => MinorUnitsScalar, { description: 'Bytes.' })
  size: number;

  sha256: string;

  @Field(() => String, {
    nullable: true,
    description: 'The format it was recognised as, or how it was mapped; null while its header is unknown.',
  })
  format: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it holds: customers, invoices, payments, invoices-with-clearing or rates.',
  })
  kind: string | null;

  @Field(() => [String], { description: 'The names of its columns.' })
  header: string[];

  @Field(() => [[String]], { description: 'Its first twenty rows.' })
  sample: string[][];

  @Field(() => [MappedColumn], { description: 'What its columns most likely mean, or what was said the last time.' })
  proposedMapping: MappedColumn[];

  @Field(() => String, { nullable: true, description: 'The order of its dates, where it was said the last time.' })
  proposedDateOrder?: string | null;

  @Field(() => String, { nullable: true, description: 'The decimal sign, where it was said the last time.' })
  proposedDecimalSign?: string | null;

  @Field(() => String, { nullable: true, description: 'The currency of its amounts, where it was said the last time.' })
  proposedCurrency?: string | null;

  @Field(() => String, { nullable: true, description: 'How its letters are encoded.' })
  encoding: string | null;

  @Field(() => String, { nullable: true, description: 'What stands between its cells.' })
  delimiter: string | null;
}

@ObjectType({ description: 'How far the work on an import is.' })
export class ImportProgress {
  @Field(() => String, { description: 'reading, checking or posting.' })
  phase: string;

  @Field(() => MinorUnitsScalar, { description: 'Done so far: bytes while reading, steps otherwise.' })
  done: number;

  @Field(() => MinorUnitsScalar, { description: 'Of how many.' })
  total: number;
}

@ObjectType({ description: 'What an import does to one kind of row.' })
export class ImportCount {
  @Field(() => Int, { description: 'New in the book.' })
  added: number;

  @Field(() => Int, {
    description: 'In the book already, with the same contents; customers also when only a document names them.',
  })
  unchanged: number;

  @Field(() => Int, { description: 'In the book already, and changed (customers only: documents never change).' })
  updated: number;
}

@ObjectType({ description: 'What the good rows of the files come to in one currency.' })
export class ImportTotal {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency: string;

  @Field(() => MinorUnitsScalar, { description: 'Σ invoices.' })
  invoices: number;

  @Field(() => MinorUnitsScalar, { description: 'Σ payments, credit notes and write-offs, less returned payments.' })
  credits: number;

  @Field(() => MinorUnitsScalar, { description: 'What is left open on these invoices.' })
  open: number;
}

@ObjectType({ description: 'A row that cannot be imported, or one worth a look.' })
export class BadRow {
  @Field(() => String, { description: 'The file it is in.' })
  file: string;

  @Field(() => Int, { description: 'The line of the file it begins on, the first being 1.' })
  line: number;

  @Field(() => String, { nullable: true, description: 'The column; null when it is the whole row.' })
  column: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there.' })
  value: string | null;

  @Field(() => String, { description: 'What is wrong and what to do.' })
  sentence: string;
}

@ObjectType({ description: 'A page of rows with something to say about them.' })
export class BadRowPage extends Paged(BadRow) {}

@ObjectType({ description: 'What an import would do, or has done.' })
export class ImportReport {
  @Field(() => ImportCount, { description: 'Customers.' })
  customers: ImportCount;

  @Field(() => ImportCount, { description: 'Invoices.' })
  invoices: ImportCount;

  @Field(() => ImportCount, { description: 'Payments, credit notes, write-offs, returned payments.' })
  credits: ImportCount;

  @Field(() => ImportCount, { description: 'Allocations of these to invoices.' })
  allocations: ImportCount;

  @Field(() => ImportCount, { description: 'Exchange rates.' })
  rates: ImportCount;

  @Field(() => [ImportTotal], { description: 'Totals per currency, to compare with your own ledger.' })
  totals: ImportTotal[];

  @Field(() => Int, { description: 'How many rows are bad.' })
  badRowCount: number;

  badRows: BadRow[];

  @Field(() => Int, { description: 'How many warnings there are.' })
  warningCount: number;

  warnings: BadRow[];

  @Field(() => Boolean, { description: 'Whether posting removes the demo book first.' })
  removesDemoBook: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of the newest document that is not after today: the day to look at the book on.',
  })
  suggestedAsOf: string | null;

  @Field(() => Float, { description: 'How long it took.' })
  seconds: number;

  /** Limits of known customers that it lowers, or sets where none was; and what it writes off: for the audit. */
  limits: { customer: string; currency: string; before: number | null; after: number }[];
  writeOffs: { customer: string; number: string; currency: string; minor: number }[];
  /** Whether it is in the book. */
  isPosted: boolean;
  /** The files with the rows that were set aside. */
  rejectedFiles: { file: string; path: string }[];
}

@ObjectType({ description: 'Files on their way into the book: always a dry run first, then posted as a whole.' })
export class Import {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => ImportState, { description: 'How far it has come.' })
  state: ImportState;

  @Field(() => InstantScalar, { description: 'When the files arrived.' })
  createdAt: Date;

  @Field(() => [ImportFile], { description: 'Its files.' })
  files: ImportFile[];

  @Field(() => ImportProgress, { nullable: true, description: 'How far the work is, while it goes on.' })
  progress: ImportProgress | null;

  @Field(() => ImportReport, { nullable: true, description: 'What it would do, or has done.' })
  report: ImportReport | null;

  @Field(() => String, { nullable: true, description: 'Why it cannot go on, and what to do.' })
  error: string | null;
}

@ObjectType({ description: 'A page of imports.' })
export class ImportPage extends Paged(Import) {}

@ObjectType({ description: 'A field of a kind of file.' })
export class ImportFieldInfo {
  @Field(() => String, { description: 'Its key.' })
  field: string;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => Boolean, { description: 'Whether every row needs it.' })
  required: boolean;

  @Field(() => String, {
    description:
      'What a file of our own format has of it: in every row; column, cells may be empty; or may be missing.',
  })
  inOurFile: string;

  @Field(() => String, { description: 'What it holds.' })
  description: string;

  @Field(() => String, { description: 'How its cells are written.' })
  shape: string;

  @Field(() => String, { description: 'A cell of the example that can be downloaded.' })
  example: string;
}

@ObjectType('ImportKind', { description: 'Which fields a file of this kind can hold.' })
export class ImportKindInfo {
  @Field(() => String, { description: 'Its key.' })
  kind: string;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => String, { description: 'What a row of it is.' })
  description: string;

  @Field(() => [ImportFieldInfo], { description: 'Its fields.' })
  fields: ImportFieldInfo[];
}
