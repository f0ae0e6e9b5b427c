import { scoreSummary, whyItMoved } from './score-summary.js';

const at = (scoredOn: string, points: number, moves: { points: number; sentence: string }[] = []) => ({
  scoredOn,
  points,
  grade: 'B',
  moves,
});

test('the summary says where it stands, from where, and after how many changes', () => {
  expect(scoreSummary([])).toBe('It has not been scored yet.');
  expect(scoreSummary([at('2026-11-01', 610)])).toBe('610 points, grade B, since 1 Nov 2026.');
  expect(scoreSummary([at('2026-09-01', 640), at('2026-10-01', 600), at('2026-11-01', 610)])).toBe(
    '610 points, grade B: 30 points below the 640 of 1 Sept 2026, after 2 changes.',
  );
  expect(scoreSummary([at('2026-10-01', 609), at('2026-11-01', 610)])).toMatch(/1 point above/);
});

test('a move is told with its points and its reason, the largest first as they came', () => {
  const moves = [
    { points: -30, sentence: 'All of the open balance is overdue.' },
    { points: 3, sentence: 'Known for 12 months.' },
  ];
  expect(whyItMoved(at('2026-11-01', 610, moves))).toBe(
    '−30 All of the open balance is overdue. +3 Known for 12 months.',
  );
});
