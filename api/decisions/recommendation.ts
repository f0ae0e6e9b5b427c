import {
  applicationScore,
  depositAsked,
  depositRequired,
  expectedLoss,
  exposureAtDefault,
  gradeFactors,
  limitPayOnTime,
  limitRiskWeighted,
  offeredTerms,
  requiredExposure,
  roundMinor,
  toMinor,
} from '../../analytics/index.js';
import type { Application } from './application.js';
import { defaultPolicy, type Policy } from './policy.js';

export type OutcomeKey = 'approve' | 'approve_with_conditions' | 'refer' | 'decline';

export interface LimitPartRow {
  name: string;
  minor: number | null;
  explanation: string;
  isBinding: boolean;
}

/** Everything a recommendation says, with every figure it was made from: kept with the decision. */
export type RecommendationRecord = ReturnType<typeof recommendation>;

/** What we would offer a prospect, and why: a function of the application, the policy and the day. */
export function recommendation(of: Application, asOf: string, policy: Policy = defaultPolicy) {
  const score = applicationScore({
    bureauPd: of.bureauPd,
    yearsTrading: of.yearsTrading,
    judgments: of.judgments,
    netWorthMinor: of.netWorthMinor,
    workingCapitalMinor: of.workingCapitalMinor,
    contractValueMinor: of.contractValueMinor,
    insolvent: of.insolvent,
  });
  const terms = offeredTerms(score.grade, true);
  const termsDays = Math.min(terms.termsDays, of.termsDaysAsked);
  const rhythm = {
    monthlySalesMinor: of.monthlyRunMinor,
    termsDays,
    billingPeriodDays: of.billingPeriodDays,
    workInProgressMinor: of.workInProgressMinor,
  };
  const neededMinor = requiredExposure({
    ...rhythm,
    expectedDaysBeyondTerms: policy.expectedDaysBeyondTerms[score.grade],
  });
  const { limitMinor, parts } = limit(of, score.grade, neededMinor, policy);
  const eadMinor = exposureAtDefault({ ...rhythm, daysToHold: policy.daysToHold, noticeDays: policy.noticeDays });
  const depositNeeded = depositRequired({
    eadMinor,
    pd: score.pd,
    lgd: policy.lossGivenDefault,
    toleranceMinor: of.contractValueMinor * policy.toleratedLossShare,
    unsecuredLimitMinor: limitMinor,
  });
  const offer = { neededMinor: depositNeeded, contractMinor: of.contractValueMinor, leastShare: terms.depositShare };
  const depositMinor = roundMinor(depositAsked({ ...offer, eadMinor }));
  const isAllThatCouldBeLost =
    depositMinor > 0 && depositAsked({ ...offer, eadMinor: of.contractValueMinor }) > eadMinor;
  return {
    asOf,
    policyVersion: policy.version,
    cardVersion: score.cardVersion,
    outcome: outcome(score, depositMinor, termsDays, of),
    points: score.points,
    grade: score.grade,
    pd: score.pd,
    base: score.basePoints,
    reasons: score.reasons,
    hardRule: score.hardRule,
    currency: of.currency,
    limitMinor,
    limitParts: parts,
    requiredExposureMinor: roundMinor(neededMinor),
    exposureAtDefaultMinor: roundMinor(eadMinor),
    expectedLossMinor: roundMinor(expectedLoss({ pd: score.pd, lgd: policy.lossGivenDefault, eadMinor })),
    lossGivenDefault: policy.lossGivenDefault,
    depositNeededMinor: roundMinor(depositNeeded),
    depositMinor,
    depositShare: of.contractValueMinor > 0 ? depositMinor / of.contractValueMinor : 0,
    paymentTerms: termsDays === 0 ? 'prepayment' : `net ${termsDays}`,
    termsDays,
    notes: notes(of, terms.note, isAllThatCouldBeLost, policy),
  };
}

