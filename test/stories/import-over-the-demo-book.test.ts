import fs from 'node:fs';
import path from 'node:path';
import { ImportsService } from '../../api/imports/imports.service.js';
import { Sql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
beforeEach(async () => {
  product = await startApi();
  const { rows } = { rows: (text: string) => product.get(Sql).rows(text) };
  await rows(`update book set is_demo = true, opened_on = '2023-11-22', reporting_currency = 'EUR'`);
  await rows(
    `insert into customer (id, number, name, currency) overriding system value values (900, 'DEMO-1', 'Invented', 'EUR')`,
  );
  await rows(
    `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) values (900, 'D1', '2026-01-01', '2026-01-31', 'EUR', 100)`,
  );
  await rows(`insert into exchange_rate values ('USD', 'EUR', '2026-01-01', 0.9, 'invented')`);
  await rows(`insert into standing (customer_id, state, since, changed_by) values (900, 'good', now(), 'demo')`);
}, 60_000);
afterEach(() => product.close());

function run(content: string, options = {}) {
  const file = { name: 'invoices.csv', path: path.join(product.home, 'invoices.csv') };
  fs.writeFileSync(file.path, `customer_number,invoice_number,issued_on,due_on,amount,currency\n${content}`);
  return product.get(ImportsService).run([file], options);
}
const customers = () => product.get(Sql).rows('select number from customer order by 1');
const real =
  'R1,I1,2026-03-01,2026-03-31,10.00,USD\nR1,I2,2026-03-01,2026-03-31,12.00,USD\nR2,I1,2026-03-01,2026-03-31,10.00,CAD\n';

test('the real book takes the place of the demo book, which the dry run says before', async () => {
  expect(await run(real, { dryRun: true })).toMatchObject({ removesDemoBook: true, isPosted: false });
  expect(await customers()).toEqual([{ number: 'DEMO-1' }]);

  expect(await run(real)).toMatchObject({ removesDemoBook: true, isPosted: true });
  expect(await customers()).toEqual([{ number: 'R1' }, { number: 'R2' }]);
  expect(await product.get(Sql).rows('select reporting_currency, is_demo, opened_on::text from book')).toEqual([
    { reporting_currency: 'USD', is_demo: false, opened_on: '2026-11-22' },
  ]);
  expect(
    await product
      .get(Sql)
      .rows('select (select count(*) from exchange_rate) as rates, (select count(*) from standing) as standings'),
  ).toEqual([{ rates: 0, standings: 0 }]);
});

test('the demo book stays when asked to', async () => {
  expect(await run(real, { keepDemo: true })).toMatchObject({ removesDemoBook: false, isPosted: true });
  expect((await customers()).length).toBe(3);
});

test('the demo book stays when the files speak of its customers', async () => {
  expect(await run(`${real}DEMO-1,I7,2026-03-01,2026-03-31,10.00,EUR\n`)).toMatchObject({ removesDemoBook: false });
  expect((await customers()).length).toBe(3);
});

test('an import of which nothing is good leaves the demo book alone', async () => {
  await run('R1,I1,2026-03-01,2026-03-31,x,USD\n', { acceptGood: true });
  expect(await customers()).toEqual([{ number: 'DEMO-1' }]);
});
