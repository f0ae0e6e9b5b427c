import { applicationCard } from './application-card.js';
import { type ApplicationInputs, applicationFactors } from './application-factors.js';
import { applicationScore } from './application-score.js';
import { clampPoints } from './score-scale.js';

const unknown: ApplicationInputs = Object.freeze({
  bureauPd: null,
  yearsTrading: null,
  judgments: null,
  netWorthMinor: null,
  workingCapitalMinor: null,
  contractValueMinor: 2_000_000,
  insolvent: false,
});
const sound: ApplicationInputs = Object.freeze({
  ...unknown,
  bureauPd: 0.003,
  yearsTrading: 12.5,
  judgments: 0,
  netWorthMinor: 50_000_000,
  workingCapitalMinor: 12_000_000,
});

test('a sound company is an A, and each reason is told', () => {
  const result = applicationScore(sound);
  expect([result.points, result.grade, result.hardRule]).toEqual([661, 'A', null]);
  expect(result.reasons).toEqual([
    { factor: 'judgments', points: 5, sentence: 'No court judgments on record.' },
    { factor: 'working-capital', points: 6, sentence: 'Working capital is 6.0 times the contract.' },
    { factor: 'years-trading', points: 10, sentence: 'In business for 12 years.' },
    { factor: 'net-worth', points: 10, sentence: 'Net worth is 25 times the contract.' },
    {
      factor: 'credit-check',
      points: 30,
      sentence: 'The credit check puts the chance of failure within a year at 0.3 %.',
    },
  ]);
});

test('a prospect of whom nothing is known is a D, and every gap is told', () => {
  const result = applicationScore(unknown);
  expect([result.points, result.grade]).toEqual([554, 'D']);
  expect(result.reasons[0]).toEqual({
    factor: 'credit-check',
    points: -20,
    sentence: 'No credit check: scored as unknown.',
  });
  expect(result.reasons.filter(({ sentence }) => sentence.endsWith('scored as unknown.'))).toHaveLength(5);
});

test('insolvency decides alone, and is the reason', () => {
  const result = applicationScore({ ...sound, insolvent: true });
  expect([result.points, result.grade, result.hardRule]).toEqual([300, 'E', 'In an insolvency procedure: no credit.']);
  expect(result.reasons).toEqual([
    { factor: 'insolvency', points: -300, sentence: 'In an insolvency procedure: no credit.' },
  ]);
});

test('the reasons and the base add up to the points', () => {
  for (const inputs of [sound, unknown, { ...sound, insolvent: true }, { ...unknown, bureauPd: 0.9, judgments: 9 }]) {
    const { points, basePoints, reasons } = applicationScore(inputs);
    expect(clampPoints(reasons.reduce((sum, reason) => sum + reason.points, basePoints))).toEqual(points);
  }
});

test('a worse credit check, a judgment more or less capital never raise the score', () => {
  const points = (change: Partial<ApplicationInputs>) => applicationScore({ ...sound, ...change }).points;
  const falls = (values: number[]) => expect(values).toEqual([...values].sort((a, b) => b - a));
  falls([0.0005, 0.002, 0.004, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].map((bureauPd) => points({ bureauPd })));
  falls([0, 1, 2, 3, 10].map((judgments) => points({ judgments })));
  falls([30, 9, 2, 0.5, 0].map((yearsTrading) => points({ yearsTrading })));
  falls([1e9, 1e7, 1e6, 1e5, 0, -1e9].map((netWorthMinor) => points({ netWorthMinor })));
  falls([1e9, 1e6, 1e5, 0, -1e9].map((workingCapitalMinor) => points({ workingCapitalMinor })));
});

test('the answers are told in words', () => {
  const sentences = (change: Partial<ApplicationInputs>) =>
    applicationScore({ ...sound, ...change }).reasons.map(({ sentence }) => sentence);
  expect(sentences({ yearsTrading: 0.5 })).toContain('In business for less than a year.');
  expect(sentences({ yearsTrading: 1.9 })).toContain('In business for a year.');
  expect(sentences({ judgments: 1 })).toContain('One court judgment on record.');
  expect(sentences({ judgments: 4 })).toContain('4 court judgments on record.');
  expect(sentences({ netWorthMinor: -5 })).toContain('Owes more than it owns: net worth is not above nought.');
  expect(sentences({ workingCapitalMinor: 0 })).toContain('Working capital is not above nought.');
  expect(sentences({ contractValueMinor: 0 })).toContain('No accounts with a net worth: scored as unknown.');
});

test('the card names every factor there is, as plain data', () => {
  expect(applicationCard.factors.map(({ key }) => key)).toEqual(applicationFactors.map(({ key }) => key));
  expect(JSON.parse(JSON.stringify(applicationCard))).toEqual(applicationCard);
});

test('what cannot be is refused', () => {
  expect(() => applicationScore({ ...sound, bureauPd: 1.5 })).toThrow(RangeError);
  expect(() => applicationScore({ ...sound, judgments: -1 })).toThrow(RangeError);
  expect(() => applicationScore({ ...sound, yearsTrading: -1 })).toThrow(RangeError);
  expect(() => applicationScore({ ...sound, contractValueMinor: -1 })).toThrow(RangeError);
  expect(() => applicationScore({ ...sound, netWorthMinor: Number.NaN })).toThrow(RangeError);
  const card = { ...applicationCard, factors: [{ key: 'star-sign', bins: [], missingPoints: 0 }] };
  expect(() => applicationScore(sound, card)).toThrow(RangeError);
});
