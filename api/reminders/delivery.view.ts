import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';

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

export enum NotRemindedReason {
  CUSTOMER_LEFT_OUT = 'customer_left_out',
  CONTACT_MISSING = 'contact_missing',
  PAUSED = 'paused',
  DISPUTED = 'disputed',
  ALREADY_SENT = 'already_sent',
  ON_HOLD = 'on_hold',
}
registerEnumType(NotRemindedReason, {
  name: 'NotRemindedReason',
  description: 'Why an invoice that falls due gets no reminder.',
  valuesMap: {
    CUSTOMER_LEFT_OUT: { description: 'A person left the customer out.' },
    CONTACT_MISSING: { description: 'There is no e-mail address.' },
    PAUSED: { description: 'Reminders are paused.' },
    DISPUTED: { description: 'The customer contests it.' },
    ALREADY_SENT: { description: 'This due day was reminded of before.' },
    ON_HOLD: { description: 'Orders are on hold.' },
  },
});

@ObjectType({ description: 'A message that would go out.' })
export class PlannedMessage {}

@ObjectType({ description: 'An invoice that falls due and gets no reminder, and why.' })
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

  @Field(() => DayScalar, { description: 'The due day it reminds of.' })
  dueOn: string;

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

  @Field(() => String, { description: 'How it goes: email.' })
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

  @Field(() => Int, { description: 'Invoices that were reminded of before.' })
  alreadySent: number;

  @Field(() => Int, { description: 'Invoices that get no reminder for another reason.' })
  leftOut: number;
}
