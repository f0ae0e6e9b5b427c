import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DefaultCause as Cause } from '../../analytics/index.js';
import { Approval } from '../approvals/approval.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

export enum DefaultCause {
  PAST_DUE = 'past due',
  INSOLVENCY = 'insolvency',
  WRITE_OFF = 'write-off',
  HANDED_OVER = 'handed over',
}
registerEnumType(DefaultCause, {
  name: 'DefaultCause',
  description: 'Which part of the definition of default was met.',
  valuesMap: {
    PAST_DUE: { description: 'Undisputed and so many days past due.' },
    INSOLVENCY: { description: 'A credit check has it in an insolvency procedure.' },
    WRITE_OFF: { description: 'So much was written off.' },
    HANDED_OVER: { description: 'Handed to an agency, to lawyers or to court: its reminders are paused for that.' },
  },
});

@ObjectType({ description: 'The first day on which a customer met one part of the definition of default.' })
export class DefaultEvent {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => DefaultCause, { description: 'Which part.' })
  cause: Cause;

  @Field(() => DayScalar, { description: 'The first day it was met.' })
  happenedOn: string;

  customerId: number;
}

@ObjectType({ description: 'A page of defaults.' })
export class DefaultEventPage extends Paged(DefaultEvent) {}

@ObjectType({ description: 'What counts as a default, from a day on.' })
export class DefaultDefinition {
  @Field(() => DayScalar, { description: 'The day from which it holds.' })
  validOn: string;

  @Field(() => Int, { description: 'Undisputed invoices count from so many days past due.' })
  daysPastDue: number;

  @Field(() => Float, {
    description: 'Less than this, past due or written off, is no default: whole units of the reporting currency.',
  })
  floorMajor: number;

  @Field(() => Boolean, { description: 'Whether an insolvency that a credit check tells of counts.' })
  countsInsolvency: boolean;

  @Field(() => Boolean, { description: 'Whether a write-off counts.' })
  countsWriteOff: boolean;

  @Field(() => Boolean, {
    description: 'Whether it counts that a customer was handed to an agency, to lawyers or to court.',
  })
  countsHandedOver: boolean;

  @Field(() => String, { description: 'Why so.' })
  reason: string;

  @Field(() => String, { description: 'Who set it.' })
  setBy: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who approved it; null where the product or a command set it.',
  })
  approvedBy: string | null;
}

@ObjectType({ description: 'How much the book itself says of defaults, and so why points are set as they are.' })
export class DefaultEvidence {
  @Field(() => DefaultDefinition, { description: 'What counts as one.' })
  definition: DefaultDefinition;

  @Field(() => Int, { description: 'Customers of the book that have ever met it, as of the last count.' })
  customers: number;

  @Field(() => Int, { description: 'How many it takes before points may be fitted.' })
  needed: number;

  @Field(() => Boolean, { description: 'Whether there are so many.' })
  isEnough: boolean;

  @Field(() => String, { description: 'The same in words.' })
  sentence: string;
}

@ObjectType({ description: 'What counts as a default was set, or waits for another person.' })
export class DefaultDefined {
  @Field(() => DefaultEvidence, { description: 'What counts as one now.' })
  evidence: DefaultEvidence;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}

@ObjectType({ description: 'How many customers meet one part of a definition.' })
export class DefaultCauseCount {
  @Field(() => DefaultCause, { description: 'Which part.' })
  cause: Cause;

  @Field(() => Int, { description: 'How many; one customer may meet several parts.' })
  customers: number;
}

@ObjectType({ description: 'What a definition of default would count in the book as it is.' })
export class DefaultPreview {
  @Field(() => DayScalar, { description: 'As of which day: the day the book opens on.' })
  asOf: string;

  @Field(() => Int, { description: 'Customers that have ever met it.' })
  customers: number;

  @Field(() => Int, { description: 'Of these, how many do not meet the definition as last counted.' })
  added: number;

  @Field(() => Int, { description: 'How many meet that one and would not meet this.' })
  gone: number;

  @Field(() => [DefaultCauseCount], { description: 'By part.' })
  causes: DefaultCauseCount[];
}
