import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Approval } from '../approvals/approval.view.js';
import { Allow } from '../auth/allow.js';
import { Customer } from '../customers/customer.entity.js';
import { Grade } from '../shared/grade.js';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';

export enum StandingState {
  GOOD = 'good',
  WATCH = 'watch',
  WARNED = 'warned',
  ORDERS_ON_HOLD = 'orders_on_hold',
  SUPPLY_STOPPED = 'supply_stopped',
  ENDED = 'ended',
}
registerEnumType(StandingState, {
  name: 'StandingState',
  description: 'How a customer stands with us.',
  valuesMap: {
    GOOD: { description: 'Supplied as agreed.' },
    WATCH: { description: 'Looked at more closely.' },
    WARNED: { description: 'Told that orders will be put on hold.' },
    ORDERS_ON_HOLD: { description: 'No new orders.' },
    SUPPLY_STOPPED: { description: 'Nothing is supplied.' },
    ENDED: { description: 'The contract is ended.' },
  },
});

@ObjectType({ description: 'How a customer stands with us, and why.' })
export class Standing {
  @Field(() => StandingState, { description: 'Good, watch, warned, orders on hold, supply stopped or ended.' })
  state: StandingState;

  @Field(() => InstantScalar, { nullable: true, description: 'Since when; null when it was never anything else.' })
  since: Date | null;

  @Field(() => [String], { description: 'Why.' })
  reasons: string[];

  @Field(() => String, { nullable: true, description: 'Who set it.' })
  changedBy: string | null;
}

@ObjectType({ description: 'A hold that is released, or waits for a second person.' })
export class HoldReleased {
  @Field(() => Standing, { description: 'How it stands now.' })
  standing: Standing;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}

@ObjectType({ description: 'A limit that is set, or waits for a second person.' })
export class LimitSet {
  @Field(() => Customer, { description: 'Whose, as it is now.' })
  customer: Customer;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}

export enum HoldRule {
  DAYS_PAST_DUE = 'DPD_HARD',
  OVER_LIMIT = 'OVER_LIMIT',
  GRADE_E = 'GRADE_E',
  NO_RATE = 'NO_RATE',
}
registerEnumType(HoldRule, {
  name: 'HoldRule',
  description: 'Why the rules propose a hold.',
  valuesMap: {
    DAYS_PAST_DUE: { description: '45 days past due or more, above a floor.' },
    OVER_LIMIT: { description: 'Owes more than 110 % of its limit.' },
    GRADE_E: { description: 'Its score has fallen to E.' },
    NO_RATE: {
      description: 'Owes in a currency without an exchange rate, so nobody knows whether it is over its limit.',
    },
  },
});

@ObjectType({ description: 'One reason for a hold.' })
export class HoldReasonView {
  @Field(() => HoldRule, { description: 'The rule.' })
  rule: HoldRule;

  @Field(() => String, { description: 'The same in words, with the values seen.' })
  sentence: string;
}

@ObjectType({ description: 'A customer whom the rules propose to put on hold. A person confirms or dismisses.' })
export class HoldProposal {
  customerId: number;

  @Field(() => ID, { description: 'The customer’s key.' })
  id: number;

  @Field(() => [HoldReasonView], { description: 'Why.' })
  reasons: HoldReasonView[];

  @Field(() => Money, { description: 'What it owes, in its currency.' })
  balance: Money;

  @Field(() => Money, { description: 'What of it is past due and not contested.' })
  overdue: Money;

  @Field(() => Int, { description: 'Days past due of its oldest uncontested invoice.' })
  oldestDaysPastDue: number;

  @Allow('scores.read')
  @Field(() => Grade, { nullable: true, description: 'Its grade on the day.' })
  grade: Grade | null;

  @Field(() => DayScalar, { description: 'The day of which this is true.' })
  asOf: string;
}

@ObjectType({ description: 'A page of the stop list.' })
export class HoldProposalPage extends Paged(HoldProposal) {}

@ObjectType({ description: 'A customer whose orders are on hold or whose supply is stopped.' })
export class CustomerOnHold {
  @Field(() => ID, { description: 'The customer’s key.' })
  customerId: number;
}

@ObjectType({ description: 'A page of customers on hold.' })
export class CustomerOnHoldPage extends Paged(CustomerOnHold) {}

@ObjectType({ description: 'Whether we may supply.' })
export class SupplyAnswer {
  customerId: number;

  @Field(() => Boolean, { description: 'Yes or no.' })
  allowed: boolean;

  @Field(() => String, { description: 'Why, in words.' })
  reason: string;

  @Field(() => String, {
    description: 'Why, as a code: WITHIN_LIMIT, NO_LIMIT, OVER_LIMIT, ON_HOLD, CLOSED, NOT_YET_A_CUSTOMER.',
  })
  code: string;

  @Field(() => Money, { description: 'What it would owe with this supply, less its deposit, in its currency.' })
  exposureAfter: Money;

  @Field(() => Money, { nullable: true, description: 'Its limit.' })
  creditLimit: Money | null;

  @Field(() => Float, { nullable: true, description: 'Share of the limit that would be used.' })
  utilisation: number | null;
}
