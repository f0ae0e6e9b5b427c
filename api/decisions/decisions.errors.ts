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
    super(`The decision about ${name} of ${day} is no decline: there is nothing to override. Vet it anew instead.`);
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
