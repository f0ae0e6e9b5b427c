import type { HistoryInvoice } from '../history.js';
import type { BookCurve } from './book-habit.js';
import { unpaidAfter } from './payment-curve.js';
import { asKnownOn, isCreditedBefore, isUnheardOf } from './what-was-seen.js';
import { type WorkingCalendar, weekdayOf } from './working-calendar.js';

const { abs, exp, log, max, min, round } = Math;

/** A past invoice with what its curve said of it when it was scored: surprises are told against that. */
export interface ScoredInvoice {
  readonly invoice: HistoryInvoice;
  readonly scoredOn: number;
  readonly logAmount: number;
  /** Chance, when scored, of being open after the due day, seven and thirty days later. */
  readonly late: number;
  readonly late7: number;
  readonly late30: number;
}

/** What a correction reads, in the order of the readings; NaN where the history does not tell. */
export const readingTitles = {
  amountHabit: 'Later than its own habit with amounts of this size',
  sameAmount: 'Later than its own habit with this very amount',
  lateShareAtAmount: 'Share late among invoices of this size',
  amount: 'Amount of the invoice',
  lateShare: 'Share of its invoices late of late',
  businessDays: 'Business days until due',
  invoicesDue: 'Invoices of the customer that fell due before',
  stillOpen: 'Share still open of those due in the last two months',
  nextRun: 'Days from due to its next usual day of payment',
  lately: 'Later than its own habit in the last weeks',
  amountHabit7: 'More than a week late with amounts of this size, against its habit',
  late7Share: 'Share of its invoices more than a week late',
  late30Share: 'Share of its invoices more than a month late',
  daysOver: 'Days past due on average',
  amountHabit30: 'More than a month late with amounts of this size, against its habit',
  unusualAmount: 'Amount against its usual one',
  habit30: 'More than a month late with amounts near this, against its habit',
  terms: 'Terms: days from issue to due',
} as const;

export type Reading = keyof typeof readingTitles;
export const readings = Object.keys(readingTitles) as readonly Reading[];

/** Older invoices of one customer say nothing that these do not: and the largest customer must not cost its square. */
const mostLookedAt = 1000;

/** ½^(days / half-life) for the days of eleven years. */
const decay = (halfLife: number) => Float64Array.from({ length: 4096 }, (_, days) => 0.5 ** (days / halfLife));
const [byTwenty, bySixty, byNinety, byFourMonths, byHalfYear] = [20, 60, 90, 120, 180].map(decay) as [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
];

/** Amounts count as alike by how near their logarithms lie: a normal curve of width 0.35, looked up by hundredths. */
const alike = Float64Array.from({ length: 512 }, (_, hundredths) => exp(-0.5 * (hundredths / 100 / 0.35) ** 2));

const minor = 100;
export const logAmount = ({ amountMinor }: HistoryInvoice): number => log(max(amountMinor, 1) / minor);

/**
 * What is known on a day about an invoice from the customer's earlier ones (those scored before that day).
 * Chances and shares of one, days, natural logarithm of the amount in major units of the reporting currency.
 * Our convention; the first nine from the trial described in docs/model.md. Refuses nothing.
 */
export function read(
  invoice: HistoryInvoice,
  day: number,
  earlier: readonly ScoredInvoice[],
  book: BookCurve,
  calendar: WorkingCalendar,
): Float64Array {
  const amount = logAmount(invoice);
  const sum = new Sums();
  let looked = 0;
  for (let i = earlier.length - 1; i >= 0 && looked < mostLookedAt; i--) {
    const past = earlier[i] as ScoredInvoice;
    if (past.scoredOn >= day || past.invoice === invoice || isUnheardOf(past.invoice, day - 1)) continue;
    const known = asKnownOn(past.invoice, day - 1);
    if (isCreditedBefore(known, day)) continue;
    looked++;
    sum.add(past, known, day, amount);
  }
  const lateShare = (sum.late60 + 4 * book.lateShare) / (sum.weight60 + 4);
  return Float64Array.of(
    sum.surprise / (sum.weight + 4),
    sum.sameSurprise / (sum.sameWeight + 2),
    (sum.lateAlike + 2 * lateShare) / (sum.weightAlike + 2),
    amount,
    lateShare,
    calendar.businessDays(day, invoice.dueOn),
    sum.fellDue,
    sum.dueLately > 0 ? sum.openLately / sum.dueLately : Number.NaN,
    nextRun(invoice.dueOn, sum.paidOnWeekday),
    sum.surpriseLately / (sum.weightLately + 4),
    sum.surprise7 / (sum.weight7 + 4),
    (sum.late7 + 4 * book.late7Share) / (sum.weight180 + 4),
    (sum.late30 + 4 * book.late30Share) / (sum.weight180 + 4),
    sum.daysOver / (sum.weight180 + 1),
    sum.surprise30 / (sum.weight30 + 4),
    sum.weightAmount > 0 ? amount - sum.amounts / sum.weightAmount : Number.NaN,
    sum.surpriseNear30 / (sum.weightNear30 + 3),
    invoice.dueOn - invoice.issuedOn,
  );
}

