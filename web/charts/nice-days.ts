/** Whole days for an axis: zero is always on it, and the ticks are fives, tens, thirties. */
export function niceDays(values: readonly number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = [1, 2, 5, 10, 30, 60, 90, 180, 365].find((size) => (high - low) / size <= 6) ?? 730;
  const ticks: number[] = [];
  for (let tick = Math.floor(low / step) * step; tick < high + step; tick += step) ticks.push(tick);
  return ticks.length > 1 ? ticks : [0, 1];
}
