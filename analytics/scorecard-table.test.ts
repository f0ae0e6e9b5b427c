import { monthly } from './fixtures/invoices.js';
import { score } from './score.js';
import { expertCard } from './scorecard.js';
import { expertCardFacts, scorecardTable } from './scorecard-table.js';

const book = { lateShare: 0.4, strength: 8, averageDaysLate: 8 };

test('the printed table is the card: every reason of a score is a row of it', () => {
  const table = new Map(scorecardTable(expertCard).map((factor) => [factor.key, factor]));
  for (const late of [-5, 0, 2, 12, 25, 70]) {
    const made = score(monthly(24, late, 20_000), 20_000, book);
    for (const { factor, points } of made?.reasons ?? [])
      expect(table.get(factor)?.rows.map((row) => row.points)).toContain(points);
  }
  expect(table.get('how-late')?.rows.slice(0, 2)).toEqual([
    { reading: 'up to 0 days', points: 25 },
    { reading: 'up to 3 days', points: 15 },
  ]);
  expect(table.get('how-late')?.rows.slice(-2)).toEqual([
    { reading: 'above 60 days', points: -60 },
    { reading: 'not known', points: 0 },
  ]);
});

test('what is said of the card in force is said of that card, and that it is judgment', () => {
  expect([expertCardFacts.version, expertCardFacts.isFitted]).toEqual([expertCard.version, false]);
  expect(expertCardFacts.assumptions.length).toBeGreaterThan(4);
});
