import { pooledNeighbours } from '../pooled-neighbours.js';

/** Cases with readings from one edge to the next. */
export interface CountedBin {
  /** Up to and including; null: without end. */
  readonly upTo: number | null;
  readonly cases: number;
  readonly bads: number;
}

/** Which readings are worse; null: not known, and each bin stands for itself. */
export type WorseWhen = 'higher' | 'lower' | null;

/**
 * Readings cut into bins of about equal count, then pooled until no bin is better than its neighbour on the better side (pool
 * adjacent violators) and each holds enough cases. Deterministic: the same readings give the same bins.
 * Example: bad rates of 10, 8, 5, 6 and 2 % with lower readings worse become 10, 8, 5.5 and 2 %.
 */
export function pooledBins(
  readings: readonly (number | null)[],
  isBad: readonly boolean[],
  { worse, bins, fewestCases }: { worse: WorseWhen; bins: number; fewestCases: number },
): CountedBin[] {
  const known = readings
    .map((reading, i) => ({ reading, bad: isBad[i] ? 1 : 0 }))
    .filter((one): one is { reading: number; bad: number } => one.reading !== null)
    .sort((a, b) => a.reading - b.reading);
  const fine: Fine[] = [];
  const size = Math.max(1, known.length / bins);
  for (let i = 0; i < known.length; ) {
    // Equal readings stay together.
    let end = Math.min(known.length, Math.max(i + 1, Math.round((Math.floor(i / size + 1e-9) + 1) * size)));
    const edge = (known[end - 1] as { reading: number }).reading;
    while (end < known.length && known[end]?.reading === edge) end++;
    const bads = known.slice(i, end).reduce((sum, { bad }) => sum + bad, 0);
    fine.push({ upTo: edge, cases: end - i, bads });
    i = end;
  }
  const pooled = pooledNeighbours(fine, (left, right) => mustPool(left, right, worse, fewestCases), merged);
  // The last may still be small.
  for (let last = pooled.pop(); last; last = pooled.pop()) {
    const before = pooled.at(-1);
    if (!before || last.cases >= fewestCases) {
      pooled.push(last);
      break;
    }
    pooled[pooled.length - 1] = merged(before, last);
  }
  return pooled.map((bin, i) => ({ ...bin, upTo: i === pooled.length - 1 ? null : bin.upTo }));
}

type Fine = { upTo: number; cases: number; bads: number };

function mustPool(left: Fine, right: Fine, worse: WorseWhen, fewest: number): boolean {
  if (left.cases < fewest) return true;
  const difference = right.bads * left.cases - left.bads * right.cases;
  return worse === 'higher' ? difference <= 0 : worse === 'lower' ? difference >= 0 : false;
}

const merged = (left: Fine, right: Fine): Fine => ({
  upTo: right.upTo,
  cases: left.cases + right.cases,
  bads: left.bads + right.bads,
});
