import { Allowed } from '../session/Allowed.js';
import { Notice } from './Notice.js';
import { RateForm } from './RateForm.js';

/** What is left out for want of a rate, by currency, and the rate taken where it is missed. */
export default function WithoutRate({
  left,
  asOf,
}: {
  left: readonly { currency: string; sentence: string }[];
  asOf: string;
}) {
  return (
    <div className="stack">
      {left.map(({ currency, sentence }) => (
        <Notice key={currency} tone="warn">
          <span>{sentence}</span>
          <Allowed to="settings.change">
            <RateForm currency={currency} validOn={asOf} />
          </Allowed>
        </Notice>
      ))}
    </div>
  );
}
