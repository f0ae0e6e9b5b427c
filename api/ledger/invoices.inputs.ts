import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { Grade } from '../shared/grade.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { AgingBasis, AgingBucket } from './aging.view.js';
import { CreditKind } from './credit.entity.js';

export enum InvoiceSort {
  DUE_ON = 'due_on',
  ISSUED_ON = 'issued_on',
  AMOUNT = 'amount',
  OPEN = 'open',
  NUMBER = 'number',
}
registerEnumType(InvoiceSort, {
  name: 'InvoiceSort',
  description: 'What invoices are sorted by.',
  valuesMap: {
    DUE_ON: { description: 'Due day.' },
    ISSUED_ON: { description: 'Day of issue.' },
    AMOUNT: { description: 'Amount, in its currency.' },
    OPEN: { description: 'What is open of it, in its currency.' },
    NUMBER: { description: 'Number.' },
  },
});

export enum CreditSort {
  DATED_ON = 'dated_on',
  AMOUNT = 'amount_minor',
  NUMBER = 'number',
}
registerEnumType(CreditSort, {
  name: 'CreditSort',
  description: 'What credits are sorted by.',
  valuesMap: {
    DATED_ON: { description: 'Day.' },
    AMOUNT: { description: 'Amount.' },
    NUMBER: { description: 'Number.' },
  },
});

@InputType({ description: 'Which invoices.' })
export class InvoiceFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => String, { nullable: true, description: 'Only those whose number begins with this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those open (or, false, settled) on the day.' })
  @IsOptional()
  isOpen?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Only those open and past due on the day.' })
  @IsOptional()
  isOverdue?: boolean;

  @Field(() => AgingBucket, { nullable: true, description: 'Only those open in this ageing bucket on the day.' })
  @IsOptional()
  bucket?: AgingBucket;

  @Field(() => AgingBasis, {
    nullable: true,
    description: 'From which day the bucket is counted: the due day when not given.',
  })
  @IsOptional()
  by?: AgingBasis;

  @Field(() => String, { nullable: true, description: 'Only in this currency.' })
  @IsOptional()
  @Length(3, 3)
  currency?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only due on this day or later.' })
  @IsOptional()
  dueFrom?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only due on this day or earlier.' })
  @IsOptional()
  dueTo?: string;

  @Field(() => Grade, { nullable: true, description: 'Only of customers of this grade on the day.' })
  @IsOptional()
  grade?: Grade;

  @Field(() => Boolean, { nullable: true, description: 'Only of customers without a score on the day.' })
  @IsOptional()
  withoutGrade?: boolean;
}

@ArgsType()
export class InvoicesArgs extends PageArgs {
  @Field(() => InvoiceFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: InvoiceFilter;

  @Field(() => InvoiceSort, { defaultValue: InvoiceSort.DUE_ON, description: 'By what.' })
  sort: InvoiceSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;

  @Field(() => DayScalar, { nullable: true, description: 'The day of which is spoken; today when not given.' })
  @IsOptional()
  asOf?: string;
}

@InputType({ description: 'Which credits.' })
export class CreditFilter {
  @Field(() => CreditKind, { nullable: true, description: 'Only of this kind.' })
  @IsOptional()
  kind?: CreditKind;

  @Field(() => String, { nullable: true, description: 'Only those whose number begins with this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those of which something is not yet set against an invoice.',
  })
  @IsOptional()
  hasUnapplied?: boolean;
}

@ArgsType()
export class CreditsArgs extends PageArgs {
  @Field(() => CreditFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: CreditFilter;

  @Field(() => CreditSort, { defaultValue: CreditSort.DATED_ON, description: 'By what.' })
  sort: CreditSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
