import fc from 'fast-check';
import { isBusinessDay } from './business-days.js';
import { preDueReminderDay, reminderDay } from './cadence.js';
import { dayNumber, dayOf } from './calendar.js';

const englishHolidays = new Set([
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
]);

test.each([
  ['2026-06-01', -7, '2026-05-22'],
  ['2026-04-10', -7, '2026-04-02'],
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-12-24', 1, '2026-12-29'],
  ['2026-07-15', -3, '2026-07-10'],
  ['2026-07-15', 0, '2026-07-15'],
  ['2026-07-12', 0, '2026-07-13'],
])('due %s, %d days: the reminder goes out on %s', (dueOn, offsetDays, sentOn) => {
  expect(reminderDay(dueOn, offsetDays, englishHolidays)).toEqual(sentOn);
});

test('a reminder goes out on a business day, and before the due day when it is meant to', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_454, max: 20_818 }), fc.integer({ min: 1, max: 30 }), (due, before) => {
      const dueOn = dayOf(due);
      const early = preDueReminderDay(dueOn, -before, englishHolidays);
      const late = reminderDay(dueOn, before, englishHolidays);
      expect([isBusinessDay(early, englishHolidays), isBusinessDay(late, englishHolidays)]).toEqual([true, true]);
      expect(dayNumber(early)).toBeLessThanOrEqual(due - before);
      expect(dayNumber(late)).toBeGreaterThanOrEqual(due + before);
    }),
  );
});

test('a reminder before the due day with the wrong sign is refused', () => {
  for (const offset of [0, 7, Number.NaN])
    expect(() => preDueReminderDay('2026-06-01', offset, new Set())).toThrow(RangeError);
});
