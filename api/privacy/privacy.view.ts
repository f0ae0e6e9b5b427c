import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar } from '../shared/scalars.js';

export enum Kept {
  MAILBOX_MESSAGES = 'mailbox messages',
  TEXTS_OF_MESSAGES = 'texts of messages',
  SIGN_IN_TRIES = 'sign-in tries',
  ENDED_SESSIONS = 'ended sessions',
  PROSPECTS_WITHOUT_A_DECISION = 'prospects without a decision',
  APPLICATIONS_WITHOUT_A_DECISION = 'applications without a decision',
  TOLD_EVENTS = 'told events',
  UPLOADED_FILES = 'uploaded files',
}
registerEnumType(Kept, {
  name: 'Kept',
  description: 'What is kept for a time.',
  valuesMap: {
    MAILBOX_MESSAGES: { description: 'Messages in the mailbox of the product, from their arrival.' },
    TEXTS_OF_MESSAGES: { description: 'Texts of messages that were sent, from then; that they were sent stays.' },
    SIGN_IN_TRIES: { description: 'Counts of tries to sign in, from the last.' },
    ENDED_SESSIONS: { description: 'Sessions and links to set a password, from their end.' },
    PROSPECTS_WITHOUT_A_DECISION: {
      description: 'Prospects without decision, invoice or payment, from their arrival.',
    },
    APPLICATIONS_WITHOUT_A_DECISION: {
      description:
        'Credit applications that nobody decided, from their last change, or from the end of their link if that is later.',
    },
    UPLOADED_FILES: {
      description:
        'Files that were dropped for an import and rows that were set aside, from their arrival, and what was said of such rows.',
    },
    TOLD_EVENTS: {
      description: 'Events that another program has taken, from then; that it was told stays, and is not told again.',
    },
  },
});

@ObjectType({ description: 'How long something about people is kept.' })
export class Retention {
  @Field(() => Kept, { description: 'What.' })
  what: Kept;

  @Field(() => Int, { description: 'For how many days.' })
  days: number;

  @Field(() => DayScalar, { description: 'The day from which it holds.' })
  validOn: string;

  @Field(() => String, { description: 'Why so long.' })
  reason: string;
}

@ObjectType({ description: 'What was erased.' })
export class ContactErased {
  @Field(() => Int, { description: 'Messages whose text and address were emptied.' })
  messages: number;

  @Field(() => Int, { description: 'Decisions about its customer that named it, and do not any more.' })
  decisions: number;

  @Field(() => Int, { description: 'Credit checks of its customer that named it, and do not any more.' })
  creditChecks: number;
}
