import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { PageArgs, SortDirection } from '../shared/page.js';

export enum BadRowSort {
  PLACE = 'place',
  COLUMN = 'column',
}
registerEnumType(BadRowSort, {
  name: 'BadRowSort',
  description: 'What rows with something to say about them are sorted by.',
  valuesMap: {
    PLACE: { description: 'As they stand in the files.' },
    COLUMN: { description: 'The column; those about the whole row first.' },
  },
});

@InputType({ description: 'Which rows with something to say about them.' })
export class BadRowFilter {
  @Field(() => String, { nullable: true, description: 'Only in this file.' })
  @IsOptional()
  @MaxLength(1000)
  file?: string;

  @Field(() => String, { nullable: true, description: 'Only in this column.' })
  @IsOptional()
  @MaxLength(1000)
  column?: string;

  @Field(() => String, { nullable: true, description: 'Only where the value or the sentence holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class BadRowsArgs extends PageArgs {
  @Field(() => BadRowFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: BadRowFilter;

  @Field(() => BadRowSort, { defaultValue: BadRowSort.PLACE, description: 'By what.' })
  sort: BadRowSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: 'Which end first.' })
  direction: SortDirection;
}
