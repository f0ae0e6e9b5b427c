import type { History } from '../history.js';
import { type Factor, inDays } from './factor.js';

function overdueOf(history: History, asOf: number): { open: number; overdue: number; oldestDays: number } {
  let open = 0;
  let overdue = 0;
  let oldestDays = 0;
  for (const { openMinor, dueOn } of history) {
    open += openMinor;
    if (openMinor <= 0 || dueOn >= asOf) continue;
    overdue += openMinor;
    oldestDays = Math.max(oldestDays, asOf - dueOn);
  }
  return { open, overdue, oldestDays };
}

/**
 * The age of the oldest overdue invoice, in days, times the share of the open balance that is overdue: a forgotten
 * ten pounds weigh little, and each further overdue invoice weighs more. A fact of the day, counted in full
 * however short the history is.
 */
export const overdueNow: Factor = {
  key: 'overdue-now',
  title: 'What is overdue now',
  unit: 'days',
  read(history, asOf) {
    const { open, overdue, oldestDays } = overdueOf(history, asOf);
    return overdue > 0 ? (overdue / open) * oldestDays : 0;
  },
  typical: () => null,
  isHabit: false,
  bins: [
    { upTo: 0, points: 5 },
    { upTo: 5, points: 0 },
    { upTo: 15, points: -10 },
    { upTo: 30, points: -20 },
    { upTo: 60, points: -40 },
    { upTo: 90, points: -60 },
    { upTo: null, points: -90 },
  ],
  missingPoints: 0,
  sentence(_reading, history, asOf) {
    const { open, overdue, oldestDays } = overdueOf(history, asOf);
    if (overdue === 0) return open > 0 ? 'Nothing of the open balance is overdue.' : 'Owes nothing at the moment.';
    const share = Math.max(1, Math.round((overdue / open) * 100));
    if (share === 100) return `All of the open balance is overdue, the oldest invoice by ${inDays(oldestDays)}.`;
    return `${share} % of the open balance is overdue, the oldest invoice by ${inDays(oldestDays)}.`;
  },
};
