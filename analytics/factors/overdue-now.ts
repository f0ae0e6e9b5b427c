import { dayOf } from '../calendar.js';
import type { History } from '../history.js';
import { dayInWords } from '../words.js';
import type { Factor } from './factor.js';

/** What of the open balance is overdue, and the due day of the oldest such invoice; `asOf` when there is none. */
function overdueOf(history: History, asOf: number): { open: number; overdue: number; oldestDueOn: number } {
  let open = 0;
  let overdue = 0;
  let oldestDueOn = asOf;
  for (const { openMinor, dueOn } of history) {
    open += openMinor;
    if (openMinor <= 0 || dueOn >= asOf) continue;
    overdue += openMinor;
    oldestDueOn = Math.min(oldestDueOn, dueOn);
  }
  return { open, overdue, oldestDueOn };
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
    const { open, overdue, oldestDueOn } = overdueOf(history, asOf);
    return overdue > 0 ? (overdue / open) * (asOf - oldestDueOn) : 0;
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
    const { open, overdue, oldestDueOn } = overdueOf(history, asOf);
    if (overdue === 0) return open > 0 ? 'Nothing of the open balance is overdue.' : 'Owes nothing at the moment.';
    const share = Math.max(1, Math.round((overdue / open) * 100));
    // The day and not the days since: a sentence that is true tomorrow too need not be kept again tomorrow.
    const oldest = `the oldest invoice fell due on ${dayInWords(dayOf(oldestDueOn))}.`;
    return `${share === 100 ? 'All' : `${share} %`} of the open balance is overdue; ${oldest}`;
  },
};
