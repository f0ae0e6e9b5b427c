import fc from 'fast-check';
import { type Aging, aging, dayNumber, historyOf } from '../../analytics/index.js';
import { AgingService } from '../../api/ledger/aging.service.js';
import { AgingBasis } from '../../api/ledger/aging.view.js';
import { openItems } from '../../api/ledger/open-items.js';
import { histories } from '../../api/scoring/histories.js';
import { Sql } from '../../api/shared/sql.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { smallLedger, someDay, type Written, write } from '../support/random-ledger.js';

// The database answers with look-ups and indexes, the arithmetic with plain sums over allocations. They must agree, on
// many small random ledgers and on many days.

const seed = 20_261_122;
const days = fc.sample(someDay, { numRuns: 60, seed });

let product: Product;
let book: Written[];
beforeAll(async () => {
  product = await startApi();
  const ledger = TestLedger.of(product);
  book = [];
  for (const [i, of] of fc.sample(smallLedger, { numRuns: 120, seed }).entries())
    book.push(await write(ledger, `Customer ${i}`, of));
});
afterAll(() => product.close());

/** The ageing of one currency by the plain arithmetic. */
function plainAging(of: readonly Written[], currency: string, asOf: string, by: 'due' | 'invoice') {
  const open = of.flatMap(({ invoices }) =>
    historyOf(
      invoices.filter((invoice) => invoice.currency === currency),
      asOf,
    ),
  );
  const credits = of.flatMap(({ unapplied }) => unapplied.filter((credit) => credit.currency === currency));
  const left = credits.map(({ moves }) => ({
    on: 0,
    amountMinor: moves.filter(({ on }) => on <= asOf).reduce((sum, { minor }) => sum + minor, 0),
  }));
  return { ...aging(open, left, dayNumber(asOf), by), currency };
}

const isEmpty = ({ currency, ...amounts }: Aging & { currency: string }) =>
  Object.values(amounts).every((minor) => minor === 0);
const expectedOf = (of: readonly Written[], asOf: string, by: 'due' | 'invoice') =>
  ['EUR', 'JPY', 'USD'].map((currency) => plainAging(of, currency, asOf, by)).filter((row) => !isEmpty(row));

test.each([
  ['due', AgingBasis.DUE],
  ['invoice', AgingBasis.INVOICE],
] as const)(
  'by %s day, the ageing of any day is that of the arithmetic, to the cent and per currency',
  async (by, basis) => {
    const service = product.get(AgingService);
    for (const asOf of days) {
      expect([asOf, await service.totals(asOf, basis)]).toEqual([asOf, expectedOf(book, asOf, by)]);
    }
  },
);

test('so is the ageing of each customer', async () => {
  const service = product.get(AgingService);
  const ids = book.map(({ customerId }) => customerId);
  for (const asOf of days.slice(0, 20)) {
    const expected = book.flatMap((one) =>
      expectedOf([one], asOf, 'due').map((row) => ({ ...row, customerId: one.customerId })),
    );
    expect([asOf, await service.ofCustomers(ids, asOf)]).toEqual([asOf, expected]);
  }
});

test('the quick form for today and the indexed form for past days find the same invoices', async () => {
  const sql = product.get(Sql);
  const found = (text: string, asOf: string) => sql.rows(`select * from (${text}) o order by customer_id, id`, [asOf]);
  for (const asOf of days) {
    expect(await found(openItems(asOf, '2999-01-01'), asOf)).toEqual(await found(openItems(asOf, '1970-01-01'), asOf));
  }
});

test('the history that is scored is the one that was known on the day', async () => {
  const sql = product.get(Sql);
  const noRates = { reportingCurrency: 'EUR', factors: new Map<string, number>() };
  const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  for (const asOf of days) {
    const streamed = await sql.connection(async (client) => {
      const all: unknown[] = [];
      for await (const batch of histories(client, { asOf, knownOn: asOf }, noRates)) {
        for (const { customerId, history } of batch) all.push([customerId, inOrder(history)]);
      }
      return all;
    });
    const known = book.map(({ customerId, invoices }) => [customerId, inOrder(historyOf(invoices, asOf))] as const);
    expect([asOf, streamed]).toEqual([asOf, known.filter(([, history]) => history.length > 0)]);
  }
});
