import { CAMPAIGN_KEY } from '../reminders/kept-campaign.js';

/** Where the browser keeps what is typed of a prospect until it is vetted. */
export const DRAFT_KEY = 'vet-draft';

/** Whoever signs out leaves no prospect and no campaign half typed behind for the next at this machine. */
export function forgetDraft(): void {
  for (const key of [DRAFT_KEY, CAMPAIGN_KEY]) localStorage.removeItem(key);
}
