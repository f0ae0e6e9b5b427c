import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Approval } from '../approvals/approval.view.js';
import { Reason } from '../scoring/score.view.js';
import { Grade } from '../shared/grade.js';
import { Money } from '../shared/money.view.js';
import { Paged } from '../shared/page.js';
import { DayScalar, JsonScalar } from '../shared/scalars.js';
import { DealView, FindingView } from './deal.view.js';
import { EarlyPaymentDiscountView, Instrument, JudgedOfferView, Lever } from './offer.view.js';
import { OfferOutcome } from './offer-outcome.view.js';
import { Outcome } from './outcome.js';
import { DecisionOverride } from './override.view.js';

@ObjectType({ description: 'One bound on a limit.' })
export class LimitPart {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => Money, { nullable: true, description: 'How much it would allow; null when it cannot be computed.' })
  amount: Money | null;

  @Field(() => String, { description: 'Where it comes from.' })
  explanation: string;

  @Field(() => Boolean, { description: 'Whether the limit is this one.' })
  isBinding: boolean;
}

@ObjectType('StandsOn', { description: 'What a recommendation stands on, and how sure that makes it.' })
export class StandsOnView {
  @Field(() => String, {
    description: 'How it was weighed, in words: “72 % credit check, 28 % own history, 9 invoices”.',
  })
  sentence: string;

  @Field(() => Float, { description: 'How much own history counts, a share of one; the two add up to one.' })
  weightOfOwn: number;

  @Field(() => Float, {
    description: 'How much the credit check counts, or else what it says of itself; a share of one.',
  })
  weightOfCheck: number;

  @Field(() => Int, { description: 'Own invoices: settled, or overdue.' })
  invoices: number;

  @Field(() => Int, { nullable: true, description: 'How old the credit check was; null where none told a chance.' })
  checkAgeDays: number | null;

  @Field(() => Float, {
    description: 'In invoices: own ones, recent ones counting most, and a credit check. Answers are none.',
  })
  evidence: number;

  @Field(() => Float, { description: 'In 19 of 20 cases the probability of default is higher. A share of one.' })
  pdLow: number;

  @Field(() => Float, { description: 'In 19 of 20 cases the probability of default is lower. A share of one.' })
  pdHigh: number;

  @Field(() => Boolean, { description: 'Whether that is too little for a machine, so that a person decides.' })
  isTooThin: boolean;
}

@ObjectType({ description: 'What we would offer, and why.' })
export class Recommendation {
  /** The decision it was kept as; then reading what it says of the credit check leaves an entry in the audit. */
  keptAs?: { customerId: number; id: number };

  @Field(() => Outcome, { description: 'Approve, approve with conditions, refer or decline.' })
  outcome: Outcome;

  @Field(() => Int, { description: '300 to 850; 600 is 50:1, 20 points double the odds.' })
  points: number;

  @Field(() => Grade, { description: 'A to E.' })
  grade: Grade;

  @Field(() => Float, {
    description: 'Probability of default within 12 months, a share of one. From an expert scorecard, not fitted.',
  })
  pd: number;

  @Field(() => StandsOnView, {
    nullable: true,
    description: 'How own history and credit check were weighed; null for what was kept before they were.',
  })
  evidence: StandsOnView | null;

  @Field(() => [Reason], { description: 'All reasons, worst first; with the base they add up to the points.' })
  reasons: Reason[];

  @Field(() => Int, { description: 'Points of the scorecard before any reason.' })
  base: number;

  @Field(() => String, { nullable: true, description: 'The rule that decided without counting points.' })
  hardRule: string | null;

  @Field(() => Money, {
    description:
      'How much it may owe without security; of a decline, what an override would begin from: nothing is given.',
  })
  limit: Money;

  @Field(() => [LimitPart], { description: 'What bounds the limit.' })
  limitParts: LimitPart[];

  @Field(() => Money, { description: 'The limit that normal running needs.' })
  requiredExposure: Money;

  @Field(() => Money, { description: 'The most that could be lost before we have stopped supplying.' })
  exposureAtDefault: Money;

  @Field(() => Money, { description: 'Probability of default × share lost × exposure at default, without a deposit.' })
  expectedLoss: Money;

  @Field(() => Money, { description: 'What to ask for in advance.' })
  deposit: Money;

  @Field(() => Float, { description: 'The deposit as a share of the contract.' })
  depositShare: number;

  @Field(() => String, { description: 'Terms in words: net 30, prepayment.' })
  paymentTerms: string;

