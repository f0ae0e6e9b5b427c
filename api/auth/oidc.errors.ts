import { AccessRefused, Refusal } from '../shared/refusal.js';

export class OidcFailed extends Refusal {
  readonly code = 'OIDC_FAILED';

  constructor() {
    super('The sign-in at the provider did not succeed, or took too long. Try again.');
  }
}

export class OidcNoRole extends AccessRefused {
  readonly code = 'OIDC_NO_ROLE';

  constructor() {
    super('The provider knows you, but names no role for you here. Ask whoever gives out the roles.');
  }
}

export class OidcEmailNotVerified extends AccessRefused {
  readonly code = 'OIDC_EMAIL_NOT_VERIFIED';

  constructor() {
    super('The provider has not verified your e-mail address. Have it verified there, then sign in again.');
  }
}

export class OidcEmailTaken extends AccessRefused {
  readonly code = 'OIDC_EMAIL_TAKEN';

  constructor() {
    super('Your e-mail address belongs to somebody else here. Ask whoever says who may sign in.');
  }
}
