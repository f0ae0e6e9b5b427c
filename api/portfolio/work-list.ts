import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { Money } from '../shared/money.view.js';
import { PageArgs, Paged, SortDirection } from '../shared/page.js';
import { DayScalar, MinorUnitsScalar } from '../shared/scalars.js';

export enum WorkKind {
  CALL = 'call',
  HOLD = 'hold',
  REMINDER_WITHOUT_CONTACT = 'reminder_without_contact',
  UNAPPLIED_CASH = 'unapplied_cash',
  REVIEW_LIMIT = 'review_limit',
  UNKNOWN_DELIVERY = 'unknown_delivery',
  INVOICE_DEPOSIT = 'invoice_deposit',
  RELEASE_DEPOSIT = 'release_deposit',
  REVIEW_TERMS = 'review_terms',
}
registerEnumType(WorkKind, {
  name: 'WorkKind',
  description: 'What there is to do.',
  valuesMap: {
    CALL: { description: 'Call: overdue and likely to stay so.' },
    HOLD: { description: 'Decide on a proposed hold.' },
    REMINDER_WITHOUT_CONTACT: {
      description: 'Find an e-mail address: something falls due and nobody can be reminded.',
    },
    UNAPPLIED_CASH: { description: 'Set cash that came in against its invoices.' },
    REVIEW_LIMIT: { description: 'Owes more than its limit.' },
    INVOICE_DEPOSIT: { description: 'Invoice the deposit that was agreed and is not there yet.' },
    RELEASE_DEPOSIT: { description: 'Give a deposit back: what was agreed for that has come about.' },
    REVIEW_TERMS: { description: 'Look at limit and terms again: their day has come.' },
    UNKNOWN_DELIVERY: { description: 'Settle what became of a message.' },
  },
});

@ObjectType({ description: 'One thing to do today, and why.' })
export class WorkItem {
  customerId: number;

  @Field(() => ID, { description: 'Kind and customer: the same thing to do keeps its key.' })
  id: string;

  @Field(() => WorkKind, { description: 'What there is to do.' })
  kind: WorkKind;

  @Field(() => Money, { description: 'What is at stake, in the customer’s currency.' })
  amount: Money;

  @Field(() => String, { description: 'Why, as a colleague would say it.' })
  reason: string;

  @Field(() => MinorUnitsScalar, {
    description:
      'What it is ranked by, in the reporting currency: overdue × chance of default and of staying late, or the amount at stake.',
  })
  weight: number;
}

@ObjectType({ description: 'A page of the work list.' })
export class WorkItemPage extends Paged(WorkItem) {}

@InputType({ description: 'Which work.' })
export class WorkItemFilter {
  @Field(() => WorkKind, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  kind?: WorkKind;

  @Field(() => String, { nullable: true, description: 'Only of customers whose name or number holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

export enum WorkItemSort {
  WEIGHT = 'weight',
  NAME = 'name',
}
registerEnumType(WorkItemSort, {
  name: 'WorkItemSort',
  description: 'What the work list is sorted by.',
  valuesMap: { WEIGHT: { description: 'What is at stake.' }, NAME: { description: 'Name of the customer.' } },
});

@ArgsType()
export class WorkListArgs extends PageArgs {
  @Field(() => WorkItemFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: WorkItemFilter;

  @Field(() => WorkItemSort, { defaultValue: WorkItemSort.WEIGHT, description: 'By what.' })
  sort: WorkItemSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;

  @Field(() => DayScalar, { nullable: true, description: 'The day; today when not given.' })
  @IsOptional()
  asOf?: string;
}
