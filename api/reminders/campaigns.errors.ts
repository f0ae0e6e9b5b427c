import { Refusal } from '../shared/refusal.js';

export class CampaignNotUsable extends Refusal {
  readonly code = 'CAMPAIGN_NOT_USABLE';

  constructor(wrong: readonly string[]) {
    super(wrong.join(' '));
  }
}

export class CampaignNotDraft extends Refusal {
  readonly code = 'CAMPAIGN_NOT_DRAFT';

  constructor(id: string) {
    super(`Campaign ${id} is no draft (any more). Load the list again.`);
  }
}
