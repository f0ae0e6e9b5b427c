import type pg from 'pg';
import { type DefaultEvent, defaultEvents, toMinor } from '../../analytics/index.js';
import type { Rates } from '../ledger/rates.service.js';
import { defaultFacts } from './default-facts.js';
import type { DefaultDefinition } from './defaults.view.js';

/** What a definition asks of the book. */
export type Definition = Pick<
  DefaultDefinition,
  'validOn' | 'daysPastDue' | 'floorMajor' | 'countsInsolvency' | 'countsWriteOff' | 'countsHandedOver' | 'reason'
>;

export type MetDefinition = DefaultEvent & { customerId: number };

/** Who met a definition by a day, by which part of it, and when. */
export async function metDefinition(
  client: pg.ClientBase,
  { validOn, daysPastDue, floorMajor, countsInsolvency, countsWriteOff, countsHandedOver, reason }: Definition,
  asOf: string,
  rates: Rates,
): Promise<MetDefinition[]> {
  const counts = {
    from: validOn,
    daysPastDue,
    floorMinor: toMinor(String(floorMajor), rates.reportingCurrency),
    countsInsolvency,
    countsWriteOff,
    countsHandedOver,
    source: reason,
  };
  const facts = await defaultFacts(client, asOf, daysPastDue, rates);
  return [...facts].flatMap(([customerId, own]) =>
    defaultEvents(own, counts, asOf).map((event) => ({ customerId, ...event })),
  );
}
