import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { Allow } from '../auth/allow.js';
import { Customer, CustomerStage } from '../customers/customer.entity.js';
import { Grade } from '../shared/grade.js';
import { Money } from '../shared/money.view.js';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { StandingState } from '../standing/standing.view.js';

@ObjectType({ description: 'A customer with its figures on a day, in the reporting currency.' })
export class CustomerRow {
  @Field(() => Customer, { description: 'Who.' })
  customer: Customer;

  @Field(() => Money, { nullable: true, description: 'Open invoices; null when its currency has no rate.' })
  balance: Money | null;

  @Field(() => Money, { nullable: true, description: 'What of them is past due.' })
  overdue: Money | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days past due of its oldest open invoice; null when nothing is open.',
  })
  oldestDaysPastDue: number | null;

  @Allow('scores.read')
  @Field(() => Int, { nullable: true, description: 'Its score; null without one.' })
  points: number | null;

  @Allow('scores.read')
  @Field(() => Grade, { nullable: true, description: 'Its grade.' })
  grade: Grade | null;

  @Allow('scores.read')
  @Field(() => Boolean, { nullable: true, description: 'Whether its history is thin.' })
  isThin: boolean | null;

  @Allow('scores.read')
  @Field(() => Float, {
    nullable: true,
    description:
      'Chance that its next invoice is paid late, by its score; the model of lateness goes first in chanceOfLate of the customer.',
  })
  lateProbability: number | null;

  @Field(() => StandingState, { description: 'How it stands with us.' })
  standing: StandingState;
}

@ObjectType({ description: 'Customers of a list that owe something in a currency without a rate.' })
export class CustomersWithoutRate {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency: string;

  @Field(() => Int, { description: 'How many owe something in it: what they owe in it is in no amount of the list.' })
  customers: number;
}

@ObjectType({ description: 'A page of customers.' })
export class CustomerPage extends Paged(CustomerRow) {
  @Field(() => DayScalar, { description: 'The day of which it speaks.' })
  asOf: string;
}

export enum CustomerSort {
  NAME = 'name',
  NUMBER = 'number',
  BALANCE = 'balance',
  OVERDUE = 'overdue',
  OLDEST_DAYS_PAST_DUE = 'oldest',
  POINTS = 'points',
}
registerEnumType(CustomerSort, {
  name: 'CustomerSort',
  description: 'What customers are sorted by.',
  valuesMap: {
    NAME: { description: 'Name.' },
    NUMBER: { description: 'Number.' },
    BALANCE: { description: 'What they owe.' },
    OVERDUE: { description: 'What is overdue.' },
    OLDEST_DAYS_PAST_DUE: { description: 'Days past due of the oldest.' },
    POINTS: { description: 'Score; those without one come as the lowest.' },
  },
});

@InputType({ description: 'Which customers.' })
export class CustomerFilter {
  @Field(() => [Grade], { nullable: true, description: 'Only of these grades.' })
  @IsOptional()
  grade?: Grade[];

  @Field(() => Boolean, { nullable: true, description: 'Only with (or without) something overdue.' })
  @IsOptional()
  hasOverdue?: boolean;

  @Field(() => String, { nullable: true, description: 'Only of this country: ISO 3166 code.' })
  @IsOptional()
  @Length(2, 2)
  country?: string;

  @Field(() => String, { nullable: true, description: 'Only of this segment.' })
  @IsOptional()
  @MaxLength(100)
  segment?: string;

  @Field(() => CustomerStage, { nullable: true, description: 'Only at this stage.' })
  @IsOptional()
  stage?: CustomerStage;

  @Field(() => StandingState, { nullable: true, description: 'Only of this standing.' })
  @IsOptional()
  standing?: StandingState;

  @Field(() => Boolean, { nullable: true, description: 'Only with (or without) a thin history.' })
  @IsOptional()
  isThin?: boolean;

  @Field(() => ID, { nullable: true, description: 'Only those that this person owns.' })
  @IsOptional()
  ownerId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those that somebody (or, false, nobody) owns.' })
  @IsOptional()
  isOwned?: boolean;

  @Field(() => String, { nullable: true, description: 'Only those kept in this currency.' })
  @IsOptional()
  @Length(3, 3)
  currency?: string;
}

@ArgsType()
export class CustomersArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only whose name or number holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => CustomerFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: CustomerFilter;

  @Field(() => CustomerSort, { defaultValue: CustomerSort.OVERDUE, description: 'By what.' })
  sort: CustomerSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;

  @Field(() => DayScalar, { nullable: true, description: 'The day; today when not given.' })
  @IsOptional()
  asOf?: string;
}
