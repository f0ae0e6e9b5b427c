/**
 * The minutes by which the clocks of a zone are ahead of UTC at an instant. Source: the IANA time zone database, as the
 * platform carries it.
 * Example: Europe/London on 15 July 2026 is 60.
 */
export function minutesAheadOfUtc(zone: string, instant: number): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, // throws a RangeError for a zone that is none
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/**
 * The instant at which the clocks of a zone show a local time, 'YYYY-MM-DDTHH:MM', as UTC. A time that the clocks skip in
 * spring comes that much later; of one that they show twice in autumn it is the first.
 * Example: sendTimeLocalToUtc('2026-03-30T09:30', 'Europe/London') is '2026-03-30T08:30Z'.
 */
export function sendTimeLocalToUtc(local: string, zone: string): string {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) throw new RangeError(`"${local}" is not a local time (YYYY-MM-DDTHH:MM).`);
  const day = 86_400_000;
  const before = minutesAheadOfUtc(zone, asUtc - day);
  const after = minutesAheadOfUtc(zone, asUtc + day);
  const first = asUtc - before * 60_000;
  // By the clocks of the day before, unless they have been set by then and the new ones show it.
  const second = asUtc - after * 60_000;
  const instant =
    minutesAheadOfUtc(zone, first) === before || minutesAheadOfUtc(zone, second) !== after ? first : second;
  return `${new Date(instant).toISOString().slice(0, 16)}Z`;
}

/** The time of the day that the clocks of a zone show at an instant, 'YYYY-MM-DDTHH:MM'. Example: 09:00 UTC is 10:00 in Berlin in winter. */
export function localTime(zone: string, instant: number): string {
  return new Date(instant + minutesAheadOfUtc(zone, instant) * 60_000).toISOString().slice(0, 16);
}
