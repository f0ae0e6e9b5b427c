import { restTime } from './rest-time.js';

test('the rest is told at the pace so far, in round figures', () => {
  expect(restTime(250_000, 750_000, 6000)).toBe('about 20 s left');
  expect(restTime(10_000, 990_000, 3000)).toBe('about 5 min left');
  expect(restTime(900_000, 100_000, 9000)).toBe('a few seconds left');
});
test('in the first two seconds, and without any progress, nothing is promised', () => {
  expect([restTime(100, 900, 1900), restTime(0, 900, 60_000), restTime(900, 0, 60_000)]).toEqual(['', '', '']);
});
