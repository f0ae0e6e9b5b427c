import { money } from '../../format.js';
import { Allowed } from '../../session/Allowed.js';
import { Notice } from '../../ui/Notice.js';
import { RateForm } from '../../ui/RateForm.js';

type Props = { leftOut: { currency: string; total: number; overdue: number }[]; asOf: string };

/** An amount without a rate is in no total: say which, and take the rate here. */
export default function LeftOut({ leftOut, asOf }: Props) {
  return (
    <div className="stack">
      {leftOut.map(({ currency, total, overdue }) => (
        <Notice key={currency} tone="warn">
          <span>
            {money({ minor: total, currency })} is in no figure on this page: there is no exchange rate for {currency}{' '}
            on or before this day.
            {overdue > 0 && ` ${money({ minor: overdue, currency })} of it is overdue.`}
          </span>
          <Allowed to="settings.change">
            <RateForm currency={currency} validOn={asOf} />
          </Allowed>
        </Notice>
      ))}
    </div>
  );
}
