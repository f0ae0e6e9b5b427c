import type { Day } from './calendar.js';
import type { Grade } from './grade.js';
import { mustBeFinite, mustBeShare, mustNotBeNegative } from './guards.js';

/** The rules of thumb of Pay on Time (UK, CICM-backed); a policy may carry its own. */
export const payOnTimeRules = {
  version: 'pay-on-time-1',
  from: '2026-11-01' as Day,
  source: 'payontime.co.uk, how much credit to allow; published',
  shareOfNetWorth: 0.1,
  shareOfWorkingCapital: 0.2,
  monthsOfSales: 2,
} as const;

/** How much of a customer's capacity each grade may use. */
export const gradeFactors: {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  readonly factors: Readonly<Record<Grade, number>>;
} = {
  version: 'grade-factors-1',
  from: '2026-11-01',
  source: 'our convention',
  factors: { A: 1, B: 0.8, C: 0.6, D: 0.3, E: 0 },
};

/**
 * The limit a customer can bear and the limit it needs; the smaller is recommended.
 * Minor units, not rounded. A negative net worth or working capital bears nothing. Refuses negative sales.
 * Capacity: the lower of 10 % of net worth and 20 % of working capital; need: two months of sales. Pay on Time; published.
 * Example: net worth 400,000, working capital 150,000, 12,000 a month: capacity 30,000, need 24,000, recommended 24,000.
 */
export function limitPayOnTime(
  of: { readonly netWorthMinor: number; readonly workingCapitalMinor: number; readonly monthlySalesMinor: number },
  rules: { shareOfNetWorth: number; shareOfWorkingCapital: number; monthsOfSales: number } = payOnTimeRules,
): { capacityMinor: number; needMinor: number; recommendedMinor: number } {
  mustBeFinite('Net worth', of.netWorthMinor);
  mustBeFinite('Working capital', of.workingCapitalMinor);
  mustNotBeNegative('Monthly sales', of.monthlySalesMinor);
  const byNetWorth = of.netWorthMinor * rules.shareOfNetWorth;
  const byWorkingCapital = of.workingCapitalMinor * rules.shareOfWorkingCapital;
  const capacityMinor = Math.max(0, Math.min(byNetWorth, byWorkingCapital));
  const needMinor = of.monthlySalesMinor * rules.monthsOfSales;
  return { capacityMinor, needMinor, recommendedMinor: Math.min(needMinor, capacityMinor) };
}

/** The parts of a limit; what is not known is null and left out. */
export interface LimitParts {
  readonly needMinor: number | null;
  readonly capacityMinor: number | null;
  /** See `gradeFactors`. */
  readonly gradeFactor: number;
  readonly agencyLimitMinor: number | null;
  /** 1 for a fresh report, less the older it is. */
  readonly agencyReportAgeFactor: number;
  readonly policyCapMinor: number | null;
}

/**
 * The smallest of what is needed, what the customer can bear at its grade, what the agency allows, and the policy's cap.
 * Minor units, not rounded; null when none of them is known. Refuses negative amounts and factors outside 0–1.
 * min(need, capacity × grade factor, agency limit × age factor, cap); practice, the factors are ours.
 * Example: 18,509.59, 30,000 × 0.6, 25,000 × 0.8, 50,000: 18,000.
 */
export function limitRiskWeighted(parts: LimitParts): number | null {
  mustBeShare('The factor of the grade', parts.gradeFactor);
  mustBeShare("The factor of the report's age", parts.agencyReportAgeFactor);
  const candidates = [
    parts.needMinor,
    parts.capacityMinor === null ? null : parts.capacityMinor * parts.gradeFactor,
    parts.agencyLimitMinor === null ? null : parts.agencyLimitMinor * parts.agencyReportAgeFactor,
    parts.policyCapMinor,
  ].filter((candidate) => candidate !== null);
  for (const candidate of candidates) mustNotBeNegative('A part of a limit', candidate);
  return candidates.length === 0 ? null : Math.min(...candidates);
}
