import { capital, type Factor, inDays } from './factor.js';
import { knownDaysLate, recencyWeight } from './known-lateness.js';

const aYear = 365;

/**
 * Share of invoices late, recent due days counting most, shrunk towards the book's share.
 * Late means after the due day: no grace, our convention of 2026-11; a late share is about habits, grace about reminders.
 */
export const howOftenLate: Factor = {
  key: 'how-often-late',
  title: 'How often invoices are paid late',
  unit: 'share',
  read(history, asOf, prior) {
    let weights = 0;
    let late = 0;
    for (const invoice of history) {
      const days = knownDaysLate(invoice, asOf);
      if (days === null) continue;
      const weight = recencyWeight(invoice.dueOn, asOf);
      weights += weight;
      if (days > 0) late += weight;
    }
    // the mean of `shrunkShare`, without its interval, which nobody looks at in the middle of a book
    return weights > 0 ? (late + prior.lateShare * prior.strength) / (weights + prior.strength) : null;
  },
  typical: (prior) => prior.lateShare,
  isHabit: true,
  bins: [
    { upTo: 0.2, points: 15 },
    { upTo: 0.35, points: 8 },
    { upTo: 0.5, points: 0 },
    { upTo: 0.65, points: -6 },
    { upTo: 0.8, points: -12 },
    { upTo: null, points: -15 },
  ],
  missingPoints: 0,
  sentence(_reading, history, asOf) {
    let known = 0;
    let paidLate = 0;
    let overdue = 0;
    let writtenOff = 0;
    let daysLateSum = 0;
    for (const invoice of history) {
      const days = knownDaysLate(invoice, asOf);
      if (days === null || invoice.dueOn <= asOf - aYear) continue;
      known++;
      if (invoice.settledOn === null && invoice.openMinor === 0) writtenOff++;
      else if (invoice.settledOn === null) overdue++;
      else if (days > 0) {
        paidLate++;
        daysLateSum += days;
      }
    }
    if (known === 0) return 'No invoice has fallen due in the last twelve months.';
    const lastYears = 'of the last twelve months';
    const also =
      (overdue > 0 ? `; ${overdue} ${overdue === 1 ? 'is' : 'are'} overdue` : '') +
      (writtenOff > 0 ? `; ${writtenOff} ${writtenOff === 1 ? 'was' : 'were'} never paid and written off` : '');
    const some = (part: number) =>
      part === known ? `${all(known)} ${lastYears}` : `${part} of ${known} invoices ${lastYears}`;
    if (overdue === known) return `${capital(all(known))} ${lastYears} ${known === 1 ? 'is' : 'are'} overdue.`;
    if (writtenOff === known)
      return `${capital(all(known))} ${lastYears} ${known === 1 ? 'was' : 'were'} never paid and written off.`;
    if (overdue + writtenOff === known) return `Nothing ${lastYears} was paid${also}.`;
    if (paidLate === 0) return `Paid ${some(known - overdue - writtenOff)} on time${also}.`;
    return `Paid ${some(paidLate)} late, by ${inDays(daysLateSum / paidLate)} on average${also}.`;
  },
};

function all(invoices: number): string {
  if (invoices === 1) return 'the only invoice';
  return invoices === 2 ? 'both invoices' : `all ${invoices} invoices`;
}
