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
  /** In invoices: own ones and the strength of what others say. */
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
export function tooThin({ own, strength, checkAgeDays }: Evidence): string {
  const known = own ? own.inputs.settled + own.inputs.overdue : 0;
  const history =
    known === 0 ? 'No invoice of its own' : known === 1 ? 'One invoice of its own' : `${known} invoices of its own`;
  const what = checkAgeDays === null ? 'accounts and answers' : `a credit check of ${checkAgeDays} days`;
  const check =
    strength === 0 ? 'no credit check' : `${what} that ${checkAgeDays === null ? 'count' : 'counts'} as ${strength}`;
  return `${history} and ${check}: too little for a machine, a person decides.`;
}
