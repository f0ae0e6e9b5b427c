type Place = [row: number, column: number];

/** The next part that is there: left and right between the bars, up and down within one. Null at the edge. */
export function step(values: number[][], [row, column]: Place, key: string): Place | null {
  const isThere = (r: number, c: number) => (values[r]?.[c] ?? 0) > 0;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const way = key === 'ArrowUp' ? 1 : -1;
    for (let c = column + way; c >= 0 && c < (values[row]?.length ?? 0); c += way) if (isThere(row, c)) return [row, c];
    return null;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const way = key === 'ArrowRight' ? 1 : -1;
  for (let r = row + way; r >= 0 && r < values.length; r += way) {
    const near = (values[r] ?? [])
      .map((value, c) => ({ c, value }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => Math.abs(a.c - column) - Math.abs(b.c - column))[0];
    if (near) return [r, near.c];
  }
  return null;
}
