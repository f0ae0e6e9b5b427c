import {
  amountInWords,
  countInWords,
  type Day,
  dayInWords,
  euLatePaymentLaw,
  type LatePaymentLaw,
  referenceRateOn,
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
    payment:
      of.termsDays > 0
        ? `within ${countInWords(of.termsDays, 'day')} of its date`
        : of.limitMinor > 0
          ? 'on receipt'
          : 'before supply',
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

/** What is to be said of the rate by law that a contract names: from before this half-year, or not seen printed; null: nothing. */
export function doubtAboutInterest(country: string | null, drawnUpOn: Day): string | null {
  const law = LAWS[country ?? ''];
  const reference = law ? referenceRateOn(drawnUpOn, law) : null;
  if (!law || !reference) return null;
  const halfYear = `${drawnUpOn.slice(0, 4)}-${drawnUpOn.slice(5, 7) < '07' ? '01' : '07'}-01`;
  const doubts = [
    reference.from < halfYear && `it is that of ${dayInWords(reference.from)}, and none is known for this half-year`,
    reference.sureness !== 'published' &&
      `it is told ${reference.sureness === 'second hand' ? 'at second hand' : reference.sureness}`,
  ].filter(Boolean);
  if (doubts.length === 0) return null;
  return `See that the reference rate of ${perCent(reference.rate)} in the clause on late payment is right: ${doubts.join('; ')}.`;
}

const perCent = (share: number) => `${Math.round(share * 10_000) / 100} per cent`;
