import type { Recommendation } from './VetPage.js';

export type Offer = NonNullable<Recommendation['offers']>[number];
type Key = 'depositShare' | 'termsDays' | 'billingPeriodDays';

const rising = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);

/** What can be chosen at an offer, one lever at a time; deposits depend on terms and billing, since they end at all that can be lost. */
export function choicesAt(offers: readonly Offer[], at: Offer): Record<Key, number[]> {
  return {
    termsDays: rising(offers.map(({ termsDays }) => termsDays)),
    billingPeriodDays: rising(offers.map(({ billingPeriodDays }) => billingPeriodDays)),
    depositShare: rising(curveAt(offers, at).map(({ depositShare }) => depositShare)),
  };
}

/** The offers that differ in the deposit alone, from the lowest. */
export const curveAt = (offers: readonly Offer[], at: Offer): Offer[] =>
  offers
    .filter(
      ({ termsDays, billingPeriodDays }) => termsDays === at.termsDays && billingPeriodDays === at.billingPeriodDays,
    )
    .sort((a, b) => a.depositShare - b.depositShare);

/** The least deposit of a curve that the policy allows; null where it allows the least there is, or none. */
export function floorOf(curve: readonly Offer[]): number | null {
  const least = curve.find(({ isWithinPolicy }) => isWithinPolicy);
  return least === undefined || least === curve[0] ? null : least.depositShare;
}

/** One lever moved: the offer with the deposit that is nearest to the one before. */
export function moved(offers: readonly Offer[], at: Offer, key: Key, value: number): Offer {
  const wanted = { ...at, [key]: value };
  const found = curveAt(offers, wanted);
  return found.reduce(
    (nearest, offer) =>
      Math.abs(offer.depositShare - wanted.depositShare) < Math.abs(nearest.depositShare - wanted.depositShare)
        ? offer
        : nearest,
    found[0] ?? at,
  );
}
