/** The cast of the tests and stories, as customers of the demo book. */

import { type Character, type CharacterInvoice, cast } from '../../analytics/fixtures/histories.js';
import { type Day, dayNumber, roundMinor } from '../../analytics/index.js';
import { CustomerLedger, type Numbering, type SeedCustomer } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';
import type { Act } from './habits.js';
import { inventedContact, inventedRegistration } from './names.js';
import { type InvoiceAct, postActs } from './post-acts.js';

/** The book is kept in three currencies: those of the cast who use another are invoiced in euros (minor units to cents). */
const inCents: Record<string, number> = { EUR: 1, GBP: 1, USD: 1, SEK: 0.088, DKK: 0.134, JPY: 0.6, KWD: 0.3 };
/** What is a quarter of a small book’s turnover must be more in this one. */
const enlarged: Record<string, number> = { bigButSlow: 11 };

export function castLedgers(random: Random, numbering: Numbering, opened: number, today: Day): CustomerLedger[] {
  return cast.map((character, i) => {
    const customer = customerOf(character, i + 1, random);
    const ledger = new CustomerLedger(customer, numbering);
    ledger.contacts.push(inventedContact(random, customer));
    const factor = factorOf(character);
    const invoices = character.history(today).filter(({ issuedOn }) => dayNumber(issuedOn) >= opened);
    postActs(
      ledger,
      invoices.flatMap((invoice) => booked(ledger, invoice, factor)),
      dayNumber(today),
    );
    for (const { on, amountMinor } of character.unapplied(today)) {
      ledger.credit('payment', dayNumber(on), roundMinor(amountMinor * factor), 'paid in advance');
    }
    return ledger;
  });
}

const factorOf = ({ key, currency }: Character) => (inCents[currency] ?? 1) * (enlarged[key] ?? 1);

function customerOf(of: Character, id: number, random: Random): SeedCustomer {
  return {
    id,
    number: `C${String(10_000 + id)}`,
    name: of.name,
    stage: 'active',
    entityType: of.entityType.replace(' ', '_') as SeedCustomer['entityType'],
    country: of.country,
    currency: ['EUR', 'GBP', 'USD'].includes(of.currency) ? of.currency : 'EUR',
    registrationNumber: of.entityType === 'company' ? inventedRegistration(random, of.country) : null,
    parent: null,
    termsDays: of.termsDays,
    limitMinor: roundMinor((of.limitMinor * factorOf(of)) / 100_000) * 100_000,
    depositHeldMinor: 0,
    isLeftOutOfReminders: false,
  };
}

function booked(ledger: CustomerLedger, of: CharacterInvoice, factor: number): InvoiceAct[] {
  const amountMinor = roundMinor(of.amountMinor * factor);
  const invoice = ledger.issue(dayNumber(of.issuedOn), dayNumber(of.dueOn), amountMinor, of.number);
  invoice.isDisputed = of.isDisputed;
  let paid = 0;
  let booked = 0;
  return of.allocations.map((allocation, i): InvoiceAct => {
    paid += allocation.amountMinor;
    const upTo = paid === of.amountMinor ? amountMinor : roundMinor(paid * factor);
    const act: Act = {
      on: dayNumber(allocation.on),
      kind: isCredit(of, i) ? 'credit_note' : 'payment',
      amountMinor: upTo - booked,
    };
    booked = upTo;
    return { ...act, invoice };
  });
}

/** The tenth that the disputer is credited; everything else is money. */
const isCredit = (of: CharacterInvoice, i: number) =>
  of.number.startsWith('CAL') && i === 0 && Math.round(of.amountMinor / 10) === of.allocations[0]?.amountMinor;
