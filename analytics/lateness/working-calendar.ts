import { mustBeWhole } from '../guards.js';

/** Kinds of day: 0 Sunday to 6 Saturday, and 7 for a holiday whatever its weekday. */
export const dayKinds = 8;
const holidayKind = 7;

/**
 * Which days banks and offices work, for the hot loops: days are day numbers (see `dayNumber`).
 * Refuses fractions among the holidays. Our convention: a holiday is a kind of day of its own.
 * Example: with 25 December 2026 as a holiday, `kind(dayNumber('2026-12-25'))` is 7 and of 28 December, a Monday, 1.
 */
export class WorkingCalendar {
  private readonly holidays: ReadonlySet<number>;

  constructor(holidays: Iterable<number>) {
    this.holidays = new Set(holidays);
    for (const day of this.holidays) mustBeWhole('A holiday', day);
  }

  kind(day: number): number {
    return this.holidays.has(day) ? holidayKind : weekdayOf(day);
  }

  isBusinessDay(day: number): boolean {
    const kind = this.kind(day);
    return kind >= 1 && kind <= 5;
  }

  /** How many days of rest lie directly before a day; four at most. */
  restBefore(day: number): number {
    let rest = 0;
    while (rest < mostRest && !this.isBusinessDay(day - 1 - rest)) rest++;
    return rest;
  }

  /** Business days from one day to another, both included. */
  businessDays(from: number, to: number): number {
    let count = 0;
    for (let day = from; day <= to; day++) if (this.isBusinessDay(day)) count++;
    return count;
  }
}

export const mostRest = 4;

/** 0 for Sunday to 6 for Saturday; 1970-01-01, day number 0, was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;
