import { countryCode } from './index.js';

test('a country is known by its code, in capitals or not, and by the two that everybody writes otherwise', () => {
  expect(['DE', 'gb', 'uk', 'EL', 'XK'].map(countryCode)).toEqual(['DE', 'GB', 'GB', 'GR', 'XK']);
});

test('two letters that are no country are none', () => {
  expect(['XX', 'ZZ', 'EU', 'SU', 'D', 'DEU', '', 'd1'].map(countryCode)).toEqual(Array(8).fill(null));
});

test('every code has a name in the tables of the platform', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const known = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => countryCode(code) === code);
  expect(known.length).toBe(250);
  expect(known.filter((code) => !names.of(code))).toEqual([]);
});
