import { applicationFactors } from './application-factors.js';
import { factors } from './scorecard.js';

/** The heading of every reason a score can give, by its key. */
export const factorTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...factors, ...applicationFactors].map(({ key, title }) => [key, title])),
  'thin-history': 'How little we know',
  insolvency: 'Insolvency procedure',
  'credit-check-alone': 'What a credit check decides alone',
  review: 'Review by a person',
  'as-agreed': 'The score it was agreed at',
};
