import { addDays } from '../../analytics/index.js';
import { LatenessBooks } from '../../api/lateness/lateness-book.service.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Three customers who pay a month late. Of one, half as many invoices again were taken back by us on their due day; of
// another, a tenth of each invoice, for goods that came back.
let product: Product;
const ids: Record<string, number> = {};
beforeAll(async () => {
  product = await startApi();
  const ledger = TestLedger.of(product);
  for (const name of ['Late', 'Late and credited', 'Late, a tenth credited']) {
    const customer = await ledger.customer(name);
    ids[name] = customer.id;
    for (let month = 1; month <= 6; month++) {
      const due = `2026-0${month}-20`;
      const of = { issued: `2026-0${month}-01`, due, minor: 100_000 };
      await customer.invoice(`I${month}`, of);
      const part = name === 'Late, a tenth credited' ? 10_000 : 0;
      if (part) await customer.isCredited(`T${month}`, due, part, { [`I${month}`]: part });
      await customer.pays(`P${month}`, addDays(due, 30), 100_000 - part, { [`I${month}`]: 100_000 - part });
      if (name !== 'Late and credited' || month % 2 === 0) continue;
      await customer.invoice(`C${month}`, of);
      await customer.isCredited(`N${month}`, due, 100_000, { [`C${month}`]: 100_000 });
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

test('what was credited on its due day is neither paid on time nor overdue: the score says what it says without it', async () => {
  const [late, credited] = [await of('Late'), await of('Late and credited')];
  expect(late.score.lateProbability).toBeGreaterThan(0.5);
  expect(credited.score).toEqual(late.score);
  expect(JSON.stringify(credited.score.reasons)).toContain(
    'Paid all 6 invoices of the last twelve months late, by 30 days',
  );
});

test('it stands in no list of days late; of an invoice of which a tenth was credited the payment counts', async () => {
  expect((await of('Late and credited')).daysLate.totalCount).toBe(6);
  expect((await of('Late, a tenth credited')).daysLate.totalCount).toBe(6);
  expect((await of('Late, a tenth credited')).score.points).toBe((await of('Late')).score.points);
});

test('the model of lateness learns of it that it was open until then, and no more', async () => {
  const { customers } = await product.get(LatenessBooks).read('infinity', '2026-11-22');
  const told = customers.map(({ invoices, copies }) =>
    [...invoices, ...copies].map(({ number, settledOn, creditedOn }) => [
      number.slice(0, 1),
      settledOn !== null,
      creditedOn !== null,
    ]),
  );
  const paid = ['I', true, false];
  expect(told[0]).toEqual(Array.from({ length: 6 }, () => paid));
  expect(told[1]?.filter(([number]) => number === 'C')).toEqual(Array.from({ length: 3 }, () => ['C', false, true]));
  expect(told[2]).toEqual(Array.from({ length: 6 }, () => paid));
});
