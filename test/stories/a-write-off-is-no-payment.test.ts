import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// The ledger has what was given up as settled. Whoever judges how a customer pays must not take that for a payment.
let product: Product;
const ids: Record<string, number> = {};
beforeAll(async () => {
  product = await startApi();
  const ledger = TestLedger.of(product);
  for (const name of ['Pays', 'Never pays', 'Pays but a cent']) {
    const customer = await ledger.customer(name);
    ids[name] = customer.id;
    for (let month = 1; month <= 6; month++) {
      const [number, due] = [`I${month}`, `2026-0${month}-20`];
      await customer.invoice(number, { issued: `2026-0${month}-01`, due, minor: 100_000 });
      const isLast = month === 6;
      if (name === 'Pays') await customer.pays(`P${month}`, due, 100_000, { [number]: 100_000 });
      else if (name === 'Never pays') await customer.isWrittenOff(`W${month}`, due, 100_000, { [number]: 100_000 });
      else {
        await customer.pays(`P${month}`, due, isLast ? 99_999 : 100_000, { [number]: isLast ? 99_999 : 100_000 });
        if (isLast) await customer.isWrittenOff(`W${month}`, due, 1, { [number]: 1 });
      }
    }
  }
  await product.gql('mutation { scoreBook(input: {}) { customers } }');
});
afterAll(() => product.close());

const of = async (name: string) =>
  (
    await product.gql(
      `{ customer(id: "${ids[name]}") { score { points grade lateProbability reasons { factor sentence } } daysLate { totalCount } } }`,
    )
  ).customer;

test('six invoices that were written off on their due day are six that were never paid', async () => {
  const [pays, never] = [await of('Pays'), await of('Never pays')];
  expect(pays.score).toMatchObject({ grade: 'A', lateProbability: 0 });
  expect(never.score.lateProbability).toBeGreaterThan(pays.score.lateProbability);
  expect(['D', 'E']).toContain(never.score.grade);
  const said = never.score.reasons.map(({ sentence }: { sentence: string }) => sentence).join(' ');
  expect(said).toContain('All 6 invoices of the last twelve months were never paid and written off.');
  expect(said).not.toMatch(/on time|on the due day/);
});

test('they stand in no list of days late, nor does a cent of tidying make an invoice unpaid', async () => {
  expect((await of('Never pays')).daysLate.totalCount).toBe(0);
  const nearly = await of('Pays but a cent');
  expect(nearly.score).toMatchObject({ grade: 'A', lateProbability: 0 });
  expect(nearly.daysLate.totalCount).toBe(6);
});
