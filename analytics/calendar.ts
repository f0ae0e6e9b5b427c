import { mustBeWhole } from './guards.js';

/** A calendar day, 'YYYY-MM-DD', without time or zone. */
export type Day = string;

const firstDayNumber = -719_162; // 0001-01-01
const lastDayNumber = 2_932_896; // 9999-12-31

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The digits of a text from..to as a number; -1 when one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Days since 1970-01-01, or null for a text that is no day. Algorithm: H. Hinnant, days_from_civil; exact. */
function dayNumberOrNull(text: string): number | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  const y = month <= 2 ? year - 1 : year; // years begin in March, so that the leap day comes last
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The number of days from 1970-01-01 to a day, the form in which the hot loops count.
 * Whole days, negative before 1970. Refuses texts that are no possible day ('2026-02-30', '2026-1-1').
 * Example: dayNumber('1970-01-02') is 1, dayNumber('2026-06-30') is 20634.
 */
export function dayNumber(day: Day): number {
  const n = dayNumberOrNull(day);
  if (n === null) throw new RangeError(`"${day}" is not a day of the calendar (YYYY-MM-DD).`);
  return n;
}

/**
 * Whether a text is a possible day, 'YYYY-MM-DD'.
 * Example: isDay('2024-02-29') is true, isDay('2026-02-29') is false.
 */
export function isDay(text: string): boolean {
  return dayNumberOrNull(text) !== null;
}

/**
 * The day of a day number: the inverse of `dayNumber`.
 * Refuses fractions and years outside 1–9999.
 * Example: dayOf(20634) is '2026-06-30'.
 */
export function dayOf(n: number): Day {
  mustBeWhole('A day number', n);
  if (n < firstDayNumber || n > lastDayNumber) throw new RangeError(`Day number ${n} lies outside the years 1–9999.`);
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const leapsPassed = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapsPassed) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return dayText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

function dayText(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The day so many days later; earlier for a negative number.
 * Example: addDays('2026-12-31', 1) is '2027-01-01'.
 */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days);
}

/**
 * The days from one day to another; negative when the second comes first.
 * Example: daysBetween('2026-05-31', '2026-06-30') is 30.
 */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day so many months later, or the last of that month where it has no such day.
 * Example: addMonths('2026-01-31', 1) is '2026-02-28'.
 */
export function addMonths(day: Day, months: number): Day {
  dayNumber(day);
  mustBeWhole('A number of months', months);
  const monthsSinceYearNought = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
  const year = Math.floor(monthsSinceYearNought / 12);
  const month = monthsSinceYearNought - year * 12 + 1;
  if (year < 1 || year > 9999) throw new RangeError(`${day} and ${months} months lie outside the years 1–9999.`);
  return dayText(year, month, Math.min(digits(day, 8, 10), daysInMonth(year, month)));
}

/**
 * The month a day lies in, 'YYYY-MM'.
 * Example: monthOf('2026-06-30') is '2026-06'.
 */
export function monthOf(day: Day): string {
  dayNumber(day);
  return day.slice(0, 7);
}

/**
 * The first day of the month a day lies in.
 * Example: firstOfMonth('2026-06-30') is '2026-06-01'.
 */
export function firstOfMonth(day: Day): Day {
  return `${monthOf(day)}-01`;
}
