/** Invented names, lifelike and nobody’s. */
import type { SeedCustomer } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';
import { type Naming, namings } from './namings.js';

const namingOf = (country: string) => (namings[country] ?? namings.GB) as Naming;

/** A name that nobody in the book has yet. */
export function inventedName(
  random: Random,
  { country, entityType }: Pick<SeedCustomer, 'country' | 'entityType'>,
  taken: Set<string>,
): string {
  const { places, trades, first, last, forms } = namingOf(country);
  for (;;) {
    const words: Record<string, string> = {
      place: random.pick(places),
      trade: random.pick(trades),
      first: random.pick(first),
      last: random.pick(last),
      other: random.pick(last),
    };
    const name = random
      .pick(forms[entityType] ?? ['{place} {trade}'])
      .replace(/\{(\w+)\}/g, (_, word: string) => words[word] as string);
    if (words.last === words.other || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

export const inventedRegistration = (random: Random, country: string): string =>
  namingOf(country).registration(random.whole(1_000_000, 9_999_999));

/** A person at the customer, with an address in the domain kept for examples (RFC 2606). */
export function inventedContact(random: Random, { name, country }: Pick<SeedCustomer, 'name' | 'country'>) {
  const { first, last, phone } = namingOf(country);
  const [given, family] = [random.pick(first), random.pick(last)];
  return {
    name: `${given} ${family}`,
    email: `${plain(given)}.${plain(family)}@${plain(name)}.example`,
    phone: phone ? phone(random.whole(0, 99_999)) : null,
    role: random.pick(['Accounts payable', 'Accounts payable', 'Finance manager', 'Owner', 'Office manager']),
  };
}

/** Letters and digits of ASCII, joined by hyphens, as an address wants them. */
function plain(text: string): string {
  const ascii = text
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[\u0300-\u036f’'.]/g, '');
  return ascii
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
}
