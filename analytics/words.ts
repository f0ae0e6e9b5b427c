import type { Day } from './calendar.js';
import { toMajor } from './money.js';

const inBritain = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * A day as a sentence says it: no order of day and month to get wrong.
 * Example: dayInWords('2026-11-29') is '29 Nov 2026'.
 */
export function dayInWords(day: Day): string {
  return inBritain.format(Date.parse(`${day}T00:00:00Z`));
}

/**
 * An amount as a sentence says it, the same for every reader. `minor` is in minor units of the currency.
 * Example: amountInWords(12345678, 'EUR') is 'EUR 123,456.78'.
 */
export function amountInWords(minor: number, currency: string): string {
  const [whole = '', decimals] = toMajor(minor, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

/**
 * How many of a thing as a sentence says it; the plural ends in s unless given.
 * Example: countInWords(1, 'invoice') is '1 invoice', countInWords(1200, 'delivery', 'deliveries') is '1,200 deliveries'.
 */
export function countInWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
