import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { DeliveryState, NotRemindedReason } from './delivery.view.js';

@InputType({ description: 'Which day’s reminders.' })
export class SendRemindersInput {
  @Field(() => DayScalar, { nullable: true, description: 'The day, which must be today; today when not given.' })
  @IsOptional()
  on?: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True: now, whatever the hour is where the recipient is. False: in the hours of the campaign.',
  })
  atOnce: boolean;
}

@InputType({ description: 'What became of a message in doubt.' })
export class SettleDeliveryInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => ID, { description: 'Which message.' })
  deliveryId: string;

  @Field(() => Boolean, { description: 'True: it arrived. False: it did not, and goes out again.' })
  wasSent: boolean;
}

export enum DeliverySort {
  PLANNED_FOR = 'planned_for',
  ATTEMPTED_AT = 'attempted_at',
}
registerEnumType(DeliverySort, {
  name: 'DeliverySort',
  description: 'What deliveries are sorted by.',
  valuesMap: {
    PLANNED_FOR: { description: 'Day it was planned for.' },
    ATTEMPTED_AT: { description: 'When it was handed to the mail server.' },
  },
});

@InputType({ description: 'Which deliveries.' })
export class DeliveryFilter {
  @Field(() => DeliveryState, { nullable: true, description: 'Only in this state.' })
  @IsOptional()
  state?: DeliveryState;

  @Field(() => ID, { nullable: true, description: 'Only of this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => String, { nullable: true, description: 'Only whose address or subject holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Boolean, { nullable: true, description: 'True: only letters. False: all but letters.' })
  @IsOptional()
  isLetter?: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'Only planned for this day.' })
  @IsOptional()
  plannedFor?: string;
}

@ArgsType()
export class DeliveriesArgs extends PageArgs {
  @Field(() => DeliveryFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: DeliveryFilter;

  @Field(() => DeliverySort, { defaultValue: DeliverySort.PLANNED_FOR, description: 'By what.' })
  sort: DeliverySort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum MailboxSort {
  RECEIVED_AT = 'received_at',
  SUBJECT = 'subject',
}
registerEnumType(MailboxSort, {
  name: 'MailboxSort',
  description: 'What the mailbox is sorted by.',
  valuesMap: { RECEIVED_AT: { description: 'When it arrived.' }, SUBJECT: { description: 'Subject line.' } },
});

@InputType({ description: 'Which messages.' })
export class MailboxFilter {
  @Field(() => String, { nullable: true, description: 'Only whose address or subject holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class MailboxArgs extends PageArgs {
  @Field(() => MailboxFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: MailboxFilter;

  @Field(() => MailboxSort, { defaultValue: MailboxSort.RECEIVED_AT, description: 'By what.' })
  sort: MailboxSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum PlannedMessageSort {
  NAME = 'name',
  TO = 'to',
  INVOICES = 'invoices',
}
registerEnumType(PlannedMessageSort, {
  name: 'PlannedMessageSort',
  description: 'What planned messages are sorted by.',
  valuesMap: {
    NAME: { description: 'Name of the customer.' },
    TO: { description: 'E-mail address.' },
    INVOICES: { description: 'How many invoices it speaks of.' },
  },
});

@InputType({ description: 'Which planned messages.' })
export class PlannedMessageFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only whose address, or whose customer’s name or number, holds this.',
  })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class PlannedMessagesArgs extends PageArgs {
  @Field(() => PlannedMessageFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: PlannedMessageFilter;

  @Field(() => PlannedMessageSort, { defaultValue: PlannedMessageSort.NAME, description: 'By what.' })
  sort: PlannedMessageSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}

export enum NotRemindedSort {
  NAME = 'name',
  INVOICE = 'invoice',
  REASON = 'reason',
}
registerEnumType(NotRemindedSort, {
  name: 'NotRemindedSort',
  description: 'What invoices that get no reminder are sorted by.',
  valuesMap: {
    NAME: { description: 'Name of the customer.' },
    INVOICE: { description: 'Number of the invoice.' },
    REASON: { description: 'Why, what a person can mend first.' },
  },
});

@InputType({ description: 'Which invoices that get no reminder.' })
export class NotRemindedFilter {
  @Field(() => NotRemindedReason, { nullable: true, description: 'Only for this reason.' })
  @IsOptional()
  reason?: NotRemindedReason;

  @Field(() => String, {
    nullable: true,
    description: 'Only whose number, or whose customer’s name or number, holds this.',
  })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class NotRemindedArgs extends PageArgs {
  @Field(() => NotRemindedFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: NotRemindedFilter;

  @Field(() => NotRemindedSort, { defaultValue: NotRemindedSort.NAME, description: 'By what.' })
  sort: NotRemindedSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
