import { Refusal } from '../shared/refusal.js';

export class DeliveryNotInDoubt extends Refusal {
  readonly code = 'DELIVERY_NOT_IN_DOUBT';

  constructor(id: string) {
    super(`Message ${id} is not in doubt (any more). Load the list again to see what became of it.`);
  }
}
