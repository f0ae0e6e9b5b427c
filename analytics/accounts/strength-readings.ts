import type { FiledAccounts } from '../credit-check.js';
import type { WorseWhen } from '../default/pooled-bins.js';

type Figure = keyof typeof figures;

/** What it takes: the seven figures of Altman’s Z″. */
const figures = {
  currentAssetsMinor: 'current assets',
  currentLiabilitiesMinor: 'current liabilities',
  totalAssetsMinor: 'total assets',
  totalLiabilitiesMinor: 'total liabilities',
  retainedEarningsMinor: 'retained earnings',
  ebitMinor: 'earnings before interest and taxes',
  equityMinor: 'equity',
} as const satisfies Partial<Record<keyof FiledAccounts, string>>;

export type StrengthFigures = Readonly<Record<Figure, number>>;

/** A ratio of the accounts, and in which direction it is known to be worse. */
export const strengthRatios: readonly {
  readonly key: string;
  readonly title: string;
  readonly worse: WorseWhen;
  readonly of: (figures: StrengthFigures) => readonly [part: number, whole: number];
}[] = [
  {
    key: 'working-capital-to-assets',
    title: 'Working capital to total assets',
    worse: 'lower',
    of: (f) => [f.currentAssetsMinor - f.currentLiabilitiesMinor, f.totalAssetsMinor],
  },
  {
    key: 'retained-to-assets',
    title: 'Retained earnings to total assets',
    worse: 'lower',
    of: (f) => [f.retainedEarningsMinor, f.totalAssetsMinor],
  },
  {
    key: 'ebit-to-assets',
    title: 'EBIT to total assets',
    worse: 'lower',
    of: (f) => [f.ebitMinor, f.totalAssetsMinor],
  },
  {
    key: 'equity-to-liabilities',
    title: 'Equity to total liabilities',
    worse: 'lower',
    of: (f) => [f.equityMinor, f.totalLiabilitiesMinor],
  },
  {
    key: 'current-ratio',
    title: 'Current assets to current liabilities',
    worse: 'lower',
    of: (f) => [f.currentAssetsMinor, f.currentLiabilitiesMinor],
  },
  {
    key: 'current-liabilities-to-assets',
    title: 'Current liabilities to total assets',
    worse: 'higher',
    of: (f) => [f.currentLiabilitiesMinor, f.totalAssetsMinor],
  },
  {
    key: 'ebit-to-current-liabilities',
    title: 'EBIT to current liabilities',
    worse: 'lower',
    of: (f) => [f.ebitMinor, f.currentLiabilitiesMinor],
  },
  {
    key: 'ebit-to-liabilities',
    title: 'EBIT to total liabilities',
    worse: 'lower',
    of: (f) => [f.ebitMinor, f.totalLiabilitiesMinor],
  },
  {
    key: 'retained-to-liabilities',
    title: 'Retained earnings to total liabilities',
    worse: 'lower',
    of: (f) => [f.retainedEarningsMinor, f.totalLiabilitiesMinor],
  },
  {
    key: 'current-assets-to-assets',
    title: 'Current assets to total assets',
    worse: null,
    of: (f) => [f.currentAssetsMinor, f.totalAssetsMinor],
  },
];

/** The ratios of accounts by key; null where one divides by what is not above nought. */
export function strengthReadings(of: StrengthFigures): Record<string, number | null> {
  return Object.fromEntries(
    strengthRatios.map(({ key, of: ratio }) => {
      const [part, whole] = ratio(of);
      return [key, whole > 0 ? part / whole : null];
    }),
  );
}

/** What accounts lack for the strength score, in words; empty when nothing. */
export function missingForStrength(accounts: FiledAccounts | null): string[] {
  if (accounts === null) return ['accounts'];
  const missing = Object.entries(figures).filter(([key]) => accounts[key as Figure] === null);
  if (missing.length > 0) return missing.map(([, words]) => words);
  return (accounts.totalAssetsMinor as number) > 0 ? [] : ['total assets above nothing'];
}
