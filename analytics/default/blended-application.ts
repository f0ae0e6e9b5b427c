import type { ApplicationScore } from '../application-score.js';
import { grade } from '../grade.js';
import type { Reason } from '../score.js';
import { scoreFigures } from '../score-figures.js';
import { factorOf, type ScoreInputs } from '../score-inputs.js';
import { clampPoints, pdFromScore, scoreFromPd } from '../score-scale.js';
import type { Scorecard } from '../scorecard.js';
import { type BlendRules, blendedPd, blendRules, blendSentence, cautiousPdRange, isTooThin, pdRange } from './blend.js';

/** What a customer's own history says when it is vetted: as it was read on a day. */
export interface OwnEvidence {
  readonly inputs: ScoreInputs;
  /** Known invoices, recent ones counting most: see `weightOfKnown`. */
  readonly weight: number;
  /** The words of its habits and facts, by factor. */
  readonly reasons: readonly Reason[];
}

/** What an application is weighed against, and by how much. */
export interface ApplicationEvidence {
  /** How many own invoices the credit check, or else the answers, count as; 0 where nothing is known. */
  readonly strength: number;
  /** How much of that is a report with a chance in it; absent: all of it. What somebody says of itself is no evidence. */
  readonly report?: number;
  /** “credit check”, or what stands in its place. */
  readonly prior: string;
  /** Null for a prospect. */
  readonly own: OwnEvidence | null;
}

/** The score of an application, with what it stands on. */
export interface BlendedApplication extends ApplicationScore {
  readonly weightOfOwn: number;
  /** Own invoices, settled or overdue. */
  readonly invoices: number;
  /** In invoices: own ones and the report. */
  readonly evidence: number;
  readonly range: { readonly low: number; readonly high: number };
  /** Too little for a machine: a person decides. */
  readonly isTooThin: boolean;
  readonly sentence: string;
}

/** Nothing at all is known: as wide as a range gets. */
const least = 1;

/**
 * An application as prior, the customer's own history as evidence: habits are weighed as n ÷ (n + strength) on log-odds, as
 * one row of points; facts of the day, such as what is overdue, count in full; a review by a person decides. A hard rule
 * stands as it is. The points of all rows and the base still add up to the points.
 * Refuses a card with unknown factors. Bühlmann's weights. Example: an application of 600 points with a fresh credit check
 * and 20 fresh invoices of a 640-point habit: half each, a row of +20.
 */
export function blendedApplication(
  application: ApplicationScore,
  { strength, report = strength, prior, own }: ApplicationEvidence,
  card: Scorecard,
  rules: BlendRules = blendRules,
): BlendedApplication {
  const weight = own?.weight ?? 0;
  const evidence = weight + report;
  const counted = own === null ? 0 : own.inputs.settled + own.inputs.overdue;
  const isReviewed = own !== null && own.inputs.review !== null;
  const { rows, weightOfOwn } =
    own === null || application.hardRule !== null
      ? { rows: [], weightOfOwn: 0 }
      : ownRows(application, { strength, prior, own }, card, rules);
  const reasons = [...application.reasons, ...rows].sort((a, b) => a.points - b.points);
  const points = clampPoints(Math.round(reasons.reduce((sum, row) => sum + row.points, application.basePoints)));
  const pd = pdFromScore(points, card.scale);
  return {
    ...application,
    points,
    grade: grade(points),
    pd,
    reasons,
    weightOfOwn,
    invoices: counted,
    evidence,
    range: (rules.reportForAMachine === null ? pdRange : cautiousPdRange)(pd, Math.max(evidence, least)),
    isTooThin:
      application.hardRule === null &&
      !isReviewed &&
      isTooThin({ invoices: rules.reportForAMachine === null ? weight : counted, report }, rules),
    sentence: blendSentence(weightOfOwn, counted, prior),
  };
}

/** What own history adds to an application, row by row. */
function ownRows(
  application: ApplicationScore,
  { strength, prior, own }: { strength: number; prior: string; own: OwnEvidence },
  card: Scorecard,
  rules: BlendRules,
): { rows: Reason[]; weightOfOwn: number } {
  const { inputs, weight, reasons } = own;
  // Judgments are among what the application counts. With nothing from elsewhere a thin history leans on the book, as the score of a customer does.
  const alone = scoreFigures(
    { ...inputs, check: null, insolventSince: null, review: null, judgments: undefined },
    card,
  );
  const isFact = (key: string) => card.factors.some((row) => row.key === key && !factorOf(row, card).isHabit);
  const habits = alone.rows.filter(({ key }) => !isFact(key) && (strength === 0 || key !== 'thin-history'));
  const habitPoints = habits.reduce((sum, row) => sum + row.points, card.basePoints);
  const ownPd = pdFromScore(habitPoints, card.scale);
  const counted = inputs.settled + inputs.overdue;
  const check = { pd: application.pd, strength };
  const blend =
    strength > 0
      ? blendedPd({ ownPd, invoices: weight, counted, check }, rules)
      : weight > 0
        ? { pd: ownPd, weightOfOwn: 1 }
        : { pd: application.pd, weightOfOwn: 0 };
  const applied = application.reasons.reduce((sum, row) => sum + row.points, application.basePoints);
  const moved = Math.round(scoreFromPd(blend.pd, card.scale) - applied) + 0;
  const told = blendSentence(blend.weightOfOwn, counted, prior);
  const rows: Reason[] = [
    { factor: 'own-history', points: moved, sentence: `${habitInWords(habits, reasons, moved)} (${told}).` },
    ...alone.rows
      .filter(({ key }) => isFact(key))
      .map(({ key, points }) => ({ factor: key, points, sentence: sentenceOf(reasons, key) })),
  ];
  if (inputs.review !== null) {
    const sum = rows.reduce((total, row) => total + row.points, applied);
    rows.push({ factor: 'review', points: inputs.review.points - sum, sentence: inputs.review.sentence });
  }
  return { rows, weightOfOwn: blend.weightOfOwn };
}

const sentenceOf = (reasons: readonly Reason[], key: string) =>
  reasons.find(({ factor }) => factor === key)?.sentence ?? '';

/** The habit that speaks loudest in the direction of the row. */
function habitInWords(
  habits: readonly { key: string; points: number }[],
  reasons: readonly Reason[],
  moved: number,
): string {
  const loudest = [...habits].sort((a, b) => (moved < 0 ? a.points - b.points : b.points - a.points))[0];
  const sentence = loudest ? sentenceOf(reasons, loudest.key) : '';
  return sentence === '' ? 'Its own history' : sentence.replace(/\.$/, '');
}
