import fc from 'fast-check';
import { lastSafeDay } from './limitation.js';
import { instalment, planOf } from './payment-plan.js';

test('12,000.00 at 8 % over a year: eleven equal instalments, and the last pays what is left', () => {
  expect(instalment(1_200_000, 0.08, 12)).toBeCloseTo(104_386.1149, 3);
  expect(planOf(1_200_000, 0.08, 12)).toEqual([...new Array(11).fill(104_386), 104_387]);
});

test('without interest the instalments are the debt, to the last cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 60 }), (debt, months) => {
      const plan = planOf(debt, 0, months);
      expect(plan.reduce((all, paid) => all + paid)).toBe(debt);
      expect(plan.every((paid) => paid >= 0)).toBe(true);
    }),
  );
});

test('a plan without months, or of half a cent, is refused', () => {
  expect(() => instalment(100, 0.1, 0)).toThrow('The number of months must be more than nought, not 0.');
  expect(() => instalment(100, 0.1, 601)).toThrow('A plan has at most 600 months, not 601.');
  expect(() => planOf(100.5, 0.1, 3)).toThrow('The debt must be a whole number, not 100.5.');
});

test('years from a day that the last year lacks end the day before', () => {
  expect(lastSafeDay('2020-02-29', 6)).toBe('2026-02-28');
  expect(() => lastSafeDay('2020-02-29', 0)).toThrow(RangeError);
});
