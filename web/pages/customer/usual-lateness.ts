/** Seven: enough that one odd invoice does not bend the line, few enough that a habit shows within two months. */
const span = 7;

/** What was usual on each day: the median of the last invoices paid; null before there are three. */
export function usualLateness(daysLate: readonly number[]): (number | null)[] {
  return daysLate.map((_, place) => {
    const last = daysLate.slice(Math.max(0, place - span + 1), place + 1).sort((a, b) => a - b);
    if (last.length < 3) return null;
    const middle = Math.floor(last.length / 2);
    const high = last[middle] ?? 0;
    return last.length % 2 ? high : (high + (last[middle - 1] ?? high)) / 2;
  });
}

/** The usual lateness now against the time before: the last seven invoices and the ones a year earlier. */
export function latenessChange(daysLate: readonly number[]): { now: number; before: number | null } | null {
  const usual = usualLateness(daysLate).filter((value) => value !== null);
  const now = usual.at(-1);
  if (now === undefined) return null;
  return { now, before: usual.length > span ? (usual.at(-1 - span) ?? null) : null };
}
