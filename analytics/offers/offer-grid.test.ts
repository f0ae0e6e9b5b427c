import { type Deal, expectedProfit, offerAcceptance } from './expected-profit.js';
import { bestOffer, flatZone, offerGrid } from './offer-grid.js';

/** 60,000 a year at a margin of 30 %, supply stopped after 20 days: the worked example. */
const deal: Deal = Object.freeze({
  contractMinor: 6_000_000,
  monthlySalesMinor: 500_000,
  workInProgressMinor: 0,
  margin: 0.3,
  pd: 0.1,
  lgd: 0.85,
  daysToHold: 13,
  noticeDays: 7,
  fundingRate: 0.09,
  adminMinor: 15_000,
  acceptance: Object.freeze({
    base: 3,
    perDeposit: 5,
    perThirtyDaysSooner: 0.9,
    perThirtyDaysBilledSooner: 0,
    termsDaysAsked: 30,
    billingPeriodDaysAsked: 30,
  }),
});
const choices = Object.freeze({
  depositShares: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.5],
  termsDays: [0, 7, 14, 30, 45, 60],
  billingPeriodDays: [30],
});
const bestAt = (pd: number) => bestOffer(offerGrid(choices, { ...deal, pd }));

test('the likelier a default, the higher the deposit that pays best', () => {
  expect([0.01, 0.1, 0.3, 0.6].map((pd) => bestAt(pd)?.depositShare)).toEqual([0, 0.1, 0.2, 0.25]);
  expect([0.01, 0.1, 0.3, 0.6].map((pd) => bestAt(pd)?.termsDays)).toEqual([30, 30, 30, 30]);
});

test('every figure of an offer can be computed again from those before it', () => {
  const of = expectedProfit({ depositShare: 0.1, termsDays: 30, billingPeriodDays: 30 }, deal);
  expect(of.depositMinor).toBe(600_000);
  expect(of.eadMinor).toBeCloseTo((6_000_000 * 80) / 365, 6);
  expect(of.atRiskMinor).toBe(of.eadMinor - of.depositMinor);
  expect(of.expectedLossMinor).toBeCloseTo(0.1 * 0.85 * of.atRiskMinor, 6);
  expect(of.fundingMinor).toBeCloseTo((0.09 * 5_400_000 * 45) / 365, 6);
  expect(of.marginMinor).toBe(1_800_000);
  expect(of.profitMinor).toBeCloseTo(
    of.acceptance * (of.marginMinor - of.expectedLossMinor - of.fundingMinor - of.adminMinor),
    6,
  );
});

test('what can be lost is never more than the contract', () => {
  const of = expectedProfit({ depositShare: 0, termsDays: 365, billingPeriodDays: 90 }, deal);
  expect(of.eadMinor).toBe(6_000_000);
});

test('a deposit, shorter terms and more frequent invoices each make an offer less likely to be taken', () => {
  const by = { ...deal.acceptance, perThirtyDaysBilledSooner: 0.5 };
  const asked = { depositShare: 0, termsDays: 30, billingPeriodDays: 30 };
  const chance = offerAcceptance(asked, by);
  expect(chance).toBeCloseTo(0.952574, 6);
  for (const less of [{ depositShare: 0.1 }, { termsDays: 14 }, { billingPeriodDays: 7 }])
    expect(offerAcceptance({ ...asked, ...less }, by)).toBeLessThan(chance);
  expect(offerAcceptance({ ...asked, termsDays: 60, billingPeriodDays: 90 }, by)).toBe(chance);
});

test('of offers worth the same, the lowest deposit and then the shortest terms', () => {
  const free = {
    ...deal,
    pd: 0,
    fundingRate: 0,
    acceptance: { ...deal.acceptance, perDeposit: 0, perThirtyDaysSooner: 0 },
  };
  expect(bestOffer(offerGrid(choices, free))).toMatchObject({ depositShare: 0, termsDays: 0 });
  expect(bestOffer([])).toBeNull();
});

test('the flat zone holds the best and what is as good within the share or the amount, and nothing else', () => {
  const grid = offerGrid(choices, deal);
  const best = bestOffer(grid);
  const zone = flatZone(grid, { share: 0.02, minor: 0 });
  expect(zone).toContain(best);
  for (const offer of grid) expect(zone.includes(offer)).toBe(offer.profitMinor >= (best?.profitMinor ?? 0) * 0.98);
  expect(flatZone(grid, { share: 0, minor: 0 })).toEqual([best]);
  expect(flatZone(grid, { share: 0, minor: 100_000_000 })).toEqual(grid);
  expect(flatZone([], { share: 0.02, minor: 0 })).toEqual([]);
});

test('figures that contradict themselves are refused with a sentence', () => {
  const offer = { depositShare: 0, termsDays: 30, billingPeriodDays: 30 };
  expect(() => expectedProfit(offer, { ...deal, margin: 1.2 })).toThrow(
    'The margin must lie between 0 and 1, not 1.2.',
  );
  expect(() => expectedProfit(offer, { ...deal, contractMinor: 0 })).toThrow('The contract must be more than nought');
  expect(() => expectedProfit({ ...offer, depositShare: 1.5 }, deal)).toThrow('The share of a deposit must lie');
  expect(() => expectedProfit({ ...offer, termsDays: -1 }, deal)).toThrow('The days of the terms');
});
