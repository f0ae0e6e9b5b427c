import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Grade } from '../shared/grade.js';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'One reason why a score is what it is.' })
export class Reason {
  @Field(() => String, { description: 'Key of the row of the scorecard.' })
  factor: string;

  @Field(() => Int, { description: 'Points it gave or took.' })
  points: number;

  @Field(() => String, { description: 'The same in words, with the values seen.' })
  sentence: string;
}

@ObjectType({
  description:
    'How good a payer a customer is, as of a day. base + the points of all reasons = the points before they are held to 300–850.',
})
export class Score {
  @Field(() => Int, { description: '300 to 850; 600 is 50:1, 20 points double the odds.' })
  points: number;

  @Field(() => Grade, { description: 'A to E.' })
  grade: Grade;

  @Field(() => Float, {
    description: 'Probability of default within 12 months, a share of one. From an expert scorecard, not fitted.',
  })
  pd: number;

  @Field(() => Float, { description: 'Chance that the next invoice is paid after its due day, a share of one.' })
  lateProbability: number;

  @Field(() => Float, {
    description: 'Days after the due day (before it, when negative) that the next invoice is as likely to beat as not.',
  })
  expectedDaysLate: number;

  @Field(() => Int, { description: 'Settled invoices it stands on.' })
  invoices: number;

  @Field(() => Boolean, {
    description: 'Whether the history is too thin to stand alone and is partly the book’s average.',
  })
  isThin: boolean;

  @Field(() => [Reason], { description: 'All reasons, worst first.' })
  reasons: Reason[];

  @Field(() => Int, { description: 'Points of the scorecard before any reason.' })
  base: number;

  @Field(() => DayScalar, { description: 'The day it was set for.' })
  scoredOn: string;

  @Field(() => String, { description: 'Version of the scorecard.' })
  cardVersion: string;
}

@ObjectType({ description: 'A page of scores.' })
export class ScorePage extends Paged(Score) {}

@ObjectType({ description: 'One scoring of the whole book.' })
export class ScoringRun {
  @Field(() => DayScalar, { description: 'The day it scored.' })
  asOf: string;

  @Field(() => Int, { description: 'How many customers got a score.' })
  customers: number;

  @Field(() => String, { description: 'Version of the scorecard.' })
  cardVersion: string;

  @Field(() => Float, { description: 'How long it took.' })
  seconds: number;
}
