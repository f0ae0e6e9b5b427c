import { PersonRole } from '../../api/auth/person.entity.js';
import { RatesService } from '../../api/ledger/rates.service.js';
import { cohortOn } from '../../api/scoring/default-cohorts.js';
import { Defaults } from '../../api/scoring/defaults.service.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { DefaultTraining } from '../../api/scoring/train-default.service.js';
import { canonicalJson, checksumOf } from '../../api/shared/canonical-json.js';
import type { Asker } from '../support/asker.js';
import { goodstanding } from '../support/command.js';
import { bookOfDefaults } from '../support/defaults.js';
import { TestLedger } from '../support/ledger.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';

// Where enough customers did not pay at all, the scorecard is fitted on them, measured on a later year, and put in force by two people.
let product: Product;
let manager: Asker;
let finance: Asker;
let ledger: TestLedger;
const asOf = '2026-11-22';
beforeAll(async () => {
  product = await startApi();
  manager = product;
  finance = await product.as(PersonRole.FINANCE);
  ledger = TestLedger.of(product);
}, 120_000);
afterAll(() => product.close());

const train = (...more: string[]) =>
  goodstanding(
    { DATABASE_URL: product.databaseUrl, GOODSTANDING_HOME: product.home },
    'train',
    '--default',
    '--as-of',
    asOf,
    ...more,
  );
const card = async () => (await product.gql('{ scorecard { version isFitted evidence measured { auc } } }')).scorecard;
const scores = async () =>
  (
    await product.gql(`{ customers(first: 20) { nodes { customer { number
      score(asOf: "${asOf}") { points base cardVersion reasons { points } pd pdRange { low high } replay { isSame differences } } } } } }`)
  ).customers.nodes.map(({ customer }: { customer: { score: Score } }) => customer.score);
interface Score {
  points: number;
  base: number;
  cardVersion: string;
  reasons: { points: number }[];
  pd: number;
  pdRange: { low: number; high: number } | null;
  replay: { isSame: boolean | null; differences: string[] };
}
const models = async (fields: string) =>
  (await product.gql(`{ models(filter: { kind: DEFAULT }) { totalCount nodes { ${fields} } } }`)).models;

test('where defaults are too few it says how many there are, and the expert’s card stays', async () => {
  const { code, err } = await train();
  expect([code, err]).toEqual([
    1,
    expect.stringContaining(
      'the book is younger than the year that a default takes to show. The scorecard expert-1 stays',
    ),
  ]);
  await (await ledger.customer('Lets it lie')).invoice('I', { issued: '2025-01-01', due: '2025-12-31', minor: 500_00 });
  const { err: few } = await train();
  expect(few).toContain(
    'Too few defaults to fit a scorecard: 0 of the 140 defaults that fitting takes lie within a year of the past days before 2025-11-22, and 1 of the 20 that measuring takes in the year after it. The scorecard expert-1 stays in force.',
  );
  expect(await card()).toMatchObject({ version: 'expert-1', isFitted: false, measured: { auc: 0.814 } });
  expect((await models('id')).totalCount).toBe(0);
}, 60_000);

