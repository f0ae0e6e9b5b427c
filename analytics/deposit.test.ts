import fc from 'fast-check';
import { depositAsked, depositRequired, roundDepositToStep } from './deposit.js';
import { expectedLoss } from './exposure.js';

const risk = Object.freeze({
  eadMinor: 2_400_000,
  pd: 0.12,
  lgd: 0.9,
  toleranceMinor: 100_000,
  unsecuredLimitMinor: 1_500_000,
});

test('24,000 at 12 % and 90 % with 1,000 to lose asks for 14,741', () => {
  expect(depositRequired(risk)).toBeCloseTo(1_474_074.07407407, 6);
});

test('where the loss is tolerable the limit alone decides', () => {
  expect(depositRequired({ ...risk, pd: 0.001 })).toEqual(900_000);
  expect(depositRequired({ ...risk, pd: 0, toleranceMinor: 0 })).toEqual(900_000);
});

test('a small exposure needs no deposit, and no deposit exceeds the exposure', () => {
  expect(depositRequired({ ...risk, eadMinor: 500_000, pd: 0.01 })).toEqual(0);
  expect(depositRequired({ ...risk, toleranceMinor: 0, unsecuredLimitMinor: 0 })).toEqual(2_400_000);
});

test('with the deposit the expected loss is what we tolerate, or less', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      share,
      share,
      fc.nat(500_000),
      fc.nat(5_000_000),
      (eadMinor, pd, lgd, toleranceMinor, unsecuredLimitMinor) => {
        const depositMinor = depositRequired({ eadMinor, pd, lgd, toleranceMinor, unsecuredLimitMinor });
        expect(depositMinor).toBeLessThanOrEqual(eadMinor);
        expect(expectedLoss({ pd, lgd, eadMinor: eadMinor - depositMinor })).toBeLessThanOrEqual(toleranceMinor + 1e-3);
      },
    ),
  );
});

test('a share is raised to the next step, never lowered', () => {
  expect([0, 0.02, 0.1, 0.12, 0.25, 0.3, 0.51, 1].map((share) => roundDepositToStep(share))).toEqual([
    0, 0.1, 0.1, 0.25, 0.25, 0.5, 1, 1,
  ]);
  expect(roundDepositToStep(0.1 + 0.2, [0.5, 0.3, 0])).toEqual(0.3);
});

test('above the highest step of a policy its highest step is asked for', () => {
  expect(roundDepositToStep(0.9, [0, 0.25, 0.5])).toEqual(0.5);
});

const offer = Object.freeze({
  neededMinor: 1_474_074,
  contractMinor: 14_400_000,
  eadMinor: 5_000_000,
  leastShare: 0,
});

test('what is needed becomes a step of the contract, and the terms may ask for more', () => {
  expect(depositAsked(offer)).toEqual(3_600_000);
  expect(depositAsked({ ...offer, neededMinor: 0 })).toEqual(0);
  expect(depositAsked({ ...offer, neededMinor: 0, leastShare: 0.25 })).toEqual(3_600_000);
});

test('never more is asked for than could be lost, whatever step or terms would ask', () => {
  expect(depositAsked({ ...offer, eadMinor: 2_400_000 })).toEqual(2_400_000);
  expect(depositAsked({ ...offer, leastShare: 0.5 })).toEqual(5_000_000);
  expect(depositAsked({ ...offer, contractMinor: 0, leastShare: 1 })).toEqual(0);
});

test('the deposit asked for covers the one needed, where the contract is as large', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), share, share, (contractMinor, eadMinor, part, leastShare) => {
      const neededMinor = part * Math.min(contractMinor, eadMinor);
      const asked = depositAsked({ neededMinor, contractMinor, eadMinor, leastShare });
      expect(asked).toBeLessThanOrEqual(eadMinor);
      expect(asked).toBeGreaterThanOrEqual(neededMinor - 0.02);
    }),
  );
});

test('what cannot be is refused', () => {
  expect(() => roundDepositToStep(1.1)).toThrow(RangeError);
  expect(() => roundDepositToStep(0.5, [])).toThrow(RangeError);
  expect(() => depositAsked({ ...offer, leastShare: 1.1 })).toThrow(RangeError);
  expect(() => depositAsked({ ...offer, neededMinor: -1 })).toThrow(RangeError);
  expect(() => depositRequired({ ...risk, pd: 2 })).toThrow(RangeError);
  expect(() => depositRequired({ ...risk, eadMinor: -1 })).toThrow(RangeError);
  expect(() => depositRequired({ ...risk, toleranceMinor: -1 })).toThrow(RangeError);
});