function limit(of: Application, grade: keyof typeof gradeFactors.factors, neededMinor: number, policy: Policy) {
  const byRule =
    of.netWorthMinor === null || of.workingCapitalMinor === null
      ? null
      : limitPayOnTime({
          netWorthMinor: of.netWorthMinor,
          workingCapitalMinor: of.workingCapitalMinor,
          monthlySalesMinor: of.monthlyRunMinor,
        });
  const capacityMinor = byRule?.capacityMinor ?? null;
  const gradeFactor = gradeFactors.factors[grade];
  const ageFactor = reportAgeFactor(of.reportAgeDays, policy);
  const policyCapMinor = toMinor(String(policy.limitCapMajor), of.currency);
  const exact =
    limitRiskWeighted({
      needMinor: neededMinor,
      capacityMinor,
      gradeFactor,
      agencyLimitMinor: of.suggestedLimitMinor,
      agencyReportAgeFactor: ageFactor,
      policyCapMinor,
    }) ?? 0;
  const limitMinor = grade === 'E' ? 0 : roundMinor(exact);
  const candidates = [
    {
      name: 'Need',
      minor: neededMinor,
      explanation:
        'What normal running leaves open: daily sales × (terms + expected days beyond them + half a billing period) + work in progress.',
    },
    {
      name: 'Twice monthly sales',
      minor: byRule?.needMinor ?? 2 * of.monthlyRunMinor,
      explanation: 'Pay on Time’s rule of need, for comparison; the need above takes its place.',
    },
    {
      name: 'Capacity',
      minor: capacityMinor === null ? null : capacityMinor * gradeFactor,
      explanation: `The lower of 10 % of net worth and 20 % of working capital, × ${gradeFactor} for grade ${grade}; not known without both figures.`,
    },
    ...(of.suggestedLimitMinor === null
      ? []
      : [
          {
            name: 'Credit check',
            minor: of.suggestedLimitMinor * ageFactor,
            explanation: `What the credit check suggests, × ${ageFactor} for its age.`,
          },
        ]),
    { name: 'Policy cap', minor: policyCapMinor, explanation: 'The most the policy gives without a person.' },
  ];
  const parts: LimitPartRow[] = candidates.map((part) => ({
    ...part,
    minor: part.minor === null ? null : roundMinor(part.minor),
    isBinding:
      grade !== 'E' && part.name !== 'Twice monthly sales' && part.minor !== null && Math.abs(part.minor - exact) < 0.5,
  }));
  if (grade === 'E')
    parts.push({
      name: 'Grade E',
      minor: 0,
      explanation: 'Nothing on credit: payment before supply.',
      isBinding: true,
    });
  return { limitMinor, parts };
}

function outcome(
  score: ReturnType<typeof applicationScore>,
  depositMinor: number,
  termsDays: number,
  of: Application,
): OutcomeKey {
  if (score.hardRule) return 'decline';
  // A natural person is never declined by a machine alone, and nobody is without a credit check.
  if (of.isActive === false) return 'refer';
  const knowsNothing = of.bureauPd === null && of.netWorthMinor === null && of.yearsTrading === null;
  if (knowsNothing || (score.grade === 'E' && of.isNaturalPerson)) return 'refer';
  if (score.grade === 'E') return 'decline';
  return depositMinor > 0 || termsDays < of.termsDaysAsked ? 'approve_with_conditions' : 'approve';
}

function notes(of: Application, termsNote: string, isAllThatCouldBeLost: boolean, policy: Policy): string[] {
  const all = [termsNote];
  if (isAllThatCouldBeLost)
    all.push('The deposit is all that could be owed once supply stops; the usual share of the contract would be more.');
  if (of.isNaturalPerson)
    all.push('Treated as a natural person: tell them how this was decided; they may ask that a person reviews it.');
  if (of.termsDaysAsked > policy.longestTermsDays) {
    all.push(
      `${of.termsDaysAsked} days were asked. Terms above ${policy.longestTermsDays} days need express agreement in the EU and are to be capped in the UK; have them checked.`,
    );
  }
  if (of.isActive === false)
    all.push('The credit check has it as dissolved or closed: see that it is the right company.');
  if (of.bureauScore !== null && of.bureauPd === null) {
    all.push(`The bureau’s value ${of.bureauScore} means “not scored”, so it counts as unknown.`);
  }
  return all;
}

/** An older report bounds the limit further. */
function reportAgeFactor(days: number, { reportAgeFactors }: Policy): number {
  return reportAgeFactors.find(({ upToDays }) => upToDays === null || days <= upToDays)?.factor ?? 1;
}
