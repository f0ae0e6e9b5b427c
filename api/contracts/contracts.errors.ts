import { dayInWords } from '../../analytics/index.js';
import { Refusal } from '../shared/refusal.js';

export class ClauseNotRight extends Refusal {
  readonly code = 'CLAUSE_NOT_RIGHT';
}

export class FigureMissing extends Refusal {
  readonly code = 'FIGURE_MISSING';

  constructor(title: string, field: string) {
    super(
      `The clause “${title}” needs {${field}}, which this decision does not have. Leave the clause out, or vet the company anew with it.`,
    );
  }
}

export class NothingToAgree extends Refusal {
  readonly code = 'NOTHING_TO_AGREE';

  constructor(name: string, outcome: string) {
    super(
      `${name} was not approved (${outcome}): there is nothing to agree on. A person may override a decline; what was referred is vetted anew.`,
    );
  }
}

export class AlreadySigned extends Refusal {
  readonly code = 'ALREADY_SIGNED';

  constructor(by: string, on: string) {
    super(`${by} noted on ${dayInWords(on)} that it is signed. Draw up another contract to change it.`);
  }
}

export class SignedOnThatDay extends Refusal {
  readonly code = 'SIGNED_ON_THAT_DAY';

  constructor(drawnUpOn: string, today: string) {
    super(
      `It was drawn up on ${dayInWords(drawnUpOn)} and today is ${dayInWords(today)}: it can only have been signed between.`,
    );
  }
}
