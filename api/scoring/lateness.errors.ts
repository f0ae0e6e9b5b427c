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
