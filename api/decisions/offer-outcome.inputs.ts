import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';
import { OfferResult } from './offer-outcome.view.js';

@InputType({ description: 'What became of an offer.' })
export class OfferOutcomeInput {
  @Field(() => ID, { description: 'Whom it was made to.' })
  customerId: string;

  @Field(() => ID, { description: 'The decision it comes from.' })
  decisionId: string;

  @Field(() => OfferResult, { description: 'What became of it.' })
  result: OfferResult;

  @Field(() => String, { nullable: true, description: 'What else was said: kept with it.' })
  @IsOptional()
  @MaxLength(1000)
  note?: string;
}
