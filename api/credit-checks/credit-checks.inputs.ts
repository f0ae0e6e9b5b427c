import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { EntityType } from '../customers/customer.entity.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { DayScalar, MinorUnitsScalar } from '../shared/scalars.js';
import { ScaleMeasures, Sureness } from './bureau-scale.view.js';
import { CreditCheckProvider } from './credit-check.view.js';

@InputType({ description: 'A company that is not a customer yet.' })
export class ProspectInput {
  @Field(() => String, { description: 'Name of the company or person.' })
  @MinLength(1)
  @MaxLength(200)
  companyName: string;

  @Field(() => String, { nullable: true, description: 'Its number in the register of companies.' })
  @IsOptional()
  @MaxLength(50)
  registrationNumber?: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166 country code.' })
  @IsOptional()
  country?: string;

  @Field(() => EntityType, { description: 'What it is in law; unknown is treated as a natural person.' })
  entityType: EntityType;

  @Field(() => String, { description: 'Currency it is to be invoiced in: ISO 4217 code.' })
  currency: string;
}

@InputType({ description: 'Whom to ask about whom: a customer, or a prospect, which is then made one.' })
export class RequestCreditCheckInput {
  @Field(() => ID, { nullable: true, description: 'The customer; or give the prospect.' })
  @IsOptional()
  customerId?: string;

  @Field(() => ProspectInput, { nullable: true, description: 'The prospect; or give the customer.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProspectInput)
  prospect?: ProspectInput;

  @Field(() => CreditCheckProvider, { description: 'Whom to ask.' })
  provider: CreditCheckProvider;

  @Field(() => String, {
    nullable: true,
    description:
      'The provider’s own key of the company, such as its D-U-N-S; else it is found by its number in the register.',
  })
  @IsOptional()
  @MaxLength(50)
  reference?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: pay for a new report even where one is young enough to be used again.',
  })
  @IsOptional()
  anew?: boolean;
}

@InputType({ description: 'What a report says, typed in. Amounts in minor units of the currency given.' })
export class TypeInCreditCheckInput {
  @Field(() => ID, { description: 'About which customer or prospect.' })
  customerId: string;

  @Field(() => String, { description: 'Where it is from: the bureau, the bank, the report’s number.' })
  @MinLength(2)
  @MaxLength(200)
  from: string;

  @Field(() => DayScalar, { nullable: true, description: 'The day of the report; today when not given.' })
  @IsOptional()
  reportedOn?: string;

  @Field(() => String, { nullable: true, description: 'Key of the bureau’s scale: see bureauScales.' })
  @IsOptional()
  @MaxLength(60)
  bureauScale?: string;

  @Field(() => Float, { nullable: true, description: 'The bureau’s score on that scale.' })
  @IsOptional()
  bureauScore?: number;

  @Field(() => Int, { nullable: true, description: 'How late it pays others; negative: sooner.' })
  @IsOptional()
  @Min(-365)
  @Max(3650)
  daysBeyondTerms?: number;

  @Field(() => Int, { nullable: true, description: 'Unpaid court judgments that are its own.' })
  @IsOptional()
  @Min(0)
  judgments?: number;

  @Field(() => Int, { nullable: true, description: 'Whole years since it was founded.' })
  @IsOptional()
  @Min(0)
  @Max(1000)
  yearsTrading?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in an insolvency procedure.' })
  @IsOptional()
  insolvent?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether its accounts are overdue at the register.' })
  @IsOptional()
  accountsOverdue?: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Currency of the amounts: ISO 4217; the customer’s when not given.',
  })
  @IsOptional()
  currency?: string;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'The limit that is suggested.' })
  @IsOptional()
  suggestedLimitMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Equity less intangible assets.' })
  @IsOptional()
  netWorthMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Current assets.' })
  @IsOptional()
  currentAssetsMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Current liabilities.' })
  @IsOptional()
  currentLiabilitiesMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Total assets.' })
  @IsOptional()
  totalAssetsMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Total liabilities.' })
  @IsOptional()
  totalLiabilitiesMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Retained earnings.' })
  @IsOptional()
  retainedEarningsMinor?: number;

  @Field(() => MinorUnitsScalar, { nullable: true, description: 'Earnings before interest and taxes.' })
  @IsOptional()
  ebitMinor?: number;
}

