import { mustBeFinite, mustBePositive } from './guards.js';
import { pooledNeighbours } from './pooled-neighbours.js';

/**
 * Rates made monotone with as little change as can be: neighbours that go the wrong way are pooled to their mean, weighted by
 * cases. In the unit of the rates, band by band. Pool adjacent violators (Ayer et al. 1955); sure.
 * Refuses lists of different lengths and weights not above nought. An empty list gives an empty list.
 * Example, falling: 0.10, 0.05, 0.06 of 100, 100, 300 cases: 0.10, 0.0575, 0.0575.
 */
export function monotoneRates(
  rates: readonly number[],
  cases: readonly number[],
  direction: 'rising' | 'falling' = 'falling',
): number[] {
  if (rates.length !== cases.length)
    throw new RangeError(`${rates.length} rates and ${cases.length} numbers of cases do not match.`);
  const sign = direction === 'rising' ? 1 : -1;
  const bands = rates.map((rate, i) => {
    mustBeFinite('A rate', rate);
    mustBePositive('The number of cases', cases[i] as number);
    return { rate, cases: cases[i] as number, bands: 1 };
  });
  const pools = pooledNeighbours(
    bands,
    (left, right) => sign * (left.rate - right.rate) > 0,
    (left, right) => {
      const all = left.cases + right.cases;
      return {
        rate: (left.rate * left.cases + right.rate * right.cases) / all,
        cases: all,
        bands: left.bands + right.bands,
      };
    },
  );
  return pools.flatMap(({ rate, bands }) => Array.from({ length: bands }, () => rate));
}
