import { nextBusinessDay } from '../business-days.js';
import { addDays, type Day } from '../calendar.js';
import { localTime, sendTimeLocalToUtc } from '../send-time.js';
import type { Campaign } from './campaign.js';

/**
 * When a message may go out: null for now, else the instant at which the window opens next, in the time of the recipient
 * and on one of their business days.
 * Our convention. Example: 20:00 on a Friday in Berlin: Monday 09:00 there.
 */
export function opensForSending(
  now: number,
  zone: string,
  { sendFrom, sendUntil }: Pick<Campaign, 'sendFrom' | 'sendUntil'>,
  holidays: ReadonlySet<Day>,
): string | null {
  const [today, time] = localTime(zone, now).split('T') as [Day, string];
  const isBusiness = nextBusinessDay(today, holidays) === today;
  if (isBusiness && time >= sendFrom && time < sendUntil) return null;
  const first = isBusiness && time < sendFrom ? today : nextBusinessDay(addDays(today, 1), holidays);
  return sendTimeLocalToUtc(`${first}T${sendFrom}`, zone);
}
