import { dayNumber } from '../calendar.js';
import { WorkingCalendar, weekdayOf } from './working-calendar.js';

const calendar = new WorkingCalendar([dayNumber('2026-12-25')]);

test('a holiday is a kind of day of its own', () => {
  expect(calendar.kind(dayNumber('2026-12-25'))).toEqual(7);
  expect(calendar.kind(dayNumber('2026-12-28'))).toEqual(1);
  expect([weekdayOf(0), weekdayOf(-1), weekdayOf(-4)]).toEqual([4, 3, 0]);
});

test('business days are counted with both ends, and rest before a day up to four', () => {
  expect(calendar.businessDays(dayNumber('2026-12-24'), dayNumber('2026-12-29'))).toEqual(3);
  expect(calendar.restBefore(dayNumber('2026-12-28'))).toEqual(3);
  expect(new WorkingCalendar(Array.from({ length: 9 }, (_, i) => i)).restBefore(9)).toEqual(4);
});

test('half a day is no holiday', () => {
  expect(() => new WorkingCalendar([0.5])).toThrow('A holiday must be a whole number, not 0.5.');
});
