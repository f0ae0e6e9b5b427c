import { day } from '../../format.js';
import { EndPauseButton } from '../../ui/EndPauseButton.js';
import { pauseText } from '../../ui/words.js';
import type { Customer, Pauses } from './CustomerPage.js';
import classes from './customer.module.css';

/** Why nobody reminds the customer just now, and until when. */
export function AtRest({ customer, pauses }: { customer: Customer; pauses: Pauses }) {
  if (pauses.length === 0) return null;
  return (
    <ul className={classes.contacts} aria-label="Reminders at rest">
      {pauses.map(({ id, reason, fromOn, untilOn, note, setBy, invoice }) => (
        <li key={id}>
          <span>
            Reminders {invoice && `of ${invoice.number} `}rest since {day(fromOn)}
            {untilOn && ` until ${day(untilOn)}`}: {pauseText[reason].toLowerCase()}
            {note && `, “${note}”`}, by {setBy}.
          </span>
          <EndPauseButton customer={customer} pauseId={id} />
        </li>
      ))}
    </ul>
  );
}
