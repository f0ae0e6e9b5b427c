import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength, MinLength } from 'class-validator';
import { DayScalar } from '../shared/scalars.js';

@InputType({ description: 'What to give up as lost.' })
export class WriteOffInput {
  @Field(() => ID, { description: 'Whose invoice.' })
  customerId: string;

  @Field(() => ID, { description: 'Which invoice: all that is open of it.' })
  invoiceId: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day it is dated: today when not given.' })
  @IsOptional()
  on?: string;

  @Field(() => String, { description: 'Why: read by whoever approves it, and kept with it.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}
