import type { History } from '../history.js';
import { capital, type Factor } from './factor.js';
import { averageDaysLate } from './known-lateness.js';

const recentDays = 90;
const beforeDays = 180;
/** Less is not worth a word: our convention of 2026-11. */
const noticeableDays = 3;

/** Average days late of invoices due after one day and up to another; null when there is none. */
function averageBetween(history: History, after: number, upTo: number, asOf: number): number | null {
  return averageDaysLate(history, asOf, (dueOn) => (dueOn > after && dueOn <= upTo ? 1 : 0));
}

/**
 * Where it is heading: the average days late of the invoices due in the last 90 days, told against the 180 days before.
 * The points hang on the recent level, not on the difference: else a late payment of last winter would make
 * this spring look like an improvement, and raise the score.
 */
export const trend: Factor = {
  key: 'trend',
  title: 'Where it is heading',
  unit: 'days',
  read: (history, asOf) => averageBetween(history, asOf - recentDays, Number.POSITIVE_INFINITY, asOf),
  typical: (prior) => prior.averageDaysLate,
  isHabit: true,
  bins: [
    { upTo: 0, points: 10 },
    { upTo: 5, points: 4 },
    { upTo: 10, points: -2 },
    { upTo: 20, points: -10 },
    { upTo: 30, points: -18 },
    { upTo: 60, points: -30 },
    { upTo: null, points: -45 },
  ],
  missingPoints: 0,
  sentence(reading, history, asOf) {
    if (reading === null) return 'No invoice has fallen due in the last three months.';
    const now = lateness(reading);
    const earlier = averageBetween(history, asOf - recentDays - beforeDays, asOf - recentDays, asOf);
    if (earlier === null) return `${capital(now)} in the last three months; nothing fell due in the half-year before.`;
    const change = Math.round(reading) - Math.round(earlier);
    if (Math.abs(change) < noticeableDays)
      return `${capital(now)} in the last three months, much as in the half-year before.`;
    const word = change > 0 ? 'Worse' : 'Better';
    return `${word}: ${now} in the last three months, ${lateness(earlier)} in the half-year before.`;
  },
};

function lateness(days: number): string {
  const whole = Math.round(days);
  if (whole === 0) return 'on time';
  return `${Math.abs(whole)} ${Math.abs(whole) === 1 ? 'day' : 'days'} ${whole > 0 ? 'late' : 'early'}`;
}
