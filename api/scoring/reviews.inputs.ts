import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';
import { Grade } from '../shared/grade.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

@InputType({ description: 'Whose score a person is to look at.' })
export class AskForReviewInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => String, { description: 'What the customer says to it: read by the reviewer, and kept.' })
  @MinLength(3)
  @MaxLength(2000)
  because: string;
}

@InputType({ description: 'What a person says to a score.' })
export class ReviewScoreInput {
  @Field(() => ID, { description: 'Which review.' })
  reviewId: string;

  @Field(() => Grade, { nullable: true, description: 'The grade it is to have; the score stands when not given.' })
  @IsOptional()
  grade?: Grade;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day on which that grade holds, within a year; a year from today when not given.',
  })
  @IsOptional()
  holdsUntil?: string;

  @Field(() => String, { description: 'Why: told to the customer, and kept.' })
  @MinLength(3)
  @MaxLength(2000)
  reason: string;
}

export enum ReviewSort {
  ASKED_AT = 'asked_at',
}
registerEnumType(ReviewSort, {
  name: 'ReviewSort',
  description: 'What reviews are sorted by.',
  valuesMap: { ASKED_AT: { description: 'When each was asked for.' } },
});

@InputType({ description: 'Which reviews.' })
export class ReviewFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this customer.' })
  @IsOptional()
  customerId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Only those that wait, or only those that are done.' })
  @IsOptional()
  isWaiting?: boolean;
}

@ArgsType()
export class ReviewsArgs extends PageArgs {
  @Field(() => ReviewFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: ReviewFilter;

  @Field(() => ReviewSort, { defaultValue: ReviewSort.ASKED_AT, description: 'By what.' })
  sort: ReviewSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
