import { mustBeFinite, mustBePositive } from './guards.js';

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
  const pools: { rate: number; cases: number; bands: number }[] = [];
  rates.forEach((rate, i) => {
    const weight = cases[i] as number;
    mustBeFinite('A rate', rate);
    mustBePositive('The number of cases', weight);
    let pool = { rate, cases: weight, bands: 1 };
    for (let before = pools.at(-1); before && sign * (before.rate - pool.rate) > 0; before = pools.at(-1)) {
      pools.pop();
      const all = before.cases + pool.cases;
      pool = {
        rate: (before.rate * before.cases + pool.rate * pool.cases) / all,
        cases: all,
        bands: before.bands + pool.bands,
      };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ rate, bands }) => Array.from({ length: bands }, () => rate));
}
