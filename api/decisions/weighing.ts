import { bestOffer, requiredExposure } from '../../analytics/index.js';
import type { Application } from './application.js';
import { assessment } from './assessment.js';
import type { Finding } from './findings.js';
import { limitBounds, limitOf, unsecuredLimit } from './limit-of.js';
import { dealOf, type JudgedOffer, judgedOffers } from './offers-of.js';
import type { Policy } from './policy.js';

export type OutcomeKey = 'approve' | 'approve_with_conditions' | 'refer' | 'decline';

/** An application with all that can be offered for it. */
export type Weighed = ReturnType<typeof weigh>;

export function weigh(of: Application, policy: Policy) {
  const score = assessment(of, policy);
  const bounds = limitBounds(of, score.grade, policy);
  const deal = dealOf(of, score.pd, policy);
  return {
    of,
    policy,
    score,
    bounds,
    deal,
    offers: judgedOffers(of, score.grade, deal, unsecuredLimit(bounds), policy),
  };
}

/** The offer with the highest expected profit of those that the policy lets us make; null when there is none such. */
export const bestWithinPolicy = ({ offers }: Weighed, only: (offer: JudgedOffer) => boolean = () => true) =>
  bestOffer(offers.filter((offer) => offer.isWithinPolicy && only(offer)));

/** What normal running needs on these terms, and how much of it is given. */
export function limitFor({ of, policy, score, bounds, deal }: Weighed, { termsDays, billingPeriodDays }: JudgedOffer) {
  const neededMinor = requiredExposure({
    monthlySalesMinor: of.monthlyRunMinor,
    workInProgressMinor: deal.workInProgressMinor,
    expectedDaysBeyondTerms: policy.expectedDaysBeyondTerms[score.grade],
    termsDays,
    billingPeriodDays,
  });
  return { neededMinor, ...limitOf(bounds, neededMinor) };
}

export function outcome(weighed: Weighed, best: JudgedOffer): OutcomeKey {
  const { score, of } = weighed;
  if (score.hardRule) return 'decline';
  if (weighs(of, 'decline')) return of.isNaturalPerson ? 'refer' : 'decline';
  // A natural person is never declined by a machine alone, and nobody is without a credit check.
  if (weighs(of, 'refer') || of.isActive === false || isUnknown(of) || score.blended?.isTooThin) return 'refer';
  if (score.grade === 'E' || best.profitMinor <= 0) return of.isNaturalPerson ? 'refer' : 'decline';
  const isAsAsked =
    best.depositMinor === 0 &&
    best.termsDays === of.termsDaysAsked &&
    best.billingPeriodDays === of.billingPeriodDays &&
    limitFor(weighed, best).limitMinor >= (of.limitAskedMinor ?? 0);
  return isAsAsked ? 'approve' : 'approve_with_conditions';
}

export const weighs = ({ findings = [] }: Application, weight: Finding['weight']) =>
  findings.some((finding) => finding.weight === weight);

/** Neither by others nor by ourselves. */
export const isUnknown = (of: Application) => knowsNothing(of) && !of.evidence?.own;

export const knowsNothing = (of: Application) =>
  of.bureauPd === null && of.netWorthMinor === null && of.yearsTrading === null;
