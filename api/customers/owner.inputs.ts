import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';

export enum OwnerSort {
  NAME = 'name',
  ADDED = 'added',
}
registerEnumType(OwnerSort, {
  name: 'OwnerSort',
  description: 'What sales people are sorted by.',
  valuesMap: { NAME: { description: 'Name.' }, ADDED: { description: 'When they were added.' } },
});

@InputType({ description: 'Which sales people.' })
export class OwnerFilter {
  @Field(() => String, { nullable: true, description: 'Only whose name holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class OwnersArgs extends PageArgs {
  @Field(() => OwnerFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: OwnerFilter;

  @Field(() => OwnerSort, { defaultValue: OwnerSort.NAME, description: 'By what.' })
  sort: OwnerSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}

@InputType({ description: 'Who owns a customer.' })
export class OwnerInput {
  @Field(() => ID, { description: 'Which customer.' })
  customerId: string;

  @Field(() => ID, { nullable: true, description: 'The person; null: nobody.' })
  @IsOptional()
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why; kept in the audit.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}
