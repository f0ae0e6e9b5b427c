import pg from 'pg';
import { DataSource } from 'typeorm';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Sql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

// An act that takes authority reads and writes over one connection. If each took a second one, as many acts at once as there
// are connections would each wait for one that the others hold, until all of them are refused.
let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

const ACTS = 4;
const small = {
  ...{ entityType: 'COMPANY', country: 'GB', currency: 'EUR', contractValueMinor: 240_000, monthlyRunMinor: 20_000 },
  ...{ termsDaysAsked: 30, bureauScale: 'creditsafe-100', bureauScore: 90, yearsTrading: 9, judgments: 0, keep: true },
};
async function offer(companyName: string, more: object = {}) {
  const { vet } = await product.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { id customer { id } } } }',
    { input: { ...small, companyName, ...more } },
  );
  return { customerId: vet.decision.customer.id, decisionId: vet.decision.id, result: 'ACCEPTED' };
}
const take = (input: object) =>
  product.ask('mutation ($input: OfferOutcomeInput!) { tellOfferOutcome(input: $input) { approval { id state } } }', {
    input,
  });

/** The program with as many connections as there are acts, all of which begin before any goes on. */
async function withFewConnections<T>(work: () => Promise<T>): Promise<T> {
  const pool = (product.get(DataSource).driver as unknown as { master: pg.Pool }).master;
  const before = pool.options.max;
  pool.options.max = ACTS;
  const sql = product.get(Sql);
  const { transaction } = sql;
  let begun = 0;
  let all = () => {};
  const haveBegun = new Promise<void>((resolve) => {
    all = resolve;
  });
  sql.transaction = (act) =>
    transaction.call(sql, async (client: pg.PoolClient) => {
      begun++;
      if (begun === ACTS) all();
      await haveBegun;
      return act(client);
    }) as never;
  try {
    return await work();
  } finally {
    sql.transaction = transaction;
    pool.options.max = before;
  }
}

test('as many offers taken at once as there are connections are all taken', async () => {
  const offers = await Promise.all(Array.from({ length: ACTS }, (_, i) => offer(`Small ${i} Ltd`)));
  const answers = await withFewConnections(() => Promise.all(offers.map(take)));
  expect(answers.map(({ data, errors }) => errors?.[0]?.message ?? data.tellOfferOutcome.approval)).toEqual([
    null,
    null,
    null,
    null,
  ]);
}, 15_000);

test('and so are as many requests for approval, and as many approvals', async () => {
  const large = {
    bureauScore: 95,
    monthlyRunMinor: 8_000_000,
    contractValueMinor: 96_000_000,
    netWorthMinor: 9_000_000_000,
    workingCapitalMinor: 4_000_000_000,
  };
  const offers = await Promise.all(Array.from({ length: ACTS }, (_, i) => offer(`Large ${i} Ltd`, large)));
  const asked = await withFewConnections(() => Promise.all(offers.map(take)));
  const ids = asked.map(({ data, errors }) => errors?.[0]?.message ?? data.tellOfferOutcome.approval.id);
  const other = await product.as(PersonRole.MANAGER);
  const approved = await withFewConnections(() =>
    Promise.all(ids.map((id) => other.ask(`mutation { approve(input: { approvalId: "${id}" }) { state } }`))),
  );
  expect(approved.map(({ data, errors }) => errors?.[0]?.message ?? data.approve.state)).toEqual(
    Array(ACTS).fill('APPROVED'),
  );
}, 15_000);
