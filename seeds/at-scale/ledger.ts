/**
 * A book as large as one likes for benchmarks: few customers with very many invoices and many with few, about 94 in 100
 * settled, 2 part paid, 4 open. Made one customer at a time, so that its size costs no memory.
 */
import { addMonths, type Day, dayNumber } from '../../analytics/index.js';
import { CustomerLedger, Numbering, type SeedCustomer } from '../book/customer-ledger.js';
import { Random } from '../book/random.js';
import { payAsUsual } from './payments.js';

export interface AtScaleSize {
  readonly customers: number;
  readonly invoices: number;
  /** The book covers the three years up to this day. */
  readonly today: Day;
}

/** 0.7: the largest of 50,000 customers has about one invoice in a hundred, half of them fewer than ten. */
const SKEW = 0.7;

const currencies = ['EUR', 'EUR', 'EUR', 'GBP', 'USD'];
const countries: Record<string, string[]> = { EUR: ['DE', 'FR', 'NL', 'IE'], GBP: ['GB'], USD: ['US'] };
const entityTypes = ['partnership', 'sole_trader', 'public_body', 'unknown'] as const;
const woods = ['Alder', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Juniper', 'Larch', 'Rowan'];
const trades = ['Bakery', 'Builders', 'Foods', 'Freight', 'Joinery', 'Metals', 'Print', 'Supplies'];
const terms = [14, 30, 30, 30, 45, 60];

export function* atScaleLedger(size: AtScaleSize): Generator<CustomerLedger> {
  const numbering = new Numbering();
  const today = dayNumber(size.today);
  const opened = dayNumber(addMonths(size.today, -36));
  const counts = invoicesPerCustomer(size.customers, size.invoices);
  let parent: SeedCustomer | null = null;
  for (let i = 0; i < size.customers; i++) {
    const random = new Random(i * 7919);
    const customer = inventedCustomer(i + 1, random, random.chance(0.03) ? parent : null);
    if (random.chance(0.01)) parent = customer.parent ?? customer;
    const ledger = new CustomerLedger(customer, numbering);
    if (random.chance(0.95)) ledger.contacts.push(accountsPayable(customer));
    issueInvoices(ledger, random, counts[i] as number, opened, today);
    payAsUsual(ledger, random, today);
    yield ledger;
  }
}

/** Whole numbers that add up to `invoices`, large and small customers mixed. */
function invoicesPerCustomer(customers: number, invoices: number): number[] {
  // 7919 is prime: stepping by it visits every rank once (unless it divides the number of customers).
  const weights = Array.from({ length: customers }, (_, i) => (1 + ((i * 7919) % customers)) ** -SKEW);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let upTo = 0;
  let given = 0;
  return weights.map((weight) => {
    upTo += weight;
    const count = Math.round((invoices * upTo) / all) - given;
    given += count;
    return count;
  });
}

function inventedCustomer(id: number, random: Random, parent: SeedCustomer | null): SeedCustomer {
  const currency = random.pick(currencies);
  return {
    id,
    number: `C${String(id).padStart(7, '0')}`,
    name: `${random.pick(woods)} ${random.pick(trades)} ${id}`,
    stage: 'active',
    entityType: random.chance(0.8) ? 'company' : random.pick(entityTypes),
    country: random.pick(countries[currency] as string[]),
    currency,
    registrationNumber: null,
    parent,
    termsDays: random.pick(terms),
    limitMinor: random.chance(0.7) ? random.whole(10, 2000) * 100_000 : null,
    depositHeldMinor: 0,
    isLeftOutOfReminders: false,
  };
}

function accountsPayable({ number }: SeedCustomer) {
  return { name: 'Accounts payable', email: `ap@${number.toLowerCase()}.example`, phone: null, role: null };
}

function issueInvoices(ledger: CustomerLedger, random: Random, count: number, opened: number, today: number): void {
  const usualMinor = Math.exp(random.between(9, 13)); // 81.00 to 4,420.00
  for (let k = 0; k < count; k++) {
    const issuedOn = opened + Math.floor(((k + random.next()) / count) * (today - opened + 1));
    const amountMinor = Math.max(100, Math.round(usualMinor * Math.exp(0.6 * random.normal())));
    ledger.issue(issuedOn, issuedOn + (ledger.customer.termsDays as number), amountMinor);
  }
}
