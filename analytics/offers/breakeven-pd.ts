import { mustNotBeNegative } from '../guards.js';

/**
 * The highest probability of default at which a single sale on credit still pays.
 * A share of one: 0 when the sale never pays, 1 when even a default does. Refuses negative amounts and a price that is
 * not above what would be recovered.
 * (price − cost) ÷ (price − recovery): a gain of price − cost if paid, a loss of cost − recovery if not; the one-period
 * model of Bierman and Hausman 1970. Example: price 1,000, cost 800, recovery 100: 22.2 %.
 */
export function breakevenPd(of: {
  readonly priceMinor: number;
  readonly costMinor: number;
  readonly recoveryMinor: number;
}): number {
  mustNotBeNegative('The price', of.priceMinor);
  mustNotBeNegative('The cost', of.costMinor);
  mustNotBeNegative('What is recovered', of.recoveryMinor);
  if (of.recoveryMinor >= of.priceMinor) throw new RangeError('What is recovered must be less than the price.');
  return Math.min(1, Math.max(0, (of.priceMinor - of.costMinor) / (of.priceMinor - of.recoveryMinor)));
}
