import type { Day } from './calendar.js';
import { type ScoreScale, scale } from './score-scale.js';
import type { CardFactor } from './scorecard.js';

/** All that an application score depends on besides its inputs: plain data that can be stored, dated and replaced. */
export interface ApplicationCard {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  readonly scale: ScoreScale;
  readonly basePoints: number;
  /** Keys: see `applicationFactors`. */
  readonly factors: readonly CardFactor[];
}

/** Points set by judgment; a prospect of whom nothing is known is a D, one with a fair credit check and accounts a B. */
export const applicationCard: ApplicationCard = {
  version: 'application-1',
  from: '2026-11-01',
  source: 'our convention: points set by judgment, not fitted to defaults',
  scale,
  basePoints: 600,
  factors: [
    {
      key: 'credit-check',
      bins: [
        { upTo: 0.002, points: 45 },
        { upTo: 0.005, points: 30 },
        { upTo: 0.01, points: 20 },
        { upTo: 0.02, points: 10 },
        { upTo: 0.05, points: -10 },
        { upTo: 0.1, points: -35 },
        { upTo: 0.2, points: -60 },
        { upTo: null, points: -90 },
      ],
      missingPoints: -20,
    },
    {
      key: 'years-trading',
      bins: [
        { upTo: 1, points: -20 },
        { upTo: 3, points: -8 },
        { upTo: 10, points: 3 },
        { upTo: null, points: 10 },
      ],
      missingPoints: -8,
    },
    {
      key: 'judgments',
      bins: [
        { upTo: 0, points: 5 },
        { upTo: 1, points: -25 },
        { upTo: 2, points: -45 },
        { upTo: null, points: -70 },
      ],
      missingPoints: -5,
    },
    {
      key: 'net-worth',
      bins: [
        { upTo: 0, points: -25 },
        { upTo: 0.5, points: -8 },
        { upTo: 2, points: 0 },
        { upTo: 10, points: 6 },
        { upTo: null, points: 10 },
      ],
      missingPoints: -8,
    },
    {
      key: 'working-capital',
      bins: [
        { upTo: 0, points: -15 },
        { upTo: 0.5, points: -4 },
        { upTo: 2, points: 2 },
        { upTo: null, points: 6 },
      ],
      missingPoints: -5,
    },
  ],
};
