import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, Paged, SortDirection } from '../../shared/page.js';
import { InstantScalar } from '../../shared/scalars.js';

export enum IncomingKind {
  BOUNCED = 'bounced',
  DELAYED = 'delayed',
  COMPLAINED = 'complained',
  REPLIED = 'replied',
  AUTO_REPLIED = 'auto_replied',
}
registerEnumType(IncomingKind, {
  name: 'IncomingKind',
  description: 'What came back to a message.',
  valuesMap: {
    BOUNCED: { description: 'It could not be delivered.' },
    DELAYED: { description: 'A mail server still tries to deliver it.' },
    COMPLAINED: { description: 'Whoever got it marked it as unwanted.' },
    REPLIED: { description: 'Somebody answered: reminders rest until a person has read it.' },
    AUTO_REPLIED: { description: 'A program answered, out of office for instance.' },
  },
});

export enum ContactMailState {
  BOUNCED = 'bounced',
  COMPLAINED = 'complained',
}
registerEnumType(ContactMailState, {
  name: 'ContactMailState',
  description: 'Why an address is not written to.',
  valuesMap: {
    BOUNCED: { description: 'Mail to it came back for good, or three times.' },
    COMPLAINED: { description: 'Our mail was marked as unwanted there: the customer gets none.' },
  },
});

@ObjectType({ description: 'What came back to a message of ours. All of it is text.' })
export class IncomingMail {
  customerId: number;

  @Field(() => ID, { description: 'Our key, within the customer.' })
  id: number;

  @Field(() => IncomingKind, { description: 'What it is.' })
  kind: IncomingKind;

  @Field(() => InstantScalar, { description: 'When we took it in.' })
  receivedAt: Date;

  @Field(() => String, { description: 'Who says to have sent it.' })
  from: string;

  @Field(() => String, { description: 'Subject line.' })
  subject: string;

  @Field(() => String, { description: 'What it says, at most 20,000 signs.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'What the mail server said.' })
  detail: string | null;

  @Field(() => String, { description: 'Subject of the message it came back to.' })
  toMessage: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The pause that holds because of an answer, until a person ends it.',
  })
  pauseId: number | null;

  @Field(() => [String], {
    description: 'Other companies of the group that the message spoke to, whose reminders rest because of an answer.',
  })
  restingToo: string[];
}

@ObjectType({ description: 'A page of what came back.' })
export class IncomingMailPage extends Paged(IncomingMail) {}

export enum IncomingMailSort {
  RECEIVED_AT = 'received_at',
  SUBJECT = 'subject',
}
registerEnumType(IncomingMailSort, {
  name: 'IncomingMailSort',
  description: 'What incoming mail is sorted by.',
  valuesMap: { RECEIVED_AT: { description: 'When we took it in.' }, SUBJECT: { description: 'Subject line.' } },
});

@InputType({ description: 'Which incoming mail.' })
export class IncomingMailFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => IncomingKind, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  kind?: IncomingKind;

  @Field(() => String, { nullable: true, description: 'Only whose sender or subject holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class IncomingMailArgs extends PageArgs {
  @Field(() => IncomingMailFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: IncomingMailFilter;

  @Field(() => IncomingMailSort, { defaultValue: IncomingMailSort.RECEIVED_AT, description: 'By what.' })
  sort: IncomingMailSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

@InputType({ description: 'Which answer a person has read.' })
export class AnswerReadInput {
  @Field(() => ID, { description: 'From which customer.' })
  customerId: string;

  @Field(() => ID, { description: 'Which.' })
  mailId: string;
}

@InputType({ description: 'Whom to write to again.' })
export class WriteToContactAgainInput {
  @Field(() => ID, { description: 'At which customer.' })
  customerId: string;

  @Field(() => ID, { description: 'Which contact.' })
  contactId: string;

  @Field(() => String, { description: 'Why: how it is known that mail arrives and is wanted again.' })
  @MaxLength(500)
  reason: string;
}