@InputType({ description: 'A band of a scale, both ends included.' })
export class BureauBandInput {
  @Field(() => Int, { description: 'Its lowest score.' })
  lo: number;

  @Field(() => Int, { description: 'Its highest score.' })
  hi: number;

  @Field(() => String, { description: 'What the bureau calls it.' })
  @MinLength(1)
  @MaxLength(60)
  label: string;

  @Field(() => Float, { description: 'The chance of what the scale measures, a share of one.' })
  pd: number;
}

@InputType({ description: 'What the scores of a bureau mean, from a day on.' })
export class BureauScaleInput {
  @Field(() => String, { description: 'Its key: small letters, digits and hyphens.' })
  @Matches(/^[a-z0-9-]{3,60}$/, { message: 'A key has 3 to 60 small letters, digits and hyphens.' })
  key: string;

  @Field(() => String, { description: 'Its name.' })
  @MinLength(3)
  @MaxLength(200)
  title: string;

  @Field(() => ScaleMeasures, { description: 'What it tells the chance of.' })
  measures: ScaleMeasures;

  @Field(() => DayScalar, { nullable: true, description: 'From when on; today when not given.' })
  @IsOptional()
  validOn?: string;

  @Field(() => [BureauBandInput], { description: 'Its bands.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => BureauBandInput)
  bands: BureauBandInput[];

  @Field(() => [Float], { nullable: true, description: 'Values that are codes and not scores.' })
  @IsOptional()
  @ArrayMaxSize(100)
  notScored?: number[];

  @Field(() => Sureness, { description: 'How sure the chances are.' })
  sureness: Sureness;

  @Field(() => String, { description: 'Where they come from: the licence, the document, who assumed them.' })
  @MinLength(3)
  @MaxLength(1000)
  source: string;
}

@InputType({
  description: 'How old a report may be to be used again, and whether a provider is asked by itself, from today on.',
})
export class CreditCheckReuseInput {
  @Field(() => CreditCheckProvider, { description: 'Whose.' })
  provider: CreditCheckProvider;

  @Field(() => Int, { description: 'Younger than so many days; 0: never again.' })
  @Min(0)
  @Max(3650)
  days: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is asked by itself about a company that is vetted; as it is when not given.',
  })
  @IsOptional()
  isAskedOnVetting?: boolean;

  @Field(() => String, { description: 'Why so.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}

export enum CreditCheckSort {
  RECEIVED_AT = 'received_at',
  REPORTED_ON = 'reported_on',
}
registerEnumType(CreditCheckSort, {
  name: 'CreditCheckSort',
  description: 'What credit checks are sorted by.',
  valuesMap: {
    RECEIVED_AT: { description: 'When we received it.' },
    REPORTED_ON: { description: 'The day of the report.' },
  },
});

@InputType({ description: 'Which credit checks.' })
export class CreditCheckFilter {
  @Field(() => ID, { nullable: true, description: 'Only this one.' })
  @IsOptional()
  id?: string;

  @Field(() => CreditCheckProvider, { nullable: true, description: 'Only of this provider.' })
  @IsOptional()
  provider?: CreditCheckProvider;

  @Field(() => DayScalar, { nullable: true, description: 'Only those reported on this day or later.' })
  @IsOptional()
  reportedFrom?: string;
}

@ArgsType()
export class CreditChecksArgs extends PageArgs {
  @Field(() => CreditCheckFilter, { nullable: true, description: 'Which; all when not given.' })
  @IsOptional()
  filter?: CreditCheckFilter;

  @Field(() => CreditCheckSort, { defaultValue: CreditCheckSort.RECEIVED_AT, description: 'By what.' })
  sort: CreditCheckSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
