import { mustNotBeNegative } from './guards.js';

/**
 * How far a distribution has moved: the population stability index, Σ (actual − expected) · ln(actual ÷ expected) over bins.
 * Counts or shares, each list is taken as shares of its sum; below 0.10 stable, to 0.25 watch, above it act (Siddiqi 2017,
 * p. 369). An empty bin counts as half a case where counts are given, as a ten-thousandth where shares are (convention).
 * Refuses lists of different lengths, negative figures, an empty list. Example: four quarters against 0.1, 0.2, 0.3, 0.4: 0.22822.
 */
export function populationStability(expected: readonly number[], actual: readonly number[]): number {
  if (expected.length !== actual.length || expected.length === 0)
    throw new RangeError(`${expected.length} bins cannot be compared with ${actual.length}.`);
  const [before, after] = [sharesOf(expected), sharesOf(actual)];
  return before.reduce((sum, share, i) => {
    const now = after[i] as number;
    return sum + (now - share) * Math.log(now / share);
  }, 0);
}

function sharesOf(figures: readonly number[]): number[] {
  for (const figure of figures) mustNotBeNegative('A bin', figure);
  const sum = figures.reduce((all, figure) => all + figure, 0);
  if (sum === 0) throw new RangeError('A distribution without a case cannot be compared.');
  const least = sum > 1.5 ? 0.5 : 0.0001;
  return figures.map((figure) => Math.max(figure, least) / sum);
}

/** The bins for it: edges that cut the cases of reference into as many parts of about equal count. Example: 1 to 4 in two: 3. */
export function stabilityEdges(reference: readonly number[], bins = 10): number[] {
  const sorted = Float64Array.from(reference).sort();
  const edges = new Set<number>();
  for (let k = 1; k < bins; k++) {
    const edge = sorted[Math.floor((sorted.length * k) / bins)];
    if (edge !== undefined && edge > (sorted[0] as number)) edges.add(edge);
  }
  return [...edges];
}

/** How many figures lie in each bin. Example: edges 3 and figures 1, 3, 4: 1, 2. */
export function binCounts(figures: readonly number[], edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const figure of figures) {
    const bin = edges.filter((edge) => figure >= edge).length;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}
