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
