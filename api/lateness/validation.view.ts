import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'How well chances told who would and who would not. Shares of one.' })
export class Quality {
  @Field(() => Int, { description: 'On how many cases.' })
  cases: number;

  @Field(() => Float, { description: 'Share of them it happened to.' })
  rate: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Area under the ROC curve; null where there is nothing to tell apart.',
  })
  auc: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Kolmogorov–Smirnov: the widest gap between the two distributions.',
  })
  ks: number | null;

  @Field(() => Float, { description: 'Brier score: mean squared error.' })
  brier: number;

  @Field(() => Float, { description: 'Mean log loss.' })
  logLoss: number;

  @Field(() => Float, { description: 'Mean gap between what was told and what happened, ten bins of equal count.' })
  calibrationError: number;
}

@ObjectType({ description: 'One way of telling, measured on the same later invoices.' })
export class MeasuredWay {
  @Field(() => String, {
    description: 'model, champion (the one in force), plain logistic, late ratio or base rate.',
  })
  way: string;

  @Field(() => [Quality], {
    nullable: 'items',
    description: 'Late at all, more than 7 and more than 30 days; null where nothing is known.',
  })
  late: readonly (Quality | null)[];

  @Field(() => Float, { nullable: true, description: 'By how many days the expected days late are off on average.' })
  meanAbsoluteError: number | null;
}

@ObjectType({ description: 'How good the model in force was on the invoices that the challenger was measured on.' })
export class ChampionThen extends MeasuredWay {
  @Field(() => Int, { description: 'Its version.' })
  version: number;
}

@ObjectType({ description: 'A point of the ROC curve. Shares of one.' })
export class RocPoint {
  @Field(() => Float, { description: 'Share of those it did not happen to that were told at least some chance.' })
  falseAlarms: number;

  @Field(() => Float, { description: 'Share of those it happened to that were told at least that chance.' })
  found: number;
}

@ObjectType({ description: 'What was told and what happened, in one tenth of the cases. Shares of one.' })
export class CalibrationBand {
  @Field(() => Int, { description: 'How many cases.' })
  cases: number;

  @Field(() => Float, { description: 'The chance told, on average.' })
  told: number;

  @Field(() => Float, { description: 'The share it happened to.' })
  happened: number;

  @Field(() => Float, { description: 'From which on the true share lies in 19 of 20 cases (Wilson).' })
  low: number;

  @Field(() => Float, { description: 'Up to which it does.' })
  high: number;
}

@ObjectType({ description: 'One tenth of the invoices or customers, the likeliest first. Shares of one.' })
export class LiftBand {
  @Field(() => Int, { description: 'How many of them.' })
  cases: number;

  @Field(() => Float, { description: 'The share it happened to.' })
  rate: number;

  @Field(() => Float, { description: 'That share against the one of all.' })
  lift: number;

  @Field(() => Float, { description: 'Of all it happened to, the share in this tenth and those before.' })
  foundSoFar: number;
}

@ObjectType({ description: 'How many invoices were told a chance within one twentieth.' })
export class ChanceBand {
  @Field(() => Float, { description: 'Where it begins.' })
  from: number;

  @Field(() => Int, { description: 'To how many it happened.' })
  yes: number;

  @Field(() => Int, { description: 'To how many it did not.' })
  no: number;
}

@ObjectType({ description: 'How well one delay was told.' })
export class DelayReport {
  @Field(() => Int, { description: 'Late by more than so many days: 0, 7 or 30.' })
  moreThanDays: number;

  @Field(() => [RocPoint], { description: 'The ROC curve.' })
  roc: readonly RocPoint[];

  @Field(() => [CalibrationBand], { description: 'What was told and what happened.' })
  calibration: readonly CalibrationBand[];

  @Field(() => [LiftBand], { description: 'How much oftener among the likeliest.' })
  lift: readonly LiftBand[];

  @Field(() => [ChanceBand], { description: 'How the chances lie.' })
  distribution: readonly ChanceBand[];
}

@ObjectType({ description: 'How well it tells who is late among some of the invoices.' })
export class SegmentQuality extends Quality {
  @Field(() => String, { description: 'By what they are parted: amount, grade or country.' })
  by: string;

  @Field(() => String, { description: 'Which part.' })
  name: string;
}

@ObjectType({ description: 'How far the chances told in a month lie from those of the end of training.' })
export class DriftMonth {
  @Field(() => String, { description: 'The month, YYYY-MM.' })
  month: string;

  @Field(() => Int, { description: 'How many invoices.' })
  cases: number;

  @Field(() => Float, { description: 'Population stability index: below 0.10 stable, to 0.25 watch, above it act.' })
  stability: number;
}

@ObjectType({ description: 'A model fitted in the same way, measured on later invoices.' })
export class Validation {
  @Field(() => DayScalar, {
    description: 'What was known by this day it learned from; what was issued later it was measured on.',
  })
  split: string;

  @Field(() => Int, { description: 'How many invoices were predicted.' })
  predicted: number;

  @Field(() => Int, { description: 'Later ones that were paid before their scoring day.' })
  notScored: number;

  @Field(() => [MeasuredWay], { description: 'The model, and plainer ways.' })
  ways: readonly MeasuredWay[];

  @Field(() => [DelayReport], { description: 'Late at all, more than 7, more than 30 days.' })
  delays: readonly DelayReport[];

  @Field(() => [SegmentQuality], { description: 'By parts of the book of 30 invoices and more.' })
  segments: readonly SegmentQuality[];

  @Field(() => [DriftMonth], { description: 'By month.' })
  drift: readonly DriftMonth[];
}
