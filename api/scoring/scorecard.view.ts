import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'A row of the scorecard.' })
export class ScorecardRow {
  @Field(() => String, { description: 'The reading, in words.' })
  reading: string;

  @Field(() => Int, { description: 'Points it gives or takes.' })
  points: number;
}

@ObjectType({ description: 'One reason a score moves, with all its rows.' })
export class ScorecardFactor {
  @Field(() => String, { description: 'Its key, as in the reasons of a score.' })
  key: string;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => Boolean, {
    description: 'Whether it is a habit, weighed against a credit check or the book; facts of the day count in full.',
  })
  isHabit: boolean;

  @Field(() => [ScorecardRow], { description: 'All its rows, the last for what is not known.' })
  rows: readonly ScorecardRow[];
}

@ObjectType({ description: 'How the scorecard did on a simulated book, whose truth is known.' })
export class ScorecardMeasured {
  @Field(() => String, { description: 'On what.' })
  on: string;

  @Field(() => Int, { description: 'Customers in it.' })
  customers: number;

  @Field(() => Int, { description: 'Of these, how many defaulted.' })
  defaults: number;

  @Field(() => Float, { description: 'Chance that one who defaulted was given the higher chance.' })
  auc: number;

  @Field(() => Float, { description: 'The widest gap between the two distributions.' })
  ks: number;

  @Field(() => Float, { description: 'Mean squared error of the chance.' })
  brier: number;

  @Field(() => Float, { description: 'Mean gap between chance and what happened.' })
  calibrationError: number;

  @Field(() => Float, { description: 'The most that anything can reach there.' })
  aucOfTruth: number;
}

@ObjectType({ description: 'The scorecard of default that is in force: the printed table is the model.' })
export class ScorecardView {
  @Field(() => String, { description: 'Its version.' })
  version: string;

  @Field(() => DayScalar, { description: 'Since when.' })
  from: string;

  @Field(() => String, { description: 'Where its points come from.' })
  source: string;

  @Field(() => Boolean, { description: 'Whether its points were fitted; false: an expert set them.' })
  isFitted: boolean;

  @Field(() => String, { description: 'How many defaults the book has seen, and what follows from it.' })
  evidence: string;

  @Field(() => Int, { description: 'Points before any reason.' })
  base: number;

  @Field(() => [ScorecardFactor], { description: 'All reasons there are.' })
  factors: readonly ScorecardFactor[];

  @Field(() => [String], { description: 'What it assumes.' })
  assumptions: readonly string[];

  @Field(() => ScorecardMeasured, {
    nullable: true,
    description: 'How it did where the truth is known; null for one fitted on this book, which was measured there.',
  })
  measured: ScorecardMeasured | null;
}
