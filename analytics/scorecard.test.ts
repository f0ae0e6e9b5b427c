import { expertCard, factors, pointsOf } from './scorecard.js';

const row = Object.freeze({
  key: 'how-late',
  bins: [
    { upTo: 0, points: 5 },
    { upTo: null, points: -5 },
  ],
  missingPoints: -1,
});

test('an edge belongs to the bin below it', () => {
  expect([-3, 0, 0.1, 900].map((reading) => pointsOf(row, reading))).toEqual([5, 5, -5, -5]);
});

test('an unknown reading earns the missing points', () => {
  expect(pointsOf(row, null)).toEqual(-1);
});

test('bins that end below a reading are refused', () => {
  expect(() => pointsOf({ ...row, bins: [{ upTo: 0, points: 5 }] }, 1)).toThrow(RangeError);
  expect(() => pointsOf({ ...row, bins: [{ upTo: 0, points: 5 }] }, Number.NaN)).toThrow(RangeError);
});

test('the card is plain data: what is stored is what is read', () => {
  expect(JSON.parse(JSON.stringify(expertCard))).toEqual(expertCard);
});

test('points are whole and edges rise', () => {
  for (const { key, bins, missingPoints } of expertCard.factors) {
    const edges = bins.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
    expect({ key, edges }).toEqual({ key, edges: [...new Set(edges)].sort((a, b) => a - b) });
    expect(edges.at(-1)).toEqual(Number.POSITIVE_INFINITY);
    expect([missingPoints, ...bins.map(({ points }) => points)].filter((points) => !Number.isInteger(points))).toEqual(
      [],
    );
  }
});

test('later is never better: the points of every habit and of what is overdue fall', () => {
  for (const { key, bins } of factors.filter((factor) => factor.key !== 'time-known')) {
    const points = bins.map((bin) => bin.points);
    expect({ key, points }).toEqual({ key, points: [...points].sort((a, b) => b - a) });
  }
});
