import { EntityType } from '../customers/customer.entity.js';

export type QuestionKind = 'text' | 'long text' | 'email' | 'country' | 'choice' | 'number' | 'amount' | 'days';

export interface Question {
  readonly key: string;
  readonly title: string;
  readonly help: string | null;
  readonly kind: QuestionKind;
  readonly choices: readonly { value: string; title: string }[];
  /** Whether the prospect answers it on the form it is sent. */
  readonly isForProspect: boolean;
  /** Without it the prospect cannot send the form in. */
  readonly isRequired: boolean;
}

const entityTypes: Record<EntityType, string> = {
  [EntityType.COMPANY]: 'Company with limited liability',
  [EntityType.PARTNERSHIP]: 'Partnership',
  [EntityType.SOLE_TRADER]: 'Sole trader',
  [EntityType.PUBLIC_BODY]: 'Public body',
  [EntityType.UNKNOWN]: 'Something else',
};

const ask = (key: string, title: string, of: Partial<Question> = {}): Question => ({
  ...{ key, title, help: null, kind: 'text', choices: [], isForProspect: false, isRequired: false },
  ...of,
});
const theirs = (key: string, title: string, of: Partial<Question> = {}) =>
  ask(key, title, { isForProspect: true, ...of });

/** All that an application asks; ours alone are what we know or assume, theirs what the prospect may tell us itself. */
export const questions: readonly Question[] = [
  theirs('companyName', 'Registered name', { isRequired: true }),
  theirs('entityType', 'What it is in law', {
    kind: 'choice',
    isRequired: true,
    choices: Object.entries(entityTypes).map(([value, title]) => ({ value: value.toUpperCase(), title })),
  }),
  theirs('country', 'Country', { kind: 'country', help: 'Two letters, such as GB.', isRequired: true }),
  theirs('registrationNumber', 'Number in the register of companies', {
    help: 'Leave it empty if there is none.',
  }),
  theirs('parentName', 'Parent company', { help: 'If it belongs to a group.' }),
  theirs('yearsTrading', 'Years in business', { kind: 'number' }),
  theirs('contactName', 'Who pays the invoices', { isRequired: true }),
  theirs('contactEmail', 'Their e-mail address', { kind: 'email', isRequired: true }),
  theirs('contactPhone', 'Their telephone'),
  theirs('termsDaysAsked', 'Days to pay you would like', { kind: 'days' }),
  theirs('limitAsked', 'Credit you would like', { kind: 'amount', help: 'The most that would be open at once.' }),
  theirs('reference1Name', 'A supplier we may ask about you'),
  theirs('reference1Contact', 'How we reach them'),
  theirs('reference2Name', 'Another supplier we may ask'),
  theirs('reference2Contact', 'How we reach them as well'),
  theirs('remarks', 'Anything else we should know', { kind: 'long text' }),
  ask('currency', 'Currency of the contract'),
  ask('contractValue', 'Value of the contract', { kind: 'amount' }),
  ask('monthlyRun', 'Invoiced in a month', { kind: 'amount' }),
  ask('startsOn', 'Starts on', { help: 'A day, such as 2027-01-04.' }),
  ask('billingPeriodDays', 'Days between invoices', { kind: 'days' }),
  ask('workInProgress', 'Work in progress', { kind: 'amount' }),
  ask('setUpCost', 'Spent before the first payment', { kind: 'amount' }),
  ask('margin', 'Margin in percent', { kind: 'number' }),
  ask('hasGuarantee', 'Guaranteed or insured'),
  ask('bureauScale', 'Scale of the bureau'),
  ask('bureauScore', 'Score of the bureau', { kind: 'number' }),
  ask('judgments', 'Unpaid court judgments', { kind: 'number' }),
  ask('netWorth', 'Net worth', { kind: 'amount' }),
  ask('workingCapital', 'Working capital', { kind: 'amount' }),
  ask('insolvent', 'Insolvency procedure'),
  ask('creditCheckId', 'The credit check it stands on'),
];

export const questionOf = (key: string): Question | undefined => questions.find((question) => question.key === key);
export const forProspect = questions.filter(({ isForProspect }) => isForProspect);

/** Texts by question, as somebody typed them. */
export type Answers = Readonly<Record<string, string>>;

export const CONSENT =
  'We agree that credit reference agencies and the suppliers named above are asked about us, that what they say is kept with this application, and that what we have written here is true.';
