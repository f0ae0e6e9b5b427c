import fc from 'fast-check';
import { addDays, dayNumber } from './calendar.js';
import { historyOf } from './history.js';

const invoice = Object.freeze({
  issuedOn: '2026-05-01',
  dueOn: '2026-05-31',
  amountMinor: 10_000,
  allocations: Object.freeze([
    Object.freeze({ on: '2026-06-10', amountMinor: 4_000 }),
    Object.freeze({ on: '2026-07-05', amountMinor: 6_000 }),
  ]),
});

test('a part payment leaves the rest open', () => {
  expect(historyOf([invoice], '2026-06-30')).toEqual([
    {
      issuedOn: dayNumber('2026-05-01'),
      dueOn: dayNumber('2026-05-31'),
      settledOn: null,
      amountMinor: 10_000,
      openMinor: 6_000,
    },
  ]);
});

test('a payment counts from its own day on', () => {
  const openOn = (day: string) => historyOf([invoice], day)[0]?.openMinor;
  expect(['2026-06-09', '2026-06-10', '2026-07-04', '2026-07-05'].map(openOn)).toEqual([10_000, 6_000, 6_000, 0]);
});

test('an invoice is settled on the day of the payment that completes it', () => {
  expect(historyOf([invoice], '2026-12-31')[0]?.settledOn).toEqual(dayNumber('2026-07-05'));
});

test('an invoice that was issued later is not known yet', () => {
  expect(historyOf([invoice], '2026-04-30')).toEqual([]);
  expect(historyOf([invoice], '2026-05-01')).toHaveLength(1);
});

const returned = {
  ...invoice,
  allocations: [
    { on: '2026-08-01', amountMinor: 10_000 },
    { on: '2026-06-20', amountMinor: -10_000 },
    { on: '2026-06-10', amountMinor: 10_000 },
  ],
};

test('a returned payment opens the invoice again, and the next one settles it', () => {
  const on = (day: string) => historyOf([returned], day)[0];
  expect(on('2026-06-15')?.settledOn).toEqual(dayNumber('2026-06-10'));
  expect([on('2026-06-30')?.settledOn, on('2026-06-30')?.openMinor]).toEqual([null, 10_000]);
  expect(on('2026-08-01')?.settledOn).toEqual(dayNumber('2026-08-01'));
});

test('a payment corrected on the same day leaves no trace', () => {
  const corrected = {
    ...invoice,
    allocations: [
      { on: '2026-06-10', amountMinor: 10_000 },
      { on: '2026-06-12', amountMinor: -10_000 },
      { on: '2026-06-12', amountMinor: 10_000 },
    ],
  };
  expect(historyOf([corrected], '2026-06-30')[0]?.settledOn).toEqual(dayNumber('2026-06-10'));
});

test('an invoice of nothing is settled when it is issued', () => {
  const free = { ...invoice, amountMinor: 0, allocations: [] };
  expect(historyOf([free], '2026-06-30')[0]?.settledOn).toEqual(dayNumber('2026-05-01'));
});

test('more allocated than the invoice amounts to is refused', () => {
  const over = { ...invoice, allocations: [{ on: '2026-06-10', amountMinor: 10_001 }] };
  expect(() => historyOf([over], '2026-06-30')).toThrow(RangeError);
});

test('negative amounts and parts of a penny are refused', () => {
  expect(() => historyOf([{ ...invoice, amountMinor: -1 }], '2026-06-30')).toThrow(RangeError);
  expect(() => historyOf([{ ...invoice, amountMinor: 0.5 }], '2026-06-30')).toThrow(RangeError);
});

test('splitting a payment over days loses no penny', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ after: fc.nat(90), amountMinor: fc.nat(5_000) })),
      fc.nat(120),
      (parts, seenAfter) => {
        const amountMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0) + 1;
        const allocations = parts.map((part) => ({
          on: addDays('2026-05-01', part.after),
          amountMinor: part.amountMinor,
        }));
        const open = historyOf([{ ...invoice, amountMinor, allocations }], addDays('2026-05-01', seenAfter))[0]
          ?.openMinor;
        const seen = parts.filter((part) => part.after <= seenAfter);
        expect(open).toEqual(amountMinor - seen.reduce((sum, part) => sum + part.amountMinor, 0));
      },
    ),
  );
});
