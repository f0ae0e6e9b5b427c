import fs from 'node:fs';
import path from 'node:path';
import { UploadsService } from '../../api/imports/uploads.service.js';
import { RetentionService } from '../../api/privacy/retention.service.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { ProgramSql } from '../../api/shared/sql.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// What is about people and has done its work goes by itself, after as long as is set.
let clock: StoppedClock;
let product: Product;
let ledger: TestLedger;
let sql: ProgramSql;
beforeEach(async () => {
  clock = new StoppedClock('2026-11-22T09:00:00Z');
  product = await startApi({ clock });
  ledger = TestLedger.of(product);
  sql = product.get(ProgramSql);
});
afterEach(() => product.close());

/** With a message to Ann, sent and in the mailbox. */
async function writtenTo() {
  const customer = await ledger.customer('Mill');
  await customer.contact('Ann.Miller@mill.example', 'Ann Miller');
  await customer.invoice('I1', { issued: '2026-10-30', due: '2026-11-30', minor: 1_000 });
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  await product.get(RemindersService).send();
  clock.moveTo('2026-11-22T09:00:00Z');
  await product.work();
}
test('each kind goes when its time is over, not a day before, and a new time holds from its day on', async () => {
  await writtenTo();
  const days = (n: number) => new Date(Date.parse('2026-11-22T09:00:00Z') - n * 86_400_000);
  await sql.rows('update mailbox_message set received_at = $1', [days(364)]);
  await sql.rows('update delivery set settled_at = $1', [days(2189)]);
  for (const [name, age] of [
    ['Old', 181],
    ['New', 179],
  ] as const)
    await ledger.customer(name, { stage: 'prospect', known_at: days(age) });
  await ledger.customer('Decided', { stage: 'prospect', known_at: days(900) });
  await sql.rows(
    `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
     select id, '2024-01-01', 'x', 'refer', 600, 'C', '{}', '{}', 'x', 'x' from customer where name = 'Decided'`,
  );
  const apply = () => product.get(RetentionService).apply();
  const held = async () => [
    await sql.rows('select from mailbox_message').then((rows) => rows.length),
    await sql.rows(`select from delivery where body_text <> ''`).then((rows) => rows.length),
    (await sql.rows<{ name: string }>(`select name from customer order by name`)).map(({ name }) => name),
  ];
  await apply();
  expect(await held()).toEqual([1, 1, ['Decided', 'Mill', 'New']]);
  const set = (days: number, validOn: string) =>
    product.gql('mutation ($input: RetentionInput!) { setRetention(input: $input) { days } }', {
      input: { what: 'MAILBOX_MESSAGES', days, reason: 'As our officer for privacy says.', validOn },
    });
  await set(30, '2026-11-23');
  await apply();
  expect((await held())[0]).toBe(1);
  await set(30, '2026-11-22');
  await sql.rows('update delivery set settled_at = $1', [days(2191)]);
  await apply();
  expect(await held()).toEqual([0, 0, ['Decided', 'Mill', 'New']]);
  const { retentionTimes } = await product.gql('{ retentionTimes { what days validOn } }');
  expect(retentionTimes).toContainEqual({ what: 'MAILBOX_MESSAGES', days: 30, validOn: '2026-11-22' });
});

test('files of an import, rows set aside and what was said of them go when their time is over', async () => {
  const file = (folder: string, name: string) => path.join(product.home, folder, name);
  const lie = (daysAgo: number) => {
    for (const folder of ['uploads', 'rejected']) {
      fs.mkdirSync(path.join(product.home, folder), { recursive: true });
      fs.writeFileSync(file(folder, `of-${daysAgo}`), 'Ann Miller');
      const at = new Date(clock.now().getTime() - daysAgo * 86_400_000);
      fs.utimesSync(file(folder, `of-${daysAgo}`), at, at);
    }
    return ledger.insert('import', {
      created_at: new Date(clock.now().getTime() - daysAgo * 86_400_000),
      state: 'posted',
      files: [],
      report: { badRowCount: 1, badRows: [{ sentence: 'Ann Miller' }], warningCount: 0, warnings: [] },
    });
  };
  await lie(31);
  await lie(29);
  const left = async () => {
    await product.get(RetentionService).apply();
    await product.get(UploadsService).clear();
    const named = await sql.rows(
      `select from import where report::text like '%Ann%' and report ->> 'badRowCount' = '1'`,
    );
    return [...['uploads', 'rejected'].map((folder) => fs.readdirSync(path.join(product.home, folder))), named.length];
  };
  expect(await left()).toEqual([['of-29'], ['of-29'], 1]);
  await product.gql('mutation ($input: RetentionInput!) { setRetention(input: $input) { days } }', {
    input: { what: 'UPLOADED_FILES', days: 7, reason: 'As our officer for privacy says.' },
  });
  expect(await left()).toEqual([[], [], 0]);
});

test('an application that nobody decides is gone half a year after its last change, or as long as is set', async () => {
  const days = (ago: number) => new Date(Date.parse('2026-11-22T09:00:00Z') - ago * 86_400_000);
  const application = (companyName: string, age: number, columns: object = {}) =>
    ledger.insert('credit_application', {
      answers: { companyName, contactName: 'Ida Ink' },
      ...{ made_by: 'x', made_at: days(age), changed_at: days(age), ...columns },
    });
  await application('Old draft', 181);
  await application('New draft', 179);
  const sent = { state: 'sent', supplier: 'Paper & Co', link_hash: Buffer.alloc(32, 1), sent_at: days(400) };
  await application('Still open', 400, { ...sent, link_ends_at: days(10) });
  await application('Decided', 400);
  const { id } = await ledger.customer('Decided about', { stage: 'prospect' });
  await sql.rows(
    `with d as (insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
       values ($1, '2024-01-01', 'x', 'refer', 600, 'C', '{}', '{}', 'x', 'x') returning customer_id, id)
     update credit_application set state = 'decided', customer_id = d.customer_id, decision_id = d.id from d where answers ->> 'companyName' = 'Decided'`,
    [id],
  );
  const left = async () => {
    await product.get(RetentionService).apply();
    const rows = await sql.rows<{ name: string }>(
      `select answers ->> 'companyName' as name from credit_application where made_by = 'x' order by 1`,
    );
    return rows.map(({ name }) => name);
  };
  expect(await left()).toEqual(['Decided', 'New draft', 'Still open']);
  const [entry] = await sql.rows<{ details: object }>(
    `select details from audit_entry where action = 'removed what was kept long enough' order by id desc limit 1`,
  );
  expect(entry?.details).toMatchObject({ 'applications without a decision': 1 });
  await product.gql('mutation ($input: RetentionInput!) { setRetention(input: $input) { days } }', {
    input: { what: 'APPLICATIONS_WITHOUT_A_DECISION', days: 5, reason: 'As our officer for privacy says.' },
  });
  expect(await left()).toEqual(['Decided']);
});
