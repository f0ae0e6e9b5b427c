import { dayNumber } from '../calendar.js';
import type { HistoryInvoice } from '../history.js';
import { BookHabit } from './book-habit.js';
import { CustomerHabit } from './customer-habit.js';
import { latenessSettings } from './lateness-settings.js';
import { validateLateness } from './validate-lateness.js';
import { asKnownOn } from './what-was-seen.js';
import { WorkingCalendar } from './working-calendar.js';

const start = dayNumber('2025-01-06');
const split = start + 202;
const calendar = new WorkingCalendar([]);

/** Twelve customers of an invoice a week; each third payment is booked three weeks after it came. */
const book = (): HistoryInvoice[][] =>
  Array.from({ length: 12 }, (_, customer) =>
    Array.from({ length: 45 }, (_, week) => {
      const issuedOn = start + week * 7;
      const settledOn = issuedOn + 30 + ((customer * 5 + week * 3) % 17) - 6;
      const endKnownOn = (customer + week) % 3 === 0 ? settledOn + 21 : null;
      const amountMinor = 10_000 * (1 + (week % 4));
      return { issuedOn, dueOn: issuedOn + 30, settledOn, amountMinor, openMinor: 0, endKnownOn };
    }),
  );

const told = (histories: HistoryInvoice[][], knownOn = split) =>
  validateLateness(histories, { knownOn, scoreAt: 'issue', calendar, lastKnown: start + 600 });

test('what is booked after a day changes nothing that was said on it: no habit, no reading, no table', () => {
  // The same book as it was known in the evening of the split: what was booked later is open still.
  const then = book().map((history) =>
    history
      .filter(({ issuedOn }) => issuedOn <= split + 1)
      .map((invoice) => {
        const known = asKnownOn(invoice, split);
        return { ...known, settledOn: known.settledOn !== null && known.settledOn > split ? null : known.settledOn };
      }),
  );
  const later = book().map((history) => history.filter(({ issuedOn }) => issuedOn <= split + 1));
  const [knew, knows] = [told(then), told(later)];
  expect(JSON.stringify(knew?.model)).toBe(JSON.stringify(knows?.model));
  const said = (validation: typeof knew) =>
    validation?.predictions.map(({ late, late7, expectedDaysLate }) => [late, late7, expectedDaysLate]);
  expect(said(knew)?.length).toBe(12);
  expect(said(knew)).toEqual(said(knows));
});

test('once it is booked, it counts on the day it came: as if it had been known all along', () => {
  const settings = latenessSettings('issue', 30);
  const habitOf = (histories: HistoryInvoice[][]) => {
    const habit = new BookHabit(settings, calendar);
    for (const history of histories) habit.add(history, Number.POSITIVE_INFINITY);
    habit.close();
    return habit.before(start + 600);
  };
  const inTime = book().map((history) => history.map((invoice) => ({ ...invoice, endKnownOn: null })));
  const [late, prompt] = [habitOf(book()), habitOf(inTime)];
  expect([late.lateShare, late.late7Share]).toEqual([prompt.lateShare, prompt.late7Share]);
  late.chances.forEach((chance, day) => {
    expect(chance).toBeCloseTo(prompt.chances[day] as number, 9);
  });
  // Of the customer too.
  const curveOf = ([history]: HistoryInvoice[][]) => {
    const habit = new CustomerHabit(settings, calendar);
    for (const invoice of history ?? []) habit.add(invoice);
    for (let day = start; day < start + 600; day++) habit.advance(day);
    return habit.curve(start + 630, start + 600, prompt, 30).chances;
  };
  curveOf(book()).forEach((chance, day) => {
    expect(chance).toBeCloseTo(curveOf(inTime)[day] as number, 9);
  });
});
