import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { MinorUnitsScalar } from '../shared/scalars.js';

@InputType({ description: 'Whose terms to look at again, and what it asks for now.' })
export class RenewTermsInput {
  @Field(() => ID, { description: 'Which customer.' })
  customerId: string;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description:
      'The limit it asks for, in minor units of the currency it was agreed in; left out, what it buys now takes.',
  })
  @IsOptional()
  @Min(1)
  limitAskedMinor?: number | null;

  @Field(() => Int, { nullable: true, description: 'The days to pay it asks for; left out, those it asked for last.' })
  @IsOptional()
  @Min(0)
  @Max(365)
  termsDaysAsked?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'True: it is kept as a decision, whose offer it may take.' })
  @IsOptional()
  keep?: boolean;
}
