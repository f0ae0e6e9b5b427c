import { dayInWords } from '../../analytics/index.js';
import { AccessRefused, Refusal } from '../shared/refusal.js';

export class NoQuestion extends Refusal {
  readonly code = 'NO_QUESTION';

  constructor(key: string) {
    super(`“${key}” is no question of an application. See creditApplicationQuestions for those that are.`);
  }
}

export class AlreadyDecidedAbout extends Refusal {
  readonly code = 'APPLICATION_DECIDED';

  constructor() {
    super('The application is decided and stays as it was. Begin a new one to change what it says.');
  }
}

export class CompanyNotNamed extends Refusal {
  readonly code = 'COMPANY_NOT_NAMED';

  constructor() {
    super('Name the company first: the link is for one company alone.');
  }
}

/** All that is wrong with what a prospect wrote, each at its field. */
export class AnswersNotRight extends Refusal {
  readonly code = 'ANSWERS_NOT_RIGHT';

  constructor(readonly fields: { field: string; sentence: string }[]) {
    super(fields.map(({ sentence }) => sentence).join(' '));
  }
}

export class FormLinkUnknown extends AccessRefused {
  readonly code = 'FORM_LINK_UNKNOWN';
  readonly extensions = { http: { status: 403 } };

  constructor() {
    super(
      'This link opens no form. It may have been cut short in the mail, or a newer one was sent: use the newest, or ask whoever sent it for another.',
    );
  }
}

export class FormLinkEnded extends Refusal {
  readonly code = 'FORM_LINK_ENDED';
  readonly extensions = { http: { status: 403 } };

  constructor(supplier: string, endedOn: string) {
    super(
      `This link ended on ${dayInWords(endedOn)}. What you wrote is kept: ask ${supplier} for a new link, and go on where you stopped.`,
    );
  }
}

export class FormAlreadySent extends Refusal {
  readonly code = 'FORM_ALREADY_SENT';

  constructor(supplier: string) {
    super(`The form was sent in already, and ${supplier} has it. If something has changed, write to them.`);
  }
}

export class ApplicationOfAnother extends Refusal {
  readonly code = 'APPLICATION_OF_ANOTHER';

  constructor(applies: string, vetted: string) {
    super(
      `The application is of ${applies}, the decision would be about ${vetted}. Open the application of this company.`,
    );
  }
}
