import { expectedLoss, exposureAtDefault, type SupplyRhythm } from '../exposure.js';
import { mustBeFinite, mustBePositive, mustBeShare, mustNotBeNegative } from '../guards.js';

/** What is put to a customer: how much in advance, when to pay, how often it is invoiced. */
export interface Offer {
  /** A share of the contract. */
  readonly depositShare: number;
  readonly termsDays: number;
  readonly billingPeriodDays: number;
}

/**
 * How offers are taken up: an assumption, until the offers and outcomes of the house can tell.
 * The chance is 1 ÷ (1 + e^−x), x = base − perDeposit × share − perThirtyDaysSooner × days of terms below those asked ÷ 30
 * − perThirtyDaysBilledSooner × days of the billing period below the one asked ÷ 30.
 */
export interface Acceptance {
  readonly base: number;
  readonly perDeposit: number;
  readonly perThirtyDaysSooner: number;
  readonly perThirtyDaysBilledSooner: number;
  readonly termsDaysAsked: number;
  readonly billingPeriodDaysAsked: number;
}

/** A contract and its customer, as an offer is judged by; amounts in minor units of one currency. */
export interface Deal extends Pick<SupplyRhythm, 'monthlySalesMinor' | 'workInProgressMinor'> {
  readonly contractMinor: number;
  /** Of the contract, before losses and funding: a share of one. */
  readonly margin: number;
  readonly pd: number;
  readonly lgd: number;
  readonly daysToHold: number;
  readonly noticeDays: number;
  /** What a year of money costs us: a share of one. */
  readonly fundingRate: number;
  /** What having the customer costs, whatever it buys. */
  readonly adminMinor: number;
  readonly acceptance: Acceptance;
}

/** An offer with every figure its profit is made of; minor units, not rounded. */
export interface OfferFigures extends Offer {
  readonly depositMinor: number;
  /** Chance that it is taken. */
  readonly acceptance: number;
  /** Exposure at default, at most the contract. */
  readonly eadMinor: number;
  /** What the deposit leaves of it. */
  readonly atRiskMinor: number;
  readonly marginMinor: number;
  readonly expectedLossMinor: number;
  readonly fundingMinor: number;
  readonly adminMinor: number;
  readonly profitMinor: number;
}

/**
 * The chance that an offer is taken.
 * A share of one. Refuses shares outside 0–1 and negative days. Terms and billing beyond what was asked change nothing.
 * A logistic curve, our convention: no usable figure is published, so its parameters are an assumption to be replaced.
 * Example: base 3, 5 per deposit: none is taken by 95.3 %, 25 % by 85.2 %.
 */
export function offerAcceptance({ depositShare, termsDays, billingPeriodDays }: Offer, by: Acceptance): number {
  mustBeShare('The share of a deposit', depositShare);
  mustNotBeNegative('The days of the terms', termsDays);
  mustNotBeNegative('The days of a billing period', billingPeriodDays);
  mustBeFinite('The base of the acceptance', by.base);
  mustBeFinite('What a deposit takes off the acceptance', by.perDeposit);
  mustBeFinite('What shorter terms take off the acceptance', by.perThirtyDaysSooner);
  mustBeFinite('What more frequent invoices take off the acceptance', by.perThirtyDaysBilledSooner);
  mustBeFinite('The terms asked for', by.termsDaysAsked);
  mustBeFinite('The billing period asked for', by.billingPeriodDaysAsked);
  const sooner = Math.max(0, by.termsDaysAsked - termsDays) / 30;
  const billedSooner = Math.max(0, by.billingPeriodDaysAsked - billingPeriodDays) / 30;
  const x =
    by.base -
    by.perDeposit * depositShare -
    by.perThirtyDaysSooner * sooner -
    by.perThirtyDaysBilledSooner * billedSooner;
  return 1 / (1 + Math.exp(-x));
}

/**
 * What an offer is worth to us before we know whether it is taken, with every figure on the way.
 * Minor units, not rounded. Refuses shares outside 0–1, negative amounts and days, and a contract of nothing.
 * acceptance × (margin × contract − pd × lgd × max(0, ead − deposit) − funding rate × (contract − deposit) ×
 * (billing period ÷ 2 + terms) ÷ 365 − admin), ead = min(contract, `exposureAtDefault`); our formulation after Mehta 1968,
 * Bierman and Hausman 1970, Ng, Smith and Smith 1999.
 * Example: 60,000 a year, margin 30 %, pd 1 %, lgd 85 %, money at 9 %, no deposit, net 30, monthly: 16,262.79.
 */
export function expectedProfit(offer: Offer, deal: Deal): OfferFigures {
  mustBePositive('The contract', deal.contractMinor);
  mustBeShare('The margin', deal.margin);
  mustNotBeNegative('The cost of funding', deal.fundingRate);
  mustNotBeNegative('The cost of having a customer', deal.adminMinor);
  const { depositShare, termsDays, billingPeriodDays } = offer;
  const acceptance = offerAcceptance(offer, deal.acceptance);
  const depositMinor = depositShare * deal.contractMinor;
  const eadMinor = Math.min(
    deal.contractMinor,
    exposureAtDefault({
      monthlySalesMinor: deal.monthlySalesMinor,
      workInProgressMinor: deal.workInProgressMinor,
      daysToHold: deal.daysToHold,
      noticeDays: deal.noticeDays,
      termsDays,
      billingPeriodDays,
    }),
  );
  const atRiskMinor = Math.max(0, eadMinor - depositMinor);
  const marginMinor = deal.margin * deal.contractMinor;
  const expectedLossMinor = expectedLoss({ pd: deal.pd, lgd: deal.lgd, eadMinor: atRiskMinor });
  const daysFunded = billingPeriodDays / 2 + termsDays;
  const fundingMinor = (deal.fundingRate * (deal.contractMinor - depositMinor) * daysFunded) / 365;
  const { adminMinor } = deal;
  return {
    depositShare,
    termsDays,
    billingPeriodDays,
    depositMinor,
    acceptance,
    eadMinor,
    atRiskMinor,
    marginMinor,
    expectedLossMinor,
    fundingMinor,
    adminMinor,
    profitMinor: acceptance * (marginMinor - expectedLossMinor - fundingMinor - adminMinor),
  };
}
