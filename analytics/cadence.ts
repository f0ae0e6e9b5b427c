import { nextBusinessDay, previousBusinessDay } from './business-days.js';
import { addDays, type Day } from './calendar.js';

/**
 * The day a reminder goes out: before the due day it is moved back to a business day, from the due day on forward.
 * `offsetDays` is negative before the due day. Holidays are those of the recipient.
 * Our convention. Example: due 1 June 2026, 7 days before is Monday 25 May, a holiday: Friday 22 May.
 */
export function reminderDay(dueOn: Day, offsetDays: number, holidays: ReadonlySet<Day>): Day {
  const day = addDays(dueOn, offsetDays);
  return offsetDays < 0 ? previousBusinessDay(day, holidays) : nextBusinessDay(day, holidays);
}

/**
 * The day of a reminder before the due day, moved back to a business day, so that it never comes on or after it.
 * Refuses an offset that is not below nought: a reminder with the wrong sign would go out late.
 * Our convention. Example: due Wednesday 15 July 2026, offset -3 is a Sunday: Friday 10 July.
 */
export function preDueReminderDay(dueOn: Day, offsetDays: number, holidays: ReadonlySet<Day>): Day {
  if (!(offsetDays < 0)) {
    throw new RangeError(`A reminder before the due day needs a negative offset, not ${offsetDays}.`);
  }
  return reminderDay(dueOn, offsetDays, holidays);
}
