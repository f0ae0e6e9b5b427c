import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Money } from '../shared/money.view.js';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

export enum TimelineKind {
  INVOICE = 'invoice',
  PAYMENT = 'payment',
  CREDIT_NOTE = 'credit_note',
  WRITE_OFF = 'write_off',
  RETURNED_PAYMENT = 'returned_payment',
  REMINDER = 'reminder',
  INCOMING_MAIL = 'incoming_mail',
  SCORE = 'score',
  STANDING = 'standing',
  DECISION = 'decision',
}
registerEnumType(TimelineKind, {
  name: 'TimelineKind',
  description: 'What happened.',
  valuesMap: {
    INVOICE: { description: 'We issued an invoice.' },
    PAYMENT: { description: 'It paid.' },
    CREDIT_NOTE: { description: 'We gave a credit note.' },
    WRITE_OFF: { description: 'We wrote something off.' },
    RETURNED_PAYMENT: { description: 'The bank took a payment back.' },
    REMINDER: { description: 'We reminded.' },
    INCOMING_MAIL: { description: 'Something came back to a message of ours: an answer, a bounce, a complaint.' },
    SCORE: { description: 'Its grade changed.' },
    STANDING: { description: 'Its standing changed.' },
    DECISION: { description: 'We decided on it.' },
  },
});

@ObjectType({ description: 'One thing that happened with a customer.' })
export class TimelineEntry {
  @Field(() => ID, { description: 'Kind and key.' })
  id: string;

  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => TimelineKind, { description: 'What kind of thing.' })
  kind: TimelineKind;

  @Field(() => String, { description: 'What happened, in words.' })
  title: string;

  @Field(() => Money, { nullable: true, description: 'How much it was about.' })
  amount: Money | null;
}

@ObjectType({ description: 'A page of the time line.' })
export class TimelinePage extends Paged(TimelineEntry) {}

@InputType({ description: 'Which entries of a time line.' })
export class TimelineFilter {
  @Field(() => [TimelineKind], { nullable: true, description: 'Only of these kinds.' })
  @IsOptional()
  kind?: TimelineKind[];

  @Field(() => DayScalar, { nullable: true, description: 'Only from this day on.' })
  @IsOptional()
  from?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only up to this day.' })
  @IsOptional()
  to?: string;
}

@ArgsType()
export class TimelineArgs extends PageArgs {
  @Field(() => TimelineFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: TimelineFilter;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'DESC: the newest first.' })
  direction: SortDirection;

  @Field(() => DayScalar, { nullable: true, description: 'The day; today when not given.' })
  @IsOptional()
  asOf?: string;
}
