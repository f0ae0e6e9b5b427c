import type { Day } from './calendar.js';
import type { FiledAccounts } from './credit-check.js';

/** Where safety begins and distress ends; dated, as sources differ. */
export interface AltmanZones {
  readonly from: Day;
  readonly safeAbove: number;
  readonly distressBelow: number;
  readonly source: string;
}

export const altmanZones: AltmanZones = {
  from: '2026-11-01',
  safeAbove: 2.6,
  distressBelow: 1.1,
  source: 'Altman, Predicting Financial Distress of Companies (2000); others print 2.9 and 1.23',
};

export type AltmanZone = 'safe' | 'grey' | 'distress';

/** Z″, or what it lacks. */
export interface AltmanScore {
  /** Null: not computable. */
  readonly z: number | null;
  readonly zone: AltmanZone | null;
  /** What is not in the accounts, in words; empty when it was computed. */
  readonly missing: readonly string[];
}

const wanted = {
  currentAssetsMinor: 'current assets',
  currentLiabilitiesMinor: 'current liabilities',
  totalAssetsMinor: 'total assets',
  totalLiabilitiesMinor: 'total liabilities',
  retainedEarningsMinor: 'retained earnings',
  ebitMinor: 'earnings before interest and taxes',
  equityMinor: 'equity',
} as const satisfies Partial<Record<keyof FiledAccounts, string>>;
type Wanted = { [Key in keyof typeof wanted]: number };

/**
 * Altman’s Z″ of accounts that were filed, for companies that are not manufacturers or not listed; what was not filed is
 * never taken for nought, so that most small accounts have none.
 * Z″ = 6.56 (CA − CL) / TA + 3.26 RE / TA + 6.72 EBIT / TA + 1.05 equity / TL: Altman (2000), table of the four-variable
 * model.
 * Example: CA 500, CL 300, TA 1,000, TL 600, RE 250, EBIT 120, equity 400 is 3.6334, safe.
 */
export function altmanZ(accounts: FiledAccounts | null, zones: AltmanZones = altmanZones): AltmanScore {
  if (accounts === null) return notComputable(['accounts']);
  const missing = Object.entries(wanted).filter(([key]) => accounts[key as keyof Wanted] === null);
  if (missing.length > 0) return notComputable(missing.map(([, words]) => words));
  const of = accounts as FiledAccounts & Wanted;
  if (of.totalAssetsMinor <= 0) return notComputable(['total assets above nothing']);
  if (of.totalLiabilitiesMinor <= 0) return notComputable(['total liabilities above nothing']);
  const z =
    (6.56 * (of.currentAssetsMinor - of.currentLiabilitiesMinor) +
      3.26 * of.retainedEarningsMinor +
      6.72 * of.ebitMinor) /
      of.totalAssetsMinor +
    (1.05 * of.equityMinor) / of.totalLiabilitiesMinor;
  return { z, zone: zoneOf(z, zones), missing: [] };
}

const notComputable = (missing: readonly string[]): AltmanScore => ({ z: null, zone: null, missing });

function zoneOf(z: number, { safeAbove, distressBelow }: AltmanZones): AltmanZone {
  if (z > safeAbove) return 'safe';
  return z < distressBelow ? 'distress' : 'grey';
}
