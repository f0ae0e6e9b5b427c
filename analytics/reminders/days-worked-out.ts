import { nextBusinessDay } from '../business-days.js';
import { reminderDay } from '../cadence.js';
import { addDays, type Day } from '../calendar.js';

/** A plan asks for the same few hundred days of a calendar again for every invoice: each is worked out once. */
const calendars = new WeakMap<ReadonlySet<Day>, Map<string, Day>>();

function once(holidays: ReadonlySet<Day>, what: string, workOut: () => Day): Day {
  let known = calendars.get(holidays);
  if (known === undefined) {
    known = new Map();
    calendars.set(holidays, known);
  }
  let day = known.get(what);
  if (day === undefined) {
    day = workOut();
    known.set(what, day);
  }
  return day;
}

/** The day of a step (see `reminderDay`). */
export const stepDay = (dueOn: Day, offsetDays: number, holidays: ReadonlySet<Day>): Day =>
  once(holidays, `${dueOn}${offsetDays}`, () => reminderDay(dueOn, offsetDays, holidays));

/** The first business day on or after a day, and so many further ones. */
export const businessDaysOn = (day: Day, further: number, holidays: ReadonlySet<Day>): Day =>
  once(holidays, `${day} ${further}`, () => {
    let last = nextBusinessDay(day, holidays);
    for (let i = 0; i < further; i++) last = nextBusinessDay(addDays(last, 1), holidays);
    return last;
  });
