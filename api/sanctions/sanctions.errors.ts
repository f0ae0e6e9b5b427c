import { Refusal } from '../shared/refusal.js';

export class SanctionListNotRight extends Refusal {
  readonly code = 'SANCTION_LIST_NOT_RIGHT';
}

export class NoSuchMatch extends Refusal {
  readonly code = 'NO_SUCH_MATCH';

  constructor(company: string, entry: string) {
    super(
      `“${entry}” is on no list as a match of ${company}. Load the recommendation again: the list may be a newer one.`,
    );
  }
}

export class SettledAsSame extends Refusal {
  readonly code = 'SETTLED_AS_SAME';

  constructor(entry: string, by: string) {
    super(
      `${by} said that it is “${entry}”. To go by another view, override the decline: that takes a second person and stands in the record.`,
    );
  }
}

export class NotTellable extends Refusal {
  readonly code = 'NOT_TELLABLE';

  constructor(company: string) {
    super(
      `By its name alone ${company} cannot be told from another company called so, which would be let off with it. Vet it with its number in the register; without one, decide the referral itself.`,
    );
  }
}