test('where there are enough it is fitted, measured on a later year beside the card in force, and only a challenger', async () => {
  await bookOfDefaults(ledger);
  await product.get(Defaults).count(asOf);
  await product.get(ScoringService).scoreBook('2026-10-22');
  await product.get(ScoringService).scoreBook(asOf);
  const { code, out, err } = await train('--json');
  expect([code, err]).toEqual([0, '']);
  const said = JSON.parse(out);
  expect(said).toMatchObject({
    kind: 'default',
    version: 1,
    state: 'challenger',
    measuredOn: '2025-11-22',
    objections: [],
  });
  expect(said.days.map(({ on }: { on: string }) => on)).toEqual(['2022-11-23', '2023-11-23', '2024-11-22']);
  const [own] = said.ways;
  expect(own.auc).toBeGreaterThan(0.7);
  expect(own.gini).toBeCloseTo(2 * own.auc - 1, 12);
  expect(await card()).toMatchObject({ version: 'expert-1', isFitted: false });
  const { nodes } = await models(
    'kind version state objections fittedScorecard { name besideVersion ways { way auc gini ks calibrationError } roc { found } lift { cases lift foundSoFar } parts { by name customers defaults told auc } drift { on stability } days { on customers defaults } factors { key rows { points } } caveats }',
  );
  expect(nodes).toEqual([
    expect.objectContaining({ kind: 'DEFAULT', version: 1, state: 'CHALLENGER', objections: [] }),
  ]);
  const { fittedScorecard: fitted } = nodes[0];
  expect(fitted).toMatchObject({ name: 'fitted-1', besideVersion: 'expert-1' });
  expect(fitted.ways.map(({ way }: { way: string }) => way)).toEqual([
    'scorecard',
    'in force',
    'late ratio',
    'base rate',
  ]);
  expect(fitted.roc.at(-1)).toEqual({ found: 1 });
  expect(fitted.lift).toHaveLength(10);
  expect(fitted.lift[0].lift).toBeGreaterThan(1.5);
  expect(fitted.lift.at(-1).foundSoFar).toBeCloseTo(1, 12);
  expect(fitted.parts).toContainEqual({
    by: 'on the day',
    name: 'something overdue',
    customers: expect.any(Number),
    defaults: expect.any(Number),
    told: expect.any(Number),
    auc: null, // 8 defaults tell nothing of ranking
  });
  const { parts } = fitted as { parts: { by: string; customers: number }[] };
  const inAll = (kind: string) =>
    parts.filter(({ by }) => by === kind).reduce((sum, { customers }) => sum + customers, 0);
  expect(inAll('on the day')).toBe(inAll('invoices known'));
  expect(fitted.drift.map(({ on }: { on: string }) => on)).toEqual([
    '2022-11-23',
    '2023-11-23',
    '2024-11-22',
    '2025-11-22',
    '2026-11-22',
  ]);
}, 120_000);

test('the same book gives the same card, byte for byte, however its rows lie and in whatever way they are read', async () => {
  await asOwner(
    product.databaseUrl,
    `do $$ declare r record; begin
       for r in select ctid from invoice order by md5(number) loop
         update invoice set number = number where ctid = r.ctid;
       end loop;
       execute format('alter database %I set enable_indexscan = off', current_database());
       execute format('alter database %I set enable_bitmapscan = off', current_database());
     end $$`,
  );
  const { code, err } = await train();
  expect([code, err]).toEqual([0, '']);
  await asOwner(
    product.databaseUrl,
    `do $$ begin execute format('alter database %I reset all', current_database()); end $$`,
  );
  const again = await product.get(DefaultTraining).train(asOf);
  const rows = await ledger.sql.rows<{ checksum: string; state: string }>(
    `select checksum, state from model where kind = 'default' order by version`,
  );
  expect(rows).toEqual([
    { checksum: again.checksum, state: 'retired' },
    { checksum: again.checksum, state: 'retired' },
    { checksum: again.checksum, state: 'challenger' },
  ]);
}, 60_000);

test('a past day is read as it was known then: what came later, or became known later, is not seen', async () => {
  const on = '2024-11-22';
  const read = async () =>
    ledger.sql.connection(async (client) => cohortOn(client, on, await product.get(RatesService).on(on), new Map()));
  const { cases } = await read();
  const one = { currency: 'EUR', amount_minor: 900_00 };
  const { id } = (await ledger.sql.one<{ id: number }>(`select id from customer where number = 'D00000'`)) as {
    id: number;
  };
  await ledger.insert('invoice', {
    ...one,
    customer_id: id,
    number: 'L',
    issued_on: '2024-12-01',
    due_on: '2024-12-31',
  });
  const late = { issued_on: '2024-01-01', due_on: '2024-02-01', known_at: '2025-03-01T10:00:00Z' };
  await ledger.insert('invoice', { ...one, ...late, customer_id: id, number: 'K' });
  expect((await read()).cases).toEqual(cases);
  await ledger.sql.rows('delete from invoice where customer_id = $1 and number in ($2, $3)', [id, 'L', 'K']);
}, 60_000);

