import { type BureauBand, bureauPd, bureauReading, bureauScale, wrongWithBands } from './bureau-scale.js';
import { bureauScales, creditsafe, delphi, dnbDelinquencyPercentile, dnbFailure } from './fixtures/bureau-scales.js';

const label = (scale: typeof creditsafe, value: unknown) => bureauReading(scale, value)?.band.label ?? null;

test('Creditsafe values fall into the bands its help page prints', () => {
  const values = ['96', '64', '30', '29', '20', 'Not Rated', 'No credit rating', null];
  expect(values.map((value) => label(creditsafe, value))).toEqual(['A', 'B', 'C', 'D', 'D', null, null, null]);
});

test('Delphi values fall into the bands Experian prints', () => {
  expect([0, 1, 15, 16, 50, 51, 81, 91].map((value) => label(delphi, value))).toEqual([
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

test('a D&B score has the chance that D&B publishes for its class', () => {
  expect([1875, 1569, 1500, 1340, 1001].map((value) => bureauPd(dnbFailure, value))).toEqual([
    0.0003, 0.0009, 0.0024, 0.0084, 0.047,
  ]);
  expect([95, 80, 50, 20, 5].map((value) => bureauPd(dnbDelinquencyPercentile, value))).toEqual([
    0.011, 0.025, 0.058, 0.094, 0.531,
  ]);
});

test.each([
  [delphi, 998],
  [delphi, 999],
  [delphi, '999'],
  [delphi, null],
  [delphi, undefined],
  [creditsafe, 101],
  [creditsafe, -28],
  [creditsafe, '-97'],
  [creditsafe, ''],
  [creditsafe, ' '],
  [creditsafe, {}],
  [creditsafe, 'Not Rated'],
  [creditsafe, 'Credit Limit not applicable'],
  [dnbFailure, 0],
  [dnbFailure, 1000],
  [dnbFailure, 1876],
  [dnbFailure, Number.NaN],
  [dnbDelinquencyPercentile, 0],
])('on $key the value %j is a code or nonsense, not a score', (scale, value) => {
  expect(bureauPd(scale, value)).toEqual(null);
});

test('a code within the range of a scale is no score', () => {
  const thousand = {
    ...creditsafe,
    bands: [{ lo: 0, hi: 1000, label: 'any', pd: 0.1 }],
    notScored: [998, 999],
  };
  expect([997, 998, 999, '998'].map((value) => bureauPd(thousand, value))).toEqual([0.1, null, null, null]);
});

test('a value is read by the scale that held on its day', () => {
  const old = {
    ...creditsafe,
    from: '2010-01-01',
    to: '2014-12-31',
    bands: [{ lo: 0, hi: 100, label: 'old', pd: 0.3 }],
  };
  const table = [old, creditsafe];
  expect(bureauScale('creditsafe-100', '2014-12-31', table)).toBe(old);
  expect(bureauScale('creditsafe-100', '2015-01-01', table)).toBe(creditsafe);
  expect(bureauScale('creditsafe-100', '2009-12-31', table)).toEqual(null);
  expect(bureauScale('oracle-of-delphi', '2020-01-01', table)).toEqual(null);
});

test('nothing is wrong with the bands we begin with', () => {
  expect(bureauScales.map(({ key, bands }) => [key, wrongWithBands(bands)])).toEqual(
    bureauScales.map(({ key }) => [key, []]),
  );
});

const band = (lo: number, hi: number, pd: number): BureauBand => ({ lo, hi, label: `${lo}–${hi}`, pd });
test.each([
  ['none at all', [], /at least one band/],
  ['a gap', [band(0, 20, 0.2), band(22, 100, 0.1)], /Between 20 and 22 there is no band/],
  ['an overlap', [band(0, 20, 0.2), band(20, 100, 0.1)], /Two bands hold 20/],
  ['ends the wrong way round', [band(20, 0, 0.2)], /before it begins/],
  ['half points', [band(0, 20.5, 0.2)], /whole numbers/],
  ['a chance in per cent', [band(0, 100, 4.7)], /between 0 and 1/],
  ['chances up and down', [band(0, 10, 0.2), band(11, 20, 0.1), band(21, 30, 0.3)], /up and down again/],
  ['a chance that is no number', [band(0, 100, Number.NaN)], /between 0 and 1/],
])('bands with %s are refused with a sentence', (_what, bands, sentence) => {
  expect(wrongWithBands(bands).join(' ')).toMatch(sentence);
});
