import { bureauBand, bureauPd } from './bureau-scale.js';
import { type BureauScale, bureauScales } from './bureau-scales.js';

test('Creditsafe values fall into the bands its help page prints', () => {
  const values = ['96', '64', '30', '29', '20', 'Not Rated', 'No credit rating', null];
  expect(values.map((value) => bureauBand('creditsafe-100', value)?.label ?? null)).toEqual([
    'A',
    'B',
    'C',
    'D',
    'D',
    null,
    null,
    null,
  ]);
});

test('Delphi values fall into the bands Experian prints', () => {
  expect([0, 1, 15, 16, 50, 51, 81, 91].map((value) => bureauBand('delphi-100', value)?.label)).toEqual([
    'failed',
    'petition',
    'maximum',
    'high',
    'aboveAverage',
    'belowAverage',
    'low',
    'veryLow',
  ]);
});

test('a D&B failure score has the chance of failure that D&B publishes for its class', () => {
  expect([1875, 1569, 1500, 1340, 1001].map((value) => bureauPd('dnb-failure-1875', value))).toEqual([
    0.0003, 0.0009, 0.0024, 0.0084, 0.047,
  ]);
});

test.each([
  ['delphi-100', 998],
  ['delphi-100', 999],
  ['creditsafe-100', 101],
  ['creditsafe-100', -28],
  ['creditsafe-100', '-97'],
  ['creditsafe-100', ''],
  ['dnb-failure-1875', 0],
  ['dnb-failure-1875', 1000],
  ['dnb-failure-1875', 1876],
  ['dnb-failure-1875', Number.NaN],
  ['delphi-100', null],
])('on %s the value %s is a code or nonsense, not a score', (key, value) => {
  expect(bureauPd(key, value)).toEqual(null);
});

test('a better value never has a higher chance of failure', () => {
  for (const { key, bands } of bureauScales) {
    const pds = [...bands].sort((a, b) => a.lo - b.lo).map(({ pd }) => pd);
    expect({ key, pds }).toEqual({ key, pds: [...pds].sort((a, b) => b - a) });
  }
});

test('the bands of a scale leave no gap and do not overlap', () => {
  for (const { key, bands } of bureauScales) {
    const sorted = [...bands].sort((a, b) => a.lo - b.lo);
    const starts = sorted.slice(1).map(({ lo }) => lo);
    expect({ key, starts }).toEqual({ key, starts: sorted.slice(0, -1).map(({ hi }) => hi + 1) });
  }
});

test('what is our placeholder says so', () => {
  expect(bureauScales.map(({ key, sureness }) => [key, sureness])).toEqual([
    ['creditsafe-100', 'assumption'],
    ['delphi-100', 'assumption'],
    ['dnb-failure-1875', 'published'],
  ]);
});

test('a value is read by the scale that held on its day', () => {
  const [creditsafe] = bureauScales;
  if (creditsafe === undefined) throw new Error('The table of bureau scales is empty.');
  const old = {
    ...creditsafe,
    from: '2010-01-01',
    to: '2014-12-31',
    bands: [{ lo: 0, hi: 100, label: 'old', pd: 0.3 }],
  };
  const table = [old, creditsafe];
  expect(bureauPd('creditsafe-100', 96, '2014-12-31', table)).toEqual(0.3);
  expect(bureauPd('creditsafe-100', 96, '2015-01-01', table)).toEqual(0.005);
  expect(() => bureauPd('creditsafe-100', 96, '2009-12-31', table)).toThrow(RangeError);
});

test('a code within the range of a scale is no score', () => {
  const key = 'thousand';
  const bands = [{ lo: 0, hi: 1000, label: 'any', pd: 0.1 }];
  const table = [{ ...(bureauScales[0] as BureauScale), key, bands, notScored: [998, 999] }];
  expect([997, 998, 999, '998'].map((value) => bureauPd(key, value, null, table))).toEqual([0.1, null, null, null]);
});

test('an unknown scale is refused', () => {
  expect(() => bureauPd('oracle-of-delphi', 50)).toThrow(RangeError);
});
