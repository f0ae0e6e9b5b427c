import fc from 'fast-check';
import { clampPoints, pdFromScore, scale, scoreFromPd, scoreScaling } from './score-scale.js';

test('600 points at 50 to 1, doubling every 20, is the line printed in the books', () => {
  expect(scoreScaling(scale).factor).toBeCloseTo(28.8539008178, 9);
  expect(scoreScaling(scale).offset).toBeCloseTo(487.1228762045, 9);
});

test('a default probability of 5 % is 572 points, and 620 points are 1 in 101', () => {
  expect(scoreFromPd(0.05)).toBeCloseTo(572.0814264734, 9);
  expect(pdFromScore(620)).toBeCloseTo(1 / 101, 12);
});

test('another scale gives other points for the same odds', () => {
  const vantage = { points: 500, odds: 20, pointsToDoubleOdds: 40 };
  expect(scoreFromPd(1 / 21, vantage)).toBeCloseTo(500, 9);
  expect(pdFromScore(540, vantage)).toBeCloseTo(1 / 41, 12);
});

test('points and probabilities are two words for the same', () => {
  fc.assert(
    fc.property(fc.double({ min: 300, max: 850, noNaN: true }), (points) => {
      expect(scoreFromPd(pdFromScore(points))).toBeCloseTo(points, 6);
    }),
  );
});

test('more points never mean a higher probability of default', () => {
  for (let points = 300; points < 850; points++) expect(pdFromScore(points + 1)).toBeLessThan(pdFromScore(points));
});

test('the shown scale ends at 300 and 850', () => {
  expect([clampPoints(912), clampPoints(640), clampPoints(-5)]).toEqual([850, 640, 300]);
});

test('certainty has no odds, and nonsense no points', () => {
  for (const pd of [0, 1, -0.1, Number.NaN]) expect(() => scoreFromPd(pd)).toThrow(RangeError);
  expect(() => pdFromScore(Number.NaN)).toThrow(RangeError);
  expect(() => clampPoints(Number.NaN)).toThrow(RangeError);
  expect(() => scoreScaling({ ...scale, odds: 0 })).toThrow(RangeError);
  expect(() => scoreScaling({ ...scale, pointsToDoubleOdds: 0 })).toThrow(RangeError);
});
