import type { Day } from '../calendar.js';
import type { ScoreInputs } from '../score-inputs.js';
import { expertCard, type Scorecard } from '../scorecard.js';
import { defaultsNeeded } from './default-event.js';
import { defaultsToMeasure } from './default-parts.js';
import { type DefaultReport, defaultReport } from './default-report.js';
import { fitScorecard } from './fit-scorecard.js';
import type { WorseWhen } from './pooled-bins.js';

/** A customer on a past day: what was known of it then, and whether it defaulted within the twelve months that followed. */
export interface CustomerOnDay {
  readonly inputs: ScoreInputs;
  readonly isBad: boolean;
}

/** All customers of one past day. */
export interface DefaultCohort {
  readonly on: Day;
  readonly cases: readonly CustomerOnDay[];
}

/** In which direction a reading is known to be worse: what no credit controller would doubt. */
const worse: Readonly<Record<string, WorseWhen>> = {
  'how-late': 'higher',
  'how-often-late': 'higher',
  trend: 'higher',
  'overdue-now': 'higher',
  steadiness: 'higher',
  'time-known': 'lower',
};

/** How many defaults there are to fit on and to measure on, and how many it takes. */
export interface DefaultsAtHand {
  readonly toFitOn: number;
  readonly neededToFit: number;
  readonly toMeasureOn: number;
  readonly neededToMeasure: number;
  readonly isEnough: boolean;
}

const badsOf = ({ cases }: DefaultCohort) => cases.filter(({ isBad }) => isBad).length;

/**
 * Whether past days hold enough defaults: the last day is kept to measure on, those before to fit on.
 * Counts. Example: 139 defaults before the last day are too few, 140 and 20 on it are enough.
 */
export function defaultsAtHand(cohorts: readonly DefaultCohort[]): DefaultsAtHand {
  const toMeasureOn = cohorts.slice(-1).reduce((sum, cohort) => sum + badsOf(cohort), 0);
  const toFitOn = cohorts.slice(0, -1).reduce((sum, cohort) => sum + badsOf(cohort), 0);
  const neededToFit = defaultsNeeded(expertCard.factors.length);
  const isEnough = toFitOn >= neededToFit && toMeasureOn >= defaultsToMeasure;
  return { toFitOn, neededToFit, toMeasureOn, neededToMeasure: defaultsToMeasure, isEnough };
}

/** A card without its version, which it gets when it is kept; what was left out of it; how good it was. */
export interface TrainedDefault {
  readonly card: Omit<Scorecard, 'version'>;
  readonly leftOut: readonly string[];
  readonly report: DefaultReport;
}

/**
 * A scorecard fitted on the earlier of some past days and measured on the last, which it did not see, beside the card in
 * force. What is measured is what is kept. Null where defaults are too few. Deterministic; days in their order.
 * `today` is the book of which nothing is known yet: how far it has moved from what was learned.
 * Points come about as for the expert card: thin histories lean on the book in the same way. Example: the tests.
 */
export function trainDefault(
  cohorts: readonly DefaultCohort[],
  today: DefaultCohort,
  inForce: Scorecard,
): TrainedDefault | null {
  const [last] = cohorts.slice(-1);
  const past = cohorts.slice(0, -1);
  const cases = past.flatMap((cohort) => cohort.cases);
  if (!last || !defaultsAtHand(cohorts).isEnough) return null;
  const fitted = fitScorecard(
    cases.map(({ inputs, isBad }) => ({ readings: inputs.readings, isBad })),
    {
      version: 'fitted',
      from: today.on,
      source: `fitted on ${cases.length} customers on ${past.length} past ${past.length === 1 ? 'day' : 'days'}, of whom ${defaultsAtHand(cohorts).toFitOn} defaulted within a year`,
      factors: expertCard.factors.map(({ key }) => ({ key, worse: worse[key] ?? null })),
    },
  );
  if (!fitted) return null;
  const { from, source, scale, basePoints, factors, leftOut } = fitted;
  const card = { from, source, scale, basePoints, factors, thin: expertCard.thin };
  return { card, leftOut, report: defaultReport({ ...card, version: 'fitted' }, past, last, today, inForce) };
}
