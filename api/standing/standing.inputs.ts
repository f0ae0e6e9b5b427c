import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength, Min, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar, MinorUnitsScalar } from '../shared/scalars.js';
import { HoldRule, StandingState } from './standing.view.js';

@InputType({ description: 'A new credit limit.' })
export class CreditLimitInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'The limit in minor units of the customer’s currency; null takes it away.',
  })
  @IsOptional()
  @Min(0)
  limitMinor?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The currency the amount is meant in; refused when it is not the customer’s.',
  })
  @IsOptional()
  @Length(3, 3)
  currency?: string;

  @Field(() => String, { nullable: true, description: 'Why: read by whoever approves it, and later.' })
  @IsOptional()
  @MaxLength(1000)
  reason?: string;
}

@InputType({ description: 'Whose orders to put on hold.' })
export class HoldInput {
  @Field(() => ID, { description: 'Who.' })
  customerId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for whoever releases it: needed where no rule proposes the hold on the day.',
  })
  @IsOptional()
  @MaxLength(1000)
  note?: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day whose reasons are kept with it; today when not given.',
  })
  @IsOptional()
  asOf?: string;
}

@InputType({ description: 'A proposal that is not followed.' })
export class DismissInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'It comes back on this day, or earlier for a new reason; in 30 days when not given.',
  })
  @IsOptional()
  untilDay?: string;

  @Field(() => String, { nullable: true, description: 'What to remember about it.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day of the proposal; today when not given.' })
  @IsOptional()
  asOf?: string;
}

@InputType({ description: 'Whose hold to release.' })
export class ReleaseInput {
  @Field(() => ID, { description: 'Who.' })
  customerId: string;

  @Field(() => String, { description: 'Why it is released.' })
  @MinLength(3)
  @MaxLength(1000)
  note: string;
}

export enum HoldProposalSort {
  OVERDUE = 'overdue',
  NAME = 'name',
  OLDEST_DAYS_PAST_DUE = 'oldest',
}
registerEnumType(HoldProposalSort, {
  name: 'HoldProposalSort',
  description: 'What the stop list is sorted by.',
  valuesMap: {
    OVERDUE: { description: 'What is overdue, in the reporting currency.' },
    NAME: { description: 'Name.' },
    OLDEST_DAYS_PAST_DUE: { description: 'Days past due of the oldest.' },
  },
});

@InputType({ description: 'Which proposals.' })
export class HoldProposalFilter {
  @Field(() => HoldRule, { nullable: true, description: 'Only with this reason.' })
  @IsOptional()
  rule?: HoldRule;

  @Field(() => String, { nullable: true, description: 'Only whose name or number holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class HoldProposalsArgs extends PageArgs {
  @Field(() => HoldProposalFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: HoldProposalFilter;

  @Field(() => HoldProposalSort, { defaultValue: HoldProposalSort.OVERDUE, description: 'By what.' })
  sort: HoldProposalSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;

  @Field(() => DayScalar, { nullable: true, description: 'The day; today when not given.' })
  @IsOptional()
  asOf?: string;
}

export enum OnHoldSort {
  SINCE = 'since',
  NAME = 'name',
  OVERDUE = 'overdue',
}
registerEnumType(OnHoldSort, {
  name: 'OnHoldSort',
  description: 'What customers on hold are sorted by.',
  valuesMap: {
    SINCE: { description: 'Since when.' },
    NAME: { description: 'Name.' },
    OVERDUE: { description: 'What is overdue today, in the reporting currency.' },
  },
});

@InputType({ description: 'Which customers on hold.' })
export class OnHoldFilter {
  @Field(() => StandingState, { nullable: true, description: 'Only of this standing.' })
  @IsOptional()
  standing?: StandingState;

  @Field(() => String, { nullable: true, description: 'Only whose name or number holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class OnHoldArgs extends PageArgs {
  @Field(() => OnHoldFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: OnHoldFilter;

  @Field(() => OnHoldSort, { defaultValue: OnHoldSort.SINCE, description: 'By what.' })
  sort: OnHoldSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}

@ArgsType()
export class SupplyArgs {
  @Field(() => ID, { nullable: true, description: 'Who, by our key; or give the number.' })
  @IsOptional()
  customerId?: string;

  @Field(() => String, { nullable: true, description: 'Who, by its number in the accounting system.' })
  @IsOptional()
  @MaxLength(100)
  customerNumber?: string;

  @Field(() => MinorUnitsScalar, { description: 'What is to be supplied.' })
  amountMinor: number;

  @Field(() => String, { nullable: true, description: 'In which currency; the customer’s when not given.' })
  @IsOptional()
  @MaxLength(3)
  currency?: string;
}
