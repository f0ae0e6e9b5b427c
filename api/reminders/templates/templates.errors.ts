import { type Day, dayInWords } from '../../../analytics/index.js';
import { Refusal } from '../../shared/refusal.js';

export class TemplateNotRight extends Refusal {
  readonly code = 'TEMPLATE_NOT_RIGHT';
}

/** Nothing goes out with a gap in it. */
export class ValueMissing extends Refusal {
  readonly code = 'VALUE_MISSING';

  constructor(
    readonly field: string,
    readonly what: string,
    customer: string,
  ) {
    super(`The template needs {${field}}, and for ${customer} there is none. ${what}`);
  }
}

export class NobodyToTryOn extends Refusal {
  readonly code = 'NOBODY_TO_TRY_ON';

  constructor() {
    super('No open invoices are like that. Choose another customer, or another situation.');
  }
}

export class NoAddressOfOnesOwn extends Refusal {
  readonly code = 'NO_ADDRESS_OF_ONES_OWN';

  constructor() {
    super('A test goes to the address of whoever asks for it. Sign in as a person to send one.');
  }
}

export class TestNotTaken extends Refusal {
  readonly code = 'TEST_NOT_TAKEN';

  constructor(said: string) {
    super(`The mail server did not take the test. It said: ${said}`);
  }
}

export class WordsAreCompared extends Refusal {
  readonly code = 'WORDS_ARE_COMPARED';

  constructor(since: Day) {
    super(`These words have been compared with others since ${dayInWords(since)}. End the comparison first.`);
  }
}

export class NothingToCompare extends Refusal {
  readonly code = 'NOTHING_TO_COMPARE';
}

export class ComparisonOver extends Refusal {
  readonly code = 'COMPARISON_OVER';

  constructor() {
    super('This comparison is over. Load the list again.');
  }
}
