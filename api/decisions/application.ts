import type { AgreedScore, ApplicationEvidence } from '../../analytics/index.js';
import type { OwnHistory } from '../scoring/own-histories.service.js';
import type { Finding } from './findings.js';

/** What an application is weighed against: kept with it, so that it can be weighed again. */
export interface Evidence extends ApplicationEvidence {
  /** Version of the rules of weighing. */
  rules: string;
  own: OwnHistory | null;
  /** Of the credit check; null where none told a chance. */
  checkAgeDays: number | null;
  /** A stored credit check that whoever asks may not read counts for nothing. */
  isCheckUnread: boolean;
}

/** What is asked of a prospect, as the recommendation takes it: what is not known is null. */
export interface Application {
  companyName: string;
  registrationNumber: string | null;
  country: string | null;
  entityType: string;
  isNaturalPerson: boolean;
  currency: string;
  contractValueMinor: number;
  monthlyRunMinor: number;
  termsDaysAsked: number;
  billingPeriodDays: number;
  workInProgressMinor: number;
  /** Null or not there: nobody asked for one. */
  limitAskedMinor?: number | null;
  /** Spent before the first payment. */
  setUpCostMinor: number;
  /** Of the contract: a share of one; null: the policy’s is assumed. */
  margin: number | null;
  /** Of its parent, a bank or a person, or insured. */
  hasGuarantee: boolean;
  /** True: a customer that we supply. */
  isKnown: boolean;
  bureauScale: string | null;
  bureauScore: number | null;
  yearsTrading: number | null;
  judgments: number | null;
  netWorthMinor: number | null;
  workingCapitalMinor: number | null;
  insolvent: boolean;
  /** What the bureau’s score meant on the day, or what the credit check said: a share of one. */
  bureauPd: number | null;
  /** The credit check it stands on: what is not typed in is taken from it. */
  creditCheckId: number | null;
  /** The limit that the credit check suggests, when it is in the currency of the contract. */
  suggestedLimitMinor: number | null;
  /** Of the credit check; 0 without one. */
  reportAgeDays: number;
  /** False: the credit check has it as dissolved or closed. */
  isActive: boolean | null;
  /** Not there in what was kept before own history and credit checks were weighed. */
  evidence?: Evidence;
  /** Not in what was kept before checks ran by themselves. */
  parentName?: string | null;
  findings?: readonly Finding[];
  /** What its group owes us already; where terms are renewed, without what it owes itself. */
  groupExposureMinor?: number;
  /** Of a customer that we supply: its own limit is what is asked about. */
  isRenewal?: true;
  /** Where terms are renewed: what they were agreed at. */
  agreed?: AgreedScore;
}
