import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';
import { CreditKind } from './credit.entity.js';

export enum AllocationSort {
  ALLOCATED_ON = 'allocated_on',
  AMOUNT = 'amount',
}
registerEnumType(AllocationSort, {
  name: 'AllocationSort',
  description: 'What allocations are sorted by.',
  valuesMap: {
    ALLOCATED_ON: { description: 'Day from which it lowers the invoice.' },
    AMOUNT: { description: 'How much.' },
  },
});

@InputType({ description: 'Which allocations.' })
export class AllocationFilter {
  @Field(() => CreditKind, { nullable: true, description: 'Only of payments, say.' })
  @IsOptional()
  kind?: CreditKind;
}

@ArgsType()
export class AllocationsArgs extends PageArgs {
  @Field(() => AllocationFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: AllocationFilter;

  @Field(() => AllocationSort, { defaultValue: AllocationSort.ALLOCATED_ON, description: 'By what.' })
  sort: AllocationSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
