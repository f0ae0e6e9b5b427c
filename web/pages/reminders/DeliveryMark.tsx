import type { ReactNode } from 'react';
import { Icon } from '../../ui/Icon.js';
import { deliveryText } from '../../ui/words.js';
import classes from './reminders.module.css';

export type DeliveryState = keyof typeof deliveryText;

const marks: Record<DeliveryState, ReactNode> = {
  QUEUED: <Icon name="more" size={12} />,
  SENDING: <Icon name="right" size={12} />,
  SENT: <Icon name="check" size={12} />,
  REFUSED: <Icon name="close" size={12} />,
  UNKNOWN: '?',
  CANCELLED: '–',
};

/** The word says it; the shape beside it finds it again in a long list. */
export function DeliveryMark({ state }: { state: DeliveryState }) {
  return (
    <span className={classes.state}>
      <span className={classes.mark} data-state={state} aria-hidden="true">
        {marks[state]}
      </span>
      {deliveryText[state]}
    </span>
  );
}
