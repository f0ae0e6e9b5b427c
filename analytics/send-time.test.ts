import { opensForSending } from './reminders/sending-window.js';
import { localTime, sendTimeLocalToUtc } from './send-time.js';

test.each([
  ['2026-03-29T01:30', 'Europe/London', '2026-03-29T01:30Z'], // the clocks skip this half hour: it is 02:30 there then
  ['2026-10-25T01:30', 'Europe/London', '2026-10-25T00:30Z'], // shown twice: the first
  ['2026-07-01T09:00', 'Asia/Kolkata', '2026-07-01T03:30Z'],
  ['2026-11-22T09:00', 'Pacific/Auckland', '2026-11-21T20:00Z'],
])('%s in %s is %s', (local, zone, utc) => {
  expect(sendTimeLocalToUtc(local, zone)).toBe(utc);
});

test('what is no time and no zone is refused', () => {
  expect(() => sendTimeLocalToUtc('2026-11-22 09:00', 'Europe/London')).toThrow(RangeError);
  expect(() => sendTimeLocalToUtc('2026-11-22T09:00', 'Europe/Nowhere')).toThrow(RangeError);
});

const hours = { sendFrom: '09:00', sendUntil: '16:30' };
const at = (instant: string, zone: string) =>
  opensForSending(Date.parse(instant), zone, hours, new Set(['2026-11-24']));

test('a message goes out between nine and half past four of a business day where its recipient is', () => {
  expect(localTime('Europe/Berlin', Date.parse('2026-11-23T09:00:00Z'))).toBe('2026-11-23T10:00');
  expect(at('2026-11-23T08:00:00Z', 'Europe/Berlin')).toBeNull();
  expect(at('2026-11-23T07:59:00Z', 'Europe/Berlin')).toBe('2026-11-23T08:00Z');
  expect(at('2026-11-23T15:30:00Z', 'Europe/Berlin')).toBe('2026-11-25T08:00Z'); // the 24th is a holiday here
  expect(at('2026-11-21T12:00:00Z', 'America/New_York')).toBe('2026-11-23T14:00Z');
});
