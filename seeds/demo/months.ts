import { addMonths, dayNumber, dayOf, firstOfMonth } from '../../analytics/index.js';

export const lastDayOfMonth = (day: number): number => dayNumber(addMonths(firstOfMonth(dayOf(day)), 1)) - 1;

/** In months of thirty days, with a fraction. */
export const monthsBetween = (from: number, to: number): number => (to - from) / 30;

/** 1 to 12. */
export const monthOfYear = (day: number): number => Number(dayOf(day).slice(5, 7));

/** 5 and 6 are Saturday and Sunday: 1 January 1970 was a Thursday. */
export const isWeekend = (day: number): boolean => (day + 3) % 7 >= 5;
