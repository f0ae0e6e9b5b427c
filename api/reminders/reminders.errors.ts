import { Refusal } from '../shared/refusal.js';

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
