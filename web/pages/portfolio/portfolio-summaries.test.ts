import { readAs } from '../../format.js';
import { agingSummary } from './aging-summary.js';
import { historySummary } from './history-summary.js';

beforeEach(() => readAs('en-GB'));

const aging = (current: number, days1To30: number, over90 = 0) => ({
  current,
  days1To30,
  days31To60: 0,
  days61To90: 0,
  over90,
  total: current + days1To30 + over90,
});

test('the ageing says how much is overdue, by how long, and which grade owes most of it', () => {
  const rows = [
    { grade: 'A' as const, aging: aging(60_000, 10_000) },
    { grade: 'E' as const, aging: aging(10_000, 15_000, 5_000) },
  ];
  expect(agingSummary(rows, 'EUR', 'DUE').replaceAll('\u00a0', ' ')).toBe(
    '30 % is overdue, most of it by 1–30 days; grade E owes the largest part, EUR 200.00.',
  );
  expect(agingSummary(rows, 'EUR', 'INVOICE').replaceAll('\u00a0', ' ')).toBe(
    '5 % of EUR 1,000.00 was invoiced more than 60 days ago.',
  );
});
test('a book without debts says so', () => expect(agingSummary([], 'EUR', 'DUE')).toBe('Nothing is owed on this day.'));
test('overdue that grew is told with both shares', () => {
  expect(
    historySummary([
      { on: '2025-11-30', total: 100, overdue: 10 },
      { on: '2026-11-22', total: 200, overdue: 50 },
    ]),
  ).toBe('25 % of what is owed is overdue, up from 10 % on 30 Nov 2025.');
});
test('a change of less than one in a hundred is none', () => {
  expect(
    historySummary([
      { on: '2025-11-30', total: 1000, overdue: 100 },
      { on: '2026-11-22', total: 1000, overdue: 105 },
    ]),
  ).toBe('11 % of what is owed is overdue, about as on 30 Nov 2025.');
});
