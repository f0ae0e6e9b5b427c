import type { Day } from './calendar.js';

/** An amount in minor units. */
export interface CreditCheckAmount {
  readonly minor: number;
  readonly currency: string;
}

/** What happened to a company, as a register or the gazette tells it. */
export interface CompanyEvent {
  /** In words: “Administration started”. */
  readonly what: string;
  readonly on: Day | null;
  /** False for what is solvent by law, such as a members’ voluntary liquidation. */
  readonly isInsolvency: boolean;
}

/** Figures of the last accounts that were filed, in minor units of their currency; null is not filed. */
export interface FiledAccounts {
  readonly madeUpTo: Day | null;
  readonly currency: string;
  readonly currentAssetsMinor: number | null;
  readonly currentLiabilitiesMinor: number | null;
  readonly totalAssetsMinor: number | null;
  readonly totalLiabilitiesMinor: number | null;
  readonly retainedEarningsMinor: number | null;
  /** Earnings before interest and taxes. */
  readonly ebitMinor: number | null;
  readonly equityMinor: number | null;
  readonly turnoverMinor: number | null;
  /** Equity less intangible assets. */
  readonly netWorthMinor: number | null;
  readonly workingCapitalMinor: number | null;
}

/** What any credit check says, whoever gave it: one shape. Null is “not said” and “not scored”, never nought. */
export interface CreditCheckReport {
  /** Chance of failure within 12 months, a share of one. */
  readonly failurePd: number | null;
  /** Chance of paying 90 days late or not at all, a share of one. */
  readonly delinquencyPd: number | null;
  /** The score as the provider gives it, on which scale. */
  readonly score: { readonly scale: string; readonly value: number } | null;
  /** The provider’s own word for the risk. */
  readonly band: string | null;
  readonly suggestedLimit: CreditCheckAmount | null;
  /** Negative: it pays sooner than its terms. */
  readonly daysBeyondTerms: number | null;
  /** Unpaid court judgments that are its own. */
  readonly judgments: number | null;
  /** Those that may be another’s of a like name: nothing is decided by them. */
  readonly possibleJudgments: number | null;
  readonly accountsOverdue: boolean | null;
  readonly isInsolvent: boolean | null;
  /** False: dissolved or closed. */
  readonly isActive: boolean | null;
  readonly events: readonly CompanyEvent[];
  /** The year or the day it was founded. */
  readonly foundedOn: Day | null;
  readonly employees: number | null;
  readonly turnover: CreditCheckAmount | null;
  readonly accounts: FiledAccounts | null;
  /** What else to know, and what of it is no number. */
  readonly notes: readonly string[];
}

/** A report that says nothing: whoever reads an answer starts from it. */
export const emptyReport: CreditCheckReport = {
  failurePd: null,
  delinquencyPd: null,
  score: null,
  band: null,
  suggestedLimit: null,
  daysBeyondTerms: null,
  judgments: null,
  possibleJudgments: null,
  accountsOverdue: null,
  isInsolvent: null,
  isActive: null,
  events: [],
  foundedOn: null,
  employees: null,
  turnover: null,
  accounts: null,
  notes: [],
};

export const emptyAccounts: Omit<FiledAccounts, 'currency'> = {
  madeUpTo: null,
  currentAssetsMinor: null,
  currentLiabilitiesMinor: null,
  totalAssetsMinor: null,
  totalLiabilitiesMinor: null,
  retainedEarningsMinor: null,
  ebitMinor: null,
  equityMinor: null,
  turnoverMinor: null,
  netWorthMinor: null,
  workingCapitalMinor: null,
};
