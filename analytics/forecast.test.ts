import fc from 'fast-check';
import { cashForecast } from './forecast.js';

const cdf = Object.freeze([
  { byDay: 0, share: 0.5 },
  { byDay: 7, share: 0.7 },
  { byDay: 14, share: 0.85 },
  { byDay: 30, share: 0.95 },
]);

test('half of 10,000 comes by the due day, a twentieth later than a month or never', () => {
  const windows = cashForecast(1_000_000, cdf);
  expect(windows.map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
    [null, 0],
    [1, 7],
    [8, 14],
    [15, 30],
    [31, null],
  ]);
  const expected = [500_000, 200_000, 150_000, 100_000, 50_000];
  windows.forEach(({ expectedMinor }, i) => {
    expect(expectedMinor).toBeCloseTo(expected[i] ?? Number.NaN, 6);
  });
});

test('of whom nothing is known, everything comes at some time', () => {
  expect(cashForecast(100, [])).toEqual([{ fromDay: null, toDay: null, expectedMinor: 100 }]);
});

test('the windows add up to the amount', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(1_000_000_000), shares, (amount, unsorted) => {
      const points = [...unsorted].sort((a, b) => a - b).map((share, i) => ({ byDay: 7 * i, share }));
      const sum = cashForecast(amount, points).reduce((total, { expectedMinor }) => total + expectedMinor, 0);
      expect(sum).toBeCloseTo(amount, 4);
    }),
  );
});

test('a distribution that falls is refused', () => {
  expect(() =>
    cashForecast(1, [
      { byDay: 0, share: 0.5 },
      { byDay: 7, share: 0.4 },
    ]),
  ).toThrow(RangeError);
  expect(() =>
    cashForecast(1, [
      { byDay: 7, share: 0.5 },
      { byDay: 7, share: 0.6 },
    ]),
  ).toThrow(RangeError);
  expect(() => cashForecast(1, [{ byDay: 0, share: 1.5 }])).toThrow(RangeError);
  expect(() => cashForecast(-1, [])).toThrow(RangeError);
});
