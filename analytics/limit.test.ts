import { gradeFactors, limitPayOnTime, limitRiskWeighted } from './limit.js';

test('a tenth of net worth, a fifth of working capital, two months of sales: the smallest', () => {
  const accounts = { netWorthMinor: 40_000_000, workingCapitalMinor: 15_000_000, monthlySalesMinor: 1_200_000 };
  expect(limitPayOnTime(Object.freeze(accounts))).toEqual({
    capacityMinor: 3_000_000,
    needMinor: 2_400_000,
    recommendedMinor: 2_400_000,
  });
  expect(limitPayOnTime({ ...accounts, netWorthMinor: 10_000_000 }).recommendedMinor).toEqual(1_000_000);
});

test('who owes more than it owns bears no credit', () => {
  const accounts = { netWorthMinor: -1, workingCapitalMinor: 15_000_000, monthlySalesMinor: 1_200_000 };
  expect(limitPayOnTime(accounts)).toEqual({ capacityMinor: 0, needMinor: 2_400_000, recommendedMinor: 0 });
});

const parts = Object.freeze({
  needMinor: 1_850_959,
  capacityMinor: 3_000_000,
  gradeFactor: 0.6,
  agencyLimitMinor: 2_500_000,
  agencyReportAgeFactor: 0.8,
  policyCapMinor: 5_000_000,
});

test('need, capacity at the grade, the agency and the cap: the smallest is the limit', () => {
  expect(limitRiskWeighted(parts)).toEqual(1_800_000);
  expect(limitRiskWeighted({ ...parts, needMinor: 100_000 })).toEqual(100_000);
  expect(limitRiskWeighted({ ...parts, policyCapMinor: 50_000 })).toEqual(50_000);
  expect(limitRiskWeighted({ ...parts, agencyReportAgeFactor: 0.5 })).toEqual(1_250_000);
});

test('what is not known is left out, and nothing known is no limit', () => {
  expect(limitRiskWeighted({ ...parts, capacityMinor: null })).toEqual(1_850_959);
  const unknown = { needMinor: null, capacityMinor: null, agencyLimitMinor: null, policyCapMinor: null };
  expect(limitRiskWeighted({ ...parts, ...unknown })).toEqual(null);
});

test('a worse grade never bears more', () => {
  const { A, B, C, D, E } = gradeFactors.factors;
  expect([A, B, C, D, E]).toEqual([1, 0.8, 0.6, 0.3, 0]);
});

test('what cannot be is refused', () => {
  expect(() => limitRiskWeighted({ ...parts, gradeFactor: 1.1 })).toThrow(RangeError);
  expect(() => limitRiskWeighted({ ...parts, agencyReportAgeFactor: -1 })).toThrow(RangeError);
  expect(() => limitRiskWeighted({ ...parts, agencyLimitMinor: -1 })).toThrow(RangeError);
  expect(() => limitPayOnTime({ netWorthMinor: Number.NaN, workingCapitalMinor: 0, monthlySalesMinor: 0 })).toThrow(
    RangeError,
  );
});
