import { mustBePositive, mustBeShare, mustNotBeNegative } from './guards.js';

export interface DepositCase {
  readonly eadMinor: number;
  readonly pd: number;
  readonly lgd: number;
  /** The expected loss we are ready to carry. */
  readonly toleranceMinor: number;
  readonly unsecuredLimitMinor: number;
}

/**
 * The deposit that brings the exposure down to the unsecured limit and the expected loss down to what we tolerate.
 * Minor units, not rounded; between 0 and the exposure. Refuses negative amounts and shares outside 0–1.
 * max(0, ead − limit, ead − tolerance ÷ (pd × lgd)), at most ead; derived from the expected loss, sure.
 * Example: ead 24,000, pd 12 %, lgd 90 %, tolerance 1,000, limit 15,000: 14,740.74.
 */
export function depositRequired({ eadMinor, pd, lgd, toleranceMinor, unsecuredLimitMinor }: DepositCase): number {
  mustNotBeNegative('The exposure at default', eadMinor);
  mustBeShare('The probability of default', pd);
  mustBeShare('The loss given default', lgd);
  mustNotBeNegative('The tolerated loss', toleranceMinor);
  mustNotBeNegative('The unsecured limit', unsecuredLimitMinor);
  const lossRate = pd * lgd;
  const tolerableMinor = lossRate === 0 ? Number.POSITIVE_INFINITY : toleranceMinor / lossRate;
  return Math.max(0, eadMinor - unsecuredLimitMinor, eadMinor - tolerableMinor);
}

/** The shares of a contract that are asked for as a deposit; our convention of 2026-11. */
export const depositSteps: readonly number[] = [0, 0.1, 0.25, 0.5, 1];

/**
 * A deposit share raised to the next step of the policy, so that it still covers what it is for.
 * A share of one; above the highest step, the highest step. Refuses shares outside 0–1 and a policy without steps.
 * Our convention. Example: roundDepositToStep(0.12) is 0.25.
 */
export function roundDepositToStep(share: number, steps: readonly number[] = depositSteps): number {
  mustBeShare('The share of a deposit', share);
  mustBePositive('The number of steps', steps.length);
  for (const step of steps) mustBeShare('A step', step);
  const roundingSlack = 1e-9;
  const reaching = steps.filter((step) => step >= share - roundingSlack);
  return reaching.length > 0 ? Math.min(...reaching) : Math.max(...steps);
}

export interface DepositOffer {
  /** What `depositRequired` says. */
  readonly neededMinor: number;
  readonly contractMinor: number;
  readonly eadMinor: number;
  /** The least the terms of the grade ask for, as a share of the contract. */
  readonly leastShare: number;
}

/**
 * The deposit asked for: what is needed raised to a step of the contract, at least what the terms ask, never more than
 * could be lost. Minor units, not rounded. Refuses negative amounts and shares outside 0–1.
 * min(ead, max(step, least share) × contract); our convention.
 * Example: 14,740.74 needed of a contract of 144,000 is a step of 25 %, 36,000; with an ead of 24,000 it is 24,000.
 */
export function depositAsked(of: DepositOffer, steps: readonly number[] = depositSteps): number {
  const { neededMinor, contractMinor, eadMinor, leastShare } = of;
  mustNotBeNegative('The deposit needed', neededMinor);
  mustNotBeNegative('The contract', contractMinor);
  mustNotBeNegative('The exposure at default', eadMinor);
  mustBeShare('The least share', leastShare);
  const shareNeeded = contractMinor > 0 ? Math.min(1, neededMinor / contractMinor) : 0;
  return Math.min(eadMinor, Math.max(roundDepositToStep(shareNeeded, steps), leastShare) * contractMinor);
}
