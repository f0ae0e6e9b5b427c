import { inDays } from './factors/factor.js';
import { factorOf } from './score-inputs.js';
import type { Scorecard } from './scorecard.js';

/** One factor of a card as it is printed. */
export interface PrintedFactor {
  readonly key: string;
  readonly title: string;
  /** A sample of habits, weighed against a credit check or the book while it is small; false: counts in full. */
  readonly isHabit: boolean;
  readonly rows: readonly { readonly reading: string; readonly points: number }[];
}

/**
 * A scorecard as it is printed: every row there is, in words. The printed table is the card: a reason is one of its rows.
 * Refuses a card with unknown factors. Example: the bin up to 3 of “How late invoices are paid” reads “up to 3 days”.
 */
export function scorecardTable(card: Scorecard): PrintedFactor[] {
  return card.factors.map((row) => {
    const { key, title, unit, isHabit } = factorOf(row, card);
    const inUnit = (value: number) => (unit === 'share' ? `${Math.round(value * 100)} %` : inDays(value));
    const rows = row.bins.map(({ upTo, points }, i) => {
      const below = row.bins[i - 1]?.upTo ?? null;
      const reading = upTo !== null ? `up to ${inUnit(upTo)}` : below === null ? 'any' : `above ${inUnit(below)}`;
      return { reading, points };
    });
    return { key, title, isHabit, rows: [...rows, { reading: 'not known', points: row.missingPoints }] };
  });
}

/** What is to be known of a card before it is believed. */
export interface ScorecardFacts {
  readonly version: string;
  readonly isFitted: boolean;
  readonly assumptions: readonly string[];
  /** How it did on books whose truth is known: no book at hand has defaults. */
  readonly measured: {
    readonly on: string;
    readonly customers: number;
    readonly defaults: number;
    readonly auc: number;
    readonly ks: number;
    readonly brier: number;
    readonly calibrationError: number;
    /** The most that anything can reach there. */
    readonly aucOfTruth: number;
  };
}

/** Of the expert’s card. The figures are those of docs/model.md; a test measures them again. */
export const expertCardFacts: ScorecardFacts = {
  version: 'expert-1',
  isFitted: false,
  assumptions: [
    'Points are set by judgment: whoever has paid promptly for two years reaches an A, whoever has fallen silent for three months an E.',
    '600 points are odds of 50 to 1 of not defaulting within a year, and 20 points double them: the usual scale, not measured on this book.',
    'Each reason adds on its own: no two together count more or less than their sum.',
    'Worse is always worse: later, more often late, slipping, more overdue, less steady and known for a shorter time never earn more.',
    'Fewer than six known invoices lean on how the whole book pays, or on a credit check where there is one.',
    'A credit check counts as 20 invoices while it is younger than 90 days, as 12 up to a year and as 5 afterwards.',
    'Unpaid court judgments that a credit check of at most a year tells take the points they take in vetting, beside its chance.',
    'What a credit check says of failure is taken for default where it says nothing else.',
  ],
  measured: {
    on: 'a simulated book whose truth is known: no ledger at hand has defaults',
    customers: 8000,
    defaults: 244,
    auc: 0.814,
    ks: 0.479,
    brier: 0.031,
    calibrationError: 0.036,
    aucOfTruth: 0.828,
  },
};
