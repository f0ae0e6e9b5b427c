import { Audit } from '../../api/audit/audit.service.js';
import { Remembered } from '../../api/shared/remembered.js';
import { Sql } from '../../api/shared/sql.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Figures of the whole book are remembered until something changes, and not a moment longer.

let product: Product;
let mill: TestCustomer;
beforeAll(async () => {
  product = await startApi();
  mill = await TestLedger.of(product).customer('The Mill');
  await mill.invoice('M1', { issued: '2026-10-01', due: '2026-10-31', minor: 40_000 });
  await mill.invoice('M2', { issued: '2026-10-01', due: '2026-10-31', minor: 100, currency: 'USD' });
});
afterAll(() => product.close());

const total = async () => (await product.gql('{ portfolio { total { minor } } }')).portfolio.total.minor;
const act = { actor: 'the test', action: 'changed the book', subjectType: 'book', subjectId: null };

test('a payment and a rate are in the figures of the next question', async () => {
  expect(await total()).toBe(40_000);
  await mill.pays('P1', '2026-11-01', 10_000, { M1: 10_000 });
  expect(await total()).toBe(30_000);
  await product.gql(
    'mutation { setExchangeRate(input: { currency: "USD", rate: 0.8, validOn: "2026-01-01", source: "the test" }) { rate } }',
  );
  expect(await total()).toBe(30_080);
});

test('while nothing changes a figure is made once; what failed is made again', async () => {
  const remembered = product.get(Remembered);
  let made = 0;
  const figure = () => remembered.of('a figure', async () => ++made);
  expect([await figure(), await figure()]).toEqual([1, 1]);
  await expect(remembered.of('another', () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
  expect(await remembered.of('another', async () => 'made')).toBe('made');
});

test('a change that began before another and is there after it is not overlooked', async () => {
  const [remembered, sql, audit] = [product.get(Remembered), product.get(Sql), product.get(Audit)];
  let made = 0;
  const figure = () => remembered.of('a third figure', async () => ++made);
  await sql.transaction(async (slow) => {
    await audit.record(slow, act);
    await sql.transaction((quick) => audit.record(quick, act));
    expect(await figure()).toBe(1);
  });
  expect(await figure()).toBe(2);
});

test('a hold leaves the amounts of the book as they are: they are not summed again; an import does', async () => {
  const [remembered, sql, audit] = [product.get(Remembered), product.get(Sql), product.get(Audit)];
  const made = { ledger: 0, book: 0 };
  const figures = async () => {
    for (const from of ['ledger', 'book'] as const)
      await remembered.of('a fourth figure', async () => ++made[from], from);
    return [made.ledger, made.book];
  };
  const done = (action: string, times = 1) =>
    sql.transaction(async (client) => {
      for (let i = 0; i < times; i++) await audit.record(client, { ...act, action });
    });
  expect(await figures()).toEqual([1, 1]);
  await done('put orders on hold');
  expect(await figures()).toEqual([1, 2]);
  await done('imported files');
  expect(await figures()).toEqual([2, 3]);
  // So many that what came before them is not looked at any more.
  await done('imported files');
  await done('put orders on hold', 250);
  expect(await figures()).toEqual([3, 4]);
  await done('put orders on hold', 3);
  expect(await figures()).toEqual([3, 5]);
});
