import { bandSeparation } from './band-separation.js';
import {
  binomialCalibrationTest,
  calibrationInTheLarge,
  chiSquaredAbove,
  hosmerLemeshow,
  recalibratedToPriorOdds,
  zeroDefaultUpperBound,
} from './calibration-tests.js';
import { calibrationBands, chanceDistribution, liftBands, rocCurve } from './model-charts.js';
import { modelQuality } from './model-quality.js';
import { monotoneRates } from './monotone-rates.js';
import { binCounts, populationStability, stabilityEdges } from './population-stability.js';
import { scale } from './score-scale.js';
import { attributePoints, weightsOfEvidence, weightsOfEvidenceOfCounts } from './weight-of-evidence.js';

test('chi-squared agrees with the printed tables on both sides of its turning point', () => {
  expect(chiSquaredAbove(3.841459, 1)).toBeCloseTo(0.05, 6);
  expect(chiSquaredAbove(18.307038, 10)).toBeCloseTo(0.05, 6);
  expect(chiSquaredAbove(2.558212, 10)).toBeCloseTo(0.99, 5);
  expect(chiSquaredAbove(0, 3)).toBe(1);
});

test('so many defaults or more: the binomial sum, counted by hand', () => {
  expect(binomialCalibrationTest(3, 10, 0.1)).toBeCloseTo(0.0701908, 6);
  expect(binomialCalibrationTest(0, 10, 0.1)).toBe(1);
  expect(binomialCalibrationTest(10, 10, 0.5)).toBeCloseTo(0.5 ** 10, 12);
});

test('the level of all chances against what happened', () => {
  const chances = Array.from({ length: 10 }, () => 0.2);
  const found = calibrationInTheLarge(chances, [1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  expect(found.ratio).toBeCloseTo(2, 12);
  expect(found.z).toBeCloseTo(1.5811388, 6);
});

test('no default in a hundred still allows three in a hundred', () => {
  expect(zeroDefaultUpperBound(100)).toBeCloseTo(0.029513, 6);
  expect(zeroDefaultUpperBound(1, 0.9)).toBeCloseTo(0.9, 12);
});

test('ties count half in the AUC, of cases and of bands alike', () => {
  expect(modelQuality([0.5, 0.5, 0.9, 0.1], [1, 0, 1, 0])?.auc).toBe(0.875);
  expect(bandSeparation([1, 1, 0], [0, 1, 1]).auc).toBe(0.125);
});

test('rates fall or rise, and keep their sum', () => {
  expect(monotoneRates([0.02, 0.06, 0.05], [100, 100, 300], 'rising')).toEqual([0.02, 0.0525, 0.0525]);
  expect(monotoneRates([0.1, 0.2, 0.3], [1, 1, 1])).toEqual([0.2, 0.2, 0.2].map((rate) => expect.closeTo(rate, 12)));
  expect(monotoneRates([], [])).toEqual([]);
});

test('the same distribution is stable, also in counts; an empty bin is no infinity', () => {
  expect(populationStability([10, 20, 30], [20, 40, 60])).toBe(0);
  expect(Number.isFinite(populationStability([10, 20, 0], [0, 40, 60]))).toBe(true);
  expect(Number.isFinite(populationStability([0.5, 0.5, 0], [0.2, 0.3, 0.5]))).toBe(true);
  expect(stabilityEdges([1, 2, 3, 4], 2)).toEqual([3]);
  expect(binCounts([1, 3, 4], [3])).toEqual([1, 2]);
});

test('counts without an empty cell are taken as they are', () => {
  const { woe } = weightsOfEvidenceOfCounts([30, 10], [5, 5]);
  expect(woe[0]).toBeCloseTo(Math.log(0.75 / 0.5), 12);
  expect(weightsOfEvidence([0.5, 0.5], [0.25, 0.75]).iv).toBeCloseTo(0.2746531, 6);
});

test.each<[string, () => unknown]>([
  ['bins that do not match', () => weightsOfEvidence([0.5], [0.5, 0.5])],
  ['an empty cell in a distribution', () => weightsOfEvidence([1, 0], [0.5, 0.5])],
  ['a negative count', () => weightsOfEvidenceOfCounts([-1, 2], [1, 1])],
  ['a scorecard without variables', () => attributePoints({ beta: -1, intercept: 0, variables: 0, woe: 0 }, scale)],
  ['distributions of different lengths', () => populationStability([1], [1, 2])],
  ['a distribution without a case', () => populationStability([0, 0], [1, 2])],
  ['no group', () => hosmerLemeshow([])],
  ['a certain group', () => hosmerLemeshow([{ cases: 10, happened: 1, told: 0 }])],
  ['more defaults than cases', () => binomialCalibrationTest(3, 2, 0.1)],
  ['chances without outcomes', () => calibrationInTheLarge([0.1], [])],
  ['a rate without odds', () => recalibratedToPriorOdds(0.2, 0, 0.1)],
  ['no case at all', () => zeroDefaultUpperBound(0)],
  ['bands without a bad one', () => bandSeparation([1, 2], [0, 0])],
  ['rates without their cases', () => monotoneRates([0.1], [])],
])('%s is refused in a sentence', (_, nonsense) => {
  expect(nonsense).toThrow(RangeError);
});

test('the charts of a model: where the curve passes, how much is found, what lies where', () => {
  const [chances, happened] = [
    [0.9, 0.8, 0.2, 0.1],
    [1, 0, 1, 0],
  ];
  expect(rocCurve(chances, happened)).toEqual([
    { falseAlarms: 0, found: 0 },
    { falseAlarms: 0, found: 0.5 },
    { falseAlarms: 0.5, found: 0.5 },
    { falseAlarms: 0.5, found: 1 },
    { falseAlarms: 1, found: 1 },
  ]);
  expect(rocCurve([0.1, 0.2], [0, 0])).toEqual([]);
  expect(liftBands([0.9, 0.8, 0.2, 0.1], [1, 0, 0, 0], 2)).toEqual([
    { cases: 2, rate: 0.5, lift: 2, foundSoFar: 1 },
    { cases: 2, rate: 0, lift: 0, foundSoFar: 1 },
  ]);
  expect(chanceDistribution([0.07, 1], [0, 1]).filter(({ yes, no }) => yes + no > 0)).toEqual([
    { from: 0.05, yes: 0, no: 1 },
    { from: 0.95, yes: 1, no: 0 },
  ]);
  const [band] = calibrationBands([0.2, 0.4], [0, 1], 1);
  expect(band).toMatchObject({ cases: 2, told: expect.closeTo(0.3, 12), happened: 0.5 });
  expect(band?.low).toBeCloseTo(0.0945, 3);
});
