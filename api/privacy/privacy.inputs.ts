import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, Length, Max, Min } from 'class-validator';
import { DayScalar } from '../shared/scalars.js';
import { Kept } from './privacy.view.js';

@InputType({ description: 'A contact of a customer.' })
export class ContactInput {
  @Field(() => ID, { description: 'Whose contact.' })
  customerId: string;

  @Field(() => ID, { description: 'Which.' })
  contactId: string;
}

@InputType({ description: 'How long something is to be kept.' })
export class RetentionInput {
  @Field(() => Kept, { description: 'What.' })
  what: Kept;

  @Field(() => Int, { description: 'For how many days.' })
  @Min(1)
  @Max(36_500)
  days: number;

  @Field(() => String, { description: 'Why so long.' })
  @Length(3, 1000)
  reason: string;

  @Field(() => DayScalar, { nullable: true, description: 'From which day on; today when not given.' })
  @IsOptional()
  validOn?: string;
}
