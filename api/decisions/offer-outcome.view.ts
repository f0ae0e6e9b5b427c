import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money } from '../shared/money.view.js';
import { DayScalar, InstantScalar } from '../shared/scalars.js';

export enum OfferResult {
  ACCEPTED = 'accepted',
  DECLINED = 'declined',
  LOST = 'lost',
}
registerEnumType(OfferResult, {
  name: 'OfferResult',
  description: 'What became of an offer.',
  valuesMap: {
    ACCEPTED: { description: 'Taken: it becomes a customer on these terms.' },
    DECLINED: { description: 'It did not want these terms.' },
    LOST: { description: 'Lost for another reason: price, time, somebody else.' },
  },
});

@ObjectType({ description: 'What became of an offer.' })
export class OfferOutcome {
  @Field(() => OfferResult, { description: 'Accepted, declined or lost.' })
  result: OfferResult;

  @Field(() => String, { nullable: true, description: 'What else was said.' })
  note: string | null;

  @Field(() => String, { description: 'Who told it.' })
  toldBy: string;

  @Field(() => String, { nullable: true, description: 'Who approved it; null when nobody had to.' })
  approvedBy: string | null;

  @Field(() => InstantScalar, { description: 'When it was told.' })
  toldAt: Date;
}

@ObjectType({ description: 'What was agreed with a customer: from the decision that it took.' })
export class Agreement {
  customerId: number;

  @Field(() => ID, { description: 'Our key, within the customer.' })
  id: number;

  @Field(() => ID, { description: 'The decision it comes from.' })
  decisionId: number;

  @Field(() => DayScalar, { description: 'When it was agreed.' })
  agreedOn: string;

  @Field(() => Money, { description: 'How much it may owe.' })
  limit: Money;

  @Field(() => Money, { description: 'The deposit that was asked for, and is to be invoiced.' })
  deposit: Money;

  @Field(() => Int, { description: 'Days from invoice to due day.' })
  termsDays: number;

  @Field(() => Int, { nullable: true, description: 'Days between invoices.' })
  billingPeriodDays: number | null;

  @Field(() => String, { nullable: true, description: 'How it is reminded: friendly, usual, firm.' })
  reminderLadder: string | null;

  @Field(() => String, { nullable: true, description: 'When the deposit is given back; null without one.' })
  releaseRule: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When it is looked at again.' })
  reviewOn: string | null;

  @Field(() => String, { description: 'Who agreed it.' })
  agreedBy: string;

  @Field(() => String, { nullable: true, description: 'Who approved it; null when it was within the authority.' })
  approvedBy: string | null;
}

@ObjectType({
  description: 'Of the offers with such a deposit, how many were taken: counted, beside what was assumed.',
})
export class AcceptanceOfDeposit {
  @Field(() => Float, { description: 'Deposits above this share of the contract; the first band has none at all.' })
  above: number;

  @Field(() => Float, { description: 'Up to this share.' })
  upTo: number;

  @Field(() => Int, { description: 'Offers whose outcome was told.' })
  offers: number;

  @Field(() => Int, { description: 'Of these accepted.' })
  accepted: number;

  @Field(() => Float, { nullable: true, description: 'The chance that was assumed on average; null without offers.' })
  assumed: number | null;
}
