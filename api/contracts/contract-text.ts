import {
  amountInWords,
  countInWords,
  type Day,
  dayInWords,
  euLatePaymentLaw,
  type LatePaymentLaw,
  statutoryRate,
  ukLatePaymentLaw,
} from '../../analytics/index.js';
import type { Figures } from './fields.js';

/** What is signed: the same words in each form. */
export interface ContractText {
  supplier: string;
  customer: string;
  drawnUpOn: string;
  clauses: readonly { title: string; text: string }[];
}

export const TITLE = 'Contract of supply';
export const between = ({ supplier, customer }: ContractText): string => `between ${supplier} and ${customer}`;
export const drawnUp = ({ drawnUpOn }: ContractText): string => `Drawn up on ${dayInWords(drawnUpOn)}.`;
export const signatures = ({ supplier, customer }: ContractText): string[] =>
  [supplier, customer].map((name) => `For ${name}: name, place, day, signature`);

export function asText(contract: ContractText): string {
  const clauses = contract.clauses.map(({ title, text }, i) => `${i + 1}. ${title}\n\n${text}`);
  const parts = [TITLE, between(contract), drawnUp(contract), ...clauses, ...signatures(contract).map(line)];
  return `${parts.join('\n\n')}\n`;
}
const line = (signature: string) => `${'_'.repeat(40)}\n${signature}`;

/** The figures of a decision as a contract says them. */
export function figuresOf(of: {
  supplier: string;
  customer: string;
  currency: string;
  contractValueMinor: number;
  billingPeriodDays: number;
  termsDays: number;
  depositMinor: number;
  depositShare: number;
  limitMinor: number;
  holdDays: number;
  noticeDays: number;
  releaseInvoices: number;
  releaseDaysLate: number;
  restoreDays: number;
  interest: number;
  /** Whose law is that of late payment, and when it is asked. */
  country: string | null;
  drawnUpOn: Day;
  disputeDays: number;
  reportingDays: number;
}): Figures {
  const amount = (minor: number) => amountInWords(minor, of.currency);
  const hasDeposit = of.depositMinor > 0;
  const law = LAWS[of.country ?? ''];
  const byLaw = law ? statutoryRate(of.drawnUpOn, law) : null;
  return {
    supplier: of.supplier,
    customer: of.customer,
    contractValue: amount(of.contractValueMinor),
    billingPeriodDays: String(of.billingPeriodDays),
    payment: of.termsDays === 0 ? 'before supply' : `within ${countInWords(of.termsDays, 'day')} of its date`,
    deposit: hasDeposit ? amount(of.depositMinor) : null,
    depositShare: hasDeposit ? perCent(of.depositShare) : null,
    limit: amount(of.limitMinor),
    holdDays: String(of.holdDays),
    noticeDays: String(of.noticeDays),
    releaseInvoices: countInWords(of.releaseInvoices, 'invoice'),
    releaseDaysLate: countInWords(of.releaseDaysLate, 'day'),
    restoreDays: countInWords(of.restoreDays, 'day'),
    interest: perCent(of.interest),
    interestByLaw: byLaw === null ? null : perCent(byLaw),
    disputeDays: countInWords(of.disputeDays, 'day'),
    reportingDays: countInWords(of.reportingDays, 'day'),
  };
}

/** Germany and others give more than the directive: theirs is said in the words of their clause. */
const LAWS: Readonly<Record<string, LatePaymentLaw>> = { GB: ukLatePaymentLaw, IE: euLatePaymentLaw };
const perCent = (share: number) => `${Math.round(share * 10_000) / 100} per cent`;
