import { type Factor, inDays } from './factor.js';
import { knownDaysLate } from './known-lateness.js';

const aYear = 365;
/** With fewer than four, four of five say nothing. */
const fewest = 4;

/**
 * How far payments stray from the due day: the days within which four of five of the last year's invoices were paid.
 * Measured from the due day and not from the customer's own average: a spread around the average shrinks when one more
 * payment comes late, and the score would rise.
 */
export const steadiness: Factor = {
  key: 'steadiness',
  title: 'How steady payments are',
  unit: 'days',
  read(history, asOf) {
    const days: number[] = [];
    for (const invoice of history) {
      if (invoice.dueOn <= asOf - aYear) continue;
      const late = knownDaysLate(invoice, asOf);
      if (late !== null) days.push(late);
    }
    if (days.length < fewest) return null;
    days.sort((a, b) => a - b);
    return Math.max(0, days[Math.ceil(days.length * 0.8) - 1] ?? 0);
  },
  typical: () => null,
  isHabit: true,
  bins: [
    { upTo: 0, points: 10 },
    { upTo: 5, points: 5 },
    { upTo: 10, points: 0 },
    { upTo: 20, points: -8 },
    { upTo: 40, points: -15 },
    { upTo: null, points: -25 },
  ],
  missingPoints: 0,
  sentence(reading) {
    if (reading === null) return 'Too few invoices in the last twelve months to tell how steady payments are.';
    if (reading === 0) return 'Steady: four of five invoices of the last twelve months were paid by the due day.';
    return `Four of five invoices of the last twelve months were paid within ${inDays(reading)} of the due day.`;
  },
};
