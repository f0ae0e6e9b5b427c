import { addDays, daysBetween, isDay } from './as-of.js';

test('a day is a real one', () => {
  expect(['2026-11-22', '2024-02-29', '2026-02-29', '2026-13-01', '0002-11-22', 'banana', ''].map(isDay)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
test('days are counted across the change to summer time', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});
