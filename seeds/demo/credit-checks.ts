/** What others say of customers in the demo book: reports that somebody typed in, each about an invented company. */
import type pg from 'pg';
import { addDays, type Day } from '../../analytics/index.js';
import { CreditCheckProvider } from '../../api/credit-checks/credit-check.view.js';
import { keepCreditCheck } from '../../api/credit-checks/keep-credit-check.js';
import { reportTypedIn, type TypedIn } from '../../api/credit-checks/typed-in.js';
import type { SeedCustomer } from '../book/customer-ledger.js';

const nothing: Omit<TypedIn, 'currency'> = {
  bureauScale: null,
  bureauScore: null,
  daysBeyondTerms: null,
  judgments: null,
  yearsTrading: null,
  insolvent: null,
  accountsOverdue: null,
  suggestedLimitMinor: null,
  netWorthMinor: null,
  workingCapitalMinor: null,
  currentAssetsMinor: null,
  currentLiabilitiesMinor: null,
  totalAssetsMinor: null,
  totalLiabilitiesMinor: null,
  retainedEarningsMinor: null,
  ebitMinor: null,
};

/** A sound company with full accounts, a middling one, and one that is late everywhere. */
const told: Partial<TypedIn>[] = [
  {
    judgments: 0,
    yearsTrading: 14,
    insolvent: false,
    daysBeyondTerms: 3,
    suggestedLimitMinor: 5_000_000,
    netWorthMinor: 38_000_000,
    currentAssetsMinor: 50_000_000,
    currentLiabilitiesMinor: 30_000_000,
    totalAssetsMinor: 100_000_000,
    totalLiabilitiesMinor: 60_000_000,
    retainedEarningsMinor: 25_000_000,
    ebitMinor: 12_000_000,
  },
  { judgments: 0, yearsTrading: 6, insolvent: false, daysBeyondTerms: 11, netWorthMinor: 2_400_000 },
  { judgments: 2, yearsTrading: 4, insolvent: false, daysBeyondTerms: 34, accountsOverdue: true },
];

/** As it is kept: what it says is read from what was typed. */
export function keepTypedIn(
  client: pg.ClientBase,
  { id, currency }: SeedCustomer,
  of: { said: Partial<TypedIn>; reportedOn: Day; from: string },
) {
  const received: TypedIn = { ...nothing, ...of.said, currency };
  return keepCreditCheck(client, {
    customerId: id,
    provider: CreditCheckProvider.TYPED_IN,
    reference: of.from,
    reportedOn: of.reportedOn,
    receivedAt: new Date(`${of.reportedOn}T10:00:00Z`),
    askedBy: 'demo',
    received,
    report: reportTypedIn(received, null, of.reportedOn),
  });
}

/** One for every fifth customer, of the last months; read again it is the same. */
export async function tellOfCustomers(
  client: pg.ClientBase,
  customers: readonly SeedCustomer[],
  today: Day,
): Promise<void> {
  for (const [i, customer] of customers.filter((_, place) => place % 5 === 1).entries()) {
    await keepTypedIn(client, customer, {
      said: told[i % told.length] ?? {},
      reportedOn: addDays(today, -20 - ((i * 37) % 300)),
      from: `Report of the chamber, ${1200 + i}`,
    });
  }
}
