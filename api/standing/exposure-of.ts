import type { Exposure } from '../../analytics/index.js';

/** What a customer owes as its limit sees it. Where more went back than is unapplied, the rest is owed like an invoice. */
export const exposureOf = (owed: {
  openMinor: number;
  unappliedMinor: number;
  depositHeldMinor: number;
}): Exposure => ({
  openMinor: owed.openMinor + Math.max(0, -owed.unappliedMinor),
  workInProgressMinor: 0,
  openOrdersMinor: 0,
  unappliedMinor: Math.max(0, owed.unappliedMinor),
  depositHeldMinor: owed.depositHeldMinor,
});
