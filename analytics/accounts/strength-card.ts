// Written by scripts/fit-strength.js: not by hand.
import type { FittedScorecard } from '../default/fit-scorecard.js';

/** The strength score of filed accounts: the table is all there is. */
export const strengthCard: FittedScorecard & {
  readonly definition: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly dataSha256: string;
  readonly metrics: Readonly<Record<string, number>>;
  /** SHA-256 of all the rest as JSON. */
  readonly checksum: string;
} = {
  version: 'strength-1',
  from: '2026-11-22',
  source:
    'latest filed accounts of 3700 listed companies of the United States, 2015–2018 (sowide/bankruptcy_dataset, CC BY 4.0)',
  scale: {
    points: 600,
    odds: 50,
    pointsToDoubleOdds: 20,
  },
  basePoints: 591,
  factors: [
    {
      key: 'equity-to-liabilities',
      bins: [
        {
          upTo: 0.0542777089985013,
          points: -26,
        },
        {
          upTo: 0.26878962357850333,
          points: -16,
        },
        {
          upTo: 0.4234340561677923,
          points: 9,
        },
        {
          upTo: 0.9382867603720633,
          points: 10,
        },
        {
          upTo: 1.7883303864612277,
          points: 18,
        },
        {
          upTo: 2.620954316533539,
          points: 30,
        },
        {
          upTo: null,
          points: 55,
        },
      ],
      missingPoints: 0,
    },
    {
      key: 'ebit-to-current-liabilities',
      bins: [
        {
          upTo: 0.14416088439374336,
          points: -6,
        },
        {
          upTo: 0.274969474969475,
          points: 8,
        },
        {
          upTo: 0.4035624826050654,
          points: 11,
        },
        {
          upTo: 0.5235987934993023,
          points: 14,
        },
        {
          upTo: 0.7090998283051263,
          points: 15,
        },
        {
          upTo: null,
          points: 18,
        },
      ],
      missingPoints: 0,
    },
    {
      key: 'ebit-to-liabilities',
      bins: [
        {
          upTo: 0.06000281090631651,
          points: -14,
        },
        {
          upTo: 0.0928323599224999,
          points: 14,
        },
        {
          upTo: 0.12848941405182102,
          points: 24,
        },
        {
          upTo: 0.2301316498363011,
          points: 48,
        },
        {
          upTo: null,
          points: 84,
        },
      ],
      missingPoints: 0,
    },
    {
      key: 'current-assets-to-assets',
      bins: [
        {
          upTo: 0.10975699060122274,
          points: -14,
        },
        {
          upTo: 0.19381216658571931,
          points: -16,
        },
        {
          upTo: 0.26925187681613183,
          points: -30,
        },
        {
          upTo: 0.3176674551628953,
          points: -14,
        },
        {
          upTo: 0.391682152867782,
          points: -2,
        },
        {
          upTo: 0.6127501644273231,
          points: 15,
        },
        {
          upTo: 0.7025044471668986,
          points: 37,
        },
        {
          upTo: 0.7979260055453091,
          points: 2,
        },
        {
          upTo: 0.9110788286566252,
          points: 21,
        },
        {
          upTo: null,
          points: 2,
        },
      ],
      missingPoints: 0,
    },
  ],
  leftOut: [
    'working-capital-to-assets',
    'retained-to-assets',
    'ebit-to-assets',
    'current-ratio',
    'current-liabilities-to-assets',
    'retained-to-liabilities',
  ],
  cases: 3700,
  bads: 119,
  definition: 'bankrupt after the year of the accounts, as the sample has it',
  window: {
    from: '2015',
    to: '2018',
  },
  dataSha256: '712f2a3adb665c8d2ae5b73902d8a136808dbdd592e4133324227d9e2181d47c',
  metrics: {
    folds: 5,
    rounds: 3,
    auc: 0.8247,
    ks: 0.5325,
    brier: 0.0295,
    calibrationError: 0.0079,
    aucOfAltman: 0.7328,
  },
  checksum: 'a58c7aa97a537ffd4d1238578e64c9e7d3d61b9ef221bda175a8cfd3247bb13e',
};
