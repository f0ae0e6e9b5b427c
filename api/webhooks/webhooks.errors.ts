import { Refusal } from '../shared/refusal.js';

export class WebhookAddressRefused extends Refusal {
  readonly code = 'WEBHOOK_ADDRESS_REFUSED';

  constructor(url: string, why: string) {
    super(`${url} cannot be told anything: ${why}`);
  }
}

export class WebhookEventNotDead extends Refusal {
  readonly code = 'WEBHOOK_EVENT_NOT_DEAD';

  constructor(id: string) {
    super(`Event ${id} was not given up (any more). Load the list again to see what became of it.`);
  }
}
