import type { BookPrior } from './book-prior.js';
import type { Day } from './calendar.js';
import { blendRules, type CreditCheckPrior } from './default/blend.js';
import type { Judgments } from './default/judgments.js';
import { medianDaysLate } from './expected-days-late.js';
import type { Factor } from './factors/factor.js';
import { howOftenLate } from './factors/how-often-late.js';
import { knownDaysLate, recencyWeight } from './factors/known-lateness.js';
import type { History } from './history.js';
import { type CardFactor, factors, type Scorecard } from './scorecard.js';
import { knownInvoices } from './thin-history.js';

/** What others and people say beside the history, as of a day. */
export interface Beside {
  /** What credit checks say; null when there is none with a chance in it. */
  readonly check: CreditCheckPrior | null;
  /** The day of the report that has it in an insolvency procedure; null when none has. */
  readonly insolventSince: Day | null;
  /** What a person decided after looking: so many points, and the sentence that says so. */
  readonly review: { readonly points: number; readonly sentence: string } | null;
  /** Unpaid court judgments; absent where none are known. */
  readonly judgments?: Judgments | null;
}

/** All that a score is made of, as numbers: kept with it, so that it can be made again to the last digit. */
export interface ScoreInputs {
  /** By factor; null where the history does not tell. */
  readonly readings: Readonly<Record<string, number | null>>;
  readonly settled: number;
  readonly overdue: number;
  /** Known invoices, recent ones counting most (half-life 180 days); null where nothing is weighed against it. */
  readonly weight: number | null;
  readonly medianDaysLate: number | null;
  readonly lateProbability: number;
  readonly prior: BookPrior;
  readonly check: CreditCheckPrior | null;
  readonly insolventSince: Day | null;
  readonly review: Beside['review'];
  /** Absent where none counted. */
  readonly judgments?: Judgments;
  /** Version of the rules a credit check was weighed by; absent: the first ones. */
  readonly rules?: string;
}

const factorsByKey: ReadonlyMap<string, Factor> = new Map(factors.map((factor) => [factor.key, factor]));

/** The factor a row of a card speaks of. Refuses one that nobody knows. */
export function factorOf({ key }: CardFactor, { version }: Scorecard): Factor {
  const factor = factorsByKey.get(key);
  if (factor === undefined) throw new RangeError(`The scorecard ${version} names an unknown factor, ${key}.`);
  return factor;
}

/** Reads a history for a card; `beside` is what is known from elsewhere. */
export function scoreInputs(
  history: History,
  asOf: number,
  prior: BookPrior,
  card: Scorecard,
  beside: Beside | null,
): ScoreInputs {
  const readings: Record<string, number | null> = {};
  for (const row of card.factors) readings[row.key] = factorOf(row, card).read(history, asOf, prior);
  const { settled, overdue } = knownInvoices(history, asOf);
  const late = howOftenLate.key in readings ? readings[howOftenLate.key] : howOftenLate.read(history, asOf, prior);
  return {
    readings,
    settled,
    overdue,
    weight: beside?.check ? weightOfKnown(history, asOf) : null,
    medianDaysLate: medianDaysLate(history, asOf),
    lateProbability: late ?? prior.lateShare,
    prior,
    check: beside?.check ?? null,
    insolventSince: beside?.insolventSince ?? null,
    review: beside?.review ?? null,
    ...(beside?.judgments ? { judgments: beside.judgments } : {}),
    rules: blendRules.version,
  };
}

/**
 * How many invoices a history counts as evidence: those settled or overdue, recent ones most (half-life 180 days).
 * A sum of weights. Example: one invoice that fell due today and one half a year ago count 1.5.
 */
export function weightOfKnown(history: History, asOf: number): number {
  let sum = 0;
  for (const invoice of history) if (knownDaysLate(invoice, asOf) !== null) sum += recencyWeight(invoice.dueOn, asOf);
  return sum;
}
