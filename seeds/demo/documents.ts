/** What the invented customers of the demo book buy, and what becomes of it. */
import { addMonths, type Day, dayNumber, dayOf, firstOfMonth } from '../../analytics/index.js';
import { CustomerLedger, type Numbering } from '../book/customer-ledger.js';
import type { Random } from '../book/random.js';
import { actsOn } from './acts.js';
import type { DemoCustomer } from './customers.js';
import { isWeekend, lastDayOfMonth, monthOfYear } from './months.js';
import { postActs } from './post-acts.js';

type Season = (month: number) => number;
const steady: Season = () => 1;
const summer: Season = (month) => (month >= 4 && month <= 9 ? 1.7 : 0.3);
const winter: Season = (month) => (month >= 10 || month <= 2 ? 1.8 : 0.4);
/** Everybody buys a little less in August and more before Christmas. */
const ofTheYear: Season = (month) => (month === 8 ? 0.85 : month === 11 ? 1.15 : 1);

export function inventedLedger(
  i: number,
  of: DemoCustomer,
  random: Random,
  numbering: Numbering,
  opened: number,
  today: number,
): CustomerLedger {
  const ledger = new CustomerLedger(of.customer, numbering);
  ledger.contacts.push(...of.contacts);
  const isClosed = of.customer.stage === 'closed';
  const from = random.chance(0.6) ? opened : opened + random.whole(0, today - opened - (isClosed ? 500 : 60));
  const to = isClosed ? today - 260 : today;
  for (const issuedOn of issueDays(i, of, random, from, to)) issue(ledger, of, random, issuedOn);
  if (i % 25 === 7) issue(ledger, of, random, today + 7 - termsOf(of)); // due in exactly seven days: to be reminded of today
  postActs(
    ledger,
    ledger.invoices.flatMap((invoice) => actsOn(invoice, of.habit, random, today).map((act) => ({ ...act, invoice }))),
    today,
  );
  if (i % 30 === 11) ledger.credit('payment', today - random.whole(1, 20), of.typicalMinor, 'without a reference');
  if (i % 60 === 13)
    ledger.credit('credit_note', today - random.whole(5, 40), Math.round(of.typicalMinor / 5), 'volume bonus');
  return ledger;
}

const termsOf = ({ customer }: DemoCustomer) => customer.termsDays ?? 30;

function issue(ledger: CustomerLedger, of: DemoCustomer, random: Random, issuedOn: number): void {
  const amountMinor = Math.max(2_500, Math.round(of.typicalMinor * Math.exp(0.4 * random.normal())));
  ledger.issue(issuedOn, issuedOn + termsOf(of), amountMinor);
}

/** Working days, in order; every sixth customer is invoiced at the end of the month only, every tenth buys by season. */
function issueDays(i: number, of: DemoCustomer, random: Random, from: number, to: number): number[] {
  const season = i % 10 === 2 ? summer : i % 10 === 6 ? winter : steady;
  const days: number[] = [];
  for (let month: Day = firstOfMonth(dayOf(from)); dayNumber(month) <= to; month = addMonths(month, 1)) {
    const first = dayNumber(month);
    const last = lastDayOfMonth(first);
    const count = Math.floor(
      of.monthlyInvoices * season(monthOfYear(first)) * ofTheYear(monthOfYear(first)) + random.next(),
    );
    for (let k = 0; k < count; k++) {
      let day = i % 6 === 1 ? last - k : random.whole(first, last);
      while (isWeekend(day)) day--;
      if (day >= from && day <= to) days.push(day);
    }
  }
  return days.sort((a, b) => a - b);
}
