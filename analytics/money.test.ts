import fc from 'fast-check';
import { convertMinor, currencyCodes, isCurrency, minorUnitExponent, roundMinor, toMajor, toMinor } from './money.js';

test('yen have no decimals, pounds two and Kuwaiti dinars three', () => {
  expect([minorUnitExponent('JPY'), minorUnitExponent('GBP'), minorUnitExponent('KWD')]).toEqual([0, 2, 3]);
});

test('an unknown currency is refused, not taken for one with two decimals', () => {
  expect(() => minorUnitExponent('XYZ')).toThrow(RangeError);
  expect(isCurrency('GBP')).toEqual(true);
  expect(isCurrency('gbp')).toEqual(false);
  expect(isCurrency('')).toEqual(false);
});

test('every currency code is three capital letters and appears once', () => {
  expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  expect(new Set(currencyCodes).size).toEqual(currencyCodes.length);
  expect(currencyCodes.length).toBeGreaterThan(150);
});

test.each([
  ['1234.56', 'GBP', 123_456],
  ['1234.565', 'GBP', 123_457],
  ['1234.5649999', 'GBP', 123_456],
  ['-1234.565', 'GBP', -123_457],
  ['-0.001', 'GBP', 0],
  ['1.005', 'GBP', 101],
  ['0.29', 'GBP', 29],
  ['7', 'EUR', 700],
  ['+7.5', 'EUR', 750],
  ['1234.5', 'JPY', 1235],
  ['1.2345', 'KWD', 1235],
  ['90071992547409.91', 'GBP', 9_007_199_254_740_991],
])('%s %s is %d minor units', (decimal, currency, minor) => {
  expect(toMinor(decimal, currency)).toEqual(minor);
});

test.each(['', '1,000.00', '1e3', '.5', '5.', ' 5', 'abc', '--5', 'NaN', '1.2.3'])(
  '"%s" is not taken for an amount',
  (text) => {
    expect(() => toMinor(text, 'GBP')).toThrow(RangeError);
  },
);

test('an amount too large to be counted exactly is refused', () => {
  expect(() => toMinor('90071992547409.92', 'GBP')).toThrow(RangeError);
  expect(() => toMinor('90071992547409.915', 'GBP')).toThrow(RangeError);
});

test.each([
  [123_456, 'GBP', '1234.56'],
  [-5, 'GBP', '-0.05'],
  [0, 'GBP', '0.00'],
  [1235, 'JPY', '1235'],
  [-7, 'KWD', '-0.007'],
])('%d minor units of %s are written %s', (minor, currency, text) => {
  expect(toMajor(minor, currency)).toEqual(text);
});

test('half a penny is not an amount', () => {
  expect(() => toMajor(0.5, 'GBP')).toThrow(RangeError);
});

test('writing an amount and reading it back loses nothing', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(...currencyCodes), (minor, currency) => {
      expect(toMinor(toMajor(minor, currency), currency)).toEqual(minor);
    }),
  );
});

test.each([
  [2.5, 3],
  [-2.5, -3],
  [2.4999, 2],
  [0.285 * 100, 29],
  [1.005 * 100, 101],
  [-0.2, 0],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
])('%d rounds half up to %d', (x, rounded) => {
  expect(roundMinor(x)).toEqual(rounded);
});

test('what is no number or too large is not rounded', () => {
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY, 1e16]) expect(() => roundMinor(x)).toThrow(RangeError);
});

test('a rate between currencies respects their decimals', () => {
  expect(convertMinor(10_000, 'GBP', 'JPY', 190.5)).toEqual(19_050);
  expect(convertMinor(19_050, 'JPY', 'GBP', 1 / 190.5)).toEqual(10_000);
  expect(convertMinor(1_000, 'EUR', 'KWD', 0.335)).toEqual(3_350);
  expect(convertMinor(-333, 'USD', 'EUR', 0.5)).toEqual(-167);
  expect(convertMinor(123, 'EUR', 'EUR', 1)).toEqual(123);
});

test('a rate of nought is refused', () => {
  for (const rate of [0, -1, Number.NaN]) expect(() => convertMinor(1, 'GBP', 'EUR', rate)).toThrow(RangeError);
});
