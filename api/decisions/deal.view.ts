import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { MinorUnitsScalar } from '../shared/scalars.js';

@ObjectType('Finding', { description: 'Something a check found by itself about an applicant.' })
export class FindingView {
  @Field(() => String, {
    description:
      'Which check: own customer, identity, like name, group, sanctions, closed, strike-off, insolvency, no answer, kept report, currency.',
  })
  rule: string;

  @Field(() => String, { description: 'What it does to the recommendation: note, refer or decline.' })
  weight: string;

  @Field(() => String, { description: 'What was found, and what to do.' })
  sentence: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name on a list of sanctions that a person has to settle: see settleSanctionMatch.',
  })
  entry?: string;

  @Field(() => String, { nullable: true, description: 'What the list says of it; null for all else.' })
  detail?: string | null;
}

@ObjectType({
  description: 'How likely an offer is to be taken: 1 ÷ (1 + e^−x), x made of these, in log odds. Assumptions.',
})
export class AcceptanceView {
  @Field(() => Float, { description: 'As it was asked for.' })
  base: number;

  @Field(() => Float, { description: 'Taken off for a deposit of the whole contract.' })
  perDeposit: number;

  @Field(() => Float, { description: 'Taken off for terms 30 days shorter than asked.' })
  perThirtyDaysSooner: number;

  @Field(() => Float, { nullable: true, description: 'Taken off for invoices 30 days more frequent than asked.' })
  perThirtyDaysBilledSooner: number | null;

  @Field(() => Int, { description: 'The terms that are asked for.' })
  termsDaysAsked: number;

  @Field(() => Int, { nullable: true, description: 'Days between invoices that are asked for.' })
  billingPeriodDaysAsked: number | null;
}

@ObjectType('Deal', { description: 'What every offer is judged by, with all assumptions. Amounts in minor units.' })
export class DealView {
  @Field(() => MinorUnitsScalar, { description: 'Value of the contract.' })
  contractMinor: number;

  @Field(() => MinorUnitsScalar, { description: 'Invoiced in a month.' })
  monthlySalesMinor: number;

  @Field(() => MinorUnitsScalar, {
    description: 'Work done and not invoiced, with what is spent before the first payment.',
  })
  workInProgressMinor: number;

  @Field(() => Float, { description: 'Margin of the contract, a share of one.' })
  margin: number;

  @Field(() => Float, { description: 'Probability of default within 12 months, a share of one.' })
  pd: number;

  @Field(() => Float, { description: 'Share of what is at risk that is lost on default.' })
  lgd: number;

  @Field(() => Int, { description: 'Days from the due day to the hold.' })
  daysToHold: number;

  @Field(() => Int, { description: 'Days of notice before supply stops.' })
  noticeDays: number;

  @Field(() => Float, { description: 'What money costs us a year, a share of one.' })
  fundingRate: number;

  @Field(() => MinorUnitsScalar, { description: 'What having the customer costs.' })
  adminMinor: number;

  @Field(() => AcceptanceView, { description: 'How likely an offer is to be taken.' })
  acceptance: AcceptanceView;
}
