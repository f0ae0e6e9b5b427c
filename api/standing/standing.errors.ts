import { dayInWords } from '../../analytics/index.js';
import type { Customer } from '../customers/customer.entity.js';
import { Refusal } from '../shared/refusal.js';

export class StepNotAllowed extends Refusal {
  readonly code = 'STEP_NOT_ALLOWED';

  constructor(name: string, from: string, to: string) {
    super(
      `${name} stands at “${words(from)}”; from there it cannot go to “${words(to)}”. Load the page again to see how it stands now.`,
    );
  }
}

export class NotProposed extends Refusal {
  readonly code = 'NOT_PROPOSED';

  constructor(name: string, asOf: string) {
    super(
      `The rules did not propose to hold ${name} on ${dayInWords(asOf)}, so there is nothing to dismiss. Load the list again.`,
    );
  }
}

export class NothingToHold extends Refusal {
  readonly code = 'NOT_YET_A_CUSTOMER';

  constructor(name: string) {
    super(`${name} is a prospect: nothing is supplied to it yet, so there is nothing to hold.`);
  }
}

export class HoldNeedsReason extends Refusal {
  readonly code = 'HOLD_NEEDS_REASON';

  constructor(name: string, asOf: string) {
    super(
      `No rule proposes to hold ${name} on ${dayInWords(asOf)}. Say in a note why it is held: whoever releases it reads it.`,
    );
  }
}

export class DayNotInBook extends Refusal {
  readonly code = 'DAY_NOT_IN_BOOK';
}

export class TwoCustomers extends Refusal {
  readonly code = 'TWO_CUSTOMERS';

  constructor(number: string, other: string) {
    super(`The key is that of customer ${other}, the number is ${number}: two customers. Give one of the two.`);
  }
}

export class UntilMustBeLater extends Refusal {
  readonly code = 'UNTIL_MUST_BE_LATER';

  constructor(until: string, asOf: string) {
    super(`A proposal is dismissed until a later day than ${dayInWords(asOf)}; ${dayInWords(until)} is not later.`);
  }
}

export class AmountMustBePositive extends Refusal {
  readonly code = 'AMOUNT_MUST_BE_POSITIVE';

  constructor() {
    super('Ask about an amount above nothing.');
  }
}

export class NoRateForSupply extends Refusal {
  readonly code = 'NO_RATE';

  constructor(from: string, to: string) {
    super(
      `There is no exchange rate between ${from} and ${to}, so the amount cannot be set against the limit. Enter a rate in the settings, or ask in ${to}.`,
    );
  }
}

export class CurrencyOfLimitDiffers extends Refusal {
  readonly code = 'CURRENCY_OF_LIMIT_DIFFERS';

  constructor(customer: Customer, given: string) {
    super(
      `The limit of ${customer.name} is kept in ${customer.currency}, not in ${given}. Give the amount in ${customer.currency}.`,
    );
  }
}

const words = (state: string) => state.replaceAll('_', ' ');
