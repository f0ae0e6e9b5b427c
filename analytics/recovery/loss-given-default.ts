import { mustBeShare } from '../guards.js';

/** How a default comes about and what it leaves us; shares of one. */
export interface DefaultCase {
  /** Of defaults that are insolvencies; the others are slow and alive. */
  readonly insolvencyShare: number;
  /** What is lost in an insolvency. */
  readonly insolvencyLoss: number;
  /** What is collected of the others: see `collectability`. */
  readonly collectability: number;
  /** What collecting it costs, of what is collected. */
  readonly feeShare: number;
}

/**
 * The share of an exposure that is lost when a customer defaults.
 * A share of one. Refuses shares outside 0–1.
 * insolvency share × its loss + (1 − insolvency share) × (1 − collectability × (1 − fee)); our formulation.
 * Example: 70 % insolvencies that lose all, else 52.1 % collected for 25 %: 0.7 + 0.3 × 0.609 is 88.3 %.
 */
export function lossGivenDefault(of: DefaultCase): number {
  mustBeShare('The share of insolvencies', of.insolvencyShare);
  mustBeShare('What is lost in an insolvency', of.insolvencyLoss);
  mustBeShare('What is collected', of.collectability);
  mustBeShare('The fee', of.feeShare);
  const slow = 1 - of.collectability * (1 - of.feeShare);
  return of.insolvencyShare * of.insolvencyLoss + (1 - of.insolvencyShare) * slow;
}

/**
 * What is lost where a share of the debt is recovered.
 * A share of one. Refuses shares outside 0–1. Example: UK voluntary liquidations recover nothing at the median: all.
 */
export function lossFromRecovery(recoveredShare: number): number {
  mustBeShare('What is recovered', recoveredShare);
  return 1 - recoveredShare;
}