  @Field(() => Int, { description: 'Days from invoice to due day.' })
  termsDays: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Days between invoices; null for what was kept before it was part of the offer.',
  })
  billingPeriodDays: number | null;

  @Field(() => [String], { description: 'At most four reasons, the weightiest first, with the values seen.' })
  principalReasons: string[];

  @Field(() => Float, { description: 'Share of what is at risk that is lost on default.' })
  lossGivenDefault: number;

  @Field(() => JudgedOfferView, {
    nullable: true,
    description: 'The offer with its figures; null for what was kept before offers were judged.',
  })
  best: JudgedOfferView | null;

  @Field(() => [JudgedOfferView], {
    nullable: true,
    description: 'All offers that were put against each other; null for a kept decision: see replayDecision.',
  })
  offers: JudgedOfferView[] | null;

  @Field(() => [FindingView], { description: 'What the checks found that run by themselves.' })
  findings: FindingView[];

  @Field(() => DealView, {
    nullable: true,
    description: 'What every offer is judged by; null for what was kept before offers were judged.',
  })
  deal: DealView | null;

  @Field(() => [Lever], { description: 'What would change it: only what sales can bring about.' })
  levers: Lever[];

  @Field(() => [Instrument], { description: 'What makes the offer safer, by rule.' })
  instruments: Instrument[];

  @Field(() => EarlyPaymentDiscountView, {
    nullable: true,
    description: 'What a discount for early payment would cost us; null when the terms leave no days to gain.',
  })
  earlyPaymentDiscount: EarlyPaymentDiscountView | null;

  @Field(() => String, { nullable: true, description: 'When the deposit is given back; null without one.' })
  releaseRule: string | null;

  @Field(() => String, { nullable: true, description: 'How the customer is reminded: friendly, usual, firm.' })
  reminderLadder: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Until when the offer stands.' })
  validUntil: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'When limit and terms are looked at again.' })
  reviewOn: string | null;

  @Field(() => [String], { description: 'What else to know.' })
  notes: string[];

  @Field(() => DayScalar, { description: 'The day it was made for.' })
  asOf: string;

  @Field(() => String, { description: 'Version of the scorecard.' })
  cardVersion: string;

  @Field(() => String, { description: 'Version of the policy.' })
  policyVersion: string;
}

@ObjectType({ description: 'What a decision offers.' })
export class DecisionOffer {
  @Field(() => Money, { description: 'How much may be open on credit; nothing where payment comes before supply.' })
  limit: Money;

  @Field(() => Money, { description: 'What is asked for in advance.' })
  deposit: Money;

  @Field(() => Float, { description: 'The deposit as a share of the contract.' })
  depositShare: number;

  @Field(() => Int, { description: 'Days from invoice to due day; none where payment comes before supply.' })
  termsDays: number;

  @Field(() => String, { description: 'Terms in words: net 30, prepayment.' })
  paymentTerms: string;

  @Field(() => String, { nullable: true, description: 'When the deposit is given back; null without one.' })
  releaseRule: string | null;
}

@ObjectType({ description: 'A recommendation that was kept, with what it was made from.' })
export class Decision {
  customerId: number;

  @Field(() => ID, { description: 'Our key.' })
  id: number;

  @Field(() => DayScalar, { description: 'Day of the decision.' })
  decidedOn: string;

  @Field(() => String, { description: 'Who decided.' })
  decidedBy: string;

  @Field(() => Recommendation, { description: 'What was recommended then.' })
  recommendation: Recommendation;

  @Field(() => Outcome, { description: 'What holds: what was recommended, or what people decided instead.' })
  outcome: Outcome;

  @Field(() => DecisionOffer, {
    nullable: true,
    description:
      'What is offered: as recommended, or as people decided instead; null where it was declined or referred.',
  })
  offer: DecisionOffer | null;

  @Field(() => DecisionOverride, {
    nullable: true,
    description: 'What people decided instead; null when they did not.',
  })
  override: DecisionOverride | null;

  @Field(() => OfferOutcome, {
    nullable: true,
    description: 'What became of the offer; null while nobody has told.',
  })
  offerOutcome: OfferOutcome | null;

  @Field(() => JsonScalar, { description: 'What it was made from, as it was given.' })
  inputs: unknown;
}

@ObjectType({ description: 'A decline that is overridden, or waits for a second person.' })
export class DeclineOverridden {
  @Field(() => Decision, { description: 'The decision, as it is now.' })
  decision: Decision;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}

@ObjectType({ description: 'An offer whose outcome is told, or waits for a second person.' })
export class OfferTold {
  @Field(() => Decision, { description: 'The decision, as it is now.' })
  decision: Decision;

  @Field(() => Approval, { nullable: true, description: 'What waits; null when it is done.' })
  approval: Approval | null;
}

@ObjectType({ description: 'A kept decision made again from what it saw, with the policy it was made with.' })
export class Replay {
  @Field(() => [String], { description: 'What is not what was kept, by name; none when it is the same bit for bit.' })
  differences: string[];

  @Field(() => Recommendation, {
    description: 'What was made again, with all offers that were put against each other.',
  })
  recommendation: Recommendation;
}

@ObjectType({ description: 'A page of decisions.' })
export class DecisionPage extends Paged(Decision) {}

@ObjectType({ description: 'The answer to vetting.' })
export class VetResult {
  @Field(() => Recommendation, { description: 'What we would offer.' })
  recommendation: Recommendation;

  @Field(() => Decision, { nullable: true, description: 'The decision, when it was kept.' })
  decision: Decision | null;

  @Field(() => [String], {
    description:
      'Providers that were asked by themselves and have not answered yet, by name. Vet again to hear them; what is kept is decided anew by itself.',
  })
  asking: string[];
}
