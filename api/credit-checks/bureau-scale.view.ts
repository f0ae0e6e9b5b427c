import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar } from '../shared/scalars.js';

export enum ScaleMeasures {
  FAILURE = 'failure',
  DELINQUENCY = 'delinquency',
}
registerEnumType(ScaleMeasures, {
  name: 'ScaleMeasures',
  description: 'What a scale tells the chance of.',
  valuesMap: {
    FAILURE: { description: 'Insolvency, or closing with debts, within 12 months.' },
    DELINQUENCY: { description: 'Paying 90 days late or not at all within 12 months.' },
  },
});

export enum Sureness {
  PUBLISHED = 'published',
  ASSUMPTION = 'assumption',
}
registerEnumType(Sureness, {
  name: 'Sureness',
  description: 'How sure the chances of a scale are.',
  valuesMap: {
    PUBLISHED: { description: 'The bureau published or licensed them.' },
    ASSUMPTION: { description: 'Somebody assumed them.' },
  },
});

@ObjectType('BureauBand', { description: 'A band of a scale.' })
export class BureauBandView {
  @Field(() => Int, { description: 'Its lowest score.' })
  lo: number;

  @Field(() => Int, { description: 'Its highest score.' })
  hi: number;

  @Field(() => String, { description: 'What the bureau calls it.' })
  label: string;

  @Field(() => Float, { description: 'The chance of what the scale measures, a share of one.' })
  pd: number;
}

@ObjectType('BureauScale', { description: 'What the scores of a bureau mean, from a day on.' })
export class BureauScaleView {
  @Field(() => String, { description: 'Its key, for VetInput.' })
  key: string;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => ScaleMeasures, { description: 'What it tells the chance of.' })
  measures: ScaleMeasures;

  @Field(() => DayScalar, { description: 'The day from which it holds.' })
  validOn: string;

  @Field(() => Float, { description: 'Its lowest score.' })
  from: number;

  @Field(() => Float, { description: 'Its highest score.' })
  to: number;

  @Field(() => Boolean, { description: 'Whether a higher score is better.' })
  higherIsBetter: boolean;

  @Field(() => [BureauBandView], { description: 'Its bands, with the chance each stands for.' })
  bands: readonly BureauBandView[];

  @Field(() => [Float], { description: 'Values that are codes and not scores.' })
  notScored: readonly number[];

  @Field(() => Sureness, { description: 'How sure the chances are.' })
  sureness: Sureness;

  @Field(() => String, { description: 'Where the meaning of its bands comes from.' })
  source: string;
}
