import { type Day, dayNumber } from './calendar.js';
import { mustBeFinite, mustNotBeNegative } from './guards.js';

/** What is known of a customer on a day; disputed amounts are already left out. */
export interface HoldFacts {
  readonly asOf: Day;
  /** Of the oldest undisputed invoice. */
  readonly daysPastDue: number;
  readonly overdueUndisputedMinor: number;
  /** Null without a limit. */
  readonly utilisation: number | null;
  readonly brokenPromises: number;
  readonly hasReturnedPayment: boolean;
  /** Last day on which a person lets supply go on in spite of everything. */
  readonly overrideUntil: Day | null;
  readonly isInsolvencyProcedure: boolean;
}

/** The thresholds of a policy. */
export interface HoldRules {
  /** Share of the limit above which supply is held. */
  readonly overLimitShare: number;
  readonly hardDaysPastDue: number;
  readonly softDaysPastDue: number;
  /** An overdue sum below it never holds or warns by its age. */
  readonly minOverdueMinor: number;
  readonly brokenPromises: number;
}

/** 45 and 15 days, 110 % of the limit, 250.00, two promises: our defaults of 2026-11; a policy may carry its own. */
export const holdRules: HoldRules = {
  overLimitShare: 1.1,
  hardDaysPastDue: 45,
  softDaysPastDue: 15,
  minOverdueMinor: 25_000,
  brokenPromises: 2,
};

export type HoldAction = 'NONE' | 'WARN' | 'HOLD' | 'HOLD_OVERRIDDEN' | 'STOP_AUTOMATION_LEGAL_REVIEW';

export type HoldReason =
  | 'DPD_SOFT'
  | 'DPD_HARD'
  | 'OVER_LIMIT'
  | 'BROKEN_PROMISES'
  | 'PAYMENT_RETURNED'
  | 'INSOLVENCY_PROCEDURE';

export interface HoldDecision {
  readonly action: HoldAction;
  readonly reasons: readonly HoldReason[];
}

/**
 * Whether supply should be held, warned of, or left to a lawyer, with every reason.
 * Insolvency comes first: supply must not stop because of it (Insolvency Act 1986 s.233B), so automation stops instead.
 * Thresholds in days and promises are reached at their value, the limit is passed above its share, an override holds to
 * the end of its day. Our default policy, built from triggers in use. Refuses negative amounts and impossible days.
 * Example: 50 days past due with 1,000.00 overdue: HOLD for DPD_HARD; with 200.00 overdue: NONE.
 */
export function holdDecision(facts: HoldFacts, rules: HoldRules = holdRules): HoldDecision {
  mustBeFinite('Days past due', facts.daysPastDue);
  mustNotBeNegative('The overdue amount', facts.overdueUndisputedMinor);
  mustNotBeNegative('The number of broken promises', facts.brokenPromises);
  if (facts.utilisation !== null) mustBeFinite('The utilisation', facts.utilisation);
  if (facts.isInsolvencyProcedure) return { action: 'STOP_AUTOMATION_LEGAL_REVIEW', reasons: ['INSOLVENCY_PROCEDURE'] };
  const reasons = hardReasons(facts, rules);
  if (reasons.length > 0) return { action: isOverridden(facts) ? 'HOLD_OVERRIDDEN' : 'HOLD', reasons };
  if (isPastDue(facts, rules.softDaysPastDue, rules)) return { action: 'WARN', reasons: ['DPD_SOFT'] };
  return { action: 'NONE', reasons: [] };
}

function hardReasons(facts: HoldFacts, rules: HoldRules): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (isPastDue(facts, rules.hardDaysPastDue, rules)) reasons.push('DPD_HARD');
  if (facts.utilisation !== null && facts.utilisation > rules.overLimitShare) reasons.push('OVER_LIMIT');
  if (facts.brokenPromises >= rules.brokenPromises) reasons.push('BROKEN_PROMISES');
  if (facts.hasReturnedPayment) reasons.push('PAYMENT_RETURNED');
  return reasons;
}

function isPastDue(facts: HoldFacts, days: number, rules: HoldRules): boolean {
  return facts.daysPastDue >= days && facts.overdueUndisputedMinor >= rules.minOverdueMinor;
}

function isOverridden({ overrideUntil, asOf }: HoldFacts): boolean {
  return overrideUntil !== null && dayNumber(overrideUntil) >= dayNumber(asOf);
}
