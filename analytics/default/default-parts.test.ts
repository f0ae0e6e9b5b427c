import { bookPrior } from '../book-prior.js';
import { dayNumber } from '../calendar.js';
import { simulatedBook } from '../fixtures/simulated-book.js';
import { scoreInputs } from '../score-inputs.js';
import { expertCard } from '../scorecard.js';
import { defaultParts } from './default-parts.js';

// A book whose truth is known: each customer with the chance that its outcome was drawn with.
const day = dayNumber('2025-11-22');
const book = simulatedBook(8000, day, 3);
const prior = bookPrior(book.map(({ history }) => history));
const cases = book.map(({ history, defaults }) => ({
  inputs: scoreInputs(history, day, prior, expertCard, null),
  isBad: defaults,
}));
const chances = book.map(({ truePd }) => truePd);
const parts = defaultParts(cases, chances);

test('every customer belongs to one part of each kind, and what the truth told came, but for chance', () => {
  for (const kind of new Set(parts.map(({ by }) => by))) {
    const own = parts.filter(({ by }) => by === kind);
    expect(own.reduce((sum, { customers }) => sum + customers, 0)).toBe(8000);
    expect(own.reduce((sum, { defaults }) => sum + defaults, 0)).toBe(book.filter(({ defaults }) => defaults).length);
  }
  for (const { told, defaults } of parts) expect(Math.abs(defaults - told)).toBeLessThan(3 * Math.sqrt(told) + 1);
});

test('a part with 19 defaults has its counts and no AUC, one with 20 has one', () => {
  const of = (bads: number) => {
    let left = bads;
    return cases.map((one) => ({ ...one, isBad: one.isBad && left-- > 0 }));
  };
  const auc = (bads: number) => defaultParts(of(bads), chances).find(({ by }) => by === 'credit check')?.auc;
  expect([auc(19), typeof auc(20)]).toEqual([null, 'number']);
});
