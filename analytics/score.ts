import type { BookPrior } from './book-prior.js';
import { medianDaysLate } from './expected-days-late.js';
import type { Factor } from './factors/factor.js';
import { howOftenLate } from './factors/how-often-late.js';
import { type Grade, grade } from './grade.js';
import { mustBeWhole } from './guards.js';
import type { History } from './history.js';
import { clampPoints, pdFromScore } from './score-scale.js';
import { type CardFactor, expertCard, factors, pointsOf, type Scorecard } from './scorecard.js';
import { knownInvoices, thinSentence, weightOfOwnHistory } from './thin-history.js';

/** Why a score is what it is: the points one factor gave or took, and the same in words. */
export interface Reason {
  readonly factor: string;
  readonly points: number;
  readonly sentence: string;
}

/** How good a payer a customer is, on a day. */
export interface Score {
  /** Whole, 300 to 850. */
  readonly points: number;
  readonly grade: Grade;
  /** Probability of default within 12 months. */
  readonly pd: number;
  /** Probability that the next invoice is paid after its due day. */
  readonly lateProbability: number;
  /** The median, signed: so late the next invoice is as likely to come sooner as later. */
  readonly expectedDaysLate: number;
  /** Settled invoices it stands on. */
  readonly invoices: number;
  /** Too few invoices settled or overdue to stand alone: partly the book's average. */
  readonly isThin: boolean;
  /** All factors, worst first; their points and `basePoints` add up to the points before they are held to 300–850. */
  readonly reasons: readonly Reason[];
  readonly basePoints: number;
  readonly cardVersion: string;
}

const factorsByKey: ReadonlyMap<string, Factor> = new Map(factors.map((factor) => [factor.key, factor]));

function factorOf({ key }: CardFactor, card: Scorecard): Factor {
  const factor = factorsByKey.get(key);
  if (factor === undefined) throw new RangeError(`The scorecard ${card.version} names an unknown factor, ${key}.`);
  return factor;
}

/**
 * The score of a customer on a day, with all its reasons; null for a customer without any invoice.
 * `asOf` is a day number, the history is as of that day (see `historyOf`). Refuses a card with unknown factors.
 * points = base + Σ points of the factors, a thin history shrunk to the book; the card says how sure it is.
 * Example: `promptPayer` of the cast is an A, `goneSilent` an E.
 */
export function score(history: History, asOf: number, prior: BookPrior, card: Scorecard = expertCard): Score | null {
  mustBeWhole('The day of a score', asOf);
  if (history.length === 0) return null;
  const known = knownInvoices(history, asOf);
  const own = weightOfOwnHistory(known.settled + known.overdue, card.thin.below, card.thin.bookInvoicesForEachMissing);
  const reasons: Reason[] = [];
  let sum = card.basePoints;
  let aboveBook = 0;
  for (const row of card.factors) {
    const factor = factorOf(row, card);
    const reading = factor.read(history, asOf, prior);
    const points = pointsOf(row, reading);
    if (factor.isHabit) aboveBook += points - pointsOf(row, factor.typical(prior));
    reasons.push({ factor: factor.key, points, sentence: factor.sentence(reading, history, asOf) });
    sum += points;
  }
  if (own < 1) {
    const points = 0 - Math.round((1 - own) * aboveBook);
    reasons.push({ factor: 'thin-history', points, sentence: thinSentence(known, own) });
    sum += points;
  }
  reasons.sort((a, b) => a.points - b.points);
  const points = clampPoints(Math.round(sum));
  const median = medianDaysLate(history, asOf) ?? prior.averageDaysLate;
  return {
    points,
    grade: grade(points),
    pd: pdFromScore(points, card.scale),
    lateProbability: howOftenLate.read(history, asOf, prior) ?? prior.lateShare,
    expectedDaysLate: own * median + (1 - own) * prior.averageDaysLate,
    invoices: known.settled,
    isThin: own < 1,
    reasons,
    basePoints: card.basePoints,
    cardVersion: card.version,
  };
}
