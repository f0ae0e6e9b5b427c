import Holidays from 'date-holidays';
import { holidaysOf } from '../shared/holidays.js';

const holidays = new Map<string, ReadonlySet<string>>();

/** Days of rest of a country over three years around a day, remembered: making a calendar takes longer than a plan. */
export function restDays(country: string | null, around: string): ReadonlySet<string> {
  const year = Number(around.slice(0, 4));
  const key = `${country} ${year}`;
  const known = holidays.get(key);
  if (known) return known;
  const days = new Set(holidaysOf(country, year - 1, year + 1));
  holidays.set(key, days);
  return days;
}

const zones = new Map<string, string>();

/** The time zone of a country, that of its capital or first in the list; UTC where the country is not known. */
export function zoneOf(country: string | null): string {
  if (country === null) return 'UTC';
  const zone = zones.get(country) ?? new Holidays(country).getTimezones()?.[0] ?? 'UTC';
  zones.set(country, zone);
  return zone;
}
