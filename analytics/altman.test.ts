import { altmanZ, altmanZones } from './altman.js';
import { emptyAccounts, type FiledAccounts } from './credit-check.js';

/** The worked example of Altman’s four-variable model, in cents. */
const sound: FiledAccounts = Object.freeze({
  ...emptyAccounts,
  currency: 'EUR',
  currentAssetsMinor: 50_000,
  currentLiabilitiesMinor: 30_000,
  totalAssetsMinor: 100_000,
  totalLiabilitiesMinor: 60_000,
  retainedEarningsMinor: 25_000,
  ebitMinor: 12_000,
  equityMinor: 40_000,
});

test('the worked example is 3.6334, safe', () => {
  const { z, zone, missing } = altmanZ(sound);
  expect(z).toBeCloseTo(3.6334, 10);
  expect([zone, missing]).toEqual(['safe', []]);
});

test('accounts without a profit and loss account have no Z″, and say what is missing', () => {
  expect(altmanZ({ ...sound, ebitMinor: null, retainedEarningsMinor: null })).toEqual({
    z: null,
    zone: null,
    missing: ['retained earnings', 'earnings before interest and taxes'],
  });
});

test('a company that owes nothing or owns nothing has none either: nothing is divided by nought', () => {
  expect(altmanZ({ ...sound, totalLiabilitiesMinor: 0 }).missing).toEqual(['total liabilities above nothing']);
  expect(altmanZ({ ...sound, totalAssetsMinor: 0 }).missing).toEqual(['total assets above nothing']);
  expect(altmanZ(null).missing).toEqual(['accounts']);
});

test('an earning of nought is a figure, not a missing one', () => {
  expect(altmanZ({ ...sound, ebitMinor: 0 }).z).toBeCloseTo(3.6334 - 6.72 * 0.12, 10);
});

test('where the zones lie is a setting', () => {
  const shrunk = { ...sound, currentAssetsMinor: 20_000, ebitMinor: 10_000 };
  const z = altmanZ(shrunk).z as number;
  expect(altmanZ(shrunk, { ...altmanZones, safeAbove: z - 0.01 }).zone).toBe('safe');
  expect(altmanZ(shrunk, { ...altmanZones, safeAbove: z + 0.01, distressBelow: z - 0.01 }).zone).toBe('grey');
  expect(altmanZ(shrunk, { ...altmanZones, safeAbove: z + 1, distressBelow: z + 0.01 }).zone).toBe('distress');
});
