import { readAs } from '../../format.js';
import { calibrationSummary, distributionSummary, driftSummary, liftSummary, rocSummary } from './model-summary.js';

beforeAll(() => readAs('en-GB'));

test('each chart of the model says in a sentence what it shows', () => {
  expect(rocSummary(0.8812, 'late')).toBe(
    'Of one that was late and one that was not, it gives the former the higher chance 88.1 % of the time (AUC); a coin would 50 %.',
  );
  const band = { cases: 100, told: 0.2, happened: 0.25, low: 0.18, high: 0.33 };
  expect(calibrationSummary([band, { ...band, told: 0.5 }])).toBe(
    'In 1 of 2 tenths what was told lies within what chance allows; the dots should lie on the dashed line.',
  );
  expect(
    liftSummary(
      [
        { lift: 3.21, foundSoFar: 0.32 },
        { lift: 2, foundSoFar: 0.52 },
      ],
      'late',
    ),
  ).toBe('Among the likeliest tenth they are 3.2 times as many as overall; 52 % of all lie in the first two tenths.');
  expect(
    distributionSummary(
      [
        { from: 0.1, yes: 10, no: 50 },
        { from: 0.5, yes: 20, no: 20 },
      ],
      'late',
    ),
  ).toBe('Of 100 invoices it tells 60 % below 20 % or above 80 %; those that were late are marked.');
  expect(
    driftSummary([
      { month: '2026-09', stability: 0.31 },
      { month: '2026-10', stability: 0.12 },
    ]),
  ).toBe(
    'The newest month, Oct 2026, is at 0.12: watch. The highest was Sept 2026 with 0.31 (population stability index).',
  );
});

test('where nothing is known, they say so', () => {
  expect(rocSummary(null, 'late')).toBe('Nothing to tell apart: all of them, or none, were.');
  expect(liftSummary([], 'more than 30 days late')).toBe('None of the later invoices was more than 30 days late.');
  expect(driftSummary([])).toBe('No later month is known yet.');
});
