import { Refusal } from '../shared/refusal.js';
import { ImportState } from './imports.states.js';

/** What keeps a file, or a whole import, from being read; bad rows are not refusals but findings, each with its line. */
export class EmptyFile extends Refusal {
  readonly code = 'IMPORT_FILE_EMPTY';

  constructor(file: string) {
    super(`${file} is empty. Export it again, with a header line and at least one row.`);
  }
}

export class OnlyAHeader extends Refusal {
  readonly code = 'IMPORT_FILE_WITHOUT_ROWS';

  constructor(file: string) {
    super(
      `${file} has a header but no rows, so there is nothing to import. Check the period and filters of the export.`,
    );
  }
}

export class NotACsvFile extends Refusal {
  readonly code = 'IMPORT_FILE_NOT_CSV';

  constructor(file: string, what: string) {
    super(`${file} is ${what}, not a CSV file. Open it where it comes from and save or export it as CSV.`);
  }
}

export class NotNamedAsCsv extends Refusal {
  readonly code = 'IMPORT_FILE_NOT_CSV';

  constructor(file: string) {
    super(`${file} ends in none of .csv, .tsv and .txt. Export it as CSV; if it is one already, name it so.`);
  }
}

export class TooManyColumns extends Refusal {
  readonly code = 'IMPORT_TOO_MANY_COLUMNS';

  constructor(file: string, most: number) {
    super(
      `${file} has more than ${most.toLocaleString('en-GB')} columns, and no more are read. Export only the columns of the ledger.`,
    );
  }
}

export class LineTooLong extends Refusal {
  readonly code = 'IMPORT_LINE_TOO_LONG';

  constructor(file: string, line: number) {
    super(
      `${file} has more than 1 MB on line ${line}. A row of a ledger is shorter: its line ends may be lost, or it is no CSV file. Export it again.`,
    );
  }
}

export class QuoteNeverClosed extends Refusal {
  readonly code = 'IMPORT_QUOTE_NEVER_CLOSED';

  constructor(file: string, line: number) {
    super(
      `${file}: the row on line ${line} opens a quotation mark (") that is never closed, so what follows cannot be told apart. Close it or remove it.`,
    );
  }
}

export class AmbiguousDates extends Refusal {
  readonly code = 'IMPORT_DATES_AMBIGUOUS';
  readonly flag = '--date-order day-month or --date-order month-day';

  constructor(file: string, column: string, value: string, line: number) {
    super(
      `${file}, column ${column}: no date of this column tells whether day or month comes first (line ${line} says “${value}”, and no day is above 12). Say which for this file: day first or month first.`,
    );
  }
}

export class ContradictingDates extends Refusal {
  readonly code = 'IMPORT_DATES_CONTRADICT';
  readonly flag = '--date-order day-month or --date-order month-day';

  constructor(
    file: string,
    column: string,
    dayFirst: { value: string; line: number },
    monthFirst: { value: string; line: number },
  ) {
    super(
      `${file}, column ${column}: line ${dayFirst.line} (“${dayFirst.value}”) has the day first and line ${monthFirst.line} (“${monthFirst.value}”) the month. Say which holds, day first or month first; rows written the other way are then listed as bad.`,
    );
  }
}

export class AmbiguousAmounts extends Refusal {
  readonly code = 'IMPORT_AMOUNTS_AMBIGUOUS';
  readonly flag = '--decimal . or --decimal ,';

  constructor(file: string, column: string, value: string, line: number) {
    super(
      `${file}, column ${column}: no amount tells whether “.” or “,” is the decimal sign (line ${line} says “${value}”). Say which.`,
    );
  }
}

export class ContradictingAmounts extends Refusal {
  readonly code = 'IMPORT_AMOUNTS_CONTRADICT';
  readonly flag = '--decimal . or --decimal ,';

