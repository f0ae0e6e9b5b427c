import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Customer } from '../customers/customer.entity.js';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar } from '../shared/scalars.js';
import { Outcome } from './outcome.js';

@ObjectType({ description: 'What a policy offers for an application.' })
export class PolicyOffer {
  @Field(() => Outcome, { description: 'What is recommended.' })
  outcome: Outcome;

  @Field(() => Money, { description: 'The limit.' })
  limit: Money;

  @Field(() => Money, { description: 'What to ask for in advance.' })
  deposit: Money;

  @Field(() => Float, { description: 'The deposit as a share of the contract.' })
  depositShare: number;

  @Field(() => Int, { description: 'Days from invoice to due day.' })
  termsDays: number;

  @Field(() => Int, { description: 'Days between invoices.' })
  billingPeriodDays: number;

  @Field(() => Float, {
    description: 'The chance that it is taken, as the policy assumes; 0 where nothing is offered.',
  })
  acceptance: number;

  @Field(() => Money, {
    description: 'That chance × what is left of the margin after expected loss, funding and admin.',
  })
  expectedProfit: Money;
}

@ObjectType({ description: 'A decision that a draft would change.' })
export class PolicyOfferChange {
  customerId: number;

  @Field(() => ID, { description: 'Our key of the decision.' })
  decisionId: number;

  @Field(() => DayScalar, { description: 'Day of the decision.' })
  decidedOn: string;

  @Field(() => Customer, { description: 'About whom.' })
  customer: Customer;

  @Field(() => PolicyOffer, { description: 'By the policy in force, from what the decision saw.' })
  before: PolicyOffer;

  @Field(() => PolicyOffer, { description: 'By the draft, from the same.' })
  after: PolicyOffer;
}

@ObjectType({ description: 'A page of the decisions that a draft would change.' })
export class PolicyOfferChangePage extends Paged(PolicyOfferChange) {
  @Field(() => Int, { description: 'How many decisions were weighed again: the newest of a year, at most 200.' })
  decisions: number;
}
