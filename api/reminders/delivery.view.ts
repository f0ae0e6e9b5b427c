import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';
import { IncomingKind } from './incoming/incoming-mail.view.js';

export enum DeliveryState {
  QUEUED = 'queued',
  SENDING = 'sending',
  SENT = 'sent',
  REFUSED = 'refused',
  UNKNOWN = 'unknown',
  CANCELLED = 'cancelled',
}
registerEnumType(DeliveryState, {
  name: 'DeliveryState',
  description: 'Where a message is on its way.',
  valuesMap: {
    QUEUED: { description: 'Will be sent in a moment, or again after the server said “later”.' },
    SENDING: { description: 'Handed to the mail server; its answer is awaited.' },
    SENT: { description: 'The mail server has taken it.' },
    REFUSED: { description: 'The mail server will not take it.' },
    UNKNOWN: {
      description:
        'It is not known whether the mail server took it: a person settles that; it is never sent again by itself.',
    },
    CANCELLED: { description: 'Nothing of it was left to say when it was about to be sent.' },
  },
});

/** What a person can mend stands first. */
export enum NotRemindedReason {
  CONTACT_MISSING = 'contact_missing',
  VALUE_MISSING = 'value_missing',
  DISPUTED = 'disputed',
  COMPLAINED = 'complained',
  BOUNCED = 'bounced',
  REPLIED = 'replied',
  CASH_FEED_OLD = 'cash_feed_old',
  ON_HOLD = 'on_hold',
  CUSTOMER_LEFT_OUT = 'customer_left_out',
  PAUSED = 'paused',
  PROMISED = 'promised',
  ON_PLAN = 'on_plan',
  INSOLVENCY = 'insolvency',
  BREATHING_SPACE = 'breathing_space',
  LEGAL = 'legal',
  OPTED_OUT = 'opted_out',
  HELD_OUT = 'held_out',
  GAP = 'gap',
  DAY_OF_REST = 'day_of_rest',
  ALREADY_SENT = 'already_sent',
  LATER_STEP = 'later_step',
  TOO_LATE = 'too_late',
  ISSUED_LATER = 'issued_later',
  PAID = 'paid',
}
registerEnumType(NotRemindedReason, {
  name: 'NotRemindedReason',
  description: 'Why a step of an invoice is not said.',
  valuesMap: {
    CONTACT_MISSING: { description: 'There is no e-mail address, or for a call no telephone number.' },
    VALUE_MISSING: { description: 'The template needs something that nobody has entered.' },
    DISPUTED: { description: 'The customer contests it.' },
    COMPLAINED: { description: 'The customer marked our mail as unwanted.' },
    BOUNCED: { description: 'Mail to the contact came back.' },
    REPLIED: { description: 'The customer has answered, and nobody has read it.' },
    CASH_FEED_OLD: { description: 'The newest payments are too old to tell who has paid.' },
    ON_HOLD: { description: 'Orders are on hold.' },
    CUSTOMER_LEFT_OUT: { description: 'A person left the customer out.' },
    PAUSED: { description: 'A person paused reminders.' },
    PROMISED: { description: 'Payment is promised.' },
    ON_PLAN: { description: 'It is on a payment plan.' },
    INSOLVENCY: { description: 'The customer is insolvent.' },
    BREATHING_SPACE: { description: 'The law gives the customer breathing space.' },
    LEGAL: { description: 'It is with lawyers.' },
    OPTED_OUT: { description: 'The customer asked to be spoken to in another way.' },
    HELD_OUT: { description: 'The customer is held out, so that we learn what reminders do.' },
    GAP: { description: 'The contact had a message a few days ago.' },
    DAY_OF_REST: { description: 'It is a weekend or a holiday where the customer is.' },
    ALREADY_SENT: { description: 'This step of this due day was said before.' },
    LATER_STEP: { description: 'A later step speaks of it.' },
    TOO_LATE: { description: 'The day of the step is over.' },
    ISSUED_LATER: { description: 'It was issued after the day of the step.' },
    PAID: { description: 'It is settled.' },
  },
});

@ObjectType({ description: 'A message that would go out.' })
export class PlannedMessage {}

@ObjectType({ description: 'A step of an invoice that is not said, and why.' })
export class NotReminded {
  @Field(() => String, { description: 'Why, in words, and what to do.' })
  sentence: string;
}

@ObjectType({ description: 'A page of planned messages.' })
export class PlannedMessagePage extends Paged(PlannedMessage) {}

@ObjectType({ description: 'A page of invoices that get no reminder.' })
export class NotRemindedPage extends Paged(NotReminded) {}

@ObjectType({ description: 'The reminders of a day before any is sent.' })
export class ReminderPlan {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => Int, { description: 'How many invoices the messages speak of.' })
  invoiceCount: number;
}

@ObjectType({ description: 'A message on its way, or gone.' })
export class Delivery {
  customerId: number;

  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => String, { description: 'E-mail address.' })
  to: string;

  @Field(() => String, { description: 'Subject line.' })
  subject: string;

  @Field(() => String, { description: 'What it says, as text.' })
  text: string;

  @Field(() => String, { description: 'What it says, as HTML.' })
  html: string;

  @Field(() => DeliveryState, { description: 'Where it is on its way.' })
  state: DeliveryState;

  @Field(() => DayScalar, { description: 'The day it was planned for.' })
  plannedFor: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was last handed to the mail server.' })
  attemptedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the mail server said when it did not take it.' })
  error: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When its pay link was first taken; null: never. Whether it was opened is not tracked.',
  })
  payLinkTakenAt: Date | null;

  @Field(() => IncomingKind, { nullable: true, description: 'What last came back to it; null: nothing.' })
  cameBack: IncomingKind | null;

  @Field(() => String, { description: 'How it goes: email, or call for one that a person makes.' })
  channel: string;
}

@ObjectType({ description: 'A page of deliveries.' })
export class DeliveryPage extends Paged(Delivery) {}

@ObjectType({ description: 'A message that stayed in the product because no mail server is configured.' })
export class MailboxMessage {
  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => String, { description: 'Who sent it.' })
  from: string;

  @Field(() => String, { description: 'To whom.' })
  to: string;

  @Field(() => String, { description: 'Subject line.' })
  subject: string;

  @Field(() => String, { description: 'What it says, as text.' })
  text: string;

  @Field(() => String, { description: 'What it says, as HTML.' })
  html: string;

  @Field(() => InstantScalar, { description: 'When it arrived.' })
  receivedAt: Date;
}

@ObjectType({ description: 'A page of the mailbox.' })
export class MailboxPage extends Paged(MailboxMessage) {}

@ObjectType({ description: 'What sending did.' })
export class RemindersSent {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => Int, { description: 'Messages handed to the job that sends.' })
  queued: number;

  @Field(() => Int, { description: 'Calls handed to people.' })
  calls: number;

  @Field(() => Int, { description: 'Invoices that were reminded of before.' })
  alreadySent: number;

  @Field(() => Int, { description: 'Invoices that get no reminder for another reason.' })
  leftOut: number;
}
