import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { MovedScore, ScoreInputs } from '../../analytics/index.js';
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

@ObjectType({ description: 'How a credit check and own history were weighed. What the check says is read there.' })
export class Blend {
  @Field(() => Float, { description: 'How much the credit check counts, a share of one.' })
  weightOfCheck: number;

  @Field(() => Float, { description: 'How much own history counts, a share of one; the two add up to one.' })
  weightOfOwn: number;

  @Field(() => Int, { description: 'Own invoices: settled, or overdue.' })
  invoices: number;

  @Field(() => DayScalar, { description: 'The day of the youngest credit check.' })
  reportedOn: string;

  @Field(() => Int, { description: 'How old it was when the score was set.' })
  ageDays: number;

  @Field(() => String, { description: 'The same in words.' })
  sentence: string;
}

@ObjectType({ description: 'A probability and how far off it may be.' })
export class PdRange {
  @Field(() => Float, { description: 'In 19 of 20 cases it is higher. A share of one.' })
  low: number;

  @Field(() => Float, { description: 'In 19 of 20 cases it is lower. A share of one.' })
  high: number;
}

@ObjectType({ description: 'What was read from the history for one row of the scorecard.' })
export class ScoreReading {
  @Field(() => String, { description: 'Key of the row of the scorecard.' })
  factor: string;

  @Field(() => String, { description: 'The row in words.' })
  title: string;

  @Field(() => Float, { nullable: true, description: 'Days, or a share of one; null where the history does not tell.' })
  value: number | null;
}

@ObjectType({ description: 'One thing that would have to be different.' })
export class ScoreChange {
  @Field(() => String, { description: 'Key of the row of the scorecard.' })
  factor: string;

  @Field(() => Float, { nullable: true, description: 'As it is: days, or a share of one.' })
  from: number | null;

  @Field(() => Float, { description: 'As it would have to be.' })
  to: number;

  @Field(() => String, { description: 'The same in words.' })
  sentence: string;
}

@ObjectType({ description: 'The fewest and smallest changes that reach the next grade.' })
export class NextGrade {
  @Field(() => Grade, { description: 'The next better grade.' })
  grade: Grade;

  @Field(() => Int, { description: 'Points it would then have.' })
  points: number;

  @Field(() => [ScoreChange], { description: 'All of these together; never more than three.' })
  changes: readonly ScoreChange[];
}

@ObjectType({ description: 'What one reason did to a score since the one before.' })
export class ScoreMove {
  @Field(() => String, {
    description:
      'Key of the row of the scorecard; card where the scorecard changed, held where points end at 300 or 850.',
  })
  factor: string;

  @Field(() => Int, { description: 'Points gained or lost.' })
  points: number;

  @Field(() => String, { description: 'The reason as it is now; as it was, where it is gone.' })
  sentence: string;
}

@ObjectType({ description: 'A score made again from what is kept with it.' })
export class ScoreReplay {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is the same to the last digit; null when nothing is kept to make it from.',
  })
  isSame: boolean | null;

  @Field(() => [String], { description: 'What differs, or why it cannot be made again.' })
  differences: string[];
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
    description: 'Probability of default within 12 months, a share of one. By the scorecard that cardVersion names.',
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

  @Field(() => Boolean, {
    description: 'Whether so little is known, by us and by others, that a person is to decide.',
  })
  isTooThin: boolean;

  @Field(() => [Reason], { description: 'All reasons, worst first.' })
  reasons: Reason[];

  @Field(() => Int, { description: 'Points of the scorecard before any reason.' })
  base: number;

  @Field(() => DayScalar, { description: 'The day it was set for.' })
  scoredOn: string;

  @Field(() => DayScalar, {
    description:
      'What had become known by this day counts. Later than scoredOn where the ledger ended long ago: then credit checks and reviews since count as well.',
  })
  knownOn: string;

  @Field(() => String, { description: 'Version of the scorecard.' })
  cardVersion: string;

  /** Null: made before they were kept. */
  inputs: ScoreInputs | null;

  /** The score before, its inputs only where its card was another; null for the first, and where nobody asks. */
  before?: MovedScore | null;
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
