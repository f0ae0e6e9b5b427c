import type { Factor } from './factor.js';

/** Days since the first invoice: short acquaintance is itself a risk (D&B: far more young files fail). */
export const timeKnown: Factor = {
  key: 'time-known',
  title: 'How long we have known them',
  unit: 'days',
  read(history, asOf) {
    let first = Number.POSITIVE_INFINITY;
    for (const { issuedOn } of history) if (issuedOn < first) first = issuedOn;
    return first <= asOf ? asOf - first : null;
  },
  typical: () => null,
  isHabit: false,
  bins: [
    { upTo: 89, points: -15 },
    { upTo: 364, points: -5 },
    { upTo: 729, points: 3 },
    { upTo: null, points: 8 },
  ],
  missingPoints: -15,
  sentence(reading) {
    if (reading === null) return 'No invoice yet.';
    if (reading < 45) return 'Known for less than two months.';
    const months = Math.round(reading / 30.44);
    if (months < 24) return `Known for ${months} months.`;
    return `Known for ${Math.floor(reading / 365.25)} years.`;
  },
};
