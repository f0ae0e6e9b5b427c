import { dayInWords } from '../../analytics/index.js';
import { Refusal } from '../shared/refusal.js';

export class NothingToTrainOn extends Refusal {
  readonly code = 'NOTHING_TO_TRAIN_ON';

  constructor(split: string, first: string | null) {
    super(
      first === null
        ? 'The book has no invoice yet: import a ledger first.'
        : `No invoice had been scored by ${split}; the first is on ${first}. Split at a later day.`,
    );
  }
}

export class NothingToPredict extends Refusal {
  readonly code = 'NOTHING_TO_PREDICT';

  constructor(split: string, last: string) {
    super(`No invoice is scored after ${split}; the last is on ${last}. Split at an earlier day.`);
  }
}

export class NothingLate extends Refusal {
  readonly code = 'NOTHING_LATE';

  constructor(invoices: number, asOf: string) {
    super(
      `None of the ${invoices} invoices due by ${asOf} was late: there is nothing to tell apart. No model was trained; train again when one was.`,
    );
  }
}

export class EverythingLate extends Refusal {
  readonly code = 'EVERYTHING_LATE';

  constructor(invoices: number, asOf: string) {
    super(
      `All ${invoices} invoices due by ${asOf} were late: there is nothing to tell apart. No model was trained; if the payments are missing, import them.`,
    );
  }
}

export class OneCustomer extends Refusal {
  readonly code = 'ONE_CUSTOMER';

  constructor(invoices: number) {
    super(
      `All ${invoices} invoices are of one customer: a model tells customers apart. No model was trained; train again when there are invoices of others.`,
    );
  }
}

export class AllDaysEqual extends Refusal {
  readonly code = 'ALL_DAYS_EQUAL';

  constructor(invoices: number, day: string) {
    super(
      `All ${invoices} invoices are of one day, ${day}: there is no later day to measure a model on. No model was trained; check the days of issue in what was imported.`,
    );
  }
}

export class AllLeftOut extends Refusal {
  readonly code = 'ALL_LEFT_OUT';

  constructor(invoices: number) {
    super(
      `All ${invoices} invoices were left out: amounts of nought or below, or days that contradict each other (due or settled before issue). No model was trained; check what was imported.`,
    );
  }
}

/** No telling of the book is kept of that day or one before. */
export class NothingToldThen extends Refusal {
  readonly code = 'NOTHING_TOLD_THEN';

  constructor(on: string) {
    super(`The model of lateness had told nothing of the book by ${dayInWords(on)} that could be made again.`);
  }
}
