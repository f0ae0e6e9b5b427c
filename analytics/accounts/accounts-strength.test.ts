import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { emptyAccounts, type FiledAccounts } from '../credit-check.js';
import { accountsStrength } from './accounts-strength.js';
import { strengthCard } from './strength-card.js';
import { strengthRatios } from './strength-readings.js';

const sound: FiledAccounts = Object.freeze({
  ...emptyAccounts,
  currency: 'EUR',
  currentAssetsMinor: 500,
  currentLiabilitiesMinor: 200,
  totalAssetsMinor: 1000,
  totalLiabilitiesMinor: 300,
  retainedEarningsMinor: 400,
  ebitMinor: 150,
  equityMinor: 700,
});
const weak: FiledAccounts = {
  ...sound,
  totalLiabilitiesMinor: 1200,
  equityMinor: -200,
  ebitMinor: -90,
  retainedEarningsMinor: -600,
};

test('strong accounts have more points than weak ones, and the ratios add up to them', () => {
  const [strong, poor] = [accountsStrength(sound), accountsStrength(weak)];
  expect((strong.points ?? 0) - (poor.points ?? 0)).toBeGreaterThan(60);
  for (const { points, reasons, basePoints } of [strong, poor])
    expect(reasons.reduce((sum, reason) => sum + reason.points, basePoints)).toBe(points);
});

test('what was not filed is named, and never taken for nought', () => {
  expect(accountsStrength(null)).toMatchObject({ points: null, pd: null, missing: ['accounts'] });
  expect(accountsStrength({ ...sound, retainedEarningsMinor: null, ebitMinor: null })).toMatchObject({
    points: null,
    missing: ['retained earnings', 'earnings before interest and taxes'],
  });
  expect(accountsStrength({ ...sound, totalAssetsMinor: 0 }).missing).toEqual(['total assets above nothing']);
});

test('a ratio whose direction is known only takes points away as it gets worse', () => {
  for (const { key, bins } of strengthCard.factors) {
    const worse = strengthRatios.find((ratio) => ratio.key === key)?.worse;
    const points = bins.map((bin) => bin.points);
    if (worse === 'lower') expect([key, points]).toEqual([key, [...points].sort((a, b) => a - b)]);
    if (worse === 'higher') expect([key, points]).toEqual([key, [...points].sort((a, b) => b - a)]);
  }
});

test('the table is the one that was fitted: nobody changed it by hand', () => {
  const { checksum, ...table } = strengthCard;
  expect(createHash('sha256').update(JSON.stringify(table)).digest('hex')).toBe(checksum);
});

test('the figures in docs/model.md are those of the table', () => {
  const { auc, ks, brier, calibrationError, aucOfAltman } = strengthCard.metrics;
  const told = [auc, ks, brier, calibrationError, aucOfAltman].map((figure) => (figure ?? Number.NaN).toFixed(3));
  const text = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');
  const [, ...shown] =
    /<!-- strength -->.*AUC (\S+), KS (\S+), Brier (\S+), calibration error (\S+); Altman’s Z″ (\S+)\./.exec(text) ??
    [];
  expect(shown).toEqual(told);
});
