import { Field, ID, InputType } from '@nestjs/graphql';
import { Length, MaxLength, Min, MinLength } from 'class-validator';
import { MinorUnitsScalar } from '../shared/scalars.js';

@InputType({ description: 'A deposit that came in, or is given back.' })
export class DepositInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => MinorUnitsScalar, { description: 'How much, in minor units of the customer’s currency.' })
  @Min(1)
  amountMinor: number;

  @Field(() => String, {
    description: 'The currency the amount is meant in; refused when it is not the customer’s.',
  })
  @Length(3, 3)
  currency: string;

  @Field(() => String, { description: 'The payment it came with, or why it is given back: kept with it.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}
