import { PersonRole } from '../../api/auth/person.entity.js';
import { Training } from '../../api/lateness/train.service.js';
import type { Asker } from '../support/asker.js';
import { bookOfHabits } from '../support/habits.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A model takes the place of another when one person asks, another approves, and nothing measured speaks against it.
let product: Product;
let manager: Asker;
let finance: Asker;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  manager = product;
  finance = await product.as(PersonRole.FINANCE);
  ledger = TestLedger.of(product);
  await bookOfHabits(ledger);
  await product.get(Training).train('2026-11-22');
}, 120_000);
afterAll(() => product.close());

/** The challenger, as if it had been trained: the same model once more, with what was found against it. */
async function challenger(objections: string[] = []): Promise<string> {
  await ledger.sql.rows(
    `update model_promotion set state = 'withdrawn', decided_by = asked_by, decided_by_name = 'x', decided_at = now() where state = 'waiting'`,
  );
  await ledger.sql.rows(`update model set state = 'retired', retired_at = now() where state = 'challenger'`);
  const row = await ledger.sql.one<{ id: number }>(
    `insert into model (kind, version, state, artefact, checksum, objections, trained_on, trained_at, trained_by)
     select kind, (select max(version) + 1 from model), 'challenger', artefact, checksum, $1, trained_on, now(), 'the test' from model where version = 1 returning id`,
    [JSON.stringify(objections)],
  );
  return String(row?.id);
}

const act = async (asker: Asker, name: string, input: string) => {
  const { data, errors } = await asker.ask(
    `mutation { ${name}(input: ${input}) { version state promotion { id state reason askedBy decidedBy note isMine } } }`,
  );
  return { code: errors?.[0]?.extensions.code, message: errors?.[0]?.message, ...data?.[name] };
};
const asks = (asker: Asker, modelId: string) =>
  act(asker, 'askForPromotion', `{ modelId: "${modelId}", reason: "It tells long delays better." }`);
const decides = (asker: Asker, how: 'approve' | 'refuse' | 'withdraw', id: string) =>
  act(asker, `${how}Promotion`, `{ promotionId: "${id}", note: "Seen." }`);
const inForce = async () =>
  (await product.gql('{ models(filter: { state: CHAMPION }) { nodes { version } } }')).models.nodes[0].version;

test('it stays as it is until another person approves; then the one before is retired, and open invoices are told anew', async () => {
  const id = await challenger();
  const { promotion, state } = await asks(manager, id);
  expect([state, promotion]).toEqual([
    'CHALLENGER',
    expect.objectContaining({ state: 'WAITING', isMine: true, reason: 'It tells long delays better.' }),
  ]);
  expect(await decides(manager, 'approve', promotion.id)).toMatchObject({
    code: 'OWN_PROMOTION',
    message: 'You asked for this yourself: another person has to decide. You can take it back.',
  });
  expect(await inForce()).toBe(1);
  expect(await decides(finance, 'approve', promotion.id)).toMatchObject({
    version: 2,
    state: 'CHAMPION',
    promotion: { state: 'APPROVED', note: 'Seen.', isMine: false },
  });
  expect(await inForce()).toBe(2);
  await product.work();
  expect(await ledger.sql.rows('select distinct model_version as version from invoice_lateness')).toEqual([
    { version: 2 },
  ]);
}, 60_000);

test('who asked, who approved and why stands in the audit, in order', async () => {
  const { auditEntries } = await product.gql(
    '{ auditEntries(first: 3, filter: { subjectType: "model" }) { nodes { action actor reason before after } } }',
  );
  expect(auditEntries.nodes.map(({ action, reason }: { action: string; reason: string }) => [action, reason])).toEqual([
    ['approved a model', 'Seen.'],
    ['put a model in force', 'It tells long delays better.'],
    ['asked to put a model in force', 'It tells long delays better.'],
  ]);
  expect(auditEntries.nodes[1]).toMatchObject({ before: { version: 1 }, after: { version: 2 } });
});

test('a model that is worse than the late ratio, or badly calibrated, is refused with what was measured', async () => {
  const objection = 'It ranks who is late worse (AUC 0.701) than the late ratio does (0.754).';
  const id = await challenger([objection]);
  expect(await asks(manager, id)).toMatchObject({
    code: 'PROMOTION_HAS_OBJECTIONS',
    message: `Model 3 cannot be put in force: ${objection}`,
  });
  await expect(
    ledger.sql.rows(`update model set in_force_since = now(), put_in_force_by = 'x' where id = $1`, [id]),
  ).rejects.toThrow('model_in_force_without_objection');
});

test('a model that was changed since it was trained is refused, also when it was asked for before', async () => {
  const id = await challenger();
  const { promotion } = await asks(manager, id);
  await ledger.sql.transaction(async (client) => {
    await client.query('alter table model disable trigger model_unchanged');
    await client.query(`update model set checksum = repeat('0', 64) where id = $1`, [id]);
    await client.query('alter table model enable trigger model_unchanged');
  });
  expect(await decides(finance, 'approve', promotion.id)).toMatchObject({
    code: 'MODEL_DAMAGED',
    message: expect.stringMatching(/^Lateness model 4 is not what was kept/),
  });
  expect(await inForce()).toBe(2);
});

test('nor do two accounts of one hand put a model in force', async () => {
  const id = await challenger();
  const admin = await product.as(PersonRole.ADMIN);
  const inHandOf = (hand: number | null) =>
    ledger.sql.rows('update person set in_hand_of_id = $1 where id = any($2)', [
      hand,
      [manager.personId, finance.personId],
    ]);
  const { promotion } = await asks(manager, id);
  await inHandOf(admin.personId);
  expect(await decides(finance, 'approve', promotion.id)).toMatchObject({ code: 'ONE_HAND' });
  await inHandOf(null);
  expect(await inForce()).toBe(2);
});

test('refused or taken back nothing happens; decided once, it is decided; asked once, it waits', async () => {
  const id = await challenger();
  const first = await asks(manager, id);
  expect(await asks(finance, id)).toMatchObject({ code: 'PROMOTION_WAITS' });
  expect(await decides(finance, 'withdraw', first.promotion.id)).toMatchObject({ code: 'NOT_YOUR_PROMOTION' });
  expect(await decides(finance, 'refuse', first.promotion.id)).toMatchObject({
    state: 'CHALLENGER',
    promotion: { state: 'REFUSED' },
  });
  expect(await decides(finance, 'approve', first.promotion.id)).toMatchObject({ code: 'PROMOTION_DECIDED' });
  const second = await asks(finance, id);
  expect(await decides(finance, 'withdraw', second.promotion.id)).toMatchObject({ promotion: { state: 'WITHDRAWN' } });
  expect(await inForce()).toBe(2);
});

test('only a challenger; one that is not there is not found; a program cannot ask; the database keeps four eyes', async () => {
  expect(await asks(manager, '1')).toMatchObject({ code: 'MODEL_NOT_CHALLENGER' });
  expect(await asks(manager, '999')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await asks(await product.as(PersonRole.AUDITOR), '1')).toMatchObject({ code: 'FORBIDDEN' });
  await expect(
    ledger.sql.rows(
      `insert into model_promotion (model_id, reason, state, asked_by, asked_by_name, asked_at, decided_by, decided_at)
       select 1, 'r', 'approved', id, name, now(), id, now() from person limit 1`,
    ),
  ).rejects.toThrow('model_promotion_by_another');
});
