import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnitsScalar } from '../shared/scalars.js';

export enum AgingBasis {
  DUE = 'due',
  INVOICE = 'invoice',
}
registerEnumType(AgingBasis, {
  name: 'AgingBasis',
  description: 'From which day the age of a debt is counted.',
  valuesMap: {
    DUE: { description: 'From the due day: who is late.' },
    INVOICE: { description: 'From the day of issue: how old the money is.' },
  },
});

export enum AgingBucket {
  CURRENT = 'current',
  DAYS_1_TO_30 = 'days1To30',
  DAYS_31_TO_60 = 'days31To60',
  DAYS_61_TO_90 = 'days61To90',
  OVER_90 = 'over90',
}
registerEnumType(AgingBucket, {
  name: 'AgingBucket',
  description: 'How long something has been owed.',
  valuesMap: {
    CURRENT: { description: 'Not yet past its day; due today is current.' },
    DAYS_1_TO_30: { description: '1 to 30 days past.' },
    DAYS_31_TO_60: { description: '31 to 60 days past.' },
    DAYS_61_TO_90: { description: '61 to 90 days past.' },
    OVER_90: { description: 'More than 90 days past.' },
  },
});

@ObjectType({ description: 'What is owed in one currency, by how long it has been owed.' })
export class Aging {
  @Field(() => String, { description: 'ISO 4217 code.' })
  currency: string;

  @Field(() => MinorUnitsScalar, { description: 'Not yet past its day.' })
  current: number;

  @Field(() => MinorUnitsScalar, { description: '1 to 30 days past.' })
  days1To30: number;

  @Field(() => MinorUnitsScalar, { description: '31 to 60 days past.' })
  days31To60: number;

  @Field(() => MinorUnitsScalar, { description: '61 to 90 days past.' })
  days61To90: number;

  @Field(() => MinorUnitsScalar, { description: 'More than 90 days past.' })
  over90: number;

  @Field(() => MinorUnitsScalar, {
    description: 'Cash and credit notes not yet set against an invoice: negative, in its own column.',
  })
  unapplied: number;

  @Field(() => MinorUnitsScalar, { description: 'Sum of the five buckets, before unapplied.' })
  total: number;
}
