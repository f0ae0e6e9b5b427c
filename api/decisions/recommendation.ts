import { addDays, expectedLoss, roundMinor } from '../../analytics/index.js';
import type { Application } from './application.js';
import type { Assessment } from './assessment.js';
import { discountRate, instruments, notes, releaseRule } from './conditions.js';
import { levers } from './levers.js';
import { limitAsked } from './limit-asked.js';
import type { JudgedOffer } from './offers-of.js';
import { defaultPolicy, type Policy } from './policy.js';
import { standsOn, tooThin } from './stands-on.js';
import { bestWithinPolicy, isUnknown, limitFor, outcome, type Weighed, weigh } from './weighing.js';

/** Everything a recommendation says, with every figure it was made from: kept with the decision. */
export type RecommendationRecord = ReturnType<typeof recommendation>;

/** What we would offer a prospect, and why: a function of the application, the policy and the day. */
export function recommendation(of: Application, asOf: string, policy: Policy = defaultPolicy) {
  const weighed = weigh(of, policy);
  const best = bestOf(weighed);
  return { ...conclusion(weighed, best, asOf), offers: weighed.offers, levers: levers(weighed, best) };
}

/** The offer by itself: for where many applications are weighed at once. */
export function offerFor(of: Application, policy: Policy) {
  const weighed = weigh(of, policy);
  const best = bestOf(weighed);
  const made = outcome(weighed, best);
  const isOffered = made !== 'decline';
  return {
    outcome: made,
    acceptance: isOffered ? best.acceptance : 0,
    profitMinor: isOffered ? roundMinor(best.profitMinor) : 0,
    limitMinor: limitFor(weighed, best).limitMinor,
    depositMinor: roundMinor(best.depositMinor),
    depositShare: best.depositShare,
    termsDays: best.termsDays,
    billingPeriodDays: best.billingPeriodDays,
  };
}

function bestOf(weighed: Weighed): JudgedOffer {
  const best = bestWithinPolicy(weighed);
  if (best === null) throw new Error('the floor of the policy always leaves the deposit of all that can be lost');
  return best;
}

/** What becomes of an application when this offer is made. */
function conclusion(weighed: Weighed, best: JudgedOffer, asOf: string) {
  const { of, policy, score, deal } = weighed;
  const { neededMinor, limitMinor, offeredMinor, parts } = limitFor(weighed, best);
  const depositMinor = roundMinor(best.depositMinor);
  const validUntil = addDays(asOf, policy.validDays);
  const leastShare = (of.isKnown ? policy.knownDepositShare : policy.newDepositShare)[score.grade];
  const isAllThatCouldBeLost = depositMinor > 0 && leastShare * of.contractValueMinor > best.eadMinor;
  return {
    asOf,
    policyVersion: policy.version,
    cardVersion: score.cardVersion,
    outcome: outcome(weighed, best),
    points: score.points,
    grade: score.grade,
    pd: score.pd,
    base: score.basePoints,
    reasons: score.reasons,
    principalReasons: principalReasons(score, best, of),
    // What was kept before checks ran by themselves has none.
    ...(of.findings && { findings: of.findings }),
    hardRule: score.hardRule,
    ...(score.blended && of.evidence && { evidence: standsOn(score.blended, of.evidence) }),
    currency: of.currency,
    limitMinor,
    limitParts: parts,
    requiredExposureMinor: roundMinor(neededMinor),
    exposureAtDefaultMinor: roundMinor(best.eadMinor),
    expectedLossMinor: roundMinor(expectedLoss({ pd: score.pd, lgd: deal.lgd, eadMinor: best.eadMinor })),
    lossGivenDefault: deal.lgd,
    depositMinor,
    depositShare: best.depositShare,
    paymentTerms: paymentTerms(score.grade, best.termsDays),
    termsDays: best.termsDays,
    billingPeriodDays: best.billingPeriodDays,
    deal,
    best,
    instruments: instruments(of, score.grade, best, policy),
    discount: discountRate(best.termsDays, policy),
    releaseRule: releaseRule(depositMinor, policy),
    reminderLadder: policy.reminderLadder[score.grade],
    validUntil,
    reviewOn: addDays(asOf, policy.reviewDays[score.grade]),
    notes: [
      ...limitAsked(of, { bounds: weighed.bounds, neededMinor, offeredMinor }, policy),
      ...notes(of, isAllThatCouldBeLost, validUntil, policy),
    ],
  };
}

function paymentTerms(grade: string, days: number): string {
  if (days > 0) return `net ${days}`;
  return grade === 'E' ? 'prepayment' : 'due on receipt';
}

/** At most four, the weightiest first, each with the value that was seen. A rule that decided alone stands alone. */
function principalReasons(score: Assessment, best: JudgedOffer, of: Application): string[] {
  if (score.hardRule) return [score.hardRule];
  const { findings = [] } = of;
  const ruled = findings.filter(({ weight }) => weight === 'decline').map(({ sentence }) => sentence);
  if (ruled.length > 0) return ruled.slice(0, 4);
  const all = findings.filter(({ weight }) => weight === 'refer').map(({ sentence }) => sentence);
  if (of.isActive === false) all.push('The credit check has it as dissolved or closed.');
  if (isUnknown(of)) all.push('Neither credit check nor accounts nor years in business are known.');
  else if (score.blended?.isTooThin && of.evidence) all.push(tooThin(of.evidence));
  if (best.profitMinor <= 0) all.push('No offer that the policy allows is expected to earn anything.');
  const against = score.reasons.filter(({ points }) => points < 0).map(({ sentence }) => sentence);
  const speaking = [...score.reasons]
    .reverse()
    .filter(({ points }) => points > 0)
    .map(({ sentence }) => sentence);
  const reasons = [...all, ...against];
  return (reasons.length > 0 ? reasons : speaking).slice(0, 4);
}
