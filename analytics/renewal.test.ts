import fc from 'fast-check';
import { applicationScore } from './application-score.js';
import { steadiedPoints, steadiedRun, steadiedScore } from './renewal.js';

const of = (today: number, isHardEvent = false) => steadiedPoints({ agreed: 612, today, isHardEvent });

test('a score that wobbles at the border of a grade changes nothing: as agreed from five points less to ten more', () => {
  expect([606, 607, 612, 622].map((today) => of(today))).toEqual([606, 612, 612, 612]);
  expect([605, 623].map((today) => of(today))).toEqual([605, 623]);
});

test('terms tighten sooner than they loosen, and at once on a hard event', () => {
  expect([of(604), of(620)]).toEqual([604, 612]);
  expect([of(611, true), of(613, true)]).toEqual([611, 612]);
});

test('whatever is agreed and scored, what counts is one of the two, and the same agreed again changes nothing more', () => {
  const points = fc.integer({ min: 300, max: 850 });
  fc.assert(
    fc.property(points, points, fc.boolean(), (agreed, today, isHardEvent) => {
      const counts = steadiedPoints({ agreed, today, isHardEvent });
      expect([agreed, today]).toContain(counts);
      expect(steadiedPoints({ agreed: counts, today, isHardEvent })).toBe(counts);
    }),
  );
});

test('a month that is invoiced counts once it is a fifth from the one agreed', () => {
  const run = (invoicedMinor: number) => steadiedRun({ agreedMinor: 1_000_000, invoicedMinor });
  expect([800_000, 1_190_000, 1_210_000, 790_000].map(run)).toEqual([1_000_000, 1_000_000, 1_210_000, 790_000]);
});

test('the score of the agreement counts with a row that says so, and base and rows still add up', () => {
  const nothing = {
    bureauPd: null,
    yearsTrading: null,
    judgments: null,
    netWorthMinor: null,
    workingCapitalMinor: null,
  };
  const today = applicationScore({ ...nothing, contractValueMinor: 1, insolvent: false });
  const agreed = { points: 550, on: '2026-05-22', isHardEvent: false };
  const counts = steadiedScore(today, agreed);
  expect([today.points, counts.points, counts.grade]).toEqual([554, 550, 'D']);
  expect(counts.reasons.reduce((sum, { points }) => sum + points, counts.basePoints)).toBe(550);
  expect(counts.reasons.find(({ factor }) => factor === 'as-agreed')?.sentence).toBe(
    '554 points today, 550 when it was agreed on 22 May 2026: not far enough from each other to agree anew.',
  );
  expect(counts.pd).toBeGreaterThan(today.pd);
  expect(steadiedScore(today, { ...agreed, points: 500 })).toBe(today);
  const insolvent = applicationScore({ ...nothing, contractValueMinor: 1, insolvent: true });
  expect(steadiedScore(insolvent, { ...agreed, points: 303 })).toBe(insolvent);
});

test('nonsense is refused', () => {
  expect(() => of(Number.NaN)).toThrow('The points of today');
  expect(() =>
    steadiedPoints({ agreed: 600, today: 600, isHardEvent: false }, { loosenPoints: -1, tightenPoints: 5 }),
  ).toThrow('The points that loosen');
  expect(() => steadiedRun({ agreedMinor: -1, invoicedMinor: 0 })).toThrow('The run agreed');
});
