import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';

export enum PauseReason {
  DISPUTE = 'dispute',
  PROMISE = 'promise',
  PLAN = 'plan',
  BREATHING_SPACE = 'breathing_space',
  INSOLVENCY = 'insolvency',
  LEGAL = 'legal',
  BOUNCED = 'bounced',
  OPTED_OUT = 'opted_out',
  REPLIED = 'replied',
  BY_HAND = 'by_hand',
}
registerEnumType(PauseReason, {
  name: 'PauseReason',
  description: 'Why reminders rest.',
  valuesMap: {
    DISPUTE: { description: 'It is contested.' },
    PROMISE: { description: 'Payment is promised.' },
    PLAN: { description: 'A payment plan was agreed.' },
    BREATHING_SPACE: { description: 'The law gives the customer breathing space.' },
    INSOLVENCY: { description: 'The customer is insolvent.' },
    LEGAL: { description: 'Lawyers have it.' },
    BOUNCED: { description: 'Mail came back.' },
    OPTED_OUT: { description: 'The customer asked to be spoken to in another way.' },
    REPLIED: { description: 'The customer has answered.' },
    BY_HAND: { description: 'A person decided so.' },
  },
});

@ObjectType({ description: 'Reminders of a customer, or of one invoice, rest.' })
export class ReminderPause {
  customerId: number;
  invoiceId: number | null;

  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => PauseReason, { description: 'Why.' })
  reason: PauseReason;

  @Field(() => DayScalar, { description: 'From this day on.' })
  fromOn: string;

  @Field(() => DayScalar, { nullable: true, description: 'The last day; null: until somebody ends it.' })
  untilOn: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to say about it.' })
  note: string | null;

  @Field(() => String, { description: 'Who set it.' })
  setBy: string;

  @Field(() => InstantScalar, { description: 'When it was set.' })
  setAt: Date;

  @Field(() => Boolean, {
    description: 'Whether it holds today or will: nobody ended it, and its last day is not over.',
  })
  isOpen: boolean;

  @Field(() => String, { nullable: true, description: 'Who ended it.' })
  endedBy: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was ended.' })
  endedAt: Date | null;
}

@ObjectType({ description: 'A page of pauses.' })
export class ReminderPausePage extends Paged(ReminderPause) {}

@InputType({ description: 'Whose reminders rest, why and until when.' })
export class PauseRemindersInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => ID, { nullable: true, description: 'Of one invoice alone; of all when not given.' })
  @IsOptional()
  invoiceId?: string;

  @Field(() => PauseReason, { description: 'Why.' })
  reason: PauseReason;

  @Field(() => DayScalar, { nullable: true, description: 'The last day; not given: until somebody ends it.' })
  @IsOptional()
  untilOn?: string;

  @Field(() => String, { nullable: true, description: 'What there is to say about it.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string;
}

@InputType({ description: 'Which pause.' })
export class EndPauseInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => ID, { description: 'Which.' })
  pauseId: string;
}

export enum PauseSort {
  SET_AT = 'set_at',
  UNTIL = 'until',
}
registerEnumType(PauseSort, {
  name: 'PauseSort',
  description: 'What pauses are sorted by.',
  valuesMap: {
    SET_AT: { description: 'When it was set.' },
    UNTIL: { description: 'Until when it holds; without end last.' },
  },
});

@InputType({ description: 'Which pauses.' })
export class PauseFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => PauseReason, { nullable: true, description: 'Only for this reason.' })
  @IsOptional()
  reason?: PauseReason;

  @Field(() => Boolean, { nullable: true, description: 'Only those that hold, or only those that are over.' })
  @IsOptional()
  isOpen?: boolean;
}

@ArgsType()
export class PausesArgs extends PageArgs {
  @Field(() => PauseFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: PauseFilter;

  @Field(() => PauseSort, { defaultValue: PauseSort.SET_AT, description: 'By what.' })
  sort: PauseSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
