import { mustNotBeNegative } from './guards.js';

export interface DaysToPay {
  /** The share still unpaid after each day on which something was paid. */
  readonly unpaid: readonly { readonly day: number; readonly share: number }[];
  /** The first day by which half was paid; null when half is not reached yet. */
  readonly median: number | null;
}

/**
 * How long invoices take to be paid, with the open ones counted for as long as they have waited.
 * Days from issue (or any start); null without invoices. Refuses negative days.
 * Kaplan–Meier, S(t) = Π(1 − paid ÷ at risk); sure. It avoids the bias of averaging only what was paid.
 * Example: paid after 20, 25, 30, 30, 45, open for 40 and 60: unpaid 0.857, 0.714, 0.429, 0.214; median 30.
 */
export function kaplanMeierDaysToPay(paid: readonly number[], open: readonly number[]): DaysToPay | null {
  const waits = [...paid.map((day) => ({ day, isPaid: true })), ...open.map((day) => ({ day, isPaid: false }))];
  if (waits.length === 0) return null;
  for (const { day } of waits) mustNotBeNegative('Days to pay', day);
  waits.sort((a, b) => a.day - b.day);
  const unpaid: { day: number; share: number }[] = [];
  let share = 1;
  for (let start = 0; start < waits.length; ) {
    const day = waits[start]?.day ?? 0;
    let end = start;
    let paidThatDay = 0;
    for (; waits[end]?.day === day; end++) if (waits[end]?.isPaid) paidThatDay++;
    if (paidThatDay > 0) {
      share *= 1 - paidThatDay / (waits.length - start);
      unpaid.push({ day, share });
    }
    start = end;
  }
  const roundingSlack = 1e-12;
  return { unpaid, median: unpaid.find((step) => step.share <= 0.5 + roundingSlack)?.day ?? null };
}
