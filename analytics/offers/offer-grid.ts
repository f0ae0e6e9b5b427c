import { mustBeShare, mustNotBeNegative } from '../guards.js';
import { type Deal, expectedProfit, type Offer, type OfferFigures } from './expected-profit.js';

/** Which deposits, terms and billing periods are put against each other. */
export interface OfferChoices {
  readonly depositShares: readonly number[];
  readonly termsDays: readonly number[];
  readonly billingPeriodDays: readonly number[];
}

/**
 * Every combination of deposit, terms and billing period.
 * In the order given, deposits first. Example: eight deposits, six terms and one billing period are 48 offers.
 */
export function offersOf({ depositShares, termsDays, billingPeriodDays }: OfferChoices): Offer[] {
  return depositShares.flatMap((depositShare) =>
    termsDays.flatMap((days) =>
      billingPeriodDays.map((billing) => ({ depositShare, termsDays: days, billingPeriodDays: billing })),
    ),
  );
}

/**
 * Every combination with every figure its expected profit is made of: see `expectedProfit`.
 * Example: 8 deposits × 10 terms × 5 billing periods are 400 rows.
 */
export function offerGrid(choices: OfferChoices, deal: Deal): OfferFigures[] {
  return offersOf(choices).map((offer) => expectedProfit(offer, deal));
}

/**
 * The offer with the highest expected profit; of equals the lowest deposit, then the shortest terms, then the longest
 * billing period. Null when there is none to choose from.
 * Example: at a pd of 10 % on the worked example it is 10 % deposit and net 30.
 */
export function bestOffer<T extends OfferFigures>(grid: readonly T[]): T | null {
  return grid.reduce<T | null>((best, offer) => (best === null || isBetter(offer, best) ? offer : best), null);
}

function isBetter(one: OfferFigures, other: OfferFigures): boolean {
  if (one.profitMinor !== other.profitMinor) return one.profitMinor > other.profitMinor;
  if (one.depositShare !== other.depositShare) return one.depositShare < other.depositShare;
  if (one.termsDays !== other.termsDays) return one.termsDays < other.termsDays;
  return one.billingPeriodDays > other.billingPeriodDays;
}

/**
 * The offers nearly as good as the best: those within a share of its profit or within an amount, whichever is wider.
 * In the order of the grid; empty when the grid is. Refuses a share outside 0–1 and a negative amount.
 * Our convention: assumptions are not exact enough to tell such offers apart. Example: within 2 % of a best of 15,380
 * lies all above 15,072.
 */
export function flatZone<T extends OfferFigures>(
  grid: readonly T[],
  within: { readonly share: number; readonly minor: number },
): T[] {
  mustBeShare('The share of the flat zone', within.share);
  mustNotBeNegative('The amount of the flat zone', within.minor);
  const best = bestOffer(grid);
  if (best === null) return [];
  const least = best.profitMinor - Math.max(within.share * Math.abs(best.profitMinor), within.minor);
  return grid.filter(({ profitMinor }) => profitMinor >= least);
}
