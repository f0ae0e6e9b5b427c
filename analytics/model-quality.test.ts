import { calibrationBins, meanAbsoluteError, modelQuality } from './model-quality.js';

test('a worked example', () => {
  const quality = modelQuality([0.1, 0.4, 0.8, 0.3], [0, 1, 1, 0]);
  expect(quality).toMatchObject({ cases: 4, rate: 0.5, auc: 1, ks: 1 });
  expect(quality?.brier).toBeCloseTo(0.125, 12);
  expect(quality?.logLoss).toBeCloseTo(0.4003674357, 9);
});

test('ties count half: one chance for all tells nothing apart', () => {
  expect(modelQuality([0.3, 0.3, 0.3, 0.3], [0, 1, 1, 0])).toMatchObject({ auc: 0.5, ks: 0 });
});

test('where all or none happened there is nothing to tell apart', () => {
  expect(modelQuality([0.2, 0.9], [1, 1])).toMatchObject({ auc: null, ks: null, rate: 1 });
  expect(modelQuality([], [])).toEqual(null);
});

test('chances that are right on average in each bin are calibrated, whoever they were told of', () => {
  const chances = Array.from({ length: 100 }, (_, i) => (i < 50 ? 0.2 : 0.8));
  const happened = Array.from({ length: 100 }, (_, i) => (i < 50 ? (i % 5 === 0 ? 1 : 0) : i % 5 === 0 ? 0 : 1));
  expect(modelQuality(chances, happened)?.calibrationError).toBeCloseTo(0, 12);
  expect(modelQuality(chances, new Array(100).fill(0))?.calibrationError).toBeCloseTo(0.5, 12);
  expect(calibrationBins(chances, happened, Uint32Array.from(chances.keys()), 2).map(({ cases }) => cases)).toEqual([
    50, 50,
  ]);
});

test('nonsense is refused', () => {
  expect(() => modelQuality([1.2], [1])).toThrow('A chance must lie between 0 and 1, not 1.2.');
  expect(() => modelQuality([0.2], [])).toThrow('1 chances and 0 outcomes do not match.');
});

test('the mean distance', () => {
  expect(meanAbsoluteError([1, 2], [3, 2])).toEqual(1);
  expect(meanAbsoluteError([], [])).toEqual(null);
});
