import { pointsLine } from './points-line.js';

test('base and reasons add up to the score', () => {
  expect(pointsLine({ base: 600, points: 593, reasons: [{ points: 12 }, { points: -19 }] })).toEqual({
    sum: 593,
    text: 'Score',
  });
});
test('where the scale ends, the sum is shown all the same', () => {
  expect(pointsLine({ base: 600, points: 850, reasons: [{ points: 300 }] }).text).toBe(
    'Score (900, and the scale ends at 850)',
  );
});
