import { ArgsType, Field, Float, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { DefaultCause } from './defaults.view.js';

@InputType({ description: 'What is to count as a default, from a day on.' })
export class DefaultDefinitionInput {
  @Field(() => Int, { description: 'From how many days past due, 1 to 3,650.' })
  @Min(1)
  @Max(3650)
  daysPastDue: number;

  @Field(() => Float, { description: 'From how much, in whole units of the reporting currency.' })
  @Min(0)
  @Max(1_000_000_000)
  floorMajor: number;

  @Field(() => Boolean, { description: 'Whether insolvency counts.' })
  countsInsolvency: boolean;

  @Field(() => Boolean, { description: 'Whether a write-off counts.' })
  countsWriteOff: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether it counts that a customer was handed to an agency, to lawyers or to court.',
  })
  countsHandedOver: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'From which day; today when not given.' })
  @IsOptional()
  validOn?: string;

  @Field(() => String, { description: 'Why so: kept with it.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}

export enum DefaultSort {
  HAPPENED_ON = 'happened_on',
}
registerEnumType(DefaultSort, {
  name: 'DefaultSort',
  description: 'What defaults are sorted by.',
  valuesMap: { HAPPENED_ON: { description: 'The first day it was met.' } },
});

@InputType({ description: 'Which defaults.' })
export class DefaultFilter {
  @Field(() => DefaultCause, { nullable: true, description: 'Only by this part of the definition.' })
  @IsOptional()
  cause?: DefaultCause;

  @Field(() => DayScalar, { nullable: true, description: 'Only on this day or later.' })
  @IsOptional()
  from?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only on this day or earlier.' })
  @IsOptional()
  to?: string;
}

@ArgsType()
export class DefaultsArgs extends PageArgs {
  @Field(() => DefaultFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: DefaultFilter;

  @Field(() => DefaultSort, { defaultValue: DefaultSort.HAPPENED_ON, description: 'By what.' })
  sort: DefaultSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
