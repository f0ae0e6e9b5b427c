import fc from 'fast-check';
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  daysBetween,
  firstOfMonth,
  isDay,
  monthOf,
} from './calendar.js';

test('days are counted from 1 January 1970', () => {
  expect(dayNumber('1970-01-01')).toEqual(0);
  expect(dayNumber('1970-01-02')).toEqual(1);
  expect(dayNumber('1969-12-31')).toEqual(-1);
  expect(dayNumber('2026-06-30')).toEqual(20_634);
  expect(dayOf(20_634)).toEqual('2026-06-30');
});

test.each([
  '2026-02-29',
  '2026-02-30',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '2026-06-00',
  '2026-1-1',
  '0000-01-01',
])('%s is no day of the calendar', (text) => {
  expect(isDay(text)).toEqual(false);
  expect(() => dayNumber(text)).toThrow(RangeError);
});

test.each(['', '2026', '2026/06/30', '20260630', '2026-06-30T00:00', '2026-0a-30', '２026-06-30'])(
  '"%s" is not written as a day',
  (text) => {
    expect(isDay(text)).toEqual(false);
  },
);

test('leap days are days', () => {
  expect([isDay('2024-02-29'), isDay('2000-02-29')]).toEqual([true, true]);
});

test('every day number is a day and comes back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (n) => {
      expect(dayNumber(dayOf(n))).toEqual(n);
      expect(dayOf(n)).toEqual(new Date(n * 86_400_000).toISOString().slice(0, 10));
    }),
  );
});

test('days before the year 1 and after 9999 are refused', () => {
  expect([dayOf(-719_162), dayOf(2_932_896)]).toEqual(['0001-01-01', '9999-12-31']);
  for (const n of [-719_163, 2_932_897, 0.5, Number.NaN]) expect(() => dayOf(n)).toThrow(RangeError);
});

test('days are added across months and years', () => {
  expect(addDays('2026-12-31', 1)).toEqual('2027-01-01');
  expect(addDays('2024-03-01', -1)).toEqual('2024-02-29');
  expect(daysBetween('2026-05-31', '2026-06-30')).toEqual(30);
  expect(daysBetween('2026-06-30', '2026-05-31')).toEqual(-30);
});

test('a month after the 31st is the last day of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toEqual('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toEqual('2024-02-29');
  expect(addMonths('2026-03-31', -1)).toEqual('2026-02-28');
  expect(addMonths('2026-11-15', 2)).toEqual('2027-01-15');
  expect(addMonths('2026-01-15', -13)).toEqual('2024-12-15');
  expect(addMonths('2020-02-29', 72)).toEqual('2026-02-28');
});

test('a part of a month is refused', () => {
  expect(() => addMonths('2026-01-31', 0.5)).toThrow(RangeError);
  expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError);
});

test('the month of a day and its first day', () => {
  const day: Day = '2026-06-30';
  expect(monthOf(day)).toEqual('2026-06');
  expect(firstOfMonth(day)).toEqual('2026-06-01');
  expect(() => monthOf('2026-06')).toThrow(RangeError);
});
