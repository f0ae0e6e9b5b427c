/** A Monday: nobody hears from us on a day of rest. */
export const KILL_DAY = '2026-11-23';
