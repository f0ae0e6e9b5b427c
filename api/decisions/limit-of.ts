import {
  type Grade,
  limitPayOnTime,
  limitRiskWeighted,
  payOnTimeRules,
  roundMinor,
  toMinor,
} from '../../analytics/index.js';
import type { Application } from './application.js';
import type { Policy } from './policy.js';

export interface LimitPartRow {
  name: string;
  minor: number | null;
  explanation: string;
  isBinding: boolean;
}

/** What bounds the credit of an applicant, whatever it needs. */
export interface LimitBounds {
  grade: Grade;
  capacityMinor: number | null;
  gradeFactor: number;
  agencyLimitMinor: number | null;
  agencyReportAgeFactor: number;
  /** Less what the group of the applicant owes us already. */
  policyCapMinor: number;
  groupExposureMinor: number;
  twiceMonthlySalesMinor: number;
  /** More is never given; null where nobody asked. */
  askedMinor: number | null;
}

/** What of an application bounds its limit. */
type BoundedBy = Pick<
  Application,
  | 'currency'
  | 'monthlyRunMinor'
  | 'netWorthMinor'
  | 'workingCapitalMinor'
  | 'suggestedLimitMinor'
  | 'reportAgeDays'
  | 'groupExposureMinor'
  | 'limitAskedMinor'
>;

export function limitBounds(of: BoundedBy, grade: Grade, policy: Policy): LimitBounds {
  const byRule =
    of.netWorthMinor === null || of.workingCapitalMinor === null
      ? null
      : limitPayOnTime(
          {
            netWorthMinor: of.netWorthMinor,
            workingCapitalMinor: of.workingCapitalMinor,
            monthlySalesMinor: of.monthlyRunMinor,
          },
          {
            shareOfNetWorth: policy.shareOfNetWorth,
            shareOfWorkingCapital: policy.shareOfWorkingCapital,
            monthsOfSales: payOnTimeRules.monthsOfSales,
          },
        );
  return {
    grade,
    capacityMinor: byRule?.capacityMinor ?? null,
    gradeFactor: policy.gradeFactors[grade],
    agencyLimitMinor: of.suggestedLimitMinor,
    agencyReportAgeFactor: reportAgeFactor(of.reportAgeDays, policy),
    policyCapMinor: Math.max(0, toMinor(policy.limitCapMajor.toFixed(4), of.currency) - (of.groupExposureMinor ?? 0)),
    groupExposureMinor: of.groupExposureMinor ?? 0,
    twiceMonthlySalesMinor: byRule?.needMinor ?? payOnTimeRules.monthsOfSales * of.monthlyRunMinor,
    askedMinor: of.limitAskedMinor ?? null,
  };
}

/** An older report bounds the limit further. */
function reportAgeFactor(days: number, policy: Policy): number {
  if (days <= policy.reportFreshDays) return 1;
  return days <= policy.reportOldDays ? policy.reportAgedFactor : policy.reportOldFactor;
}

/** The most we would have outstanding without security. What normal running needs is not among its bounds: it is no risk. */
export const unsecuredLimit = (bounds: LimitBounds): number =>
  bounds.grade === 'E' ? 0 : (limitRiskWeighted({ ...bounds, needMinor: null }) ?? 0);

/** The limit that is given: what is needed, as far as the bounds allow it and as much as was asked for; with all its parts. */
export function limitOf(
  bounds: LimitBounds,
  neededMinor: number,
): { limitMinor: number; offeredMinor: number; parts: LimitPartRow[] } {
  const { grade, capacityMinor, gradeFactor, agencyLimitMinor, agencyReportAgeFactor, policyCapMinor, askedMinor } =
    bounds;
  const isE = grade === 'E';
  const offered = limitRiskWeighted({ ...bounds, needMinor: neededMinor }) ?? 0;
  const exact = Math.min(offered, askedMinor ?? offered);
  const candidates = [
    {
      name: 'Need',
      minor: neededMinor,
      explanation:
        'What normal running leaves open: daily sales × (terms + expected days beyond them + half a billing period) + work in progress.',
    },
    {
      name: 'Twice monthly sales',
      minor: bounds.twiceMonthlySalesMinor,
      explanation: 'Pay on Time’s rule of need, for comparison; the need above takes its place.',
    },
    {
      name: 'Capacity',
      minor: capacityMinor === null ? null : capacityMinor * gradeFactor,
      explanation: `The lower of the policy’s shares of net worth and of working capital, × ${gradeFactor} for grade ${grade}; not known without both figures.`,
    },
    ...(agencyLimitMinor === null
      ? []
      : [
          {
            name: 'Credit check',
            minor: agencyLimitMinor * agencyReportAgeFactor,
            explanation: `What the credit check suggests, × ${agencyReportAgeFactor} for its age.`,
          },
        ]),
    {
      name: 'Policy cap',
      minor: policyCapMinor,
      explanation: `The most the policy gives without a person${bounds.groupExposureMinor > 0 ? ', less what it and its group owe us already' : ''}.`,
    },
    ...(askedMinor === null
      ? []
      : [{ name: 'Asked for', minor: askedMinor, explanation: 'What was asked for: more is never given.' }]),
  ];
  const parts: LimitPartRow[] = candidates.map((part) => ({
    ...part,
    minor: part.minor === null ? null : roundMinor(part.minor),
    isBinding: !isE && part.name !== 'Twice monthly sales' && part.minor !== null && Math.abs(part.minor - exact) < 0.5,
  }));
  if (isE)
    parts.push({
      name: 'Grade E',
      minor: 0,
      explanation: 'Nothing on credit: payment before supply.',
      isBinding: true,
    });
  return { limitMinor: isE ? 0 : roundMinor(exact), offeredMinor: isE ? 0 : roundMinor(offered), parts };
}
