import { dayNumber } from '../calendar.js';
import type { HistoryInvoice } from '../history.js';
import { read, scoredInvoice } from './readings.js';
import { validateLateness } from './validate-lateness.js';
import { isCreditedBefore, lastSeen, wasLate } from './what-was-seen.js';
import { WorkingCalendar } from './working-calendar.js';

const due30: HistoryInvoice = { issuedOn: 0, dueOn: 30, settledOn: null, amountMinor: 100, openMinor: 0 };
const credited = { ...due30, creditedOn: 40 };
const paid = { ...due30, settledOn: 33 };

test('of an invoice that was credited all is known up to the day before, and nothing after', () => {
  expect([lastSeen(credited), lastSeen(paid), lastSeen(due30)]).toEqual([39, 33, Number.POSITIVE_INFINITY]);
  expect([0, 9, 10, 30].map((days) => wasLate(credited, days))).toEqual([true, true, null, null]);
  expect([isCreditedBefore(credited, 40), isCreditedBefore(credited, 41)]).toEqual([false, true]);
  expect([0, 2, 3].map((days) => wasLate(paid, days))).toEqual([true, true, false]);
});

test('once it was credited the readings of later invoices are what they would be without it', () => {
  const calendar = new WorkingCalendar([]);
  const book = {
    chances: new Float64Array(),
    byDueKind: new Float64Array(),
    lateShare: 0.3,
    late7Share: 0,
    late30Share: 0,
  };
  const curve = { fromDay: 0, chances: Float64Array.of(0.5) };
  const next = { ...due30, issuedOn: 60, dueOn: 90 };
  const readingsOf = (...past: HistoryInvoice[]) => {
    const earlier = past.map((invoice) => scoredInvoice(invoice, 0, curve));
    return read(next, 60, earlier, book, calendar);
  };
  expect(readingsOf(paid, credited)).toEqual(readingsOf(paid));
  expect(readingsOf(paid, { ...credited, creditedOn: 61 })).not.toEqual(readingsOf(paid));
});

test('invoices taken back by us before they fall due make nobody look prompt, and nobody late', () => {
  const start = dayNumber('2025-01-06');
  const book = Array.from({ length: 20 }, (_, customer) =>
    Array.from({ length: 100 }, (_, k): HistoryInvoice => {
      const issuedOn = start + k * 3 + (customer % 3);
      const dueOn = issuedOn + 30;
      const usual = { issuedOn, dueOn, settledOn: dueOn + (customer < 10 ? -2 : 8), amountMinor: 50_000, openMinor: 0 };
      return k % 2 ? { ...usual, settledOn: null, creditedOn: dueOn - 3 } : usual;
    }),
  );
  const settings = { knownOn: start + 200, calendar: new WorkingCalendar([]), lastKnown: start + 500 };
  const ways = validateLateness(book, { ...settings, scoreAt: { daysBeforeDue: 15 } });
  const meanOf = (days: number) => {
    const told = ways?.predictions.filter(({ daysLate }) => daysLate === days) ?? [];
    return told.reduce((sum, { late }) => sum + late, 0) / told.length;
  };
  const ratio = ways?.ways.find(({ way }) => way === 'late ratio');
  expect([meanOf(8) > 0.95, meanOf(-2) < 0.05, (ratio?.late[0]?.brier ?? 1) < 0.02]).toEqual([true, true, true]);
  expect(ways?.predictions.filter(({ happened }) => happened[0] === null).length).toBeGreaterThan(100);
});