test('it is put in force by two people, the book is scored anew, and each score names it and adds up to the last point', async () => {
  const before = await scores();
  expect(before.every(({ cardVersion }: Score) => cardVersion === 'expert-1')).toBe(true);
  const { nodes } = await models('id state');
  const id = nodes.find(({ state }: { state: string }) => state === 'CHALLENGER').id;
  const asked = await manager.gql(
    `mutation { askForPromotion(input: { modelId: "${id}", reason: "It knows our own defaults." }) { promotion { id } } }`,
  );
  const input = `input: { promotionId: "${asked.askForPromotion.promotion.id}" }`;
  const own = await manager.ask(`mutation { approvePromotion(${input}) { state } }`);
  expect(own.errors?.[0]?.extensions.code).toBe('OWN_PROMOTION');
  expect((await finance.gql(`mutation { approvePromotion(${input}) { state kind } }`)).approvePromotion).toEqual({
    state: 'CHAMPION',
    kind: 'DEFAULT',
  });
  await product.work();
  expect(await card()).toMatchObject({
    version: 'fitted-3',
    isFitted: true,
    measured: null,
    evidence: expect.stringMatching(/^Points were fitted on this book; \d+ of the 140 defaults/),
  });
  expect(
    (await product.gql('{ customers(first: 1) { nodes { customer { score { standsBecause } } } } }')).customers.nodes[0]
      .customer.score,
  ).toEqual({ standsBecause: null });
  const after: Score[] = await scores();
  for (const { points, base, reasons, cardVersion, replay, pdRange, pd } of after) {
    expect([cardVersion, replay]).toEqual(['fitted-3', { isSame: true, differences: [] }]);
    const sum = reasons.reduce((all, reason) => all + reason.points, base);
    expect(points).toBe(Math.min(850, Math.max(300, sum)));
    expect(pdRange?.low).toBeLessThanOrEqual(pd);
  }
  const { auditEntries } = await product.gql(
    '{ auditEntries(first: 1, filter: { action: "put a model in force" }) { nodes { details } } }',
  );
  expect(auditEntries.nodes[0].details).toMatchObject({ kind: 'default' });
}, 120_000);

test('in the history the change of card is a move of its own, and the moves add up to the whole move, to the point', async () => {
  const { customers } = await product.gql(`{ customers(first: 50) { nodes { customer {
    scoreHistory(direction: ASC) { nodes { points cardVersion moves { factor points sentence } } } } } } }`);
  let changed = 0;
  for (const { customer } of customers.nodes) {
    const { nodes } = customer.scoreHistory;
    expect(nodes[0].moves).toEqual([]);
    for (const [i, { points, cardVersion, moves }] of nodes.slice(1).entries()) {
      const before = nodes[i];
      expect(moves.reduce((sum: number, move: { points: number }) => sum + move.points, 0)).toBe(
        points - before.points,
      );
      const card = moves.find(({ factor }: { factor: string }) => factor === 'card');
      if (cardVersion === before.cardVersion) expect(card).toBeUndefined();
      if (!card) continue;
      changed++;
      expect(card.sentence).toBe(
        'The scorecard fitted-3 took the place of expert-1: the same history by other points.',
      );
    }
  }
  expect(changed).toBeGreaterThan(40);
}, 60_000);

test('a past score is made again by the card of its own day', async () => {
  const [row] = await ledger.sql.rows<{ n: number }>(`select count(*) as n from score where card_version = 'fitted-3'`);
  expect(row?.n).toBeGreaterThan(900);
  const { code, out } = await goodstanding(
    { DATABASE_URL: product.databaseUrl, GOODSTANDING_HOME: product.home },
    'replay',
    '--on',
    asOf,
    '--all',
  );
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^2026-11-22: \d{3,4} scores are the same to the last digit, 0 differ, 0 /),
  ]);
}, 60_000);

