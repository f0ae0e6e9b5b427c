import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';
import { PageArgs, SortDirection } from '../../shared/page.js';

@InputType({ description: 'Which comparison ends, and how.' })
export class EndComparisonInput {
  @Field(() => ID, { description: 'Which.' })
  comparisonId: string;

  @Field(() => Boolean, { description: 'Whether the second template is used from now on, or the first as before.' })
  keepsSecond: boolean;

  @Field(() => String, { description: 'Why.' })
  @MinLength(3)
  @MaxLength(500)
  reason: string;
}

export enum TemplateComparisonSort {
  BEGUN_AT = 'begun_at',
  SITUATION = 'situation',
}
registerEnumType(TemplateComparisonSort, {
  name: 'TemplateComparisonSort',
  description: 'What comparisons are sorted by.',
  valuesMap: { BEGUN_AT: { description: 'When it began.' }, SITUATION: { description: 'What they speak of.' } },
});

@InputType({ description: 'Which comparisons.' })
export class TemplateComparisonFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: only those that go on. False: only those that ended.' })
  @IsOptional()
  isOpen?: boolean;
}

@ArgsType()
export class TemplateComparisonsArgs extends PageArgs {
  @Field(() => TemplateComparisonFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: TemplateComparisonFilter;

  @Field(() => TemplateComparisonSort, { defaultValue: TemplateComparisonSort.BEGUN_AT, description: 'By what.' })
  sort: TemplateComparisonSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
