import { dayInWords } from '../../analytics/index.js';
import { Refusal } from '../shared/refusal.js';

/** All that is wrong with an application, so that it is mended in one go. */
export class ApplicationNotRight extends Refusal {
  readonly code = 'APPLICATION_NOT_RIGHT';

  constructor(readonly fields: { field: string; sentence: string }[]) {
    super(fields.map(({ sentence }) => sentence).join(' '));
  }
}

export class NotDeclined extends Refusal {
  readonly code = 'NOT_DECLINED';

  constructor(name: string, day: string) {
    super(
      `The decision about ${name} of ${day} is no decline and was not referred: there is nothing to override. Vet it anew instead.`,
    );
  }
}

export class TermsWithoutLimit extends Refusal {
  readonly code = 'TERMS_WITHOUT_LIMIT';

  constructor(days: number) {
    super(
      `Without a limit nothing is supplied on credit, so there are no ${days} days to pay in. Give a limit, or 0 days for payment before supply.`,
    );
  }
}

export class AlreadyOverridden extends Refusal {
  readonly code = 'ALREADY_OVERRIDDEN';

  constructor(name: string) {
    super(`${name} has overridden this decline already. Load the list again.`);
  }
}

/** All that is wrong with a policy, so that it is mended in one go. */
export class PolicyNotRight extends Refusal {
  readonly code = 'POLICY_NOT_RIGHT';

  constructor(readonly sentences: string[]) {
    super(sentences.join(' '));
  }
}

export class NoDraft extends Refusal {
  readonly code = 'NO_DRAFT';

  constructor() {
    super('There is no draft of a policy. Write one first.');
  }
}

export class DraftHasChanged extends Refusal {
  readonly code = 'DRAFT_HAS_CHANGED';

  constructor() {
    super(
      'The draft is no longer the one that was asked for. Refuse this, look at the draft, and have it asked for again.',
    );
  }
}

export class NotReplayable extends Refusal {
  readonly code = 'NOT_REPLAYABLE';

  constructor() {
    super('It was kept before policies were kept as documents, and cannot be made again. What it said then stands.');
  }
}

export class NoAssumption extends Refusal {
  readonly code = 'NO_ASSUMPTION';

  constructor(key: string) {
    super(`“${key}” is no assumption that can be tried on one contract. The policy names those that can.`);
  }
}

export class WhatIfNotKept extends Refusal {
  readonly code = 'WHAT_IF_NOT_KEPT';

  constructor() {
    super('What is kept stands on the policy. Leave the changed assumptions out, or draft a policy with them.');
  }
}

export class NoOffer extends Refusal {
  readonly code = 'NO_OFFER';

  constructor() {
    super('Nothing was offered: it was declined, or waits for a person to decide. Override it first, or vet it anew.');
  }
}

export class OfferOver extends Refusal {
  readonly code = 'OFFER_OVER';

  constructor(until: string) {
    super(`The offer stood until ${dayInWords(until)}. Vet the company anew.`);
  }
}

export class OutcomeTold extends Refusal {
  readonly code = 'OUTCOME_TOLD';

  constructor(name: string) {
    super(`${name} has told already what became of this offer. Load the list again.`);
  }
}

export class NoRateForLimit extends Refusal {
  readonly code = 'NO_RATE';

  constructor(from: string, to: string) {
    super(`The offer is in ${from} and the customer’s limit in ${to}: enter a rate for both in the settings first.`);
  }
}

export class NothingToRenew extends Refusal {
  readonly code = 'NOTHING_TO_RENEW';

  constructor(name: string) {
    super(`Nothing was ever agreed with ${name}, decided about it or invoiced to it. Vet it first.`);
  }
}

export class DecidedSince extends Refusal {
  readonly code = 'DECIDED_SINCE';

  constructor() {
    super('There is a newer decision about this company, and that one stands. Load the list again.');
  }
}

export class CustomerClosed extends Refusal {
  readonly code = 'CUSTOMER_CLOSED';

  constructor() {
    super('This customer is closed: nothing more will be sold to it. Open it again first.');
  }
}
