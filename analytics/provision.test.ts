import { expectedCreditLoss, lossRates, whereItEnds, withOutlook } from './provision.js';

test('of 100,000 sold 2,000 were lost: a fiftieth of what is not yet due, a quarter of what grew three months old', () => {
  const rates = lossRates([100_000, 50_000, 23_000, 8_000, 2_000], 2_000);
  expect(rates.map((rate) => Math.round(rate * 1000) / 10)).toEqual([2, 4, 8.7, 25, 100]);
  const losses = expectedCreditLoss([300_000, 140_000, 60_000, 23_000, 5_000], rates);
  expect(losses.reduce((all, loss) => all + loss)).toBeCloseTo(27_567.39, 2);
});

test('what cannot be lost is refused, and so is what does not fit together', () => {
  expect(() => lossRates([100, 10], 20)).toThrow('20 cannot be lost of a bucket that only 10 ever reached.');
  expect(() => lossRates([100, 0], 0)).toThrow('What reached a bucket must be more than nought, not 0.');
  expect(() => expectedCreditLoss([1, 2], [0.1])).toThrow('2 balances and 1 rates: each balance has its rate.');
  expect(() => expectedCreditLoss([1], [1.1])).toThrow('A loss rate must lie between 0 and 1, not 1.1.');
});

test('a worse outlook raises the rates, and none above all of it', () => {
  expect(withOutlook([0.02, 0.9], 1.25)).toEqual([0.025, 1]);
  expect(() => withOutlook([0.02], -1)).toThrow('The scalar of the outlook must be nought or more, not -1.');
});

test('money that half stays and else is paid or bad alike ends half and half', () => {
  expect(whereItEnds([[0.5]], [[0.25, 0.25]])).toEqual([[0.5, 0.5]]);
});

test('buckets in any order end alike: a bucket that moves on at once needs no place of its own first', () => {
  const ends = whereItEnds(
    [
      [0, 1],
      [0.5, 0],
    ],
    [
      [0, 0],
      [0.4, 0.1],
    ],
  );
  for (const row of ends) {
    expect(row[0]).toBeCloseTo(0.8, 12);
    expect(row[1]).toBeCloseTo(0.2, 12);
  }
});

test('rows that are not whole and circles without an end are refused', () => {
  expect(() => whereItEnds([[0.5]], [[0.25, 0.2]])).toThrow('What leaves or stays in bucket 1 is not all of it.');
  expect(() => whereItEnds([[1]], [[0, 0]])).toThrow('Some of the money moves in a circle and never ends.');
  expect(() => whereItEnds([[0.5]], [])).toThrow('As many rows of moves');
});
