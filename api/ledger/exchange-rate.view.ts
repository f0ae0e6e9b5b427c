import { Field, Float, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsOptional, Length, MaxLength } from 'class-validator';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';

@ObjectType({ description: 'What one unit of a currency is worth in another, from a day on.' })
export class ExchangeRate {
  @Field(() => String, { description: 'The currency that is valued.' })
  currency: string;

  @Field(() => String, { description: 'The currency it is valued in.' })
  toCurrency: string;

  @Field(() => DayScalar, { description: 'First day of validity; it holds until the next.' })
  validOn: string;

  @Field(() => Float, { description: 'How many units of `toCurrency` one unit is worth.' })
  rate: number;

  @Field(() => String, { description: 'Who says so.' })
  source: string;
}

@ObjectType({ description: 'A page of exchange rates.' })
export class ExchangeRatePage extends Paged(ExchangeRate) {}

export enum ExchangeRateSort {
  VALID_ON = 'valid_on',
  CURRENCY = 'currency',
}
registerEnumType(ExchangeRateSort, {
  name: 'ExchangeRateSort',
  description: 'What exchange rates are sorted by.',
  valuesMap: { VALID_ON: { description: 'Day of validity.' }, CURRENCY: { description: 'Code of the currency.' } },
});

@InputType({ description: 'Which exchange rates.' })
export class ExchangeRateFilter {
  @Field(() => String, { nullable: true, description: 'Only of this currency.' })
  @IsOptional()
  @Length(3, 3)
  currency?: string;
}

@InputType({ description: 'A rate into the reporting currency.' })
export class ExchangeRateInput {
  @Field(() => String, { description: 'The currency that is valued.' })
  @Length(3, 3)
  currency: string;

  @Field(() => DayScalar, { description: 'First day of validity.' })
  validOn: string;

  @Field(() => Float, { description: 'How many units of the reporting currency one unit is worth.' })
  rate: number;

  @Field(() => String, { description: 'Who says so.' })
  @MaxLength(200)
  source: string;
}

@InputType({ description: 'The currency totals are shown in.' })
export class ReportingCurrencyInput {
  @Field(() => String, { description: 'ISO 4217 code.' })
  @Length(3, 3)
  currency: string;
}
