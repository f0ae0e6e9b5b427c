import { DataSource } from 'typeorm';
import { emptyAccounts, emptyReport } from '../../analytics/index.js';
import { dataSourceOptions, migrate } from '../../api/shared/data-source.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let database: FreshDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await freshDatabase({ isEmpty: true });
  await migrate(database.url);
  source = await new DataSource({ ...dataSourceOptions(database.url), poolSize: 2 }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const newest = async () =>
  (await source.query('select name from migrations order by id desc limit 1'))[0].name as string;

test('what was typed in before credit checks were kept becomes one, in the one shape, and going back loses nothing', async () => {
  for (let undone = ''; !undone.endsWith('018'); ) {
    undone = await newest();
    await source.undoLastMigration();
  }
  await source.query(`insert into customer (number, name, currency) values ('K1', 'Firm', 'GBP')`);
  const decide = (inputs: object) =>
    source.query(
      `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
       select id, '2026-11-10', 'Somebody', 'approve', 600, 'B', $1, '{}', 'x', 'x' from customer`,
      [inputs],
    );
  const nothing = {
    bureauScale: null,
    bureauScore: null,
    yearsTrading: null,
    judgments: null,
    netWorthMinor: null,
    workingCapitalMinor: null,
    insolvent: false,
    currency: 'GBP',
  };
  await decide({
    ...nothing,
    bureauScale: 'creditsafe-100',
    bureauScore: 60,
    yearsTrading: 2,
    judgments: 1,
    netWorthMinor: 500,
  });
  await decide({ ...nothing, bureauScale: 'dnb-failure-1875', bureauScore: 0 });
  await decide(nothing);
  await source.runMigrations();
  const made = await source.query(
    `select k.provider, k.asked_by, k.reported_on::text as day, k.report from decision d join credit_check k on k.customer_id = d.customer_id and k.id = d.credit_check_id order by d.id`,
  );
  expect(made).toEqual([
    {
      provider: 'typed in',
      asked_by: 'Somebody',
      day: '2026-11-10',
      report: {
        ...emptyReport,
        failurePd: 0.015,
        band: 'B',
        score: { scale: 'Creditsafe, 0–100', value: 60 },
        judgments: 1,
        foundedOn: '2024-11-09',
        accounts: { ...emptyAccounts, currency: 'GBP', netWorthMinor: 500 },
      },
    },
    { provider: 'typed in', asked_by: 'Somebody', day: '2026-11-10', report: emptyReport },
  ]);
  for (let undone = ''; !undone.endsWith('018'); ) {
    undone = await newest();
    await source.undoLastMigration();
  }
  const [{ checks, decisions }] = await source.query(
    'select (select count(*)::int from credit_check) as checks, (select count(*)::int from decision) as decisions',
  );
  expect([checks, decisions]).toEqual([0, 3]);
  await source.runMigrations();
});
