import { mustBeFinite, mustBeShare, mustNotBeNegative } from './guards.js';

function perDay(monthlySalesMinor: number): number {
  mustNotBeNegative('Monthly sales', monthlySalesMinor);
  return (monthlySalesMinor * 12) / 365;
}

export interface SupplyRhythm {
  readonly monthlySalesMinor: number;
  readonly termsDays: number;
  readonly billingPeriodDays: number;
  /** Done and not yet invoiced. */
  readonly workInProgressMinor: number;
}

function mustBeRhythm({ termsDays, billingPeriodDays, workInProgressMinor }: SupplyRhythm): void {
  mustNotBeNegative('The days of the terms', termsDays);
  mustNotBeNegative('The days of a billing period', billingPeriodDays);
  mustNotBeNegative('Work in progress', workInProgressMinor);
}

/**
 * The limit that normal running needs: what is owed on an average day when all goes as usual.
 * Minor units, not rounded. A customer who pays before terms has negative days beyond them.
 * Daily sales × (terms + expected days beyond terms + half a billing period) + work in progress; our convention.
 * Example: 12,000 a month, net 30, 12 days beyond, monthly billing, 3,000 in progress: 25,487.67.
 */
export function requiredExposure(of: SupplyRhythm & { readonly expectedDaysBeyondTerms: number }): number {
  mustBeRhythm(of);
  mustBeFinite('The days beyond terms', of.expectedDaysBeyondTerms);
  const daysOwed = Math.max(0, of.termsDays + of.expectedDaysBeyondTerms + of.billingPeriodDays / 2);
  return perDay(of.monthlySalesMinor) * daysOwed + of.workInProgressMinor;
}

/**
 * What would be owed when a customer stops paying and supply stops as fast as we can: the exposure at default.
 * Minor units, not rounded. Daily run × (billing period + terms + days to hold + notice) + work in progress; our convention.
 * Example: 12,000 a month, monthly billing, net 30, held after 15 days, 7 days' notice, 3,000 in progress: 35,350.68.
 */
export function exposureAtDefault(
  of: SupplyRhythm & { readonly daysToHold: number; readonly noticeDays: number },
): number {
  mustBeRhythm(of);
  mustNotBeNegative('The days to hold', of.daysToHold);
  mustNotBeNegative('The days of notice', of.noticeDays);
  const days = of.billingPeriodDays + of.termsDays + of.daysToHold + of.noticeDays;
  return perDay(of.monthlySalesMinor) * days + of.workInProgressMinor;
}

/**
 * The loss to be expected within 12 months.
 * Minor units, not rounded. pd × lgd × ead (Basel); sure. Example: 6 % × 85 % × 24,000 is 1,224.
 */
export function expectedLoss({ pd, lgd, eadMinor }: { pd: number; lgd: number; eadMinor: number }): number {
  mustBeShare('The probability of default', pd);
  mustBeShare('The loss given default', lgd);
  mustNotBeNegative('The exposure at default', eadMinor);
  return pd * lgd * eadMinor;
}

/** What a customer has of ours, and what we hold of theirs; all as positive minor units of one currency. */
export interface Exposure {
  readonly openMinor: number;
  readonly workInProgressMinor: number;
  readonly openOrdersMinor: number;
  /** Positive here, although an ageing shows it as a negative column. */
  readonly unappliedMinor: number;
  readonly depositHeldMinor: number;
}

/**
 * What would be lost if nothing more were paid: invoices, work and orders, less unapplied cash and deposits.
 * Minor units; below nought when they hold more of ours than we of theirs. Refuses negative parts.
 * Example: 18,000 + 2,500 + 4,000 − 500 − 3,000 is 21,000.
 */
export function exposure(of: Exposure): number {
  mustNotBeNegative('The open balance', of.openMinor);
  mustNotBeNegative('Work in progress', of.workInProgressMinor);
  mustNotBeNegative('Open orders', of.openOrdersMinor);
  mustNotBeNegative('Unapplied cash', of.unappliedMinor);
  mustNotBeNegative('The deposit held', of.depositHeldMinor);
  return of.openMinor + of.workInProgressMinor + of.openOrdersMinor - of.unappliedMinor - of.depositHeldMinor;
}

/**
 * How much of a limit is used.
 * A share of one, above 1 when it is passed; null when there is no limit to use (0). Refuses negative amounts.
 * Exposure ÷ limit; sure. Example: 21,000 on a limit of 20,000 is 1.05.
 */
export function creditUtilisation(of: Exposure & { readonly limitMinor: number }): number | null {
  mustNotBeNegative('The limit', of.limitMinor);
  return of.limitMinor === 0 ? null : exposure(of) / of.limitMinor;
}
