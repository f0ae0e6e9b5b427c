import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import pg from 'pg';
import { PersonRole } from '../../api/auth/person.entity.js';
import { ProgramSql } from '../../api/shared/sql.js';
import type { Asker } from '../support/asker.js';
import { type Firm, firmIn, goodInput, type Ready } from '../support/good-input.js';
import { type Product, startApi } from '../support/product.js';
import { argumentsWith, selection } from '../support/schema-walk.js';
import { whatIsWritten } from '../support/what-is-written.js';

// Every change that the schema offers is made once: it leaves one entry in the audit, with who made it. Where the entry
// cannot be written, the change does not happen: both are one transaction. And none of it tells a secret in the log.
const written = whatIsWritten();
let product: Product;
let admin: Asker;
let sql: ProgramSql;
let firm: Firm;
/** Who owns the tables: the program may not change them. */
let owner: pg.Client;
beforeAll(async () => {
  product = await startApi({ env: { LOG_LEVEL: 'trace' } });
  admin = await product.as(PersonRole.ADMIN);
  sql = product.get(ProgramSql);
  firm = await firmIn(product);
  owner = new pg.Client(product.databaseUrl);
  await owner.connect();
});
afterAll(async () => {
  written.stop();
  await owner?.end();
  await product?.close();
});

const idOf = async (statement: string, values: unknown[] = []) =>
  String((await sql.rows<{ id: number }>(statement, values))[0]?.id);
const paused = (reason: string) =>
  idOf(
    `insert into reminder_pause (customer_id, reason, from_on, set_by, set_at) values ($1, $2, '2026-11-01', 'x', now()) returning id`,
    [firm.customerId, reason],
  );
const contactNamed = (name: string) =>
  idOf('insert into contact (customer_id, name) values ($1, $2) returning id', [firm.customerId, name]);
const delivered = (n: number, state: string) =>
  idOf(
    `insert into delivery (customer_id, planned_for, channel, recipient, subject, body_text, body_html, state, attempted_at)
     values ($1, date '2020-01-01' + $2::integer, 'email', 'pay@firm.example', 's', '', '', $3, now()) returning id`,
    [firm.customerId, n, state],
  );
const drafted: Ready = async () => {
  await product.gql(
    'mutation { draftPolicy(input: { settings: [{ key: "margin", value: 0.31, source: "our accounts" }], reason: "a better year" }) { version } }',
  );
  return {};
};

