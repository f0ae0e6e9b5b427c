import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Money } from '../shared/money.view.js';
import { MinorUnitsScalar } from '../shared/scalars.js';
import { Outcome } from './outcome.js';

const minor = (description: string) => Field(() => MinorUnitsScalar, { description });

@ObjectType('JudgedOffer', {
  description: 'An offer with every figure its expected profit is made of, in minor units.',
})
export class JudgedOfferView {
  @Field(() => Float, { description: 'The deposit as a share of the contract.' })
  depositShare: number;

  @Field(() => Int, { description: 'Days from invoice to due day.' })
  termsDays: number;

  @Field(() => Int, { description: 'Days between invoices.' })
  billingPeriodDays: number;

  @minor('The deposit.')
  depositMinor: number;

  @Field(() => Float, { description: 'Chance that it is taken, a share of one: an assumption.' })
  acceptance: number;

  @minor('What could be lost before we have stopped supplying, at most the contract.')
  exposureAtDefaultMinor: number;

  @minor('What the deposit leaves of that.')
  atRiskMinor: number;

  @minor('The margin of the contract.')
  marginMinor: number;

  @minor('Probability of default × share lost × what is at risk.')
  expectedLossMinor: number;

  @minor('What it costs to wait for the money.')
  fundingMinor: number;

  @minor('What having the customer costs.')
  adminMinor: number;

  @minor('Acceptance × (margin − expected loss − funding − admin).')
  profitMinor: number;

  @Field(() => Boolean, { description: 'Whether the policy lets it be made: terms no longer, deposit no lower.' })
  isWithinPolicy: boolean;

  @Field(() => Boolean, { description: 'Whether it is as good as the best within what the policy calls flat.' })
  isNearlyBest: boolean;
}

@ObjectType({ description: 'Something that makes an offer safer.' })
export class Instrument {
  @Field(() => String, { description: 'Which.' })
  key: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'Why it is proposed here.' })
  reason: string;
}

@ObjectType({ description: 'A discount for early payment, and what it costs us.' })
export class EarlyPaymentDiscountView {
  @Field(() => Float, { description: 'Of the invoice, a share of one.' })
  discount: number;

  @Field(() => Int, { description: 'Paid within so many days.' })
  discountDays: number;

  @Field(() => Int, { description: 'Instead of so many.' })
  netDays: number;

  @Field(() => Float, { description: 'Its yearly rate without interest on interest, a share of one.' })
  simple: number;

  @Field(() => Float, { description: 'Its true yearly rate, a share of one.' })
  effective: number;
}

@ObjectType({ description: 'Something that sales can bring about, and what would be recommended then.' })
export class Lever {
  @Field(() => String, { description: 'Deposit, terms, billing period, limit or guarantee.' })
  lever: string;

  @Field(() => String, { description: 'What is changed.' })
  change: string;

  @Field(() => Outcome, { description: 'What would be recommended.' })
  outcome: Outcome;

  @Field(() => Float, { description: 'The deposit then, as a share of the contract.' })
  depositShare: number;

  @Field(() => Money, { description: 'The deposit then.' })
  deposit: Money;

  @Field(() => Int, { description: 'The terms then.' })
  termsDays: number;

  @Field(() => Int, { description: 'Days between invoices then.' })
  billingPeriodDays: number;

  @Field(() => Money, { description: 'The limit then.' })
  limit: Money;

  @Field(() => Money, { description: 'The expected profit then.' })
  profit: Money;
}
