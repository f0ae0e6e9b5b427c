import { applicationScore } from './application-score.js';
import { factorTitles } from './factor-titles.js';
import { open } from './fixtures/invoices.js';
import { steadiedScore } from './renewal.js';
import { score } from './score.js';
import { expertCard } from './scorecard.js';

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
  const beside = {
    check: { pd: 0.02, strength: 20, reportedOn: '2026-11-01', ageDays: 3, providers: ['dnb'] },
    insolventSince: '2026-11-01',
    review: { points: 600, sentence: 'Reviewed.' },
  };
  const reasons = [
    ...(score([open(1000)], 1010, book)?.reasons ?? []),
    ...(score([open(1000)], 1010, book, expertCard, beside)?.reasons ?? []),
    ...applicationScore({ ...prospect, insolvent: false }).reasons,
    ...applicationScore({ ...prospect, insolvent: true }).reasons,
    ...steadiedScore(applicationScore({ ...prospect, insolvent: false }), {
      points: 550,
      on: '2026-05-22',
      isHardEvent: false,
    }).reasons,
  ];
  expect([...new Set(reasons.map(({ factor }) => factor))].sort()).toEqual(Object.keys(factorTitles).sort());
});