test('a decision about a customer keeps the card it stood on, and is made again by it', async () => {
  const row = await ledger.sql.one<{ id: number }>(`select id from customer where number = 'D00001'`);
  const asked = await product.ask(
    'mutation ($input: VetInput!) { vet(input: $input) { recommendation { points base reasons { factor points } } decision { id customer { id } } } }',
    {
      input: {
        keep: true,
        customerId: String(row?.id),
        companyName: 'Customer D00001',
        country: 'DE',
        entityType: 'COMPANY',
        currency: 'EUR',
        contractValueMinor: 100_000,
        monthlyRunMinor: 10_000,
        termsDaysAsked: 30,
      },
    },
  );
  const { decision, recommendation } = asked.data.vet;
  const sum = recommendation.reasons.reduce(
    (all: number, { points }: { points: number }) => all + points,
    recommendation.base,
  );
  expect(recommendation.points).toBe(Math.min(850, Math.max(300, sum)));
  // A fact of the day counts in full, so its row is that of the fitted card in the score as in the decision.
  const { customer } = await product.gql(
    `{ customer(id: "${row?.id}") { score(asOf: "${asOf}") { reasons { factor points } } } }`,
  );
  const known = ({ factor }: { factor: string }) => factor === 'time-known';
  expect(recommendation.reasons.find(known)).toEqual(customer.score.reasons.find(known));
  const again = () =>
    product.gql(
      `{ replayDecision(customerId: "${decision.customer.id}", decisionId: "${decision.id}") { differences } }`,
    );
  expect((await again()).replayDecision).toEqual({ differences: [] });
  const kept = await ledger.sql.one<{ card: string }>(
    `select inputs #>> '{evidence,own,card,version}' as card from decision where id = $1`,
    [decision.id],
  );
  expect(kept?.card).toBe('fitted-3');
}, 60_000);

test('a card kept without lift and parts of the book, as earlier programs kept it, is read and shown as before', async () => {
  const kept = await ledger.sql.one<{ artefact: string }>(
    `select artefact::text as artefact from model where kind = 'default' and version = 1`,
  );
  const { lift, parts, ...validation } = JSON.parse(kept?.artefact ?? '').validation;
  expect([lift.length, parts.length]).toEqual([10, expect.any(Number)]);
  const artefact = canonicalJson({ ...JSON.parse(kept?.artefact ?? ''), validation });
  const row = await ledger.sql.one<{ id: number }>(
    `insert into model (kind, version, state, artefact, checksum, objections, trained_on, trained_at, trained_by)
     select kind, 8, 'challenger', $1, $2, objections, trained_on, now(), 'the test' from model where kind = 'default' and version = 1 returning id`,
    [artefact, checksumOf(artefact)],
  );
  const { nodes } = await models(
    'version problem fittedScorecard { name lift { lift } parts { name } roc { found } factors { key } }',
  );
  expect(nodes.find(({ version }: { version: number }) => version === 8)).toMatchObject({
    problem: null,
    fittedScorecard: { name: 'fitted-8', lift: null, parts: null },
  });
  await ledger.sql.rows(`update model set state = 'retired', retired_at = now() where id = $1`, [row?.id]);
}, 60_000);

