import type { Day } from './calendar.js';
import type { Grade } from './grade.js';

/** What is offered: terms, the days they mean, the deposit as a share of the contract, and what goes with it. */
export interface OfferedTerms {
  readonly paymentTerms: string;
  readonly termsDays: number;
  readonly depositShare: number;
  readonly note: string;
}

export interface TermsLadder {
  readonly version: string;
  readonly from: Day;
  readonly source: string;
  readonly steps: readonly { readonly grade: Grade; readonly known: OfferedTerms; readonly isNew: OfferedTerms }[];
}

const open = { paymentTerms: 'net 30', termsDays: 30, depositShare: 0 };
const short = { paymentTerms: 'net 14', termsDays: 14 };
const milestones = {
  paymentTerms: 'net 7',
  termsDays: 7,
  depositShare: 0.5,
  note: 'Half in advance or by milestones, the rest by direct debit.',
};
const inAdvance = { paymentTerms: 'prepayment', termsDays: 0, depositShare: 1, note: 'Payment before supply only.' };

/** Which grade gets which terms; the defaults of a policy. */
export const termsLadder: TermsLadder = {
  version: 'terms-1',
  from: '2026-11-01',
  source: 'our convention, after the practice of trade creditors',
  steps: [
    { grade: 'A', known: { ...open, note: 'The full limit.' }, isNew: { ...open, note: 'The full limit.' } },
    {
      grade: 'B',
      known: { ...open, note: 'No deposit.' },
      isNew: { ...short, depositShare: 0, note: 'Net 30 once the first invoices are paid on time.' },
    },
    {
      grade: 'C',
      known: { ...short, depositShare: 0.1, note: 'By direct debit.' },
      isNew: { ...short, depositShare: 0.25, note: 'By direct debit; the deposit falls with a good record.' },
    },
    { grade: 'D', known: milestones, isNew: milestones },
    { grade: 'E', known: inAdvance, isNew: inAdvance },
  ],
};

/**
 * The terms a grade is offered, for a new or a known customer.
 * Days and a share of one. Refuses a ladder without the grade.
 * Our convention. Example: offeredTerms('B', true) is net 14 without deposit, offeredTerms('E', false) prepayment.
 */
export function offeredTerms(grade: Grade, isNew: boolean, ladder: TermsLadder = termsLadder): OfferedTerms {
  const step = ladder.steps.find((candidate) => candidate.grade === grade);
  if (step === undefined) throw new RangeError(`The terms ladder ${ladder.version} has no step for grade ${grade}.`);
  return isNew ? step.isNew : step.known;
}
