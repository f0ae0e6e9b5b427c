import { roundMinor } from '../../analytics/index.js';
import type { JudgedOffer } from './offers-of.js';
import type { RecommendationRecord } from './recommendation.js';

/**
 * A recommendation as other programs read it: fields may be added, none will change or go. Amounts are minor units of
 * `currency`; those of offers are not rounded, so that anybody can check the arithmetic.
 */
export function recommendationJson(of: RecommendationRecord) {
  return {
    asOf: of.asOf,
    policyVersion: of.policyVersion,
    cardVersion: of.cardVersion,
    outcome: of.outcome,
    currency: of.currency,
    limitMinor: of.limitMinor,
    depositMinor: of.depositMinor,
    depositShare: of.depositShare,
    paymentTerms: of.paymentTerms,
    termsDays: of.termsDays,
    billingPeriodDays: of.billingPeriodDays,
    reasons: of.principalReasons,
    findings: of.findings ?? [],
    hardRule: of.hardRule,
    notes: of.notes,
    validUntil: of.validUntil,
    reviewOn: of.reviewOn,
    score: {
      points: of.points,
      grade: of.grade,
      base: of.base,
      factors: of.reasons.map(({ factor, points, sentence }) => ({ factor, points, sentence })),
    },
    evidence: of.evidence ?? null,
    pd: of.pd,
    lgd: of.lossGivenDefault,
    eadMinor: of.exposureAtDefaultMinor,
    expectedLossMinor: of.expectedLossMinor,
    requiredExposureMinor: of.requiredExposureMinor,
    limitParts: of.limitParts,
    deal: of.deal,
    offer: offer(of.best),
    grid: of.offers.map(offer),
    levers: of.levers.map(({ profitMinor, ...lever }) => ({ ...lever, profitMinor: roundMinor(profitMinor) })),
    instruments: of.instruments,
    earlyPaymentDiscount: of.discount,
    releaseRule: of.releaseRule,
    reminderLadder: of.reminderLadder,
  };
}

const offer = (of: JudgedOffer) => ({
  depositShare: of.depositShare,
  termsDays: of.termsDays,
  billingPeriodDays: of.billingPeriodDays,
  depositMinor: of.depositMinor,
  acceptance: of.acceptance,
  eadMinor: of.eadMinor,
  atRiskMinor: of.atRiskMinor,
  marginMinor: of.marginMinor,
  expectedLossMinor: of.expectedLossMinor,
  fundingMinor: of.fundingMinor,
  adminMinor: of.adminMinor,
  profitMinor: of.profitMinor,
  isWithinPolicy: of.isWithinPolicy,
  isNearlyBest: of.isNearlyBest,
});
