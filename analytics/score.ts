import type { BookPrior } from './book-prior.js';
import { blendSentence } from './default/blend.js';
import type { Grade } from './grade.js';
import { mustBeWhole } from './guards.js';
import type { History } from './history.js';
import { scoreFigures } from './score-figures.js';
import { type Beside, factorOf, type ScoreInputs, scoreInputs } from './score-inputs.js';
import { expertCard, type Scorecard } from './scorecard.js';
import { thinSentence } from './thin-history.js';
import { dayInWords } from './words.js';

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
  /** Too little is known, by us and by others, for a machine: a person decides. */
  readonly isTooThin: boolean;
  /** All factors, worst first; their points and `basePoints` add up to the points before they are held to 300–850. */
  readonly reasons: readonly Reason[];
  readonly basePoints: number;
  readonly cardVersion: string;
  /** All it was made of. */
  readonly inputs: ScoreInputs;
}

/**
 * The score of a customer on a day, with all its reasons; null for a customer without any invoice.
 * `asOf` is a day number, the history is as of that day (see `historyOf`); `beside` is what credit checks and people say.
 * Refuses a card with unknown factors. How points come about: `scoreFigures`; the card says how sure it is.
 * Example: `promptPayer` of the cast is an A, `goneSilent` an E.
 */
export function score(
  history: History,
  asOf: number,
  prior: BookPrior,
  card: Scorecard = expertCard,
  beside: Beside | null = null,
): Score | null {
  mustBeWhole('The day of a score', asOf);
  if (history.length === 0) return null;
  const inputs = scoreInputs(history, asOf, prior, card, beside);
  const figures = scoreFigures(inputs, card);
  const reasons = figures.rows.map(({ key, points }, i) => {
    const row = card.factors[i];
    const sentence = row
      ? factorOf(row, card).sentence(inputs.readings[key] ?? null, history, asOf)
      : besideSentence(key, inputs, figures.own);
    return { factor: key, points, sentence };
  });
  reasons.sort((a, b) => a.points - b.points);
  return {
    points: figures.points,
    grade: figures.grade,
    pd: figures.pd,
    lateProbability: figures.lateProbability,
    expectedDaysLate: figures.expectedDaysLate,
    invoices: inputs.settled,
    isThin: figures.isThin,
    isTooThin: figures.isTooThin,
    reasons,
    basePoints: card.basePoints,
    cardVersion: card.version,
    inputs,
  };
}

/**
 * The words of a row that is no factor of the card. What a credit check says is not told: whoever may read it does so
 * there, and it is written down.
 */
function besideSentence(key: string, inputs: ScoreInputs, own: number): string {
  const { check, insolventSince, review } = inputs;
  if (key === 'judgments' && inputs.judgments)
    return `What public records say of it, by the credit check of ${dayInWords(inputs.judgments.reportedOn)}.`;
  if (key === 'review') return review?.sentence ?? '';
  if (insolventSince !== null && key === 'credit-check-alone')
    return `What the credit check of ${dayInWords(insolventSince)} says decides alone.`;
  if (check === null) return thinSentence(inputs, own);
  const blend = blendSentence(own, inputs.settled + inputs.overdue);
  return `Credit check of ${dayInWords(check.reportedOn)}: ${blend}.`;
}
