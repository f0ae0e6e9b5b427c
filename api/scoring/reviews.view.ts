import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Grade } from '../shared/grade.js';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';

@ObjectType({ description: 'A person’s look at a score, asked for by or for the customer.' })
export class ScoreReview {
  @Field(() => ID, { description: 'Its key.' })
  id: number;

  @Field(() => InstantScalar, { description: 'When it was asked for.' })
  askedAt: Date;

  @Field(() => String, { description: 'Who asked.' })
  askedBy: string;

  @Field(() => String, { description: 'What the customer says to the score.' })
  because: string;

  @Field(() => Int, { description: 'Points it had then.' })
  pointsThen: number;

  @Field(() => Grade, { description: 'The grade it had then.' })
  gradeThen: Grade;

  @Field(() => InstantScalar, { nullable: true, description: 'When a person reviewed it; null while it waits.' })
  reviewedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who reviewed it.' })
  reviewedBy: string | null;

  @Field(() => String, { nullable: true, description: 'Why the reviewer decided so.' })
  reason: string | null;

  @Field(() => Grade, { nullable: true, description: 'The grade the reviewer set; null: the score stands.' })
  grade: Grade | null;

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which that grade holds.' })
  holdsUntil: string | null;

  customerId: number;
}

@ObjectType({ description: 'A page of reviews.' })
export class ScoreReviewPage extends Paged(ScoreReview) {}
