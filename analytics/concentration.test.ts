import fc from 'fast-check';
import { concentration } from './concentration.js';

test('four customers of 400, 300, 200 and 100 are as concentrated as three and a third equal ones', () => {
  const result = concentration(Object.freeze([300, 400, 100, 200]), 2);
  expect(result?.hhi).toBeCloseTo(0.3, 12);
  expect(result?.hhiPoints).toBeCloseTo(3000, 8);
  expect(result?.effectiveN).toBeCloseTo(3.3333333333, 9);
  expect(result?.topN).toBeCloseTo(0.7, 12);
});

test('a book of one customer is wholly concentrated', () => {
  expect(concentration([5], 10)).toEqual({ hhi: 1, hhiPoints: 10_000, effectiveN: 1, topN: 1 });
});

test('customers in credit are left out, and a book that owes nothing has no concentration', () => {
  expect(concentration([-5, 0, 7], 1)).toEqual(concentration([7], 1));
  expect(concentration([-5, 0], 1)).toEqual(null);
});

test('equal customers count as many as they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 1_000_000 }), (n, balance) => {
      expect(concentration(new Array(n).fill(balance), 1)?.effectiveN).toBeCloseTo(n, 6);
    }),
  );
});

test('what cannot be is refused', () => {
  expect(() => concentration([1], 0)).toThrow(RangeError);
  expect(() => concentration([1], 1.5)).toThrow(RangeError);
  expect(() => concentration([Number.NaN], 1)).toThrow(RangeError);
});
