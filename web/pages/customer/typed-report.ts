import type { VariablesOf } from '../../graphql.js';
import type { TypeInCreditCheck } from './credit-checks.graphql.js';

/** What is typed, as text, until it is kept. */
export const emptyReport = {
  from: '',
  reportedOn: '',
  bureauScale: '',
  bureauScore: '',
  judgments: '',
  daysBeyondTerms: '',
  yearsTrading: '',
  insolvent: '',
  suggestedLimit: '',
  netWorth: '',
  currentAssets: '',
  currentLiabilities: '',
  totalAssets: '',
  totalLiabilities: '',
  retainedEarnings: '',
  ebit: '',
};
export type TypedReport = typeof emptyReport;
type Input = VariablesOf<typeof TypeInCreditCheck>['input'];
type Parse = (text: string) => number | null;

const amounts = [
  'suggestedLimit',
  'netWorth',
  'currentAssets',
  'currentLiabilities',
  'totalAssets',
  'totalLiabilities',
  'retainedEarnings',
  'ebit',
] as const;
const whole = (text: string) => (/^-?\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null);
const number = (text: string) => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
};

/** What is wrong with a field, in a sentence that says what would be right; `nothing`: no figure is given at all. */
export function problemsOf(typed: TypedReport, parse: Parse): Partial<Record<keyof TypedReport | 'nothing', string>> {
  const problems: ReturnType<typeof problemsOf> = {};
  const given = (name: keyof TypedReport) => typed[name].trim() !== '';
  const wrong = (name: keyof TypedReport | 'nothing', sentence: string, isWrong: boolean) => {
    if (isWrong) problems[name] = sentence;
  };
  wrong('from', 'Where is it from? Two letters at least.', typed.from.trim().length < 2);
  wrong('bureauScore', 'A score, as a number.', given('bureauScore') && number(typed.bureauScore) === null);
  wrong('bureauScore', 'Which score on that scale?', given('bureauScale') && !given('bureauScore'));
  wrong('bureauScale', 'Which scale is the score on?', given('bureauScore') && !given('bureauScale'));
  wrong('judgments', 'How many, as a whole number.', given('judgments') && !((whole(typed.judgments) ?? -1) >= 0));
  wrong('yearsTrading', 'Whole years, such as 3.', given('yearsTrading') && !((whole(typed.yearsTrading) ?? -1) >= 0));
  wrong(
    'daysBeyondTerms',
    'Days; −5 is five days sooner.',
    given('daysBeyondTerms') && whole(typed.daysBeyondTerms) === null,
  );
  for (const name of amounts) wrong(name, 'An amount, such as 12,500.00.', given(name) && parse(typed[name]) === null);
  const { from: _, reportedOn: __, ...figures } = typed;
  wrong(
    'nothing',
    'Nothing is typed in yet: give at least one figure.',
    Object.values(figures).every((text) => text.trim() === ''),
  );
  return problems;
}

/** As the server takes it; call it only when nothing is wrong. */
export function inputOf(typed: TypedReport, customer: { id: string; currency: string }, parse: Parse): Input {
  const amount = Object.fromEntries(amounts.map((name) => [`${name}Minor`, parse(typed[name])]));
  return {
    customerId: customer.id,
    from: typed.from.trim(),
    reportedOn: typed.reportedOn,
    bureauScale: typed.bureauScale || null,
    bureauScore: number(typed.bureauScore),
    judgments: whole(typed.judgments),
    daysBeyondTerms: whole(typed.daysBeyondTerms),
    yearsTrading: whole(typed.yearsTrading),
    insolvent: typed.insolvent === '' ? null : typed.insolvent === 'yes',
    currency: customer.currency,
    ...amount,
  };
}
