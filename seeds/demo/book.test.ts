import { cast } from '../../analytics/fixtures/histories.js';
import { bookPrior, dayNumber, type Grade, score } from '../../analytics/index.js';
import type { CustomerLedger } from '../book/customer-ledger.js';
import { seedTables } from '../book/tables.js';
import { DEMO_CUSTOMERS, demoBook } from './book.js';

const today = '2026-11-22';
const now = dayNumber(today);
const { ledgers } = demoBook(today);

const rowsOf = (of: readonly CustomerLedger[]) =>
  of.flatMap((ledger) => Object.values(seedTables).map(({ lines }) => lines(ledger)));
const openMinor = (ledger: CustomerLedger) =>
  ledger.invoices.reduce((sum, invoice) => sum + invoice.amountMinor - invoice.allocatedMinor, 0);

test('the book of a day is always the same, row by row', () => {
  expect(rowsOf(demoBook(today).ledgers)).toEqual(rowsOf(ledgers));
});

test.each(['2025-03-03', '2026-11-22', '2028-02-29'])(
  'on %s it has 400 customers, about 12,000 invoices and nothing of tomorrow',
  (day) => {
    const book = demoBook(day).ledgers;
    const invoices = book.flatMap((ledger) => ledger.invoices);
    expect(book.length).toEqual(DEMO_CUSTOMERS);
    expect(Math.abs(invoices.length - 12_000)).toBeLessThan(600);
    const days = [
      ...invoices.map(({ issuedOn }) => issuedOn),
      ...book.flatMap((ledger) => ledger.allocations.map(({ on }) => on)),
    ];
    expect(Math.max(...days)).toBeLessThanOrEqual(dayNumber(day));
    expect(Math.min(...days)).toBeGreaterThanOrEqual(dayNumber(day) - 1096);
  },
);

test('the cast is in it, by name and with its invoices', () => {
  for (const { name } of cast) {
    const ledger = ledgers.find(({ customer }) => customer.name === name);
    expect([name, ledger?.invoices.length]).not.toEqual([name, 0]);
    expect(ledger?.invoices.every(({ issuedOn }) => issuedOn <= now)).toEqual(true);
  }
});

test('no two customers have one name, and every address is one for examples', () => {
  expect(new Set(ledgers.map(({ customer }) => customer.name)).size).toEqual(DEMO_CUSTOMERS);
  const emails = ledgers.flatMap(({ contacts }) => contacts.flatMap(({ email }) => email ?? []));
  expect(emails.filter((email) => !/^[a-z0-9.-]+@[a-z0-9-]+\.example$/.test(email))).toEqual([]);
});

test('three currencies, groups, people left out, deposits: every page has something to show', () => {
  const customers = ledgers.map(({ customer }) => customer);
  expect([...new Set(customers.map(({ currency }) => currency))].sort()).toEqual(['EUR', 'GBP', 'USD']);
  expect(customers.filter(({ isLeftOutOfReminders }) => isLeftOutOfReminders).length).toEqual(1);
  for (const some of [
    customers.filter(({ parent }) => parent !== null),
    customers.filter(({ depositHeldMinor }) => depositHeldMinor > 0),
    customers.filter(({ stage }) => stage === 'prospect'),
    ledgers.filter(({ contacts }) => contacts.length === 0),
    ledgers.flatMap(({ invoices }) => invoices.filter(({ isDisputed }) => isDisputed)),
    ledgers.flatMap(({ credits }) => credits.filter(({ allocatedMinor }) => allocatedMinor === 0)),
  ]) {
    expect(some.length).toBeGreaterThan(4);
  }
  const kinds = new Set(ledgers.flatMap(({ credits }) => credits.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(['credit_note', 'payment', 'returned_payment', 'write_off']);
});

test('somebody is to be reminded today, and somebody belongs on the stop list', () => {
  const open = ledgers.flatMap((ledger) => ledger.invoices.filter(({ settledOn }) => settledOn === null));
  expect(open.filter(({ dueOn }) => dueOn === now + 7).length).toBeGreaterThan(5);
  expect(open.filter(({ dueOn, isDisputed }) => !isDisputed && now - dueOn > 45).length).toBeGreaterThan(5);
  const overLimit = ledgers.filter(
    (ledger) => openMinor(ledger) > 1.1 * (ledger.customer.limitMinor ?? Number.POSITIVE_INFINITY),
  );
  expect(overLimit.length).toBeGreaterThan(5);
});

test('it is a plausible book: a fifth to a third overdue, and grades from A to E', () => {
  const histories = ledgers.map((ledger) =>
    ledger.invoices.map((invoice) => ({ ...invoice, openMinor: invoice.amountMinor - invoice.allocatedMinor })),
  );
  const open = histories.flat().filter(({ openMinor }) => openMinor > 0);
  const sum = (of: typeof open) => of.reduce((total, invoice) => total + invoice.openMinor, 0);
  const overdueShare = sum(open.filter(({ dueOn }) => dueOn < now)) / sum(open);
  expect(overdueShare).toBeGreaterThan(0.2);
  expect(overdueShare).toBeLessThan(0.33);
  const prior = bookPrior(histories, now);
  const counts = new Map<Grade, number>();
  for (const history of histories) {
    const grade = score(history, now, prior)?.grade;
    if (grade) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(Math.min(...counts.values())).toBeGreaterThan(9);
});
