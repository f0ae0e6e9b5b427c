/** One figure of the table: what was measured, what the same work costs at the least, and what is asked for. */
export interface Measurement {
  /** As the issue calls it; several parts may share a name, the worst of them is the figure. */
  readonly name: string;
  readonly part?: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'KB' | 'MB';
  /** In the same unit and run; null for absolute figures. */
  readonly floor: number | null;
  /** The most that is allowed: of the ratio to the floor where there is one, else of the value. */
  readonly target: number | null;
}

export const ratioOf = ({ value, floor }: Measurement): number | null => (floor === null ? null : value / floor);

/** How much of what is allowed is used: above 1 the target is missed. */
export const useOf = (of: Measurement): number => (of.target === null ? 0 : (ratioOf(of) ?? of.value) / of.target);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Medians in milliseconds of two works done in turn, so that whatever else the machine does falls on both. The first
 * round warms caches and is left out.
 */
export async function besideFloor(work: () => Promise<unknown>, floor: () => Promise<unknown>, rounds: number) {
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [least, value] = [await timed(floor), await timed(work)];
    if (round === 0) continue;
    floors.push(least);
    values.push(value);
  }
  return { value: median(values), floor: median(floors) };
}
