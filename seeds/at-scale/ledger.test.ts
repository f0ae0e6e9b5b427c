import { dayNumber } from '../../analytics/index.js';
import { atScaleLedger } from './ledger.js';

const size = { customers: 1000, invoices: 20_000, today: '2026-11-22' };
const ledgers = [...atScaleLedger(size)];
const invoices = ledgers.flatMap((ledger) => ledger.invoices);
const share = (some: unknown[]) => some.length / invoices.length;

test('exactly as many customers and invoices as asked for, the largest with many times the usual number', () => {
  expect([ledgers.length, invoices.length]).toEqual([size.customers, size.invoices]);
  const counts = ledgers.map((ledger) => ledger.invoices.length).sort((a, b) => b - a);
  expect((counts[0] as number) / (counts[500] as number)).toBeGreaterThan(20);
});

test('about 94 in 100 are settled and 2 part paid', () => {
  expect(share(invoices.filter(({ settledOn }) => settledOn !== null))).toBeCloseTo(0.94, 1);
  const partPaid = invoices.filter(({ settledOn, allocatedMinor }) => settledOn === null && allocatedMinor > 0);
  expect(share(partPaid)).toBeGreaterThan(0.015);
  expect(share(partPaid)).toBeLessThan(0.025);
});

test('no invoice is overpaid, no payment overspent, and nothing lies in the future', () => {
  expect(invoices.filter((invoice) => invoice.allocatedMinor > invoice.amountMinor)).toEqual([]);
  expect(
    ledgers.flatMap((ledger) => ledger.credits.filter((credit) => credit.allocatedMinor > credit.amountMinor)),
  ).toEqual([]);
  const last = Math.max(...ledgers.flatMap((ledger) => ledger.allocations.map(({ on }) => on)));
  expect(last).toBeLessThanOrEqual(dayNumber(size.today));
});

test('money that came in and is not applied, payments for two invoices, invoices paid twice: all there', () => {
  const credits = ledgers.flatMap((ledger) => ledger.credits);
  const allocations = ledgers.flatMap((ledger) => ledger.allocations);
  const often = (keys: unknown[]) => keys.length - new Set(keys).size;
  expect(credits.filter((credit) => credit.allocatedMinor < credit.amountMinor).length).toBeGreaterThan(20);
  expect(often(allocations.map(({ credit }) => credit))).toBeGreaterThan(100);
  expect(often(allocations.map(({ invoice }) => invoice))).toBeGreaterThan(100);
});
