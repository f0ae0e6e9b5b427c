import { bookPrior } from '../book-prior.js';
import { type Day, dayNumber } from '../calendar.js';
import { simulatedBook } from '../fixtures/simulated-book.js';
import { scoreFigures } from '../score-figures.js';
import { scoreInputs } from '../score-inputs.js';
import { expertCard, type Scorecard } from '../scorecard.js';
import { type DefaultCohort, defaultsAtHand, type TrainedDefault, trainDefault } from './train-default.js';

/** A book whose truth is known, as it stood on a day. */
function cohort(on: Day, customers: number, seed: number): DefaultCohort {
  const day = dayNumber(on);
  const book = simulatedBook(customers, day, seed);
  const prior = bookPrior(book.map(({ history }) => history));
  const cases = book.map(({ history, defaults }) => ({
    inputs: scoreInputs(history, day, prior, expertCard, null),
    isBad: defaults,
  }));
  return { on, cases };
}
const past = [cohort('2023-11-22', 4000, 1), cohort('2024-11-22', 4000, 2)];
const last = cohort('2025-11-22', 4000, 3);
const today = cohort('2026-11-22', 4000, 4);
const trained = trainDefault([...past, last], today, expertCard) as TrainedDefault;
const { card, report } = trained;

test('what a fitted card tells adds up to the last point, and the same book gives the same card', () => {
  expect(trainDefault([...past, last], today, expertCard)).toEqual(trained);
  const fitted: Scorecard = { ...card, version: 'fitted-1' };
  for (const { inputs } of last.cases.slice(0, 200)) {
    const { rows, points } = scoreFigures(inputs, fitted);
    const sum = rows.reduce((all, row) => all + row.points, card.basePoints);
    expect(points).toBe(Math.min(850, Math.max(300, sum)));
  }
});

test('it is measured on a day it did not see, beside the card in force, the late ratio and the base rate', () => {
  expect([report.measuredOn, report.customers]).toEqual(['2025-11-22', 4000]);
  expect(report.defaults).toBe(last.cases.filter(({ isBad }) => isBad).length);
  const [scorecard, ratio, base] = report.ways;
  expect(report.ways.map(({ way }) => way)).toEqual(['scorecard', 'late ratio', 'base rate']);
  expect([base?.auc, base?.gini]).toEqual([0.5, 0]);
  expect(scorecard?.auc).toBeGreaterThan(ratio?.auc as number);
  expect(scorecard?.gini).toBeCloseTo(2 * (scorecard?.auc as number) - 1, 12);
  expect(scorecard?.logLoss).toBeLessThan(report.inForce.logLoss);
  expect(report.objections).toEqual([]);
});

test('how far the book has moved is told of each day, also of today, of which no end is known', () => {
  expect(report.drift.map(({ on }) => on)).toEqual(['2023-11-22', '2024-11-22', '2025-11-22', '2026-11-22']);
  for (const { stability } of report.drift) expect(stability).toBeLessThan(0.1);
});

test('a card that ranks worse than the late ratio, or tells worse than the one in force, is spoken against', () => {
  // The level of the past, and on the day measured the wrong ones default.
  const turned = { ...last, cases: last.cases.map((one, i) => ({ ...one, isBad: i % 20 === 0 })) };
  const byLateness = [...last.cases].sort((a, b) => b.inputs.lateProbability - a.inputs.lateProbability);
  const lateOnes = { ...last, cases: byLateness.map((one, i) => ({ ...one, isBad: i < 200 })) };
  expect(trainDefault([...past, lateOnes], today, expertCard)?.report.objections).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^It ranks who defaults worse \(AUC 0\.\d{3}\) than the late ratio/),
    ]),
  );
  const itself = { ...card, version: 'fitted-1' };
  const better = { ...itself, basePoints: card.basePoints - 15 };
  expect(trainDefault([...past, turned], today, better)?.report.objections).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Its chances are worse \(log loss/)]),
  );
  const many = { ...last, cases: last.cases.map((one, i) => ({ ...one, isBad: one.isBad || i % 8 === 0 })) };
  expect(trainDefault([...past, many], today, expertCard)?.report.objections).toEqual(
    expect.arrayContaining([expect.stringMatching(/^It told \d+ defaults, and \d+ came\.$/)]),
  );
});

test('139 defaults before the last day, or 19 on it, are too few to fit on and to measure on', () => {
  const of = (on: Day, bads: number): DefaultCohort => ({
    on,
    cases: last.cases.slice(0, 400).map(({ inputs }, i) => ({ inputs, isBad: i < bads })),
  });
  const atHand = (fit: number, measure: number) => defaultsAtHand([of('2024-11-22', fit), of('2025-11-22', measure)]);
  expect(atHand(139, 20)).toEqual({
    toFitOn: 139,
    neededToFit: 140,
    toMeasureOn: 20,
    neededToMeasure: 20,
    isEnough: false,
  });
  expect([atHand(140, 19).isEnough, atHand(140, 20).isEnough, defaultsAtHand([]).isEnough]).toEqual([
    false,
    true,
    false,
  ]);
  expect(trainDefault([of('2024-11-22', 139), of('2025-11-22', 20)], today, expertCard)).toEqual(null);
});
