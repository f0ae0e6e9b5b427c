/** Keeps the matrix from being singular; far below what any case weighs. */
const ridge = 1e-6;

/**
 * A logistic regression by Newton’s method: the intercept and one slope a column, in log-odds of what happened.
 * Columns of equal length, numbers only. Deterministic; 30 steps at most.
 * Example: without a column the intercept is ln(yes ÷ no).
 */
export function logisticFit(
  columns: readonly (readonly number[])[],
  happened: readonly boolean[],
): { intercept: number; slopes: number[] } {
  const size = columns.length + 1;
  const row = (i: number, j: number) => (j === 0 ? 1 : (columns[j - 1]?.[i] as number));
  const yes = happened.filter(Boolean).length;
  const weights = new Array<number>(size).fill(0);
  weights[0] = Math.log((yes + 0.5) / (happened.length - yes + 0.5));
  for (let step = 0; step < 30; step++) {
    const gradient = new Array<number>(size).fill(0);
    const curvature = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (let i = 0; i < happened.length; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += (weights[j] as number) * row(i, j);
      const p = 1 / (1 + Math.exp(-sum));
      const miss = (happened[i] ? 1 : 0) - p;
      for (let j = 0; j < size; j++) {
        const value = row(i, j);
        gradient[j] = (gradient[j] as number) + miss * value;
        const line = curvature[j] as number[];
        for (let k = 0; k <= j; k++) line[k] = (line[k] as number) + p * (1 - p) * value * row(i, k);
      }
    }
    const change = solved(curvature, gradient);
    let moved = 0;
    for (let j = 0; j < size; j++) {
      weights[j] = (weights[j] as number) + (change[j] as number);
      moved = Math.max(moved, Math.abs(change[j] as number));
    }
    if (moved < 1e-10) break;
  }
  return { intercept: weights[0] as number, slopes: weights.slice(1) };
}

/** Solves A x = b for a symmetric positive matrix of which the lower half is given (Cholesky). */
function solved(lower: number[][], b: readonly number[]): number[] {
  const n = b.length;
  const l = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const at = (matrix: number[][], i: number, j: number) => (matrix[i] as number[])[j] as number;
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = at(lower, i, j) + (i === j ? ridge : 0);
      for (let k = 0; k < j; k++) sum -= at(l, i, k) * at(l, j, k);
      (l[i] as number[])[j] = i === j ? Math.sqrt(Math.max(sum, ridge)) : sum / at(l, j, j);
    }
  const y = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number;
    for (let k = 0; k < i; k++) sum -= at(l, i, k) * (y[k] as number);
    y[i] = sum / at(l, i, i);
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = y[i] as number;
    for (let k = i + 1; k < n; k++) sum -= at(l, k, i) * (x[k] as number);
    x[i] = sum / at(l, i, i);
  }
  return x;
}
