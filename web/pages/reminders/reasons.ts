import type { ResultOf } from '../../graphql.js';
import type { NotRemindedQuery } from './reminders.graphql.js';

export type Reason = ResultOf<typeof NotRemindedQuery>['reminderPlan']['leftOut']['nodes'][number]['reason'];

/** What a person can mend stands first. */
export const reasonText = {
  CONTACT_MISSING: 'No address or number',
  VALUE_MISSING: 'A gap in the message',
  DISPUTED: 'Disputed',
  COMPLAINED: 'Mail unwanted',
  BOUNCED: 'Mail came back',
  REPLIED: 'Answered',
  CASH_FEED_OLD: 'Payments too old',
  ON_HOLD: 'Orders on hold',
  CUSTOMER_LEFT_OUT: 'Left out by a person',
  PAUSED: 'Paused',
  PROMISED: 'Promised',
  ON_PLAN: 'On a plan',
  INSOLVENCY: 'Insolvent',
  BREATHING_SPACE: 'Breathing space',
  LEGAL: 'With lawyers',
  OPTED_OUT: 'Asked for another way',
  HELD_OUT: 'Held out',
  GAP: 'Had a message lately',
  DAY_OF_REST: 'Day of rest',
  ALREADY_SENT: 'Reminded before',
  LATER_STEP: 'A later step speaks',
  TOO_LATE: 'Its day is over',
  ISSUED_LATER: 'Issued after its day',
  PAID: 'Settled',
} as const satisfies Record<Reason, string>;

/** Those that a day’s plan tells; the others are no news there. */
export const reasonsOfDay = (Object.keys(reasonText) as Reason[]).filter(
  (reason): reason is Exclude<Reason, 'LATER_STEP' | 'TOO_LATE' | 'ISSUED_LATER' | 'PAID'> =>
    !['LATER_STEP', 'TOO_LATE', 'ISSUED_LATER', 'PAID'].includes(reason),
);
