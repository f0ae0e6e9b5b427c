import type { Day } from '../calendar.js';

/** A rate that interest follows, from a day on until the next. */
export interface ReferenceRate {
  readonly from: Day;
  /** A share of one. */
  readonly rate: number;
  /** Printed by a source we saw, told by a second hand, or from memory: to be checked. */
  readonly sureness: 'published' | 'second hand' | 'from memory';
}

/** What the law of a country gives a creditor whom a business pays late. */
export interface LatePaymentLaw {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly currency: string;
  /** Over the reference rate: a share of one. */
  readonly over: number;
  readonly references: readonly ReferenceRate[];
  /** A fixed sum per debt, by what is owed; minor units, below `belowMinor`, null: all above. */
  readonly compensation: readonly { readonly belowMinor: number | null; readonly minor: number }[];
}

const rates = (sureness: ReferenceRate['sureness'], of: Readonly<Record<Day, number>>): ReferenceRate[] =>
  Object.entries(of).map(([from, rate]) => ({ from: from as Day, rate, sureness }));

/** The Bank of England's official dealing rate on 30 June and 31 December holds for what begins in the half-year after. */
const bankOfEngland: readonly ReferenceRate[] = [
  ...rates('published', {
    '2019-01-01': 0.0075,
    '2019-07-01': 0.0075,
    '2020-01-01': 0.0075,
    '2020-07-01': 0.001,
    '2021-01-01': 0.001,
    '2021-07-01': 0.001,
    '2022-01-01': 0.0025,
    '2022-07-01': 0.0125,
    '2023-01-01': 0.035,
    '2023-07-01': 0.05,
    '2024-01-01': 0.0525,
  }),
  ...rates('second hand', {
    '2024-07-01': 0.0525,
    '2025-01-01': 0.0475,
    '2025-07-01': 0.0425,
    '2026-01-01': 0.0375,
    '2026-07-01': 0.0375,
  }),
];

/** The European Central Bank's rate for main refinancing operations, in force on 1 January and 1 July. */
const centralBank: readonly ReferenceRate[] = [
  ...rates('from memory', { '2023-01-01': 0.025, '2023-07-01': 0.04, '2024-01-01': 0.045 }),
  ...rates('published', { '2024-07-01': 0.0425 }),
  ...rates('from memory', { '2025-01-01': 0.0315, '2025-07-01': 0.0215, '2026-01-01': 0.0215 }),
];

/** Only between businesses, and not where the contract has a substantial remedy of its own; never both. */
export const ukLatePaymentLaw: LatePaymentLaw = {
  key: 'GB',
  title: 'Late Payment of Commercial Debts (Interest) Act 1998',
  source:
    'SI 2002/1675 art. 4; rates to the first half of 2024 as printed by payontime.co.uk, later ones second hand: check them against the Bank of England',
  currency: 'GBP',
  over: 0.08,
  references: bankOfEngland,
  compensation: [
    { belowMinor: 100_000, minor: 4_000 },
    { belowMinor: 1_000_000, minor: 7_000 },
    { belowMinor: null, minor: 10_000 },
  ],
};

/** As the directive has it; Germany and others give more. */
export const euLatePaymentLaw: LatePaymentLaw = {
  key: 'EU',
  title: 'Directive 2011/7/EU',
  source: 'enterprise.gov.ie (12.25 % from 1 July 2024); the other rates from memory: check them against the ECB',
  currency: 'EUR',
  over: 0.08,
  references: centralBank,
  compensation: [{ belowMinor: null, minor: 4_000 }],
};
