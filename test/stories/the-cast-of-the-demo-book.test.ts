import { cast } from '../../analytics/fixtures/histories.js';
import { loadDemoBook } from '../../api/cli/demo-book.js';
import { Sql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
beforeAll(async () => {
  product = await startApi();
  await loadDemoBook(product.app, () => {});
}, 60_000);
afterAll(() => product.close());

const scoreOf = async (key: string) => {
  const character = cast.find((each) => each.key === key);
  if (!character) throw new Error(`there is no ${key} in the cast`);
  const { customers } = await product.gql(
    'query ($name: String) { customers(search: $name, first: 1) { nodes { customer { name score { points grade isThin base reasons { points } } } } } }',
    { name: character.name },
  );
  return customers.nodes[0].customer.score;
};

test('who pays promptly is an A; who has stopped paying is an E', async () => {
  expect((await scoreOf('promptPayer')).grade).toBe('A');
  expect((await scoreOf('goneSilent')).grade).toBe('E');
});

test('slipping since June costs a prompt payer points', async () => {
  expect((await scoreOf('slippingSinceJune')).points).toBeLessThan((await scoreOf('promptPayer')).points);
});

test('every customer with an invoice is scored, none without, and base and reasons add up for all of them', async () => {
  const sql = product.get(Sql);
  const without = await sql.rows(
    `select c.number from customer c left join score s on s.customer_id = c.id and s.superseded_on is null
      where (s.customer_id is not null) <> exists (select from invoice i where i.customer_id = c.id and i.issued_on <= '2026-11-22')`,
  );
  expect(without).toEqual([]);
  const wrong = await sql.rows(
    `select customer_id from score s, lateral (select sum((r ->> 'points')::integer) as sum from jsonb_array_elements(reasons) r) r
      where greatest(300, least(850, s.base + r.sum)) <> s.points`,
  );
  expect(wrong).toEqual([]);
});

test('the book spreads over all five grades, and every page has something to show', async () => {
  const { portfolio, holdProposals, reminderPlan, workList, decisions, customersOnHold } = await product.gql(`{
    portfolio { agingByGrade { grade } leftOut { currency } }
    holdProposals { totalCount } reminderPlan(on: "2026-11-23") { messages { totalCount } } workList { totalCount } decisions { totalCount } customersOnHold { totalCount }
  }`);
  expect(portfolio.agingByGrade.map(({ grade }: { grade: string }) => grade).slice(0, 5)).toEqual([
    'A',
    'B',
    'C',
    'D',
    'E',
  ]);
  expect(portfolio.leftOut).toEqual([]);
  const counts = [
    holdProposals.totalCount,
    reminderPlan.messages.totalCount,
    workList.totalCount,
    decisions.totalCount,
    customersOnHold.totalCount,
  ];
  expect(counts.filter((count) => count === 0)).toEqual([]);
});

test('the ageing by grade and by currency is the same money: within a cent for each sum that was rounded', async () => {
  const { portfolio } = await product.gql(
    '{ portfolio { total { minor } agingByGrade { aging { total current days1To30 days31To60 days61To90 over90 } } } }',
  );
  const rows: { aging: Record<string, number> }[] = portfolio.agingByGrade;
  const sum = rows.reduce((all, { aging }) => all + (aging.total as number), 0);
  expect(Math.abs(sum - portfolio.total.minor)).toBeLessThanOrEqual(rows.length * 5);
  for (const {
    aging: { total, ...buckets },
  } of rows)
    expect(Object.values(buckets).reduce((all, minor) => all + minor)).toBe(total);
});
