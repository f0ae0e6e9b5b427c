import type { Day } from '../calendar.js';
import { sha256 } from '../sha256.js';

export interface ReminderKeyParts {
  readonly customer: string;
  readonly invoice: string;
  readonly dueOn: Day;
  readonly step: string;
  readonly channel: string;
}

/**
 * What makes a reminder one and the same, as text: a changed due day makes another, a retry does not.
 * Our convention. Example: 'reminder:v1|acct_1|inv_42|2026-07-15|T-7|email'.
 */
export function reminderKeyText({ customer, invoice, dueOn, step, channel }: ReminderKeyParts): string {
  const parts = [customer, invoice, dueOn, step, channel];
  if (parts.some((part) => part.includes('|')))
    throw new RangeError('No part of a reminder key may hold a vertical bar.');
  return ['reminder:v1', ...parts].join('|');
}

/**
 * The SHA-256 of the text that makes a reminder one and the same.
 * Our convention. Example: acct_1, inv_42, 15 July 2026, T-7, email: 858b4a3d…
 */
export const reminderIdempotencyKey = (of: ReminderKeyParts): string => sha256(reminderKeyText(of));
