import { parseAmount } from '../../amount-text.js';
import { exponent } from '../../format.js';
import type { VariablesOf } from '../../graphql.js';
import type { Vet } from './vet.graphql.js';

/** What is typed, as text, until it is asked: so nothing is lost on reload, not even what is wrong. */
export const emptyDraft = {
  companyName: '',
  entityType: 'COMPANY',
  currency: '',
  contractValue: '',
  monthlyRun: '',
  termsDaysAsked: '30',
  registrationNumber: '',
  country: '',
  billingPeriodDays: '',
  workInProgress: '',
  margin: '',
  bureauScale: '',
  bureauScore: '',
  yearsTrading: '',
  judgments: '',
  netWorth: '',
  workingCapital: '',
  insolvent: '',
  creditCheckId: '',
  customerId: '',
  setUpCost: '',
  hasGuarantee: '',
  startsOn: '',
  parentName: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  limitAsked: '',
  reference1Name: '',
  reference1Contact: '',
  reference2Name: '',
  reference2Contact: '',
  remarks: '',
};
export type Draft = typeof emptyDraft;
export type Problems = Partial<Record<keyof Draft, string>>;
type Input = VariablesOf<typeof Vet>['input'];
type Scale = { key: string; from: number; to: number };

const number = (text: string) => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
};
const whole = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null);

/** What is wrong with a field, in a sentence that says what would be right. */
export function problemsOf(draft: Draft, scales: readonly Scale[]): Problems {
  const problems: Problems = {};
  const wrong = (field: keyof Draft, sentence: string, isWrong: boolean) => {
    if (isWrong) problems[field] = sentence;
  };
  const given = (field: keyof Draft) => draft[field].trim() !== '';
  const example = `An amount, such as ${exponent(draft.currency) === 0 ? '12,500' : '12,500.00'}.`;
  const minor = (field: keyof Draft) => parseAmount(draft[field], draft.currency);

  wrong('companyName', 'The name of the company, or of the person.', !given('companyName'));
  wrong('currency', 'Three letters, such as EUR.', !/^[A-Z]{3}$/.test(draft.currency));
  for (const field of ['contractValue', 'monthlyRun'] as const) wrong(field, example, !((minor(field) ?? 0) > 0));
  wrong('termsDaysAsked', 'Days as a whole number; 0 is prepayment.', whole(draft.termsDaysAsked) === null);
  wrong('country', 'Two letters, such as DE.', given('country') && !/^[A-Z]{2}$/.test(draft.country));
  wrong('billingPeriodDays', 'Days as a whole number.', given('billingPeriodDays') && !whole(draft.billingPeriodDays));
  const margin = number(draft.margin);
  wrong(
    'margin',
    'A share of the contract in percent, from 0 to 100.',
    given('margin') && !(margin !== null && margin >= 0 && margin <= 100),
  );
  for (const field of ['workInProgress', 'setUpCost', 'limitAsked'] as const)
    wrong(field, example, given(field) && !((minor(field) ?? -1) >= 0));
  wrong(
    'contactEmail',
    'An e-mail address, such as name@company.com.',
    given('contactEmail') && !/^[^@\s]+@[^@\s]+$/.test(draft.contactEmail.trim()),
  );
  wrong(
    'startsOn',
    'A day, such as 2027-01-04.',
    given('startsOn') && !/^\d{4}-\d\d-\d\d$/.test(draft.startsOn.trim()),
  );
  for (const field of ['netWorth', 'workingCapital'] as const)
    wrong(field, example, given(field) && minor(field) === null);
  wrong('judgments', 'How many, as a whole number.', given('judgments') && whole(draft.judgments) === null);
  wrong('yearsTrading', 'Years, such as 3.5.', given('yearsTrading') && !((number(draft.yearsTrading) ?? -1) >= 0));
  const scale = scales.find(({ key }) => key === draft.bureauScale);
  const score = number(draft.bureauScore);
  wrong('bureauScale', 'Which scale is the score on?', given('bureauScore') && !given('bureauScale'));
  if (scale && given('bureauScore')) {
    const isOutside = score === null || score < scale.from || score > scale.to;
    wrong('bureauScore', `A score from ${scale.from} to ${scale.to}.`, isOutside);
  }
  return problems;
}

/** A field of what is sent, as it is called in the form. */
export const draftField = (field: string) => field.replace(/Minor$/, '') as keyof Draft;
export const isOfDraft = ({ field }: { field: string }) => draftField(field) in emptyDraft;

/** What the server refused of what was sent, at the fields that still say it. */
export function refusedAt(
  fields: readonly { field: string; sentence: string }[],
  sent: Draft | null,
  draft: Draft,
): Problems {
  const refused: Problems = {};
  for (const { field, sentence } of fields) {
    const name = draftField(field);
    if (isOfDraft({ field }) && sent?.[name] === draft[name]) refused[name] = sentence;
  }
  return refused;
}

/** The draft as the server takes it; call it only when nothing is wrong. */
export function inputOf(draft: Draft, keep: boolean): Input {
  const amount = (text: string) => parseAmount(text, draft.currency);
  return {
    companyName: draft.companyName.trim(),
    entityType: draft.entityType as Input['entityType'],
    currency: draft.currency,
    contractValueMinor: amount(draft.contractValue) ?? 0,
    monthlyRunMinor: amount(draft.monthlyRun) ?? 0,
    termsDaysAsked: whole(draft.termsDaysAsked) ?? 0,
    registrationNumber: draft.registrationNumber.trim() || null,
    country: draft.country || null,
    parentName: draft.parentName.trim() || null,
    billingPeriodDays: whole(draft.billingPeriodDays),
    workInProgressMinor: amount(draft.workInProgress),
    margin: number(draft.margin) === null ? null : (number(draft.margin) as number) / 100,
    bureauScale: draft.bureauScore.trim() ? draft.bureauScale || null : null,
    bureauScore: number(draft.bureauScore),
    yearsTrading: number(draft.yearsTrading),
    judgments: whole(draft.judgments),
    netWorthMinor: amount(draft.netWorth),
    workingCapitalMinor: amount(draft.workingCapital),
    creditCheckId: draft.creditCheckId || null,
    customerId: draft.customerId || null,
    setUpCostMinor: amount(draft.setUpCost),
    limitAskedMinor: amount(draft.limitAsked),
    hasGuarantee: draft.hasGuarantee === 'yes',
    insolvent: draft.insolvent === '' ? null : draft.insolvent === 'yes',
    keep,
  };
}