/** What those need that take no text. */
const more: Record<string, Ready> = {
  activateCampaign: async () => {
    await sql.rows(
      `insert into campaign (document, note, made_by, made_at)
       select document || '{"gapDays": 4}', 'x', 'x', now() from campaign
        where state = 'active' and not exists (select from campaign where state = 'draft')`,
    );
    return { campaignId: await idOf(`select id from campaign where state = 'draft'`) };
  },
  activatePolicy: drafted,
  answerRead: async (_, n) => {
    await paused('replied');
    const mailId = await idOf(
      `insert into incoming_mail (customer_id, delivery_id, kind, received_at, sender, subject, body_text)
       values ($1, $2, 'replied', now(), 'x', 's', '') returning id`,
      [firm.customerId, await delivered(n, 'sent')],
    );
    return { mailId };
  },
  askForScoreReview: async () => ({ because: 'they paid' }),
  contractSigned: async () => {
    const { customerId, decisionId, supplier } = await goodInput(firm, 'drawUpContract');
    const { drawUpContract } = await product.gql(
      'mutation ($input: DrawUpContractInput!) { drawUpContract(input: $input) { id } }',
      { input: { customerId, decisionId, supplier, clauses: ['PRICE_AND_PAYMENT'] } },
    );
    return { contractId: drawUpContract.id, customerId };
  },
  discardPolicyDraft: drafted,
  endWebhookEndpoint: async () => ({
    id: await idOf(
      `insert into webhook_endpoint (url, name, events, made_at) values ('https://erp.example', 'ERP', '{sent}', now()) returning id`,
    ),
  }),
  endReminderPause: async () => ({ pauseId: await paused('by_hand') }),
  eraseContactData: async () => ({ contactId: await contactNamed('Gone Soon') }),
  exportContactData: async () => ({ contactId: await contactNamed('Asks') }),
  leaveOutOfReminders: async () => ({ leftOut: true }),
  makePasswordLink: async () => ({ personId: String(firm.colleague.personId) }),
  renewTerms: async () => ({ keep: true }),
  revokeApiKey: async () => ({
    id: await idOf(
      `insert into api_key (name, prefix, hash, permissions, made_at, expires_at)
       values ('K', substr(md5(random()::text), 1, 8), sha256(random()::text::bytea), '{book.read}', now(), now() + interval '1 day') returning id`,
    ),
  }),
  sendTestReminder: async (_, n) => {
    await sql.rows('update customer set left_out_of_reminders = false where id = $1', [firm.customerId]);
    await sql.rows(
      `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) values ($1, $2, '2026-11-01', '2026-11-30', 'EUR', 100)`,
      [firm.customerId, `Test ${n}`],
    );
    return {
      situation: 'BEFORE_ONE',
      subject: 'Your invoices',
      body: 'Hello {contact},\n\n{list}\n\nThank you.',
      shortText: 'Invoices are open.',
    };
  },
  setReminderSending: async () => ({ isStopped: true, isAutomatic: false }),
  setReportingCurrency: async () => ({ currency: 'USD' }),
  settleUnknownDelivery: async (_, n) => ({ wasSent: true, deliveryId: await delivered(n, 'unknown') }),
  signOutPerson: async () => ({ personId: String(firm.colleague.personId) }),
  typeInCreditCheck: async () => ({ from: 'a bureau', judgments: 1 }),
};

/** More than one act in one change, each with an entry of its own. */
const severalActs: Record<string, string[]> = {
  // The score follows: that of the last day of the ledger, and that of today.
  reviewScore: ['reviewed a score', 'scored customers anew', 'scored customers anew'],
  // What was typed last is kept as each answer before it was.
  submitProspectForm: ['wrote in the form of a credit application', 'sent in a credit application'],
};

/** Those that need what this story has not got, and the story that shows their entry. */
const elsewhere: Record<string, string> = {
  approvePromotion: 'a-scorecard-is-fitted',
  askForPasswordLink: 'a-forgotten-password',
  askForPromotion: 'putting-a-model-in-force',
  beginSecondFactor: 'a-second-factor',
  changePassword: 'a-password-of-ones-own',
  confirmSecondFactor: 'a-second-factor',
  endSecondFactor: 'a-second-factor',
  endSession: 'signing-in',
  mapImportFile: 'the-audit-chain',
  postImport: 'an-import-is-no-way-around',
  postLetters: 'a-reminder-by-letter',
  printLetters: 'a-reminder-by-letter',
  removeSecondFactor: 'a-second-factor',
  requestCreditCheck: 'asking-for-a-credit-check',
  sendReminders: 'whom-we-remind',
  sendWebhookAgain: 'other-programs-are-told',
  setPassword: 'a-password-of-ones-own',
  signIn: 'signing-in',
  signInAsDemo: 'signing-in',
  signOut: 'signing-in',
  signOutEverywhere: 'signing-in',
};

type Field = GraphQLField<unknown, unknown>;
const mutations = () =>
  Object.values(product.get(GraphQLSchemaHost).schema.getMutationType()?.getFields() ?? {}) as Field[];

async function ask(asker: Asker, field: Field, given: Record<string, unknown>) {
  const values = argumentsWith(field, '', '', given);
  const args = field.args.filter(({ name }) => name in values);
  const declared = args.length > 0 ? ` (${args.map(({ name, type }) => `$${name}: ${type}`).join(', ')})` : '';
  const passed = args.length > 0 ? `(${args.map(({ name }) => `${name}: $${name}`).join(', ')})` : '';
  return asker.ask(`mutation${declared} { ${field.name}${passed}${selection(field.type, 1)} }`, values);
}

