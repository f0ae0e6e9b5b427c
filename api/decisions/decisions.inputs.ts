import { ArgsType, Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { EntityType } from '../customers/customer.entity.js';
import { Grade } from '../shared/grade.js';
import { PageArgs, SortDirection } from '../shared/page.js';
import { MinorUnitsScalar } from '../shared/scalars.js';
import { Outcome } from './outcome.js';
import { OverrideGround } from './override.view.js';

@InputType({ description: 'An assumption of the policy, otherwise.' })
export class AssumptionInput {
  @Field(() => String, { description: 'Its name: see isAssumption of the policy’s settings.' })
  @MaxLength(60)
  key: string;

  @Field(() => Float, { description: 'What to assume.' })
  value: number;
}

@InputType({
  description:
    'A prospect, what it wants to buy, and what is known of it. Amounts in minor units of the currency given.',
})
export class VetInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The customer it is, where we know it already: its own history then counts as evidence.',
  })
  @IsOptional()
  customerId?: string;

  @Field(() => String, { description: 'Name of the company or person.' })
  @MaxLength(200)
  companyName: string;

  @Field(() => String, { nullable: true, description: 'Its number in the register of companies.' })
  @IsOptional()
  @MaxLength(50)
  registrationNumber?: string;

  @Field(() => String, { nullable: true, description: 'ISO 3166 country code.' })
  @IsOptional()
  country?: string;

  @Field(() => String, { nullable: true, description: 'The parent of its group, by name.' })
  @IsOptional()
  @MaxLength(200)
  parentName?: string;

  @Field(() => EntityType, { description: 'What it is in law; unknown is treated as a natural person.' })
  entityType: EntityType;

  @Field(() => String, { description: 'Currency of the contract: ISO 4217 code.' })
  currency: string;

  @Field(() => MinorUnitsScalar, { description: 'Value of the whole contract.' })
  contractValueMinor: number;

  @Field(() => MinorUnitsScalar, { description: 'What is invoiced in a month.' })
  monthlyRunMinor: number;

  @Field(() => Int, { description: 'Days from invoice to due day that are asked for.' })
  termsDaysAsked: number;

  @Field(() => Int, { nullable: true, description: 'Days between invoices: 30 when not given.' })
  @IsOptional()
  billingPeriodDays?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'Work done and not yet invoiced, at its highest: 0 when not given.',
  })
  @IsOptional()
  workInProgressMinor?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'What is spent before the first payment: 0 when not given.',
  })
  @IsOptional()
  setUpCostMinor?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'The limit that is asked for, in the currency of the contract: more is never given.',
  })
  @IsOptional()
  limitAskedMinor?: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Margin of the contract, a share of one; when not given, the one that the policy assumes.',
  })
  @IsOptional()
  margin?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether its parent, a bank, a person or an insurer answers for it.',
  })
  @IsOptional()
  hasGuarantee?: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The credit check it is to stand on: what is not typed in is taken from it. Reading it is written down.',
  })
  @IsOptional()
  creditCheckId?: string;

  @Field(() => String, { nullable: true, description: 'Key of the bureau’s scale: see bureauScales.' })
  @IsOptional()
  bureauScale?: string;

  @Field(() => Float, { nullable: true, description: 'The bureau’s score on that scale.' })
  @IsOptional()
  bureauScore?: number;

  @Field(() => Float, { nullable: true, description: 'Years since it was founded.' })
  @IsOptional()
  yearsTrading?: number;

  @Field(() => Float, { nullable: true, description: 'Unpaid court judgments.' })
  @IsOptional()
  judgments?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'Net worth by its last accounts, without intangible assets.',
  })
  @IsOptional()
  netWorthMinor?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'Current assets less current liabilities by its last accounts.',
  })
  @IsOptional()
  workingCapitalMinor?: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is in an insolvency procedure.' })
  @IsOptional()
  insolvent?: boolean;

  @Field(() => [AssumptionInput], {
    nullable: true,
    description: 'What to assume otherwise than the policy, for a what-if; what is kept stands on the policy as it is.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  assumptions?: AssumptionInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'The application it is made from: once the decision is kept, the application is decided.',
  })
  @IsOptional()
  applicationId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the recommendation is kept as a decision, and a prospect is made.',
  })
  @IsOptional()
  keep?: boolean;
}

@InputType({ description: 'What to decide instead of a decline, or where it was referred, and why.' })
export class OverrideInput {
  @Field(() => ID, { description: 'Whom it is about.' })
  customerId: string;

  @Field(() => ID, { description: 'Which decision.' })
  decisionId: string;

  @Field(() => Outcome, {
    description: 'What instead: to approve, or to approve with conditions; what was referred may be declined as well.',
  })
  @IsIn([Outcome.APPROVE, Outcome.APPROVE_WITH_CONDITIONS, Outcome.DECLINE], {
    message: 'a decline is overridden by approving, with conditions or without',
  })
  outcome: Outcome.APPROVE | Outcome.APPROVE_WITH_CONDITIONS | Outcome.DECLINE;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'How much may be open on credit, in the currency of the decision; as recommended when not given.',
  })
  @IsOptional()
  @Min(0, { message: 'the limit is nothing or more' })
  limitMinor?: number;

  @Field(() => MinorUnitsScalar, {
    nullable: true,
    description: 'What is asked for in advance; as recommended when not given.',
  })
  @IsOptional()
  @Min(0, { message: 'the deposit is nothing or more' })
  depositMinor?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from invoice to due day, 0 for payment before supply; as recommended when not given.',
  })
  @IsOptional()
  @Min(0, { message: 'the terms are from 0 to 365 days' })
  @Max(365, { message: 'the terms are from 0 to 365 days' })
  termsDays?: number;

  @Field(() => OverrideGround, { description: 'What kind of reason there is.' })
  ground: OverrideGround;

  @Field(() => String, { description: 'The reason: read by whoever approves it, and kept with it.' })
  @MinLength(3)
  @MaxLength(1000)
  reason: string;
}

export enum DecisionSort {
  DECIDED_ON = 'decided_on',
  POINTS = 'points',
}
registerEnumType(DecisionSort, {
  name: 'DecisionSort',
  description: 'What decisions are sorted by.',
  valuesMap: { DECIDED_ON: { description: 'Day.' }, POINTS: { description: 'Points.' } },
});

@InputType({ description: 'Which decisions.' })
export class DecisionFilter {
  @Field(() => Outcome, { nullable: true, description: 'Only of which this was recommended.' })
  @IsOptional()
  outcome?: Outcome;

  @Field(() => Grade, { nullable: true, description: 'Only of this grade.' })
  @IsOptional()
  grade?: Grade;

  @Field(() => String, { nullable: true, description: 'Only of customers whose name holds this.' })
  @IsOptional()
  @MaxLength(100)
  search?: string;
}

@ArgsType()
export class DecisionsArgs extends PageArgs {
  @Field(() => DecisionFilter, { nullable: true, description: 'Which.' })
  @IsOptional()
  filter?: DecisionFilter;

  @Field(() => DecisionSort, { defaultValue: DecisionSort.DECIDED_ON, description: 'By what.' })
  sort: DecisionSort;

  @Field(() => SortDirection, { defaultValue: SortDirection.DESC, description: 'Which end first.' })
  direction: SortDirection;
}
