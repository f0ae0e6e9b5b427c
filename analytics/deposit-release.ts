import type { Grade } from './grade.js';
import { mustNotBeNegative } from './guards.js';

/** When a deposit is given back, as it was agreed. */
export interface DepositReleaseRule {
  readonly invoices: number;
  /** Paid at most so many days late on average. */
  readonly daysLate: number;
}

/** Six invoices, at most three days late on average: our default of 2026-11; a policy may carry its own. */
export const depositReleaseRule: DepositReleaseRule = { invoices: 6, daysLate: 3 };

/** What was seen since the deposit was agreed. */
export interface SinceDeposit {
  /** Days late of the invoices paid since, oldest first; a day early counts as on time. */
  readonly daysLate: readonly number[];
  /** Null where it is not scored. */
  readonly grade: Grade | null;
  readonly hasOverdue: boolean;
}

/**
 * Why a deposit is to be given back: `invoices` or `grade`; null while it is not.
 * By the newest invoices that the rule asks for, or a grade of A or B once an invoice is paid; not while anything is
 * overdue, which it may be set against. Refuses a rule of no invoices. Our convention, after the notes of practice.
 * Example: six invoices paid 0, 1, 2, 3, 4 and 5 days late are 2.5 on average: `invoices`.
 */
export function depositRelease(
  { daysLate, grade, hasOverdue }: SinceDeposit,
  rule: DepositReleaseRule = depositReleaseRule,
): 'invoices' | 'grade' | null {
  mustNotBeNegative('The invoices of the rule', rule.invoices - 1);
  if (hasOverdue) return null;
  const newest = daysLate.slice(-rule.invoices).map((days) => Math.max(0, days));
  const average = newest.reduce((sum, days) => sum + days, 0) / rule.invoices;
  if (newest.length === rule.invoices && average <= rule.daysLate) return 'invoices';
  return daysLate.length > 0 && (grade === 'A' || grade === 'B') ? 'grade' : null;
}
