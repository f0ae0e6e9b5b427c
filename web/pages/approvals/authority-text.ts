import { money } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import type { AuthoritiesQuery } from './authority.graphql.js';

export type Authority = ResultOf<typeof AuthoritiesQuery>['authorities'][number];

export const alone = ({ aloneUpTo }: Authority) => (aloneUpTo ? `up to ${money(aloneUpTo)}` : 'never');
export const approves = ({ approvesUpTo }: Authority) => (approvesUpTo ? `up to ${money(approvesUpTo)}` : 'any amount');
