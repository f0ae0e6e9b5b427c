import type { FiledAccounts } from '../credit-check.js';
import { pdFromScore } from '../score-scale.js';
import { pointsOf } from '../scorecard.js';
import { strengthCard } from './strength-card.js';
import { missingForStrength, type StrengthFigures, strengthRatios, strengthReadings } from './strength-readings.js';

/** How strong accounts are, or what they lack. */
export interface AccountsStrength {
  /** On the scale of the score; null: not computable. */
  readonly points: number | null;
  /** The share that failed of companies like this in the sample it was fitted on; a share of one. */
  readonly pd: number | null;
  readonly missing: readonly string[];
  /** The ratios with their points, worst first; with the base they add up to the points. */
  readonly reasons: readonly { readonly factor: string; readonly title: string; readonly points: number }[];
  readonly basePoints: number;
  readonly cardVersion: string;
}

/**
 * How strong filed accounts are, by a scorecard that was fitted on accounts of listed companies of the United States; what was
 * not filed is never taken for nought. The chance is that of the sample, so it ranks and does not foretell.
 * points = base + Σ points of ten ratios. docs/model.md says how good it is.
 * Example: accounts without retained earnings lack “retained earnings” and have no points.
 */
export function accountsStrength(accounts: FiledAccounts | null): AccountsStrength {
  const { version: cardVersion, basePoints, factors, scale } = strengthCard;
  const missing = missingForStrength(accounts);
  if (missing.length > 0) return { points: null, pd: null, missing, reasons: [], basePoints, cardVersion };
  const readings = strengthReadings(accounts as FiledAccounts & StrengthFigures);
  const reasons = factors
    .map((row) => ({
      factor: row.key,
      title: strengthRatios.find(({ key }) => key === row.key)?.title ?? row.key,
      points: pointsOf(row, readings[row.key] ?? null),
    }))
    .sort((a, b) => a.points - b.points);
  const points = reasons.reduce((sum, reason) => sum + reason.points, basePoints);
  return { points, pd: pdFromScore(points, scale), missing, reasons, basePoints, cardVersion };
}
