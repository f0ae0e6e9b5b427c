import { addMonths, type Day } from '../calendar.js';
import { mustBePositive, mustBeWhole } from '../guards.js';

/**
 * The last day on which a claim is surely not barred by time: whole years from the due day itself, which is the cautious
 * way to count, or from the day of a part payment or a signed acknowledgement where the law starts the years anew.
 * Refuses what is no day and years that are not whole. England and Wales: six years, Limitation Act 1980 ss. 5 and 29;
 * from memory: have it checked for the law of the contract. Example: due on 29 February 2020, six years: 28 February 2026.
 */
export function lastSafeDay(from: Day, years: number): Day {
  mustBeWhole('The years', years);
  mustBePositive('The years', years);
  return addMonths(from, 12 * years);
}
