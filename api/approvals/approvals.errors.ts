import { AccessRefused, Refusal } from '../shared/refusal.js';

export class OwnRequest extends Refusal {
  readonly code = 'OWN_REQUEST';

  constructor() {
    super('You asked for this yourself: another person has to decide. You can take it back.');
  }
}

export class NotYourRequest extends Refusal {
  readonly code = 'NOT_YOUR_REQUEST';

  constructor(name: string) {
    super(`${name} asked for this: only they can take it back. Refuse it instead.`);
  }
}

export class NotEnoughAuthority extends AccessRefused {
  readonly code = 'NOT_ENOUGH_AUTHORITY';

  constructor(role: string, most: string) {
    super(`As ${role} you approve this up to ${most}. Somebody with more authority has to decide.`);
  }
}

export class AlreadyDecided extends Refusal {
  readonly code = 'ALREADY_DECIDED';

  constructor(state: string) {
    super(`It is ${state} already. Load the list again.`);
  }
}

export class AlreadyAsked extends Refusal {
  readonly code = 'ALREADY_ASKED';

  constructor(summary: string, name: string) {
    super(`${name} has asked for this already: “${summary}”. It has to be decided or taken back first.`);
  }
}
