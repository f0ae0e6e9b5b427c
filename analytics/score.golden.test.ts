import { readFileSync, writeFileSync } from 'node:fs';
import { bookPrior } from './book-prior.js';
import { dayNumber } from './calendar.js';
import { cast } from './fixtures/histories.js';
import { historyOf } from './history.js';
import { score } from './score.js';

const today = '2026-11-20';
const golden = new URL('./score.golden.json', import.meta.url);

/** All scores as text, model figures to six digits: what differs in the seventh is the machine's affair. */
function scoresOfTheCast(): string {
  const histories = cast.map((character) => historyOf(character.history(today), today));
  const prior = bookPrior(histories);
  const scores = cast.map(({ key }, i) => {
    const scored = score(histories[i] ?? [], dayNumber(today), prior);
    // The prior is told once; of what a score was made of, its readings are worth a look.
    return [key, scored && { ...scored, inputs: scored.inputs.readings }];
  });
  const sixDigits = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  return `${JSON.stringify({ today, prior, scores: Object.fromEntries(scores) }, sixDigits, 2)}\n`;
}

test('the whole cast is scored as it was agreed (rewrite score.golden.json with REWRITE_GOLDEN=1)', () => {
  const actual = scoresOfTheCast();
  if (process.env.REWRITE_GOLDEN === '1') writeFileSync(golden, actual);
  expect(actual).toEqual(readFileSync(golden, 'utf8'));
});
