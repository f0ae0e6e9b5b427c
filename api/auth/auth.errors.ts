import { AccessRefused, Refusal } from '../shared/refusal.js';

/** Nobody signed in, a session that ended, or a key or cookie that is none of ours: which of these is not told. */
export class NotSignedIn extends Refusal {
  readonly code = 'UNAUTHENTICATED';
  readonly extensions = { http: { status: 401 } };

  constructor() {
    super('Sign in first.');
  }
}

export class NotAllowed extends AccessRefused {
  readonly code = 'FORBIDDEN';
  readonly extensions = { http: { status: 403 } };

  constructor(what: string) {
    super(`You may not do this. It takes the right to: ${what} Ask whoever gives out the roles.`);
  }
}

export class SecondFactorMissing extends Refusal {
  readonly code = 'SECOND_FACTOR_MISSING';
  readonly extensions = { http: { status: 403 } };

  constructor() {
    super('Your role takes a second factor, and you have none yet. Add one on the page Account.');
  }
}

export class PeopleOnly extends AccessRefused {
  readonly code = 'FORBIDDEN';

  constructor() {
    super('Programs do not do this. Sign in as a person.');
  }
}

export class NotOneself extends AccessRefused {
  readonly code = 'FORBIDDEN';

  constructor() {
    super('Nobody does this for themselves. End your own second factor with your password and a code.');
  }
}

export class OneHand extends AccessRefused {
  readonly code = 'ONE_HAND';

  constructor(name: string) {
    super(
      `Your account and that of ${name}, who asked, are in one hand: one person added the other, or was shown the link to set a password. Somebody else has to decide.`,
    );
  }
}

export class OwnRole extends AccessRefused {
  readonly code = 'FORBIDDEN';

  constructor() {
    super('Nobody gives themselves another role. Ask another admin.');
  }
}

export class NotOfDemo extends AccessRefused {
  readonly code = 'FORBIDDEN';

  constructor(name: string) {
    super(
      `${name} is no person of the demo book, so nobody who came in by one click changes them. Sign in as yourself, or use: npx goodstanding people.`,
    );
  }
}

/** One sentence for a wrong address, a wrong password and a person who may not sign in any more. */
export class SignInRefused extends AccessRefused {
  readonly code = 'SIGN_IN_REFUSED';

  constructor() {
    super('Address and password do not go together. Try again, or have a link sent to set a new password.');
  }
}

/** Of somebody who is in, and gives the password once more. */
export class PasswordNotRight extends AccessRefused {
  readonly code = 'SIGN_IN_REFUSED';

  constructor() {
    super('This is not your password. Try again, or sign out and have a link sent to set a new one.');
  }
}

/** The same for addresses that exist and for those that do not. */
export class TooManyTries extends AccessRefused {
  readonly code = 'TOO_MANY_TRIES';

  constructor(seconds: number) {
    const wait = seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
    super(`There were too many tries. Wait ${wait}, then try again.`);
  }
}

export class TooManyAtOnce extends Refusal {
  readonly code = 'TOO_MANY_SIGN_INS';

  constructor() {
    super('Many are signing in at this moment. Try again in a few seconds.');
  }
}

export class PasswordTooWeak extends Refusal {
  readonly code = 'PASSWORD_TOO_WEAK';
}

export class LinkNotValid extends AccessRefused {
  readonly code = 'LINK_NOT_VALID';
  readonly extensions = { http: { status: 403 } };

  constructor() {
    super('This link was used already, or is too old. Have a new one sent from the sign-in page.');
  }
}

export class SecondFactorNeeded extends Refusal {
  readonly code = 'SECOND_FACTOR_NEEDED';

  constructor() {
    super('Give the code that your authenticator app shows, or one of your recovery codes.');
  }
}

export class CodeNotValid extends AccessRefused {
  readonly code = 'CODE_NOT_VALID';
  readonly extensions = { http: { status: 403 } };

  constructor() {
    super('This code is not the one shown now, or was used already. Wait for the next one and try again.');
  }
}

export class SecondFactorOn extends Refusal {
  readonly code = 'SECOND_FACTOR_ON';

  constructor() {
    super('You have a second factor already. Remove it first, then add the new one.');
  }
}

/** The mailbox page is read by others: no link may lie in it. */
export class NoMailServer extends Refusal {
  readonly code = 'NO_MAIL_SERVER';

  constructor() {
    super(
      'This installation sends no mail. Ask whoever runs it for a link: the command npx goodstanding people link prints one.',
    );
  }
}

export class PersonExists extends Refusal {
  readonly code = 'PERSON_EXISTS';

  constructor(email: string) {
    super(`There is already a person with the address ${email}. Change that one instead.`);
  }
}

export class DemoOnly extends Refusal {
  readonly code = 'DEMO_ONLY';

  constructor() {
    super('Roles can be tried by one click on the demo book alone. Sign in with address and password.');
  }
}

export class LastAdmin extends Refusal {
  readonly code = 'LAST_ADMIN';

  constructor() {
    super('Nobody would be left who can say who may sign in. Make another person admin first.');
  }
}
