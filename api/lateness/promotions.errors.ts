import { Refusal } from '../shared/refusal.js';

export class PromotionTakesAPerson extends Refusal {
  readonly code = 'PROMOTION_TAKES_A_PERSON';

  constructor() {
    super('Putting a model in force takes two people who have signed in; a program or a command cannot ask for it.');
  }
}

export class ModelNotChallenger extends Refusal {
  readonly code = 'MODEL_NOT_CHALLENGER';

  constructor(version: number, state: string) {
    super(
      state === 'champion'
        ? `Model ${version} is in force already.`
        : `Model ${version} is retired: only the challenger can be put in force. Train another: npx goodstanding train.`,
    );
  }
}

export class PromotionHasObjections extends Refusal {
  readonly code = 'PROMOTION_HAS_OBJECTIONS';

  constructor(version: number, objections: readonly string[]) {
    super(`Model ${version} cannot be put in force: ${objections.join(' ')}`);
  }
}

export class PromotionWaits extends Refusal {
  readonly code = 'PROMOTION_WAITS';

  constructor(version: number, name: string) {
    super(`${name} has asked already to put model ${version} in force. It has to be decided or taken back first.`);
  }
}

export class OwnPromotion extends Refusal {
  readonly code = 'OWN_PROMOTION';

  constructor() {
    super('You asked for this yourself: another person has to decide. You can take it back.');
  }
}

export class NotYourPromotion extends Refusal {
  readonly code = 'NOT_YOUR_PROMOTION';

  constructor(name: string) {
    super(`${name} asked for this: only they can take it back. Refuse it instead.`);
  }
}

export class PromotionDecided extends Refusal {
  readonly code = 'PROMOTION_DECIDED';

  constructor(state: string) {
    super(`It is ${state} already. Load the page again.`);
  }
}
