import type { Day } from './calendar.js';

/** A band of a bureau's score, both ends included. */
export interface BureauBand {
  readonly lo: number;
  readonly hi: number;
  readonly label: string;
  /** Chance of failure within 12 months. */
  readonly pd: number;
}

/** What the scores of one bureau mean, for a time; a tenant can keep other rows. */
export interface BureauScale {
  readonly key: string;
  readonly title: string;
  readonly from: Day;
  /** Last day it holds; null while it does. */
  readonly to: Day | null;
  readonly bands: readonly BureauBand[];
  /** Values within or near the range that are codes, not scores. */
  readonly notScored: readonly number[];
  readonly source: string;
  /** Whether `pd` was published by the bureau or is our placeholder. */
  readonly sureness: 'published' | 'assumption';
}

const placeholder =
  'the chance of failure is our placeholder of 2026-11: none is published; replace it by the licensed one';

/** What bureau scores mean: dated rows with their source, to be replaced by what a licence says. */
export const bureauScales: readonly BureauScale[] = [
  {
    key: 'creditsafe-100',
    title: 'Creditsafe, 0–100',
    from: '2015-01-01',
    to: null,
    bands: [
      { lo: 71, hi: 100, label: 'A', pd: 0.005 },
      { lo: 51, hi: 70, label: 'B', pd: 0.015 },
      { lo: 30, hi: 50, label: 'C', pd: 0.04 },
      { lo: 21, hi: 29, label: 'D', pd: 0.1 },
      { lo: 0, hi: 20, label: 'D', pd: 0.2 },
    ],
    notScored: [],
    source: `bands: help.creditsafe.com, article 7000038283; ${placeholder}`,
    sureness: 'assumption',
  },
  {
    key: 'delphi-100',
    title: 'Experian Commercial Delphi, 0–100',
    from: '2015-01-01',
    to: null,
    bands: [
      { lo: 91, hi: 100, label: 'veryLow', pd: 0.003 },
      { lo: 81, hi: 90, label: 'low', pd: 0.008 },
      { lo: 51, hi: 80, label: 'belowAverage', pd: 0.02 },
      { lo: 26, hi: 50, label: 'aboveAverage', pd: 0.05 },
      { lo: 16, hi: 25, label: 'high', pd: 0.1 },
      { lo: 2, hi: 15, label: 'maximum', pd: 0.2 },
      { lo: 1, hi: 1, label: 'petition', pd: 0.5 },
      { lo: 0, hi: 0, label: 'failed', pd: 0.9 },
    ],
    notScored: [],
    source: `bands: artesian.zendesk.com, article 360033242294; ${placeholder}`,
    sureness: 'assumption',
  },
  {
    key: 'dnb-failure-1875',
    title: 'D&B Failure Score, 1001–1875',
    from: '2015-01-01',
    to: null,
    bands: [
      { lo: 1570, hi: 1875, label: '1', pd: 0.0003 },
      { lo: 1510, hi: 1569, label: '2', pd: 0.0009 },
      { lo: 1450, hi: 1509, label: '3', pd: 0.0024 },
      { lo: 1340, hi: 1449, label: '4', pd: 0.0084 },
      { lo: 1001, hi: 1339, label: '5', pd: 0.047 },
    ],
    notScored: [0],
    source: 'support.dandb.com, article 230505148: table of classes with their chance of failure',
    sureness: 'published',
  },
];
