import { addDays, type Day, dayNumber } from './calendar.js';

/**
 * The day of the week of a day, from 0 for Sunday to 6 for Saturday.
 * Example: weekday('2026-06-30') is 2, a Tuesday.
 */
export function weekday(day: Day): number {
  const sinceThursday = dayNumber(day) % 7; // 1970-01-01 was a Thursday
  return (sinceThursday + 11) % 7;
}

/**
 * Whether a day is a business day: no Saturday, no Sunday, none of the holidays given.
 * Example: isBusinessDay('2026-12-28', new Set(['2026-12-28'])) is false.
 */
export function isBusinessDay(day: Day, holidays: ReadonlySet<Day>): boolean {
  const n = weekday(day);
  return n !== 0 && n !== 6 && !holidays.has(day);
}

/**
 * The last business day on or before a day: the day itself when it is one.
 * Example: previousBusinessDay('2026-07-12', new Set()) is '2026-07-10': a Sunday goes back to Friday.
 */
export function previousBusinessDay(day: Day, holidays: ReadonlySet<Day>): Day {
  let candidate = day;
  while (!isBusinessDay(candidate, holidays)) candidate = addDays(candidate, -1);
  return candidate;
}

/**
 * The first business day on or after a day: the day itself when it is one.
 * Example: nextBusinessDay('2026-12-25', new Set(['2026-12-25', '2026-12-28'])) is '2026-12-29'.
 */
export function nextBusinessDay(day: Day, holidays: ReadonlySet<Day>): Day {
  let candidate = day;
  while (!isBusinessDay(candidate, holidays)) candidate = addDays(candidate, 1);
  return candidate;
}
