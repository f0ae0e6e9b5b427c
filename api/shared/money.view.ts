import { Field, ObjectType } from '@nestjs/graphql';
import { MinorUnitsScalar } from './scalars.js';

@ObjectType({ description: 'An amount of money in one currency.' })
export class Money {
  @Field(() => MinorUnitsScalar, { description: 'The amount in minor units.' })
  minor: number;

  @Field(() => String, { description: 'ISO 4217 code.' })
  currency: string;
}

/** A trillion in a currency with cents: sums of larger amounts would no longer be exact. */
export const MOST_MINOR = 1e14;

export const money = (minor: number, currency: string): Money => ({ minor, currency });
