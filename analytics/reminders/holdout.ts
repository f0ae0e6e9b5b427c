import { sha256 } from '../sha256.js';
import type { Campaign } from './campaign.js';

/**
 * Where a customer stands between 0 and 1, the same for ever: who is below the share is held out, so that a larger
 * share keeps those who were held out. The first 48 bits of the SHA-256 of the number.
 * Example: randomPlace('K0001') is the same on every machine and day.
 */
export function randomPlace(customerNumber: string, drawing = 'holdout:v1'): number {
  return Number.parseInt(sha256(`${drawing}|${customerNumber}`).slice(0, 12), 16) / 2 ** 48;
}

/**
 * Whether a customer gets the second of two templates that are compared: half of them do, the same for as long as it
 * lasts, drawn anew for each comparison. Example: of K0001 to K1000, 510 get the second of comparison 1.
 */
export const getsSecond = (customerNumber: string, comparisonId: number): boolean =>
  randomPlace(customerNumber, `template:v1|${comparisonId}`) < 0.5;

/** Whether a customer gets no reminders, to learn what they do: by share, and never one of high risk (D, E) unless allowed. */
export function isHeldOut(
  of: { customerNumber: string; grade: string | null },
  { holdoutShare, holdoutHighRisk }: Pick<Campaign, 'holdoutShare' | 'holdoutHighRisk'>,
): boolean {
  if (holdoutShare <= 0) return false;
  if (!holdoutHighRisk && (of.grade === 'D' || of.grade === 'E')) return false;
  return randomPlace(of.customerNumber) < holdoutShare;
}
