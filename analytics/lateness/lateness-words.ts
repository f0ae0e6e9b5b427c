import { amountInWords } from '../words.js';
import { termTitles } from './lateness-model.js';
import type { LatenessReason } from './tell-lateness.js';

const share = (value: number) => `${Math.round(value * 100)} %`;
const points = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(Math.round(value * 100))} points`;
const days = (value: number) => `${Math.round(value)}`;

/** What a reading is measured in. */
const shown: Partial<Record<LatenessReason['term'], (value: number) => string>> = {
  amountHabit: points,
  sameAmount: points,
  lately: points,
  amountHabit7: points,
  amountHabit30: points,
  habit30: points,
  lateShareAtAmount: share,
  lateShare: share,
  stillOpen: share,
  late7Share: share,
  late30Share: share,
  businessDays: days,
  invoicesDue: days,
  nextRun: days,
  daysOver: days,
  terms: days,
  unusualAmount: (value) => `${Math.exp(value).toFixed(Math.exp(value) < 10 ? 1 : 0)} times`,
};

/**
 * A row of the lateness model in words: what was read, and which way it moves. `amount` is the logarithm of major units of the
 * currency given. Example: lateShare 0.34 with effect 0.2: “Share of its invoices late of late: 34 %. Rather later.”
 */
export function latenessReasonInWords({ term, reading, effect, span }: LatenessReason, currency: string): string {
  const strength = Math.abs(effect) >= 0.5 ? 'Much' : Math.abs(effect) >= 0.15 ? 'Rather' : 'Slightly';
  const when = span === null ? '' : ` ${span[0]} to ${span[1]} days after due`;
  return `${termTitles[term]}: ${readingInWords(term, reading, currency)}. ${strength} ${effect > 0 ? 'later' : 'sooner'}${when}.`;
}

function readingInWords(term: LatenessReason['term'], reading: number | null, currency: string): string {
  if (reading === null) return 'not known';
  if (term === 'amount') return amountInWords(Math.round(Math.exp(reading)) * 100, currency);
  return shown[term]?.(reading) ?? String(Math.round(reading * 100) / 100);
}