/** What an invoice leaves behind for the readings of later ones. */
export function scoredInvoice(
  invoice: HistoryInvoice,
  scoredOn: number,
  curve: Parameters<typeof unpaidAfter>[0],
): ScoredInvoice {
  return {
    invoice,
    scoredOn,
    logAmount: logAmount(invoice),
    late: unpaidAfter(curve, 0),
    late7: unpaidAfter(curve, 7),
    late30: unpaidAfter(curve, 30),
  };
}

class Sums {
  surprise = 0;
  weight = 0;
  sameSurprise = 0;
  sameWeight = 0;
  lateAlike = 0;
  weightAlike = 0;
  late60 = 0;
  weight60 = 0;
  fellDue = 0;
  dueLately = 0;
  openLately = 0;
  surpriseLately = 0;
  weightLately = 0;
  surprise7 = 0;
  weight7 = 0;
  surprise30 = 0;
  weight30 = 0;
  surpriseNear30 = 0;
  weightNear30 = 0;
  late7 = 0;
  late30 = 0;
  weight180 = 0;
  daysOver = 0;
  amounts = 0;
  weightAmount = 0;
  readonly paidOnWeekday = new Float64Array(7);

  add(past: ScoredInvoice, { dueOn, settledOn }: HistoryInvoice, day: number, amount: number): void {
    const isPaid = settledOn !== null && settledOn < day;
    const age = day - dueOn;
    const at = min(max(age, 0), 4095);
    const half = byHalfYear[at] as number;
    this.amounts += half * past.logAmount;
    this.weightAmount += half;
    if (isPaid) {
      const weekday = weekdayOf(settledOn);
      this.paidOnWeekday[weekday] =
        (this.paidOnWeekday[weekday] as number) + (byNinety[min(max(day - settledOn, 0), 4095)] as number);
    }
    if (age <= 0) return;
    this.fellDue++;
    const days = isPaid ? settledOn - dueOn : age;
    const late = days > 0 ? 1 : 0;
    const apart = abs(past.logAmount - amount);
    const likeness = alike[min(511, round(apart * 100))] as number;
    const weight = byFourMonths[at] as number;
    this.surprise += weight * likeness * (late - past.late);
    this.weight += weight * likeness;
    if (apart < 0.005) {
      this.sameSurprise += weight * (late - past.late);
      this.sameWeight += weight;
    }
    const lately = bySixty[at] as number;
    this.lateAlike += lately * likeness * late;
    this.weightAlike += lately * likeness;
    this.late60 += lately * late;
    this.weight60 += lately;
    this.surpriseLately += (byTwenty[at] as number) * (late - past.late);
    this.weightLately += byTwenty[at] as number;
    if (age <= 60) {
      this.dueLately++;
      if (!isPaid) this.openLately++;
    }
    this.addLong(past, days, isPaid, half, weight * likeness, apart);
  }

  /** What tells long delays: known once they are past, or once the invoice is paid. */
  private addLong(
    past: ScoredInvoice,
    days: number,
    isPaid: boolean,
    half: number,
    alikeWeight: number,
    apart: number,
  ): void {
    this.weight180 += half;
    if (days > 7) this.late7 += half;
    if (days > 30) this.late30 += half;
    this.daysOver += half * max(0, min(days, 60));
    if (isPaid || days > 7) {
      this.surprise7 += alikeWeight * ((days > 7 ? 1 : 0) - past.late7);
      this.weight7 += alikeWeight;
    }
    if (!isPaid && days <= 30) return;
    const late30 = (days > 30 ? 1 : 0) - past.late30;
    this.surprise30 += alikeWeight * late30;
    this.weight30 += alikeWeight;
    if (apart < 0.7) {
      this.surpriseNear30 += half * late30;
      this.weightNear30 += half;
    }
  }
}

/** Days from the due day to the next weekday on which at least a quarter of its payments come; NaN when no such day is known. */
function nextRun(dueOn: number, paidOnWeekday: Float64Array): number {
  const all = paidOnWeekday.reduce((sum, paid) => sum + paid, 0);
  if (all <= 3) return Number.NaN;
  for (let days = 0; days < 7; days++) {
    if ((paidOnWeekday[weekdayOf(dueOn + days)] as number) / all >= 0.25) return days;
  }
  return Number.NaN;
}
