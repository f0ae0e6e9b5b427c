import type { BlendedApplication } from '../../analytics/index.js';
import type { Evidence } from './application.js';

/** What a recommendation stands on: how own history and what others say were weighed, and how sure that makes it. */
export interface StandsOn {
  sentence: string;
  /** Shares of one that add up to one. */
  weightOfOwn: number;
  weightOfCheck: number;
  invoices: number;
  /** Null where no credit check told a chance. */
  checkAgeDays: number | null;
  /** In invoices: own ones and the report. */
  evidence: number;
  pdLow: number;
  pdHigh: number;
  isTooThin: boolean;
}

export function standsOn(of: BlendedApplication, { checkAgeDays }: Evidence): StandsOn {
  return {
    sentence: of.sentence,
    weightOfOwn: of.weightOfOwn,
    weightOfCheck: 1 - of.weightOfOwn,
    invoices: of.invoices,
    checkAgeDays,
    evidence: of.evidence,
    pdLow: of.range.low,
    pdHigh: of.range.high,
    isTooThin: of.isTooThin,
  };
}

/** Why a person decides. */
export function tooThin({ own, strength, report, checkAgeDays }: Evidence): string {
  const known = own ? own.inputs.settled + own.inputs.overdue : 0;
  const history =
    known === 0 ? 'No invoice of its own' : known === 1 ? 'One invoice of its own' : `${known} invoices of its own`;
  // Kept by the first rules: answers counted then.
  const answers =
    report === undefined ? `accounts and answers that count as ${strength}` : 'no credit check, only answers';
  const told = checkAgeDays === null ? answers : `a credit check of ${checkAgeDays} days that counts as ${strength}`;
  const check = strength === 0 ? 'no credit check' : told;
  return `${history} and ${check}: too little for a machine, a person decides.`;
}
