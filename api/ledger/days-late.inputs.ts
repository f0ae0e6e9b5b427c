import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

export enum DaysLateSort {
  SETTLED_ON = 'settled_on',
  DUE_ON = 'due_on',
  DAYS_LATE = 'days_late',
}
registerEnumType(DaysLateSort, {
  name: 'DaysLateSort',
  description: 'What settled invoices are sorted by.',
  valuesMap: {
    SETTLED_ON: { description: 'Day on which it was settled.' },
    DUE_ON: { description: 'Due day.' },
    DAYS_LATE: { description: 'Days from the due day to that day.' },
  },
});

@InputType({ description: 'Which settled invoices.' })
export class DaysLateFilter {
  @Field(() => String, { nullable: true, description: 'Only those whose number begins with this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those paid after (or, false, by) the due day.' })
  @IsOptional()
  isLate?: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'Only settled on this day or later.' })
  @IsOptional()
  settledFrom?: string;
}

@ArgsType()
export class DaysLateArgs extends PageArgs {
  @Field(() => DaysLateFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: DaysLateFilter;

  @Field(() => DaysLateSort, { defaultValue: DaysLateSort.SETTLED_ON, description: 'By what.' })
  sort: DaysLateSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;

  @Field(() => DayScalar, { nullable: true, description: 'Settled by this day; by today when not given.' })
  @IsOptional()
  asOf?: string;
}
