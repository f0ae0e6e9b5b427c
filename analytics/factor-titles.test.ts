import { applicationScore } from './application-score.js';
import { factorTitles } from './factor-titles.js';
import { open } from './fixtures/invoices.js';
import { score } from './score.js';

test('every reason a score can give has a heading', () => {
  const book = { lateShare: 0.4, strength: 8, averageDaysLate: 8 };
  const prospect = {
    bureauPd: null,
    yearsTrading: null,
    judgments: null,
    netWorthMinor: null,
    workingCapitalMinor: null,
    contractValueMinor: 1,
  };
  const reasons = [
    ...(score([open(1000)], 1010, book)?.reasons ?? []),
    ...applicationScore({ ...prospect, insolvent: false }).reasons,
    ...applicationScore({ ...prospect, insolvent: true }).reasons,
  ];
  expect([...new Set(reasons.map(({ factor }) => factor))].sort()).toEqual(Object.keys(factorTitles).sort());
});
