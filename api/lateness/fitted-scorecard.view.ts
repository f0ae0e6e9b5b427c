import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { ScorecardFactor } from '../scoring/scorecard.view.js';
import { DayScalar } from '../shared/scalars.js';
import { CalibrationBand, LiftBand, Quality, RocPoint } from './validation.view.js';

@ObjectType({ description: 'One way of telling who defaults, measured on the same customers.' })
export class DefaultWay extends Quality {
  @Field(() => String, {
    description: 'scorecard, in force (the card in force when it was fitted), late ratio or base rate.',
  })
  way: string;

  @Field(() => Float, { nullable: true, description: '2 AUC − 1; null where there is nothing to tell apart.' })
  gini: number | null;
}

@ObjectType({ description: 'A past day that a scorecard was fitted on.' })
export class DefaultDay {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => Int, { description: 'How many customers there were.' })
  customers: number;

  @Field(() => Int, { description: 'How many of them defaulted within the year after it.' })
  defaults: number;
}

@ObjectType({
  description: 'How far the points of the customers of a day lie from those of the days it was fitted on.',
})
export class DefaultDrift {
  @Field(() => DayScalar, { description: 'The day.' })
  on: string;

  @Field(() => Int, { description: 'How many customers.' })
  cases: number;

  @Field(() => Float, { description: 'Population stability index: below 0.10 stable, to 0.25 watch, above it act.' })
  stability: number;
}

@ObjectType({ description: 'How many defaults were told, and came, among some of the customers it was measured on.' })
export class DefaultPart {
  @Field(() => String, { description: 'By what they are parted: invoices known, on the day, or credit check.' })
  by: string;

  @Field(() => String, { description: 'Which part.' })
  name: string;

  @Field(() => Int, { description: 'How many customers.' })
  customers: number;

  @Field(() => Int, { description: 'How many of them defaulted within the year.' })
  defaults: number;

  @Field(() => Float, { description: 'How many were told: the sum of the chances.' })
  told: number;

  @Field(() => Float, { nullable: true, description: 'Area under the ROC curve; null below 20 defaults.' })
  auc: number | null;
}

@ObjectType({
  description: 'A scorecard of default fitted on this book, and how good it was on a day it had not seen.',
})
export class FittedScorecard {
  @Field(() => String, { description: 'Its name, as scores carry it.' })
  name: string;

  @Field(() => String, { description: 'What counted as a default.' })
  definition: string;

  @Field(() => [DefaultDay], { description: 'The past days it was fitted on.' })
  days: readonly DefaultDay[];

  @Field(() => Int, { description: 'Points before any reason.' })
  base: number;

  @Field(() => [ScorecardFactor], { description: 'All its rows: the printed table is the card.' })
  factors: readonly ScorecardFactor[];

  @Field(() => [String], { description: 'Reasons that said nothing, or the opposite of what they say alone.' })
  leftOut: readonly string[];

  @Field(() => DayScalar, { description: 'The day it was measured on, later than all it was fitted on.' })
  measuredOn: string;

  @Field(() => Int, { description: 'How many customers it was measured on.' })
  customers: number;

  @Field(() => Int, { description: 'How many of them defaulted within the year.' })
  defaults: number;

  @Field(() => String, { nullable: true, description: 'The card in force when it was fitted.' })
  besideVersion: string | null;

  @Field(() => [DefaultWay], { description: 'The card, the one in force then, and plainer ways.' })
  ways: readonly DefaultWay[];

  @Field(() => [RocPoint], { description: 'The ROC curve.' })
  roc: readonly RocPoint[];

  @Field(() => [CalibrationBand], { description: 'What was told and what happened.' })
  calibration: readonly CalibrationBand[];

  @Field(() => [LiftBand], {
    nullable: true,
    description: 'How much oftener among the likeliest tenths; null where it was not kept yet.',
  })
  lift: readonly LiftBand[] | null;

  @Field(() => [DefaultPart], {
    nullable: true,
    description: 'What was told, and came, in parts of the book; null where it was not kept yet.',
  })
  parts: readonly DefaultPart[] | null;

  @Field(() => [DefaultDrift], { description: 'Day by day, the last the one as of which it was fitted.' })
  drift: readonly DefaultDrift[];

  @Field(() => [String], { description: 'What to keep in mind.' })
  caveats: readonly string[];
}
