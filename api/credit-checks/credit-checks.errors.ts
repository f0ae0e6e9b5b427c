import { Refusal } from '../shared/refusal.js';

export class ProviderNotSetUp extends Refusal {
  readonly code = 'PROVIDER_NOT_SET_UP';
}

export class CompanyNotNamed extends Refusal {
  readonly code = 'COMPANY_NOT_NAMED';

  constructor() {
    super('Say which customer or which prospect the credit check is about: one of the two.');
  }
}

/** The provider could not be asked: what it goes by is not known. */
export class NotAskable extends Refusal {
  readonly code = 'NOT_ASKABLE';
}

export class AlreadyAsking extends Refusal {
  readonly code = 'ALREADY_ASKING';

  constructor(name: string, title: string) {
    super(`${name} is asking ${title} about this company right now. Load the page again in a minute.`);
  }
}

export class CreditCheckNotRight extends Refusal {
  readonly code = 'CREDIT_CHECK_NOT_RIGHT';
}

export class BureauScaleNotRight extends Refusal {
  readonly code = 'BUREAU_SCALE_NOT_RIGHT';
}

export class CreditCheckOfAnother extends Refusal {
  readonly code = 'CREDIT_CHECK_OF_ANOTHER';

  constructor() {
    super('The credit check is about another company. Choose one of this company, or type one in.');
  }
}
