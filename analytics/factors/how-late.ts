import { type Factor, inDays } from './factor.js';
import { averageDaysLate, recencyWeight } from './known-lateness.js';

/** Average days late, signed, recent due days counting most (half-life 180 days); overdue invoices with their days so far. */
export const howLate: Factor = {
  key: 'how-late',
  title: 'How late invoices are paid',
  unit: 'days',
  read: (history, asOf) => averageDaysLate(history, asOf, (dueOn) => recencyWeight(dueOn, asOf)),
  typical: (prior) => prior.averageDaysLate,
  isHabit: true,
  bins: [
    { upTo: 0, points: 25 },
    { upTo: 3, points: 15 },
    { upTo: 7, points: 5 },
    { upTo: 14, points: -5 },
    { upTo: 30, points: -20 },
    { upTo: 60, points: -40 },
    { upTo: null, points: -60 },
  ],
  missingPoints: 0,
  sentence(reading) {
    if (reading === null) return 'No invoice has fallen due yet.';
    const days = Math.round(reading);
    if (days === 0) return 'Pays on the due day on average.';
    const side = days > 0 ? 'late' : 'early';
    return `Pays ${inDays(Math.abs(days))} ${side} on average, recent invoices counting most.`;
  },
};
