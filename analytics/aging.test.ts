import fc from 'fast-check';
import { aging, agingBucket, agingBuckets } from './aging.js';
import { dayNumber } from './calendar.js';
import { historyOf } from './history.js';

const asOf = '2026-06-30';
const today = dayNumber(asOf);
const rows = [
  {
    issuedOn: '2026-05-01',
    dueOn: '2026-05-31',
    amountMinor: 100_000,
    allocations: [
      { on: '2026-06-10', amountMinor: 40_000 },
      { on: '2026-07-05', amountMinor: 30_000 },
    ],
  },
  {
    issuedOn: '2026-04-01',
    dueOn: '2026-04-30',
    amountMinor: 200_000,
    allocations: [{ on: '2026-05-20', amountMinor: 50_000 }],
  },
  { issuedOn: '2026-06-15', dueOn: '2026-07-15', amountMinor: 80_000, allocations: [] },
  {
    issuedOn: '2026-02-01',
    dueOn: '2026-03-03',
    amountMinor: 120_000,
    allocations: [{ on: '2026-07-01', amountMinor: 120_000 }],
  },
  { issuedOn: '2026-05-31', dueOn: '2026-06-30', amountMinor: 50_000, allocations: [] },
  { issuedOn: '2026-05-31', dueOn: '2026-05-31', amountMinor: 70_000, allocations: [] },
  { issuedOn: '2026-07-02', dueOn: '2026-08-01', amountMinor: 90_000, allocations: [] },
];
const unapplied = [
  { on: dayNumber('2026-06-20'), amountMinor: 25_000 },
  { on: dayNumber('2026-06-25'), amountMinor: 10_000 },
];

test('the ageing of 30 June shows what was open on 30 June, by due day', () => {
  expect(aging(historyOf(rows, asOf), unapplied, today, 'due')).toEqual({
    current: 130_000,
    days1To30: 130_000,
    days31To60: 0,
    days61To90: 150_000,
    over90: 120_000,
    unapplied: -35_000,
    total: 530_000,
  });
});

test('by invoice date the age is that of the invoice', () => {
  expect(aging(historyOf(rows, asOf), [], today, 'invoice')).toEqual({
    current: 0,
    days1To30: 80_000 + 50_000 + 70_000,
    days31To60: 60_000,
    days61To90: 150_000,
    over90: 120_000,
    unapplied: 0,
    total: 530_000,
  });
});

test('due today is current, and each bucket ends where the next begins', () => {
  const ages = [-1, 0, 1, 30, 31, 60, 61, 90, 91];
  expect(ages.map((age) => agingBucket(today - age, today))).toEqual([
    'current',
    'current',
    'days1To30',
    'days1To30',
    'days31To60',
    'days31To60',
    'days61To90',
    'days61To90',
    'over90',
  ]);
});

test('cash that came in later and invoices written later are left out', () => {
  const later = [{ issuedOn: today + 1, dueOn: today + 31, openMinor: 5 }];
  const cash = [{ on: today + 1, amountMinor: 7 }];
  expect(aging(later, cash, today, 'due')).toEqual(aging([], [], today, 'due'));
});

test('the buckets add up to the total, whatever is open', () => {
  const invoice = fc.record({
    issuedOn: fc.integer({ min: today - 400, max: today + 50 }),
    dueOn: fc.integer({ min: today - 400, max: today + 100 }),
    openMinor: fc.nat(10_000_000),
  });
  fc.assert(
    fc.property(fc.array(invoice), fc.constantFrom('due' as const, 'invoice' as const), (invoices, by) => {
      const result = aging(invoices, [], today, by);
      const open = invoices
        .filter(({ issuedOn }) => issuedOn <= today)
        .reduce((sum, { openMinor }) => sum + openMinor, 0);
      expect(agingBuckets.reduce((sum, bucket) => sum + result[bucket], 0)).toEqual(result.total);
      expect(result.total).toEqual(open);
    }),
  );
});

test('an open credit must be given as unapplied, unapplied cash as a positive amount, a day as a day', () => {
  const credit = { issuedOn: today, dueOn: today, openMinor: -1 };
  expect(() => agingBucket(Number.NaN, today)).toThrow(RangeError);
  expect(() => aging([credit], [], today, 'due')).toThrow(RangeError);
  expect(() => aging([], [{ on: today, amountMinor: -1 }], today, 'due')).toThrow(RangeError);
  expect(() => aging([{ ...credit, openMinor: 0.5 }], [], today, 'due')).toThrow(RangeError);
});
