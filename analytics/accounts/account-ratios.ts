import { mustBeFinite } from '../guards.js';

/** Figures of accounts, all in one unit of one currency. */
export interface RatioFigures {
  readonly tradeReceivables: number;
  readonly revenue: number;
  readonly tradePayables: number;
  readonly currentAssets: number;
  readonly inventories: number;
  readonly currentLiabilities: number;
  readonly profitBeforeTax: number;
  readonly totalLiabilities: number;
  readonly equity: number;
  readonly intangibles: number;
  readonly bankLiabilities: number;
  readonly totalAssets: number;
}

/**
 * The usual ratios of accounts; null where one would divide by nought. Days, shares, per cent and amounts as the names say.
 * Refuses what is no number. As Creditsafe prints them: all twelve of a real report come out the same; its net worth is
 * equity less intangible assets, gearing is bank debt over equity, creditor days are over revenue.
 * Example: receivables of 800 on revenue of 234,683 are 1.24 debtor days.
 */
export function accountRatios(of: RatioFigures) {
  for (const [name, value] of Object.entries(of)) mustBeFinite(`The figure ${name}`, value);
  const over = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const percent = (part: number, whole: number) => over(100 * part, whole);
  const tangibleNetWorth = of.equity - of.intangibles;
  const workingCapital = of.currentAssets - of.currentLiabilities;
  return {
    debtorDays: over(of.tradeReceivables * 365, of.revenue),
    creditorDays: over(of.tradePayables * 365, of.revenue),
    currentRatio: over(of.currentAssets, of.currentLiabilities),
    acidTest: over(of.currentAssets - of.inventories, of.currentLiabilities),
    preTaxMarginPct: percent(of.profitBeforeTax, of.revenue),
    totalDebtRatio: over(of.totalLiabilities, of.equity),
    tangibleNetWorth,
    workingCapital,
    gearingPct: percent(of.bankLiabilities, of.equity),
    equityPctOfTangibleAssets: percent(of.equity, of.totalAssets - of.intangibles),
    returnOnTotalAssetsPct: percent(of.profitBeforeTax, of.totalAssets),
    salesToNetWorkingCapital: over(of.revenue, workingCapital),
  };
}
