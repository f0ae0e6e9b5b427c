import { addDays, type Day } from './calendar.js';

export interface PromiseToPay {
  readonly promised: number;
  readonly due: Day;
  /** What came in and when, whatever the order. */
  readonly received: readonly (readonly [Day, number])[];
}

export type PromiseStatus = 'kept' | 'partial' | 'broken' | 'open';

export interface PromisesKept {
  readonly status: readonly PromiseStatus[];
  /** Of the promises that have come due, by count; null when none has. */
  readonly keptRateCount: number | null;
  /** What came in of what was promised, over the promises that have come due; more than was promised counts as that. */
  readonly keptRateValue: number | null;
}

/**
 * What became of promises to pay, as of a day: kept when all of it came by its day and the days of grace, partial when
 * some did, open until those days are over unless it is kept already.
 * Our convention. Example: of 1000, 500 and 800 promised, 1000, 500 and 300 came: two of three, 1800 of 2300.
 */
export function promisesKept(promises: readonly PromiseToPay[], graceDays: number, today: Day): PromisesKept {
  let [kept, promised, received] = [0, 0, 0];
  let matured = 0;
  const status = promises.map((promise): PromiseStatus => {
    if (!(promise.promised > 0)) throw new RangeError(`Nobody promises ${promise.promised}.`);
    const last = addDays(promise.due, graceDays);
    const came = promise.received.reduce((sum, [on, amount]) => (on <= last && on <= today ? sum + amount : sum), 0);
    const isKept = came >= promise.promised;
    if (!isKept && last >= today) return 'open';
    matured++;
    promised += promise.promised;
    received += Math.min(Math.max(came, 0), promise.promised);
    if (isKept) kept++;
    return isKept ? 'kept' : came > 0 ? 'partial' : 'broken';
  });
  return {
    status,
    keptRateCount: matured === 0 ? null : kept / matured,
    keptRateValue: matured === 0 ? null : received / promised,
  };
}
