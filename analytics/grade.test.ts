import { grade, gradeBands, grades, pointsOfGrade } from './grade.js';
import { pdFromScore } from './score-scale.js';

test('a grade begins at its points and not one below', () => {
  expect([850, 640, 639, 600, 599, 560, 559, 520, 519, 300].map((points) => grade(points))).toEqual([
    'A',
    'A',
    'B',
    'B',
    'C',
    'C',
    'D',
    'D',
    'E',
    'E',
  ]);
});

test('each grade stands for four times the odds of the next', () => {
  const pds = [640, 600, 560, 520].map((points) => pdFromScore(points));
  const expected = [1 / 201, 1 / 51, 1 / 13.5, 1 / 4.125];
  pds.forEach((pd, i) => {
    expect(pd).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  });
});

test('the bands go from the best grade to the worst and leave no gap', () => {
  expect(gradeBands.bands.map((band) => band.grade)).toEqual(grades);
});

test('a policy can have bands of its own', () => {
  const strict = {
    ...gradeBands,
    bands: [
      { grade: 'A' as const, atLeast: 700 },
      { grade: 'E' as const, atLeast: null },
    ],
  };
  expect([grade(700, strict), grade(699, strict)]).toEqual(['A', 'E']);
});

test('points without a grade are refused', () => {
  expect(() => grade(Number.NaN)).toThrow(RangeError);
  expect(() => grade(500, { ...gradeBands, bands: [{ grade: 'A', atLeast: 640 }] })).toThrow(RangeError);
});

test('the points that stand for a grade earn that grade', () => {
  expect(grades.map((of) => [of, pointsOfGrade(of)])).toEqual([
    ['A', 660],
    ['B', 620],
    ['C', 580],
    ['D', 540],
    ['E', 500],
  ]);
  expect(grades.map((of) => grade(pointsOfGrade(of)))).toEqual(grades);
  expect(() => pointsOfGrade('A', { ...gradeBands, bands: [] })).toThrow(RangeError);
});
