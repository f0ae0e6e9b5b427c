import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Grade } from '../shared/grade.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

export enum ScoreSort {
  SCORED_ON = 'scored_on',
  POINTS = 'points',
}
registerEnumType(ScoreSort, {
  name: 'ScoreSort',
  description: 'What scores are sorted by.',
  valuesMap: { SCORED_ON: { description: 'The day each was set for.' }, POINTS: { description: 'Points.' } },
});

@InputType({ description: 'Which scores.' })
export class ScoreFilter {
  @Field(() => Grade, { nullable: true, description: 'Only of this grade.' })
  @IsOptional()
  grade?: Grade;

  @Field(() => DayScalar, { nullable: true, description: 'Only set for this day or later.' })
  @IsOptional()
  from?: string;

  @Field(() => DayScalar, { nullable: true, description: 'Only set for this day or earlier.' })
  @IsOptional()
  to?: string;
}

@ArgsType()
export class ScoresArgs extends PageArgs {
  @Field(() => ScoreFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: ScoreFilter;

  @Field(() => ScoreSort, { defaultValue: ScoreSort.SCORED_ON, description: 'By what.' })
  sort: ScoreSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
