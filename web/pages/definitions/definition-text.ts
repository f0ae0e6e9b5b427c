import { count, counted, share } from '../../format.js';
import type { Definition, Preview, Scale } from './definitions.graphql.js';

export const measuresText = { FAILURE: 'Failure', DELINQUENCY: 'Paying 90 days late or not at all' } as const;
export const surenessText = { PUBLISHED: 'Published or licensed', ASSUMPTION: 'An assumption' } as const;
const causeText = {
  PAST_DUE: 'past due',
  INSOLVENCY: 'insolvent',
  WRITE_OFF: 'written off',
  HANDED_OVER: 'handed over',
} as const;

type Counts = Pick<
  Definition,
  'daysPastDue' | 'floorMajor' | 'countsInsolvency' | 'countsWriteOff' | 'countsHandedOver'
>;

/** What counts as a default, in a sentence. */
export function definitionText(of: Counts, currency: string): string {
  const also = [
    of.countsInsolvency ? 'an insolvency' : '',
    of.countsWriteOff ? 'as much written off' : '',
    of.countsHandedOver ? 'handed to an agency, to lawyers or to court' : '',
  ].filter(Boolean);
  const first = `${count(of.floorMajor)} ${currency} or more, undisputed and ${counted(of.daysPastDue, 'day', 'days')} past due`;
  return `${[first, ...also].join('; ')}.`;
}

/** What a definition would count, in a sentence. */
export function previewText({ customers, added, gone, causes }: Preview): string {
  const parts = causes.filter((one) => one.customers > 0).map((one) => `${one.customers} ${causeText[one.cause]}`);
  const of = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `It would count ${counted(customers, 'customer', 'customers')}${of}: ${added} more than now, ${gone} no longer.`;
}

export const bandText = ({ bands }: Scale) =>
  [...bands]
    .sort((a, b) => b.lo - a.lo)
    .map(({ lo, hi, label, pd }) => `${lo === hi ? lo : `${lo}–${hi}`} (${label}): ${share(pd, 2)}`)
    .join(' · ');

/** Bands as they are typed: a line a band, from, to, name, chance in percent. */
export const linesOf = ({ bands }: Scale) =>
  bands.map(({ lo, hi, label, pd }) => `${lo}, ${hi}, ${label}, ${Number((pd * 100).toPrecision(6))}`).join('\n');

/** The bands of the lines; or the first line that is none. */
export function bandsIn(text: string): { bands: Scale['bands'] } | { wrong: string } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const bands: Scale['bands'] = [];
  for (const line of lines) {
    const [, lo, hi, label, percent] =
      /^\s*(\d+)\s*,\s*(\d+)\s*,\s*([^,]+?)\s*,\s*(\d+(?:\.\d+)?)\s*%?\s*$/.exec(line) ?? [];
    if (label === undefined) return { wrong: line.trim() };
    bands.push({ lo: Number(lo), hi: Number(hi), label, pd: Number((Number(percent) / 100).toPrecision(12)) });
  }
  return { bands };
}
