/** The whole demo book in memory: the cast, the invented customers, and a few prospects. */
import { addMonths, type Day, dayNumber } from '../../analytics/index.js';
import { CustomerLedger, Numbering, type SeedCustomer } from '../book/customer-ledger.js';
import { Random } from '../book/random.js';
import { castLedgers } from './cast.js';
import { type DemoCustomer, inventedCustomer } from './customers.js';
import { inventedLedger } from './documents.js';
import { wentUnder } from './habits.js';

export const DEMO_CUSTOMERS = 400;
const PROSPECTS = 8;
const CLOSED = 5;
const PARENTS = 24;

export interface DemoBook {
  readonly ledgers: CustomerLedger[];
  readonly prospects: readonly SeedCustomer[];
  /** Stopped paying, and a person has put its orders on hold. */
  readonly onHold: SeedCustomer;
}

/** The same for the same day. */
export function demoBook(today: Day): DemoBook {
  const numbering = new Numbering();
  const now = dayNumber(today);
  const opened = dayNumber(addMonths(today, -36));
  const ledgers = castLedgers(new Random('cast'), numbering, opened, today);
  const taken = new Set(ledgers.map(({ customer }) => customer.name));
  const parents: SeedCustomer[] = [];
  const prospects: SeedCustomer[] = [];
  let onHold: SeedCustomer | undefined;
  for (let i = 0; ledgers.length < DEMO_CUSTOMERS; i++) {
    const random = new Random(`customer ${i}`);
    let of: DemoCustomer = inventedCustomer(i, ledgers.length + 1, random, taken, parents);
    const left = DEMO_CUSTOMERS - ledgers.length;
    if (left <= PROSPECTS) {
      const prospect: SeedCustomer = {
        ...of.customer,
        stage: 'prospect',
        parent: null,
        limitMinor: null,
        depositHeldMinor: 0,
      };
      prospects.push(prospect);
      ledgers.push(new CustomerLedger(prospect, numbering));
      ledgers.at(-1)?.contacts.push(...of.contacts);
      continue;
    }
    if (left <= PROSPECTS + CLOSED) {
      of = { ...of, customer: { ...of.customer, stage: 'closed' }, habit: left % 2 === 0 ? wentUnder : of.habit };
    }
    ledgers.push(inventedLedger(i, of, random, numbering, opened, now));
    if (parents.length < PARENTS && of.customer.entityType === 'company' && i % 8 === 0) parents.push(of.customer);
    if (of.habit.key === 'stopped paying') onHold ??= of.customer;
  }
  if (!onHold) throw new Error('nobody in the demo book has stopped paying');
  return { ledgers, prospects, onHold };
}
