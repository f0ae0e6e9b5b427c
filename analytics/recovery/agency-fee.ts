import { mustBeShare, mustNotBeNegative } from '../guards.js';

/** A share of the part of a debt up to an amount; null: of all that is above. Minor units of one currency. */
export interface FeeTier {
  readonly upToMinor: number | null;
  readonly share: number;
}

/** As one agency prints it for claims above 400 dollars (cmcs.com); an example, ask your own. */
export const agencyFeeTiers: readonly FeeTier[] = [
  { upToMinor: 300_000, share: 0.25 },
  { upToMinor: null, share: 0.18 },
];

/**
 * What a collection agency takes of a debt it collects, tier by tier.
 * Minor units, not rounded. Refuses negative amounts, shares outside 0–1, and tiers that do not rise.
 * Each tier's share of the part of the amount within it. Example: 10,000 at 25 % to 3,000 and 18 % above: 2,010.
 */
export function agencyFee(amountMinor: number, tiers: readonly FeeTier[] = agencyFeeTiers): number {
  mustNotBeNegative('The amount', amountMinor);
  let fee = 0;
  let from = 0;
  for (const { upToMinor, share } of tiers) {
    mustBeShare('The share of a tier', share);
    const to = upToMinor ?? Number.POSITIVE_INFINITY;
    if (to < from) throw new RangeError('The tiers must be in the order of their amounts.');
    fee += share * Math.max(0, Math.min(amountMinor, to) - from);
    from = to;
  }
  return fee;
}
