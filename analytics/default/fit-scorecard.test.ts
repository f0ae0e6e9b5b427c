import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bookPrior } from '../book-prior.js';
import { dayNumber } from '../calendar.js';
import { type SimulatedCustomer, simulatedBook } from '../fixtures/simulated-book.js';
import { type ModelQuality, modelQuality } from '../model-quality.js';
import { score } from '../score.js';
import { scoreInputs } from '../score-inputs.js';
import { expertCard, type Scorecard } from '../scorecard.js';
import { expertCardFacts } from '../scorecard-table.js';
import { type FittedScorecard, fitScorecard, type ScorecardCase } from './fit-scorecard.js';
import { logisticFit } from './logistic-fit.js';
import { pooledBins } from './pooled-bins.js';

const asOf = dayNumber('2026-11-20');
const directions = {
  'how-late': 'higher',
  'how-often-late': 'higher',
  trend: 'higher',
  'overdue-now': 'higher',
  steadiness: 'higher',
  'time-known': 'lower',
} as const;
const settings = {
  version: 'default-simulated-1',
  from: '2026-11-20',
  source: 'fitted on a simulated book',
  factors: Object.entries(directions).map(([key, worse]) => ({ key, worse })),
};
const book = (seed: number) => simulatedBook(8000, asOf, seed);
const casesOf = (customers: readonly SimulatedCustomer[]): ScorecardCase[] => {
  const prior = bookPrior(customers.map(({ history }) => history));
  return customers.map(({ history, defaults }) => ({
    readings: scoreInputs(history, asOf, prior, expertCard, null).readings,
    isBad: defaults,
  }));
};
const past = book(1);
const card = fitScorecard(casesOf(past), settings) as FittedScorecard;
const asCard = (card: FittedScorecard): Scorecard => ({ ...card, thin: { below: 1, bookInvoicesForEachMissing: 1 } });

test('the same book gives the same card, and its points are whole', () => {
  expect(fitScorecard(casesOf(past), settings)).toEqual(card);
  const points = card.factors.flatMap(({ bins, missingPoints }) => [...bins.map((bin) => bin.points), missingPoints]);
  expect([card.basePoints, ...points].every(Number.isInteger)).toBe(true);
});

test('every factor that is left only takes points away as it gets worse', () => {
  for (const { key, bins } of card.factors) {
    const points = bins.map((bin) => bin.points);
    const ordered = [...points].sort((a, b) =>
      directions[key as keyof typeof directions] === 'higher' ? b - a : a - b,
    );
    expect([key, points]).toEqual([key, ordered]);
  }
});

test('on a later simulated book it comes close to the truth, and the figures stand in docs/model.md', () => {
  const later = book(2);
  const prior = bookPrior(later.map(({ history }) => history));
  const happened = later.map(({ defaults }) => (defaults ? 1 : 0));
  const pdBy = (card: Scorecard) => later.map(({ history }) => score(history, asOf, prior, card)?.pd ?? Number.NaN);
  const rate = past.filter(({ defaults }) => defaults).length / 8000;
  const ways: [string, number[]][] = [
    ['the truth', later.map(({ truePd }) => truePd)],
    ['fitted scorecard', pdBy(asCard(card))],
    ['expert scorecard', pdBy(expertCard)],
    ['base rate', later.map(() => rate)],
  ];
  const measured = ways.map(([way, chances]) => [way, modelQuality(chances, happened)] as [string, ModelQuality]);
  const of = new Map(measured);
  const auc = (way: string) => of.get(way)?.auc ?? 0;
  expect(auc('the truth') - auc('fitted scorecard')).toBeLessThan(0.03);
  expect(auc('fitted scorecard')).toBeGreaterThan(auc('expert scorecard') - 0.005);
  expect(of.get('fitted scorecard')?.calibrationError).toBeLessThan(0.01);
  // What the card says of itself is what is measured here.
  const round = (value: number | null | undefined) => Number(value?.toFixed(3));
  const expert = of.get('expert scorecard');
  expect(expertCardFacts.measured).toMatchObject({
    customers: later.length,
    defaults: later.filter(({ defaults }) => defaults).length,
    auc: round(expert?.auc),
    ks: round(expert?.ks),
    brier: round(expert?.brier),
    calibrationError: round(expert?.calibrationError),
    aucOfTruth: round(auc('the truth')),
  });
  const table = [
    `| ${later.length} customers, ${later.filter(({ defaults }) => defaults).length} defaults | AUC | KS | Brier | calibration |`,
    '|---|---|---|---|---|',
    ...measured.map(([way, q]) => `| ${[way, q.auc, q.ks, q.brier, q.calibrationError].map(figure).join(' | ')} |`),
  ].join('\n');
  const file = new URL('../../docs/model.md', import.meta.url);
  const text = readFileSync(file, 'utf8');
  const place = /(<!-- simulated -->\n)[\s\S]*?(?=\n\n)/;
  if (process.env.REWRITE_GOLDEN === '1' && existsSync(file)) writeFileSync(file, text.replace(place, `$1${table}`));
  expect(place.exec(readFileSync(file, 'utf8'))?.[0]).toEqual(`<!-- simulated -->\n${table}`);
});

const figure = (value: string | number | null) => (typeof value === 'number' ? value.toFixed(3) : (value ?? '–'));

test('a factor that is noise is left out or all but flat', () => {
  const cases = casesOf(book(3)).map((one, i) => ({ ...one, readings: { ...one.readings, noise: (i * 7919) % 101 } }));
  const noisy = fitScorecard(cases, { ...settings, factors: [...settings.factors, { key: 'noise', worse: 'higher' }] });
  const points = noisy?.factors.find(({ key }) => key === 'noise')?.bins.map((bin) => bin.points) ?? [0];
  expect(Math.max(...points) - Math.min(...points)).toBeLessThanOrEqual(15);
});

test('a book without a default, or with nothing else, fits no card', () => {
  const cases = casesOf(simulatedBook(50, asOf, 4));
  expect(
    fitScorecard(
      cases.map((one) => ({ ...one, isBad: false })),
      settings,
    ),
  ).toEqual(null);
  expect(
    fitScorecard(
      cases.map((one) => ({ ...one, isBad: true })),
      settings,
    ),
  ).toEqual(null);
  expect(fitScorecard([], settings)).toEqual(null);
});

test('neighbours that violate the order are pooled', () => {
  const readings = [1, 2, 3, 4, 5].flatMap((reading) => new Array<number>(100).fill(reading));
  const bads = [10, 8, 5, 6, 2].flatMap((many) => Array.from({ length: 100 }, (_, i) => i < many));
  expect(pooledBins(readings, bads, { worse: 'lower', bins: 5, fewestCases: 1 })).toEqual([
    { upTo: 1, cases: 100, bads: 10 },
    { upTo: 2, cases: 100, bads: 8 },
    { upTo: 4, cases: 200, bads: 11 },
    { upTo: null, cases: 100, bads: 2 },
  ]);
});

test('without a column the intercept is the log-odds; a column that decides gets its slope', () => {
  expect(logisticFit([], [true, false, false, false]).intercept).toBeCloseTo(Math.log(1 / 3), 9);
  const x = Array.from({ length: 400 }, (_, i) => (i % 4) - 1.5);
  const y = x.map((value, i) => (i * 37) % 100 < 100 / (1 + Math.exp(-value)));
  expect(logisticFit([x], y).slopes[0]).toBeGreaterThan(0.7);
});