test('a card that was objected to cannot be put in force, by nobody: what was measured against it is said', async () => {
  const objection = 'It told 40 defaults, and 90 came.';
  const row = await ledger.sql.one<{ id: number }>(
    `insert into model (kind, version, state, artefact, checksum, objections, trained_on, trained_at, trained_by)
     select kind, 9, 'challenger', artefact, checksum, $1, trained_on, now(), 'the test' from model where kind = 'default' and version = 1 returning id`,
    [JSON.stringify([objection])],
  );
  for (const asker of [manager, finance]) {
    const { errors } = await asker.ask(
      `mutation { askForPromotion(input: { modelId: "${row?.id}", reason: "It knows our own defaults." }) { version } }`,
    );
    expect([errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual([
      'PROMOTION_HAS_OBJECTIONS',
      expect.stringContaining(`cannot be put in force: ${objection}`),
    ]);
  }
  await expect(
    ledger.sql.rows(`update model set in_force_since = now(), put_in_force_by = 'x' where id = $1`, [row?.id]),
  ).rejects.toThrow('model_in_force_without_objection');
  expect(await card()).toMatchObject({ version: 'fitted-3' });
  await ledger.sql.rows(`update model set state = 'retired', retired_at = now() where id = $1`, [row?.id]);
}, 60_000);

test('a card that a newer program wrote is not used: a sentence, and the last scores stand, marked as such', async () => {
  const before = await scores();
  const kept = await ledger.sql.one<{ id: number; artefact: string; checksum: string }>(
    `select id, artefact::text as artefact, checksum from model where kind = 'default' and state = 'champion'`,
  );
  if (!kept) throw new Error('a card is in force');
  const write = (artefact: string, checksum: string) =>
    ledger.sql.transaction(async (client) => {
      await client.query('alter table model disable trigger model_unchanged');
      await client.query('update model set artefact = $1, checksum = $2 where id = $3', [artefact, checksum, kept.id]);
      await client.query('alter table model enable trigger model_unchanged');
    });
  const newer = canonicalJson({ ...JSON.parse(kept.artefact), format: 2 });
  await write(newer, checksumOf(newer));
  const sentence =
    'Scorecard fitted-3 is kept in form 2, which a newer Goodstanding wrote. It is not used; the scores made last stand. Update the program, or train another: npx goodstanding train --default.';
  await expect(product.get(ScoringService).scoreBook(asOf)).rejects.toThrow(sentence);
  expect((await scores()).map(({ points, cardVersion }: Score) => [points, cardVersion])).toEqual(
    before.map(({ points, cardVersion }: Score) => [points, cardVersion]),
  );
  const marked = await product.gql(
    `{ customers(first: 2) { nodes { customer { score(asOf: "${asOf}") { standsBecause } } } } }`,
  );
  for (const { customer } of marked.customers.nodes) expect(customer.score).toEqual({ standsBecause: sentence });
  await write(kept.artefact, kept.checksum);
}, 60_000);

test('a card that was changed since is not used: scoring refuses with the sentence, and the last scores stand', async () => {
  await ledger.sql.transaction(async (client) => {
    await client.query('alter table model disable trigger model_unchanged');
    await client.query(`update model set checksum = repeat('0', 64) where kind = 'default' and state = 'champion'`);
    await client.query('alter table model enable trigger model_unchanged');
  });
  await expect(product.get(ScoringService).scoreBook(asOf)).rejects.toThrow(
    /^Scorecard fitted-3 is not what was kept: .* It is not used; the scores made last stand\./,
  );
  const asked = await product.ask('{ scorecard { version } }');
  expect(asked.errors?.[0]?.extensions.code).toBe('MODEL_DAMAGED');
  expect((await scores()).every(({ cardVersion }: Score) => cardVersion === 'fitted-3')).toBe(true);
  // On the page of a customer the score is marked as what it is.
  const marked = await product.gql(
    `{ customers(first: 2) { nodes { customer { score(asOf: "${asOf}") { cardVersion standsBecause } } } } }`,
  );
  for (const { customer } of marked.customers.nodes)
    expect(customer.score).toEqual({
      cardVersion: 'fitted-3',
      standsBecause: expect.stringMatching(/^Scorecard fitted-3 is not what was kept/),
    });
  // It can be replaced: another is fitted beside the expert’s.
  expect((await product.get(DefaultTraining).train(asOf)).version).toBe(10);
}, 60_000);
