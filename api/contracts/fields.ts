import { ClauseNotRight, FigureMissing } from './contracts.errors.js';

/** What a clause may be filled with, each from the decision and the policy it was made with: `{deposit}` in its text. */
export const fields = {
  supplier: 'Who supplies: our own name.',
  customer: 'Who buys: the name of the customer.',
  contractValue: 'The price of the whole contract, with its currency.',
  billingPeriodDays: 'Days between two invoices.',
  payment: 'When an invoice is to be paid, as “within 30 days of its date”.',
  deposit: 'The deposit, with its currency.',
  depositShare: 'The deposit as a share of the price, as “25 per cent”.',
  limit: 'The limit, with its currency.',
  holdDays: 'Days past due after which supply may stop.',
  noticeDays: 'Days of notice before it stops.',
  releaseInvoices: 'After how many invoices paid in time the deposit is released, as “6 invoices”.',
  releaseDaysLate: 'How late they may be paid on average, as “3 days”.',
  restoreDays: 'In which a deposit that was drawn on is restored, as “14 days”.',
  interest: 'Interest a year where no law of the country sets it, as “8 per cent”.',
  interestByLaw:
    'Interest a year by the law of the country for what falls due on the day the contract is drawn up, as “11.75 per cent”: GB and IE.',
  disputeDays: 'In which an invoice is disputed, as “30 days”.',
  reportingDays: 'So long before a report to a credit agency one is told of it, as “14 days”.',
} as const;
export type Field = keyof typeof fields;
export type Figures = Readonly<Record<Field, string | null>>;

const braces = /\{([^{}]*)\}/g;

/** Refuses a text with a field that nothing fills, or a brace that nothing closes. */
export function mustBeFillable(text: string): void {
  const unknown = [...text.matchAll(braces)].map(([, name]) => name as string).filter((name) => !(name in fields));
  if (unknown.length > 0)
    throw new ClauseNotRight(
      `There is no field {${unknown[0]}}. There are: ${Object.keys(fields)
        .map((name) => `{${name}}`)
        .join(', ')}.`,
    );
  const open = text.replace(braces, '').match(/[{}]/);
  if (open) throw new ClauseNotRight('A brace stands alone. A field is written as {customer}, with both.');
}

/** The text with every field filled; refuses where one has no value, so that no contract has a gap. */
export function filled(title: string, text: string, figures: Figures): string {
  mustBeFillable(text);
  return text.replace(braces, (_, name: Field) => {
    const value = figures[name];
    if (value === null) throw new FigureMissing(title, name);
    return value;
  });
}
