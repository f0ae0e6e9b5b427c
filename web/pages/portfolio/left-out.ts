import { counted, money } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import type { PortfolioQuery } from './portfolio.graphql.js';

type Row = ResultOf<typeof PortfolioQuery>['portfolio']['leftOut'][number];

/** An amount without a rate is in no total: how much that is. */
export function leftOutSentence({ currency, total, overdue, invoices, unapplied }: Row): string {
  const amount = (minor: number) => money({ minor, currency });
  const parts = [
    ...(invoices > 0 ? [`${amount(total)} in ${counted(invoices, 'open invoice', 'open invoices')}`] : []),
    ...(unapplied < 0 ? [`${amount(-unapplied)} not yet applied`] : []),
  ];
  const late = overdue > 0 ? ` ${amount(overdue)} of it is overdue.` : '';
  return `Left out of every amount and count on this page: ${parts.join(' and ')}. There is no exchange rate for ${currency} on or before this day.${late}`;
}
