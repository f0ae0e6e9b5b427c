import type { Validation } from './model.graphql.js';

export type Delay = '0' | '1' | '2';

/** The delays that are told, in the order of the server’s lists. */
export const delayChoices: { value: Delay; label: string }[] = [
  { value: '0', label: 'Late at all' },
  { value: '1', label: 'More than 7 days' },
  { value: '2', label: 'More than 30 days' },
];

export const delayWords = ['late', 'more than 7 days late', 'more than 30 days late'] as const;

export const reportOf = ({ delays }: Validation, delay: Delay) => delays[Number(delay)];
