import { counted, money } from '../../format.js';
import type { ResultOf } from '../../graphql.js';
import { Allowed } from '../../session/Allowed.js';
import { Notice } from '../../ui/Notice.js';
import { RateForm } from '../../ui/RateForm.js';
import type { PortfolioQuery } from './portfolio.graphql.js';

type Row = ResultOf<typeof PortfolioQuery>['portfolio']['leftOut'][number];

/** An amount without a rate is in no total: say which, and take the rate here. */
export default function LeftOut({ leftOut, asOf }: { leftOut: readonly Row[]; asOf: string }) {
  return (
    <div className="stack">
      {leftOut.map((row) => (
        <Notice key={row.currency} tone="warn">
          <span>{sentenceOf(row)}</span>
          <Allowed to="settings.change">
            <RateForm currency={row.currency} validOn={asOf} />
          </Allowed>
        </Notice>
      ))}
    </div>
  );
}

function sentenceOf({ currency, total, overdue, invoices, unapplied }: Row): string {
  const amount = (minor: number) => money({ minor, currency });
  const parts = [
    ...(invoices > 0 ? [`${amount(total)} in ${counted(invoices, 'open invoice', 'open invoices')}`] : []),
    ...(unapplied < 0 ? [`${amount(-unapplied)} not yet applied`] : []),
  ];
  const late = overdue > 0 ? ` ${amount(overdue)} of it is overdue.` : '';
  return `Left out of every amount and count on this page: ${parts.join(' and ')}. There is no exchange rate for ${currency} on or before this day.${late}`;
}
