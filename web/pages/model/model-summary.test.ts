import { readAs } from '../../format.js';
import {
  calibrationSummary,
  distributionSummary,
  driftSummary,
  liftSummary,
  partsSummary,
  rocSummary,
  segmentsSummary,
} from './model-summary.js';

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

test('of the parts of the book it is said where what was told is furthest off, and where it ranks best and worst', () => {
  const part = (name: string, told: number, defaults: number) => ({
    by: 'on the day',
    name,
    customers: 100,
    told,
    defaults,
  });
  expect(partsSummary([part('nothing overdue', 4.2, 4), part('something overdue', 12.4, 20)])).toBe(
    'It is furthest off by on the day, something overdue: 12.4 defaults told, 20 came, of 100 customers.',
  );
  expect(
    segmentsSummary([
      { name: 'A', auc: 0.71 },
      { name: 'B', auc: null },
      { name: 'E', auc: 0.66 },
    ]),
  ).toBe('AUC is highest in A (0.71), lowest in E (0.66); 0.5 is a coin.');
});

test('where nothing is known, they say so', () => {
  expect([partsSummary([]), segmentsSummary([])]).toEqual([
    'No customer was measured.',
    'Too few invoices lie in these parts to tell.',
  ]);
  expect(rocSummary(null, 'late')).toBe('Nothing to tell apart: all of them, or none, were.');
  expect(liftSummary([], 'more than 30 days late')).toBe('None of the later invoices was more than 30 days late.');
  expect(driftSummary([])).toBe('No later month is known yet.');
});
