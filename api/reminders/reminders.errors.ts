import { dayInWords } from '../../analytics/index.js';
import { Refusal } from '../shared/refusal.js';

/** A day is sent on that day: what is over is not said any more, and what is to come may still change. */
export class RemindersOfAnotherDay extends Refusal {
  readonly code = 'REMINDERS_OF_ANOTHER_DAY';

  constructor(on: string, today: string) {
    super(
      on < today
        ? `${dayInWords(on)} is over: its reminders are not sent any more. What was missed is in the plan of today, ${dayInWords(today)}, as far as it is still true.`
        : `${dayInWords(on)} has not come: until then people pay and answer. Its reminders go out on the day itself; the plan shows them as they stand today, ${dayInWords(today)}.`,
    );
  }
}

export class DeliveryNotInDoubt extends Refusal {
  readonly code = 'DELIVERY_NOT_IN_DOUBT';

  constructor(id: string) {
    super(`Message ${id} is not in doubt (any more). Load the list again to see what became of it.`);
  }
}

export class CallNotWaiting extends Refusal {
  readonly code = 'CALL_NOT_WAITING';

  constructor(id: string) {
    super(`Call ${id} is not waiting (any more). Load the list again to see what became of it.`);
  }
}
