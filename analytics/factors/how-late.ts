import { type Factor, inDays, knownDaysLate, recencyWeight } from './factor.js';

/**
 * Average days late, signed, recent due days counting most (half-life 180 days); overdue invoices with their days so far.
 * The age is that of the due day, so that paying later never makes an invoice count less.
 */
export const howLate: Factor = {
  key: 'how-late',
  title: 'How late invoices are paid',
  unit: 'days',
  read(history, asOf) {
    let weights = 0;
    let sum = 0;
    for (const invoice of history) {
      const days = knownDaysLate(invoice, asOf);
      if (days === null) continue;
      const weight = recencyWeight(invoice.dueOn, asOf);
      weights += weight;
      sum += weight * days;
    }
    return weights > 0 ? sum / weights : null;
  },
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
