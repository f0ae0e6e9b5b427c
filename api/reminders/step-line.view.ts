import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import type { LeftOutStep } from '../../analytics/index.js';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { ReminderChannel } from './campaign.view.js';
import { NotRemindedReason } from './delivery.view.js';
import type { DueInvoice } from './reminder-plan.js';

export enum ReminderStepState {
  SENT = 'sent',
  PLANNED = 'planned',
  NOT_SENT = 'not_sent',
}
registerEnumType(ReminderStepState, {
  name: 'ReminderStepState',
  description: 'What became of a step of an invoice.',
  valuesMap: {
    SENT: { description: 'It was said.' },
    PLANNED: { description: 'It will be said, as things stand.' },
    NOT_SENT: { description: 'It is not said, for a reason.' },
  },
});

@ObjectType({ description: 'One step of one invoice: said, to be said on a day, or not, and why.' })
export class ReminderStepLine {
  of: LeftOutStep<DueInvoice>;

  @Field(() => String, { description: 'The step of the campaign.' })
  step: string;

  @Field(() => ReminderChannel, { description: 'How it is said.' })
  channel: ReminderChannel;

  @Field(() => ReminderStepState, { description: 'What became of it.' })
  state: ReminderStepState;

  @Field(() => DayScalar, { nullable: true, description: 'The day on which it was, or will be, said; null: none.' })
  on: string | null;

  @Field(() => NotRemindedReason, { nullable: true, description: 'Why it is not said.' })
  reason: NotRemindedReason | null;
}

@ObjectType({ description: 'A page of steps.' })
export class ReminderStepLinePage extends Paged(ReminderStepLine) {}

export enum ReminderStepSort {
  ON = 'on',
  NAME = 'name',
  INVOICE = 'invoice',
}
registerEnumType(ReminderStepSort, {
  name: 'ReminderStepSort',
  description: 'What steps are sorted by.',
  valuesMap: {
    ON: { description: 'The day on which it was, or will be, said.' },
    NAME: { description: 'Name of the customer.' },
    INVOICE: { description: 'Number of the invoice.' },
  },
});

@InputType({ description: 'Which steps.' })
export class ReminderStepFilter {
  @Field(() => ReminderStepState, { nullable: true, description: 'Only in this state.' })
  @IsOptional()
  state?: ReminderStepState;

  @Field(() => NotRemindedReason, { nullable: true, description: 'Only for this reason.' })
  @IsOptional()
  reason?: NotRemindedReason;

  @Field(() => ID, { nullable: true, description: 'Only of this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Only whose number, or whose customer’s name or number, holds this.',
  })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class ReminderStepsArgs extends PageArgs {
  @Field(() => ReminderStepFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: ReminderStepFilter;

  @Field(() => ReminderStepSort, { defaultValue: ReminderStepSort.ON, description: 'By what.' })
  sort: ReminderStepSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
