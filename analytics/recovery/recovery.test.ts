import { agencyFee } from './agency-fee.js';
import { collectability, expectedNetRecovery } from './collectability.js';
import { lossFromRecovery, lossGivenDefault } from './loss-given-default.js';

test('the older a debt, the less of it is collected', () => {
  expect([0, 45, 90, 900].map((days) => Math.round(collectability(days) * 1000) / 1000)).toEqual([
    0.949, 0.856, 0.696, 0.093,
  ]);
  expect(collectability(-5)).toBe(0.949);
  const shares = Array.from({ length: 800 }, (_, day) => collectability(day));
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
});

test('a table without points, or whose days do not rise, is refused', () => {
  expect(() => collectability(1, { points: [] })).toThrow('needs a point');
  const points = [
    { daysPastDue: 30, share: 0.9 },
    { daysPastDue: 0, share: 0.95 },
  ];
  expect(() => collectability(40, { points })).toThrow('in the order of their days');
});

test('an agency takes a quarter of the first 3,000 and 18 % above', () => {
  expect([1_000_000, 300_000, 50_000, 0].map((amount) => agencyFee(amount))).toEqual([201_000, 75_000, 12_500, 0]);
});

test('of 10,000 three months late, at a fee of 25 %, 5,220 is left', () => {
  const net = expectedNetRecovery({ amountMinor: 1_000_000, collectability: collectability(90), feeShare: 0.25 });
  expect(net).toBeCloseTo(522_000, 6);
});

test('the more defaults are insolvencies, the more is lost', () => {
  const of = { insolvencyLoss: 1, collectability: 0.521, feeShare: 0.25 };
  expect(lossGivenDefault({ ...of, insolvencyShare: 0.7 })).toBeCloseTo(0.7 + 0.3 * (1 - 0.521 * 0.75), 12);
  expect(lossGivenDefault({ ...of, insolvencyShare: 1 })).toBe(1);
  expect(lossGivenDefault({ ...of, insolvencyShare: 0 })).toBeCloseTo(0.60925, 12);
  expect(lossFromRecovery(0)).toBe(1);
});
