import { Refusal } from '../shared/refusal.js';

export class NothingOpen extends Refusal {
  readonly code = 'NOTHING_OPEN';

  constructor(number: string) {
    super(`Nothing is open of invoice ${number}: there is nothing to write off.`);
  }
}

/** Between the entries that are there a balance of a past day would change that others have seen settled. */
export class WriteOffDayNotPossible extends Refusal {
  readonly code = 'WRITE_OFF_DAY_NOT_POSSIBLE';

  constructor(day: string, from: string, today: string) {
    super(`It cannot be written off on ${day}: give a day from ${from}, its last entry, to today, ${today}.`);
  }
}

/** Who approves has seen one amount. */
export class OpenAmountChanged extends Refusal {
  readonly code = 'OPEN_AMOUNT_CHANGED';

  constructor(number: string, now: string, asked: string) {
    super(`Of invoice ${number} ${now} is open now, and ${asked} was to be written off. Refuse this, and ask anew.`);
  }
}
