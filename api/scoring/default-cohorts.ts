import type pg from 'pg';
import {
  addDays,
  type CustomerOnDay,
  type DefaultCohort,
  dayNumber,
  expertCard,
  scoreInputs,
} from '../../analytics/index.js';
import type { Rates } from '../ledger/rates.service.js';
import { besideOn } from './beside.js';
import { priorOf } from './book-prior.js';
import { histories } from './histories.js';

/** How far ahead a default is looked for, and how far apart the past days lie: so each default is counted on one day. */
export const horizonDays = 365;

/** Ten years are enough, and how a book paid before says little of it now. */
const mostDays = 10;

/** Past days whose twelve months are over, the earliest first; those before the first invoice hold nobody. */
export function pastDays(firstInvoiceOn: string, asOf: string): string[] {
  const days: string[] = [];
  for (let day = addDays(asOf, -horizonDays); day > firstInvoiceOn && days.length < mostDays; )
    [day] = [addDays(day, -horizonDays), days.unshift(day)];
  return days;
}

/**
 * The customers of a day who had not defaulted by then and were invoiced in the year before or owed something: what was
 * known of each on that day, and whether it defaulted in the year after. Reviews by people are left out: they judge cards.
 */
export async function cohortOn(
  client: pg.ClientBase,
  on: string,
  rates: Rates,
  defaultedOn: ReadonlyMap<number, string>,
): Promise<DefaultCohort> {
  const seen = { asOf: on, knownOn: on };
  const day = dayNumber(on);
  const until = addDays(on, horizonDays);
  const prior = await priorOf(client, seen);
  const besides = await besideOn(client, on, null);
  const cases: CustomerOnDay[] = [];
  for await (const batch of histories(client, seen, rates)) {
    for (const { customerId, history } of batch) {
      const defaulted = defaultedOn.get(customerId);
      if (defaulted !== undefined && defaulted <= on) continue;
      if (!history.some(({ issuedOn, openMinor }) => issuedOn > day - horizonDays || openMinor > 0)) continue;
      const { check = null, judgments = null } = besides.get(customerId) ?? {};
      const inputs = scoreInputs(history, day, prior, expertCard, {
        check,
        judgments,
        insolventSince: null,
        review: null,
      });
      cases.push({ inputs, isBad: defaulted !== undefined && defaulted <= until });
    }
  }
  return { on, cases };
}