/** What every table holds, but for the audit and what tells of sessions. */
async function book(): Promise<unknown[]> {
  const tables = await sql.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in ('audit_entry', 'sign_in_try', 'session', 'migrations') order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as rows from ${name} t`,
  );
  return sql.rows(parts.join(' union all '));
}

/** As where the audit cannot be written. */
async function withoutAudit<T>(work: () => Promise<T>): Promise<T> {
  await owner.query(`create or replace function no_audit() returns trigger language plpgsql as $$ begin raise 'the audit is full'; end $$;
    create trigger no_audit before insert on audit_entry for each row execute function no_audit()`);
  try {
    return await work();
  } finally {
    await owner.query('drop trigger no_audit on audit_entry');
  }
}

const handedOut: string[] = [];
test('each change leaves one entry with who made it, and does not happen where none can be written', async () => {
  const wrong: string[] = [];
  let tries = 0;
  for (const field of mutations().filter(({ name }) => !(name in elsewhere))) {
    const given = async () => ({
      ...(await goodInput(firm, field.name)),
      ...(await more[field.name]?.(firm, ++tries)),
    });
    let input = await given();
    let before = await book();
    const { errors: refused } = await withoutAudit(() => ask(product, field, input));
    if (!refused || !isDeepStrictEqual(await book(), before)) wrong.push(`${field.name}: changed without an entry`);
    const asker = refused?.[0]?.extensions.code === 'FORBIDDEN' ? admin : product;
    if (asker === admin) {
      const { errors } = await withoutAudit(() => ask(admin, field, input));
      if (!errors || !isDeepStrictEqual(await book(), before)) wrong.push(`${field.name}: changed without an entry`);
    }
    input = await given();
    before = await book();
    const last = await idOf('select coalesce(max(id), 0) as id from audit_entry');
    const { data, errors } = await ask(asker, field, input);
    handedOut.push(JSON.stringify(data));
    // What the answer shows of a credit check is written down as read.
    const entries = await sql.rows<{ action: string; actor: string }>(
      `select action, actor from audit_entry where id > $1 and action not like 'read %' order by id`,
      [last],
    );
    const actions = entries.map(({ action }) => action);
    if (errors) wrong.push(`${field.name}: not taken, ${errors[0]?.extensions.code} ${errors[0]?.message}`);
    else if (!isDeepStrictEqual(actions, severalActs[field.name] ?? actions.slice(0, 1)) || actions.length === 0)
      wrong.push(`${field.name}: ${actions.length} entries (${actions.join(', ')})`);
    else if (entries.some(({ actor, action }) => actor === '' || action === '')) wrong.push(`${field.name}: by nobody`);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('what lets somebody in stands in no line of the log, at its loudest, of all these changes and failures', () => {
  // Links and keys that were handed out, whole and by their secret part.
  const given = handedOut.join().match(/#[\w-]{43}|gs_[0-9a-f]{8}_[\w-]+/g) ?? [];
  expect(given.length).toBeGreaterThan(2);
  const secrets = [
    ...[product, admin, firm.colleague].map(({ cookie }) => cookie.split('=')[1] as string),
    ...given.map((each) => each.split(/[#_]/).at(-1) as string),
    new URL(product.databaseUrl).password,
  ].filter((secret) => secret !== '');
  const log = written.text();
  expect(log).toContain('the audit is full');
  expect(log.length).toBeGreaterThan(100_000);
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
});

test('what is shown elsewhere is a change, and is shown there', () => {
  const names = mutations().map(({ name }) => name);
  const untold = Object.entries(elsewhere).filter(([mutation, story]) => {
    const text = fs.readFileSync(path.join(import.meta.dirname, `${story}.test.ts`), 'utf8');
    return !names.includes(mutation) || !text.includes(mutation) || !/audit/i.test(text);
  });
  expect(untold).toEqual([]);
});
