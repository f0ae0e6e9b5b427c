import fc from 'fast-check';
import { betaCdf, betaQuantile } from './beta-quantile.js';

test('the middle of a symmetric distribution is one half', () => {
  expect(betaCdf(0.5, 2, 2)).toBeCloseTo(0.5, 12);
  expect(betaQuantile(0.5, 7, 7)).toBeCloseTo(0.5, 12);
});

test('where the distribution is known in closed form, the numbers agree', () => {
  expect(betaCdf(0.3, 1, 1)).toBeCloseTo(0.3, 12);
  expect(betaCdf(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 12);
  expect(betaCdf(0.3, 5, 1)).toBeCloseTo(0.3 ** 5, 12);
  expect(betaCdf(0.25, 0.5, 0.5)).toBeCloseTo(1 / 3, 10);
  expect([betaCdf(0, 2, 3), betaCdf(1, 2, 3)]).toEqual([0, 1]);
});

test('the quantile undoes the probability, small and large parameters alike', () => {
  const parameter = fc.double({ min: 1, max: 500, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), parameter, parameter, (p, a, b) => {
      expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 7);
    }),
  );
});

test('what is no distribution is refused', () => {
  expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError);
  expect(() => betaCdf(0.5, 1, -1)).toThrow(RangeError);
  expect(() => betaCdf(1.1, 1, 1)).toThrow(RangeError);
  expect(() => betaQuantile(-0.1, 1, 1)).toThrow(RangeError);
});