  constructor(
    file: string,
    column: string,
    point: { value: string; line: number },
    comma: { value: string; line: number },
  ) {
    super(
      `${file}, column ${column}: line ${point.line} (“${point.value}”) has “.” as the decimal sign and line ${comma.line} (“${comma.value}”) has “,”. Say which holds; rows written the other way are then listed as bad.`,
    );
  }
}

export class UnknownHeader extends Refusal {
  readonly code = 'IMPORT_HEADER_UNKNOWN';

  constructor(file: string, header: string[]) {
    const shown = header.slice(0, 12).join(', ') + (header.length > 12 ? ', …' : '');
    super(
      `${file} has a header we do not know (${shown}). Open the page Import, drop the file there and say once what its columns mean; that is remembered, and this command then takes it.`,
    );
  }
}

export class BadMapping extends Refusal {
  readonly code = 'IMPORT_MAPPING_INCOMPLETE';
}

export class BadRowsInImport extends Refusal {
  readonly code = 'IMPORT_HAS_BAD_ROWS';
  readonly flag = '--accept-good';

  constructor(count: number) {
    super(
      `${count === 1 ? 'One row is' : `${count} rows are`} bad, so nothing was imported. Correct the file, or import the good rows and set the bad ones aside.`,
    );
  }
}

export class NothingToImport extends Refusal {
  readonly code = 'IMPORT_WITHOUT_FILES';

  constructor() {
    super('No file was given. Name or drop at least one CSV file.');
  }
}

export class FileUnreadable extends Refusal {
  readonly code = 'IMPORT_FILE_UNREADABLE';

  constructor(file: string, why: string) {
    super(`${file} cannot be read (${why}). Check the name and whether this program may read it.`);
  }
}

export class UploadGone extends Refusal {
  readonly code = 'IMPORT_UPLOAD_GONE';

  constructor(file: string) {
    super(`The upload of ${file} has been cleared away. Drop the file again.`);
  }
}

export class UploadTooLarge extends Refusal {
  readonly code = 'IMPORT_UPLOAD_TOO_LARGE';
}

export class ImportNotReady extends Refusal {
  readonly code = 'IMPORT_NOT_READY';

  constructor(id: number, state: ImportState) {
    super(`Import ${id} ${standings[state]}`);
  }
}

/** Why an import takes no other step now, and what to do. */
const standings: Record<ImportState, string> = {
  [ImportState.UPLOADED]: 'has only just arrived and is checked next. Wait for its report.',
  [ImportState.CHECKING]: 'is being checked. Wait for its report.',
  [ImportState.CHECKED]: 'has been checked again meanwhile. Look at its report before going on.',
  [ImportState.NEEDS_MAPPING]: 'cannot go on before the meaning of its columns is said.',
  [ImportState.POSTING]: 'is being written to the book. Wait until it is done.',
  [ImportState.POSTED]: 'is in the book already; nothing of it is imported twice. Drop the files again to start over.',
  [ImportState.FAILED]: 'could not be read. Put right what it says and drop the files again.',
};

export class DiskFull extends Refusal {
  readonly code = 'DISK_FULL';

  constructor(where: string) {
    super(`The disk is full (${where}). Nothing was imported. Make room and import again.`);
  }
}

export class DatabaseDown extends Refusal {
  readonly code = 'DATABASE_DOWN';

  constructor() {
    super(
      'The database does not answer. Nothing was imported. Start it again (npm start, or your own PostgreSQL) and import again.',
    );
  }
}

export class BookChangedMeanwhile extends Refusal {
  readonly code = 'IMPORT_BOOK_CHANGED';

  constructor() {
    super('Somebody else wrote the same numbers to the book at the same moment. Nothing was imported. Import again.');
  }
}

export class ImportBeyondRights extends Refusal {
  readonly code = 'IMPORT_BEYOND_RIGHTS';

  constructor(what: string, right: string) {
    super(
      `This import ${what}, which takes the right ${right}. Have somebody post it who has it, or leave those rows out.`,
    );
  }
}
