import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { InstantScalar } from '../shared/scalars.js';

@ObjectType({ description: 'Whether messages go out.' })
export class ReminderSending {
  @Field(() => Boolean, { description: 'Whether a person stopped all of them.' })
  isStopped: boolean;

  @Field(() => Boolean, { description: 'Whether those of a day go out by themselves.' })
  isAutomatic: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is as it is.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'Who set it so; null: nobody has changed it.' })
  changedBy: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was set so.' })
  changedAt: Date | null;
}

@InputType({ description: 'Whether messages go out.' })
export class ReminderSendingInput {
  @Field(() => Boolean, { description: 'True stops all messages, those that wait too.' })
  isStopped: boolean;

  @Field(() => Boolean, { description: 'True lets those of a day go out by themselves.' })
  isAutomatic: boolean;

  @Field(() => String, { nullable: true, description: 'Why.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string;
}

@InputType({ description: 'What became of a call.' })
export class RecordCallInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => ID, { description: 'Which.' })
  deliveryId: string;

  @Field(() => Boolean, { description: 'Whether somebody was reached.' })
  wasReached: boolean;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  @IsOptional()
  @MaxLength(2000)
  note?: string;
}

export enum TrialVerdict {
  HELPS = 'helps',
  HARMS = 'harms',
  OPEN = 'open',
}

registerEnumType(TrialVerdict, {
  name: 'TrialVerdict',
  description: 'What a trial has shown.',
  valuesMap: {
    HELPS: { description: 'Reminders bring more payments by the due day.' },
    HARMS: { description: 'Reminders bring fewer; all sending is stopped by itself.' },
    OPEN: { description: 'Not to be told yet.' },
  },
});

@ArgsType()
export class ReminderUpliftArgs {
  @Field(() => ID, { description: 'Which.' })
  campaignId: string;

  @Field(() => Float, {
    defaultValue: 0.06,
    description: 'The difference a trial is to find, as a share: 0.06 is six points.',
  })
  @Min(0.01)
  @Max(0.5)
  lift: number;
}

@ObjectType({ description: 'Invoices and customers of one arm of a trial.' })
export class TrialArm {
  @Field(() => Int, { description: 'Customers.' })
  customers: number;

  @Field(() => Int, { description: 'Invoices that have fallen due.' })
  invoices: number;

  @Field(() => Int, { description: 'Of them paid by the due day.' })
  paidByDue: number;
}

@ObjectType({ description: 'What reminders before the due day do, by customers that were drawn to get none.' })
export class ReminderUplift {
  @Field(() => TrialArm, { description: 'Who was reminded.' })
  reminded: TrialArm;

  @Field(() => TrialArm, { description: 'Who was held out.' })
  heldOut: TrialArm;

  @Field(() => Int, { description: 'Customers an arm must have before anything is told of what reminders do.' })
  fewestCustomers: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share paid by the due day with reminders less that without; null: too few.',
  })
  uplift: number | null;

  @Field(() => [Float], {
    nullable: true,
    description: 'From and up to where it lies with 95 % confidence, by customers.',
  })
  interval: readonly number[] | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How many days earlier an invoice is paid with reminders, looked at for 30 days after its due day; null: too few.',
  })
  daysEarlier: number | null;

  @Field(() => [Float], {
    nullable: true,
    description: 'From and up to how many days that is with 95 % confidence, by customers.',
  })
  daysEarlierInterval: readonly number[] | null;

  @Field(() => Float, { nullable: true, description: 'How often chance alone would show as much.' })
  pValue: number | null;

  @Field(() => [Float], {
    nullable: true,
    description:
      'The same on whatever days one looks, all of them together; it decides. Null: fewer than fifty customers in an arm.',
  })
  anyDayInterval: readonly number[] | null;

  @Field(() => TrialVerdict, { description: 'What that shows.' })
  verdict: TrialVerdict;

  @Field(() => InstantScalar, { nullable: true, description: 'When the trial stopped all sending; null: it did not.' })
  stoppedAt: Date | null;

  @Field(() => Float, {
    description:
      'Share paid by the due day without reminders, which the size goes by; 0.67 before anybody is held out.',
  })
  shareWithout: number;

  @Field(() => Float, { description: 'The share that a trial of that size finds; at most 0.99.' })
  shareLookedFor: number;

  @Field(() => Int, {
    description: 'Customers each arm needs to find that in four of five trials, looked at once, at its end.',
  })
  customersNeeded: number;
}
