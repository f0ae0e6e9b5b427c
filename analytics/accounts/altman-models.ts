import { type AltmanZone, type AltmanZones, altmanZones } from '../altman.js';
import { mustBeFinite, mustBePositive } from '../guards.js';

/** Figures of accounts, all in one unit of one currency. */
export interface AltmanFigures {
  readonly currentAssets: number;
  readonly currentLiabilities: number;
  readonly totalAssets: number;
  readonly totalLiabilities: number;
  readonly retainedEarnings: number;
  /** Earnings before interest and taxes. */
  readonly ebit: number;
  /** What the market pays for its equity. */
  readonly marketValue: number;
  /** Equity as the books have it. */
  readonly equity: number;
  readonly sales: number;
}

type Zones = Pick<AltmanZones, 'safeAbove' | 'distressBelow'>;

/** Altman’s own limits of Z (1968) and Z′ (1983). */
export const altmanZonesOf = {
  z: { safeAbove: 2.99, distressBelow: 1.81 },
  zPrime: { safeAbove: 2.9, distressBelow: 1.23 },
  zDoublePrime: altmanZones,
} as const satisfies Record<string, Zones>;

/**
 * Altman’s three scores: Z of listed manufacturers, Z′ of private ones, Z″ of all others, with EM = Z″ + 3.25 for emerging
 * markets, and the zone of each. No unit. Refuses assets and liabilities not above nought, and what is no number.
 * Z = 1.2 X1 + 1.4 X2 + 3.3 X3 + 0.6 market value ÷ TL + 1.0 S ÷ TA (1968); Z′ = 0.717 X1 + 0.847 X2 + 3.107 X3 + 0.420
 * equity ÷ TL + 0.998 S ÷ TA; Z″ = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 equity ÷ TL (2000).
 * Example: CA 500, CL 300, TA 1,000, TL 600, RE 250, EBIT 120, market value 700, equity 400, sales 1,500: Z 3.186, Z′ 2.505,
 * Z″ 3.6334.
 */
export function altmanModels(
  of: AltmanFigures,
  zones: Record<'z' | 'zPrime' | 'zDoublePrime', Zones> = altmanZonesOf,
): {
  readonly z: number;
  readonly zPrime: number;
  readonly zDoublePrime: number;
  readonly em: number;
  readonly zones: readonly [AltmanZone, AltmanZone, AltmanZone];
} {
  for (const [name, value] of Object.entries(of)) mustBeFinite(`The figure ${name}`, value);
  mustBePositive('Total assets', of.totalAssets);
  mustBePositive('Total liabilities', of.totalLiabilities);
  const x1 = (of.currentAssets - of.currentLiabilities) / of.totalAssets;
  const x2 = of.retainedEarnings / of.totalAssets;
  const x3 = of.ebit / of.totalAssets;
  const turnover = of.sales / of.totalAssets;
  const byBooks = of.equity / of.totalLiabilities;
  const z = 1.2 * x1 + 1.4 * x2 + 3.3 * x3 + (0.6 * of.marketValue) / of.totalLiabilities + turnover;
  const zPrime = 0.717 * x1 + 0.847 * x2 + 3.107 * x3 + 0.42 * byBooks + 0.998 * turnover;
  const zDoublePrime = 6.56 * x1 + 3.26 * x2 + 6.72 * x3 + 1.05 * byBooks;
  const zone = (value: number, { safeAbove, distressBelow }: Zones): AltmanZone =>
    value > safeAbove ? 'safe' : value < distressBelow ? 'distress' : 'grey';
  return {
    z,
    zPrime,
    zDoublePrime,
    em: zDoublePrime + 3.25,
    zones: [zone(z, zones.z), zone(zPrime, zones.zPrime), zone(zDoublePrime, zones.zDoublePrime)],
  };
}

/** Ohlson’s nine readings. Ratios, save the two net incomes, which are in one unit. */
export interface OhlsonFigures {
  /** Total assets over the price index of the gross national product. */
  readonly assetsOverPriceIndex: number;
  readonly liabilitiesOverAssets: number;
  readonly workingCapitalOverAssets: number;
  readonly currentLiabilitiesOverCurrentAssets: number;
  readonly owesMoreThanItOwns: boolean;
  readonly netIncomeOverAssets: number;
  /** Funds from operations over total liabilities. */
  readonly fundsOverLiabilities: number;
  readonly lostMoneyTwoYears: boolean;
  readonly netIncome: number;
  readonly netIncomeBefore: number;
}

/**
 * Ohlson’s O and the chance of failure it stands for, a share of one; higher is worse. Refuses what is no number and assets
 * not above nought.
 * O = −1.32 − 0.407 ln(TA ÷ GNP) + 6.03 TL ÷ TA − 1.43 WC ÷ TA + 0.0757 CL ÷ CA − 1.72 X − 2.37 NI ÷ TA − 1.83 FFO ÷ TL + 0.285 Y −
 * 0.521 (NI − NI₁) ÷ (|NI| + |NI₁|); 1980, natural logarithm assumed.
 * Example: TA ÷ GNP 1,000, TL ÷ TA 0.6, WC ÷ TA 0.2, CL ÷ CA 0.6, NI ÷ TA 0.06, FFO ÷ TL 0.15, net income 60 after 50: O −1.2181,
 * 22.8 %.
 */
export function ohlsonO(of: OhlsonFigures): { readonly o: number; readonly pd: number } {
  mustBePositive('Total assets over the price index', of.assetsOverPriceIndex);
  for (const [name, value] of Object.entries(of))
    if (typeof value === 'number') mustBeFinite(`The figure ${name}`, value);
  const both = Math.abs(of.netIncome) + Math.abs(of.netIncomeBefore);
  const o =
    -1.32 -
    0.407 * Math.log(of.assetsOverPriceIndex) +
    6.03 * of.liabilitiesOverAssets -
    1.43 * of.workingCapitalOverAssets +
    0.0757 * of.currentLiabilitiesOverCurrentAssets -
    (of.owesMoreThanItOwns ? 1.72 : 0) -
    2.37 * of.netIncomeOverAssets -
    1.83 * of.fundsOverLiabilities +
    (of.lostMoneyTwoYears ? 0.285 : 0) -
    (both === 0 ? 0 : (0.521 * (of.netIncome - of.netIncomeBefore)) / both);
  return { o, pd: 1 / (1 + Math.exp(-o)) };
}
