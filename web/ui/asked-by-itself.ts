import type { ResultOf } from '../graphql.js';
import type { ProvidersQuery } from './credit-check.graphql.js';

type Provider = Pick<
  ResultOf<typeof ProvidersQuery>['creditCheckProviders'][number],
  'title' | 'isConfigured' | 'isAskedOnVetting' | 'isPaid' | 'countries'
>;
export interface Asking {
  company: { registrationNumber: string; country: string };
  /** What is written on the button. */
  button: string;
  /** We know it already; whom we do not becomes a prospect. */
  isCustomer?: boolean;
}

export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Whom a button will ask by itself, and what it costs, in sentences; null where nobody is. */
export function askedByItself(
  all: readonly Provider[],
  { company: { registrationNumber, country }, button, isCustomer = false }: Asking,
): string | null {
  const asked = all.filter(
    ({ isConfigured, isAskedOnVetting, countries }) =>
      isConfigured && isAskedOnVetting && (country === '' || (countries?.includes(country) ?? true)),
  );
  if (asked.length === 0) return null;
  const names = inWords(asked.map(({ title }) => title));
  const isNamed = registrationNumber.trim() !== '' && country !== '';
  if (!isNamed)
    return `With its number in the register and its country, ${names} ${asked.length === 1 ? 'is' : 'are'} asked about it by ${asked.length === 1 ? 'itself' : 'themselves'}.`;
  const paid = inWords(asked.filter(({ isPaid }) => isPaid).map(({ title }) => title));
  const cost = paid === '' ? 'That is free.' : `A report of ${paid} is paid for.`;
  const becomes = isCustomer ? '' : ' It makes the company a prospect.';
  return `“${button}” asks ${names} about it, unless a report is young enough to be used again. ${cost}${becomes}`;
}
