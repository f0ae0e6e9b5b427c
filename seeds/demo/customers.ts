/** Who the invented customers of the demo book are; how they buy and pay is in `documents.ts`. */
import type { SeedContact, SeedCustomer } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';
import { habitFor, type PayingHabit } from './habits.js';
import { inventedContact, inventedName, inventedRegistration } from './names.js';

export interface DemoCustomer {
  readonly customer: SeedCustomer;
  readonly contacts: readonly SeedContact[];
  readonly habit: PayingHabit;
  readonly monthlyInvoices: number;
  readonly typicalMinor: number;
}

const countries = [
  'GB',
  'GB',
  'GB',
  'GB',
  'GB',
  'DE',
  'DE',
  'DE',
  'DE',
  'AT',
  'FR',
  'FR',
  'NL',
  'IE',
  'US',
  'US',
  'US',
];
const currencyOf: Record<string, string> = { GB: 'GBP', US: 'USD' };
const terms = [14, 14, 30, 30, 30, 30, 30, 45, 60];

/** The `i`th customer; every so many of them has something that a page wants to show. */
export function inventedCustomer(
  i: number,
  id: number,
  random: Random,
  taken: Set<string>,
  parents: readonly SeedCustomer[],
): DemoCustomer {
  const habit = habitFor(random.whole(0, 999));
  const country = random.pick(countries);
  const entityType = entityTypeAt(random.next());
  const monthlyInvoices = Math.min(8, 1.02 * Math.exp(0.75 * random.normal() - 0.28));
  const typicalMinor = Math.round(Math.exp(random.between(10.2, 13.2))); // 270.00 to 5,400.00
  const termsDays = entityType === 'public_body' ? 30 : random.pick(terms);
  const monthlyMinor = monthlyInvoices * typicalMinor;
  const needMinor = (monthlyMinor * (termsDays + 40)) / 30;
  const timesNeed = i % 45 === 17 ? 0.45 : random.between(1.4, 3.5); // those at 17 are over their limit
  const customer: SeedCustomer = {
    id,
    number: `C${10_000 + id}`,
    name: inventedName(random, { country, entityType }, taken),
    stage: 'active',
    entityType,
    country,
    currency: currencyOf[country] ?? 'EUR',
    registrationNumber: entityType === 'company' ? inventedRegistration(random, country) : null,
    parent: i % 16 === 9 ? (parents.find((parent) => parent.country === country) ?? null) : null,
    termsDays,
    limitMinor: i % 8 === 3 ? null : Math.max(1, Math.round((needMinor * timesNeed) / 50_000)) * 50_000,
    depositHeldMinor: i % 20 === 4 ? Math.round(monthlyMinor / 10_000) * 10_000 : 0,
    isLeftOutOfReminders: i === 60,
  };
  return { customer, contacts: contactsOf(i, random, customer), habit, monthlyInvoices, typicalMinor };
}

function entityTypeAt(draw: number): SeedCustomer['entityType'] {
  if (draw < 0.76) return 'company';
  if (draw < 0.87) return 'sole_trader';
  if (draw < 0.93) return 'partnership';
  return draw < 0.975 ? 'public_body' : 'unknown';
}

/** One in thirty has nobody, one in thirty nobody with an address; some have two people. */
function contactsOf(i: number, random: Random, customer: SeedCustomer): SeedContact[] {
  const contact = inventedContact(random, customer);
  if (i % 30 === 14) return [];
  if (i % 30 === 22) return [{ ...contact, email: null }];
  return i % 7 === 5 ? [contact, { ...inventedContact(random, customer), role: 'Purchasing' }] : [contact];
}
