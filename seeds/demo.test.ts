import pg from 'pg';
import { freshDatabase } from '../test/support/database.js';
import { seedDemoBook } from './demo.js';

let client: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  client = new pg.Client(database.url);
  await client.connect();
  await client.query('begin');
  await seedDemoBook(client, '2026-11-22');
  await client.query('commit');
});

afterAll(async () => {
  await client.end();
  await drop();
});

const count = async (sql: string) => Number((await client.query(`select count(*) from (${sql}) rows`)).rows[0].count);

test('the book says that it is the demo book, in euros and three years old', async () => {
  const { rows } = await client.query('select reporting_currency, is_demo, opened_on::text from book');
  expect(rows).toEqual([{ reporting_currency: 'EUR', is_demo: true, opened_on: '2023-11-22' }]);
});

test('what is derived from the allocations agrees with them, as the trigger would have it', async () => {
  expect(
    await count(`
      select i.id from invoice i left join allocation a on a.customer_id = i.customer_id and a.invoice_id = i.id
       group by i.customer_id, i.id
      having (i.allocated_minor, i.first_allocated_on, i.last_allocated_on, i.settled_on) is distinct from
             (coalesce(sum(a.amount_minor), 0), min(a.allocated_on), max(a.allocated_on),
              case when sum(a.amount_minor) = i.amount_minor then max(a.allocated_on) end)`),
  ).toEqual(0);
  expect(
    await count(`
      select c.id from credit c left join allocation a on a.customer_id = c.customer_id and a.credit_id = c.id
       group by c.customer_id, c.id
      having (c.allocated_minor, c.last_allocated_on, c.applied_on) is distinct from
             (coalesce(sum(a.amount_minor), 0), max(a.allocated_on),
              case when sum(a.amount_minor) = c.amount_minor then greatest(c.dated_on, max(a.allocated_on)) end)`),
  ).toEqual(0);
});

test('every currency has a rate for each month, marked as invented', async () => {
  const { rows } = await client.query(
    'select distinct source, count(*) over (partition by currency)::int as rates from exchange_rate',
  );
  expect(rows).toEqual([{ source: 'invented for the demo book', rates: 37 }]);
});

test('one customer is on hold and four prospects are vetted', async () => {
  expect(await count(`select from standing where state = 'orders_on_hold'`)).toEqual(1);
  expect(await count('select from decision')).toEqual(4);
});

test('a customer added afterwards gets the next key', async () => {
  const { rows } = await client.query(
    `insert into customer (number, name, currency) values ('N1', 'Newcomer', 'EUR') returning id`,
  );
  expect(Number(rows[0].id)).toEqual(401);
});
