import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Min } from 'class-validator';
import { MinorUnitsScalar } from '../shared/scalars.js';

@InputType({ description: 'A new credit limit.' })
export class CreditLimitInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'The limit in minor units of the customer’s currency; null takes it away.',
  })
  @IsOptional()
  @Min(0)
  limitMinor?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The currency the amount is meant in; refused when it is not the customer’s.',
  })
  @IsOptional()
  @Length(3, 3)
  currency?: string;
}

@InputType({ description: 'Whether a customer gets reminders.' })
export class LeaveOutInput {
  @Field(() => ID, { description: 'Whose.' })
  customerId: string;

  @Field(() => Boolean, { description: 'True: no reminders from now on.' })
  leftOut: boolean;
}
