import { dayInWords } from '../../../analytics/index.js';
import { Refusal } from '../../shared/refusal.js';

export class NoLettersToPrint extends Refusal {
  readonly code = 'NO_LETTERS_TO_PRINT';

  constructor(on: string) {
    super(
      `No letter of ${dayInWords(on)} is to be printed (any more). Load the page again to see what became of them.`,
    );
  }
}

export class NoLettersToPost extends Refusal {
  readonly code = 'NO_LETTERS_TO_POST';

  constructor(on: string) {
    super(`No printed letter of ${dayInWords(on)} waits to be posted. Print them first.`);
  }
}

export class SendingIsStopped extends Refusal {
  readonly code = 'SENDING_IS_STOPPED';

  constructor() {
    super('All sending is stopped, letters too. Let messages go out first.');
  }
}

export class EnoughForThisHour extends Refusal {
  readonly code = 'ENOUGH_FOR_THIS_HOUR';

  constructor(mostPerHour: number) {
    super(`${mostPerHour} messages went out within the hour, which is as many as the campaign allows. Print later.`);
  }
}
