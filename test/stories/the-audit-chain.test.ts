import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { AuditChain } from '../../api/audit/audit-chain.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import type { Sql } from '../../api/shared/sql.js';
import { freshDatabase } from '../support/database.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../api/migrations');
let product: Product;
let ledger: TestLedger;
beforeEach(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  const mill = await ledger.customer('Mill');
  for (const limitMinor of [100_000, 200_000, 300_000])
    await product.gql('mutation ($input: CreditLimitInput!) { setCreditLimit(input: $input) { customer { id } } }', {
      input: { customerId: mill.id, limitMinor },
    });
});
afterEach(() => product.close());

const verify = (noted?: string) => product.get(AuditChain).verify(noted);
const entries = () =>
  ledger.sql.rows<{ id: number }>(`select id from audit_entry where action = 'set credit limit' order by id`);

/** Behind the program’s back, with the rights of the owner: what the chain is there to show. */
async function tamper(text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client(product.databaseUrl);
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(text, values);
  await client.end();
}

test('an untouched chain is whole, from its first entry to its last', async () => {
  const count = (await ledger.sql.one<{ n: number }>('select count(*) as n from audit_entry'))?.n;
  expect(await verify()).toEqual({ isWhole: true, entries: count, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('an entry says who acted and from where: a person on the page, or the program in a job', async () => {
  await product.get(Jobs).enqueue(null, 'score-book', { asOf: '2026-11-22' });
  await product.work();
  const { auditEntries } = await product.gql('{ auditEntries(first: 2) { nodes { actor origin action } } }');
  expect(auditEntries.nodes).toEqual([
    { actor: 'the program', origin: 'job score-book', action: 'scored the book' },
    { actor: 'Manager <manager0@goodstanding.example>', origin: '127.0.0.1', action: 'set credit limit' },
  ]);
});

test('an entry that was changed is named', async () => {
  const [, second] = await entries();
  await tamper(`update audit_entry set details = details || '{"after": 1}' where id = $1`, [second?.id]);
  expect(await verify()).toMatchObject({ isWhole: false, entryId: second?.id, problem: 'changed' });
});

test('what was changed and why are parts of the chain: none of them can be altered, added or taken away', async () => {
  const [first, , third] = await entries();
  await tamper(`update audit_entry set reason = 'as agreed' where id = $1`, [third?.id]);
  expect(await verify()).toMatchObject({ isWhole: false, entryId: third?.id, problem: 'changed' });
  await tamper(`update audit_entry set before = null, after = null where id = $1`, [first?.id]);
  expect(await verify()).toMatchObject({ isWhole: false, entryId: first?.id, problem: 'changed' });
});

test('entries from before these were kept still fit their hash', async () => {
  const database = await freshDatabase({ isEmpty: true });
  const owner = new pg.Client(database.url);
  await owner.connect();
  try {
    const files = fs.readdirSync(MIGRATIONS).filter((file) => file.endsWith('.up.sql'));
    const newer = files.findIndex((file) => /before-after-reason/.test(file));
    const run = async (some: string[]) => {
      for (const file of some) await owner.query(fs.readFileSync(path.join(MIGRATIONS, file), 'utf8'));
    };
    await owner.query('create table migrations (id integer)'); // the one that notes them
    await run(files.slice(0, newer));
    const old = `insert into audit_entry (at, actor, action, subject_type, details) values (now(), 'Ann', 'set credit limit', 'customer', '{"before": 1, "after": 2}')`;
    await owner.query(old);
    await owner.query(old);
    await run(files.slice(newer));
    await owner.query(
      `insert into audit_entry (at, actor, action, subject_type, before, after, reason) values (now(), 'Ann', 'set credit limit', 'customer', '{"limitMinor": 1}', '{"limitMinor": 2}', 'agreed')`,
    );
    const rows = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;
    const chain = new AuditChain({ rows, one: async (...of: [string]) => (await rows(...of))[0] } as unknown as Sql);
    expect(await chain.verify()).toMatchObject({ isWhole: true, entries: 3 });
  } finally {
    await owner.end();
    await database.drop();
  }
});

test('an entry that was removed is named, with its link or without', async () => {
  const [first, second] = await entries();
  await tamper('delete from audit_entry where id = $1', [second?.id]);
  expect(await verify()).toMatchObject({ isWhole: false, entryId: second?.id, problem: 'removed' });
  await tamper('delete from audit_link where entry_id = any($1)', [[first?.id, second?.id]]);
  expect(await verify()).toMatchObject({ isWhole: false, problem: 'link removed' });
});

test('an entry that was slipped in is named', async () => {
  await tamper(
    `insert into audit_entry (at, actor, action, subject_type) values ('2026-01-01', 'nobody', 'wrote off', 'customer')`,
    [],
  );
  expect(await verify()).toMatchObject({ isWhole: false, problem: 'slipped in' });
});

test('a chain that was cut short is whole in itself: the head noted before tells', async () => {
  const { head } = (await verify()) as { head: string };
  expect(await verify(head)).toMatchObject({ isWhole: true });
  const last = (await entries()).at(-1);
  await tamper('delete from audit_link where entry_id = $1', [last?.id]);
  await tamper('delete from audit_entry where id = $1', [last?.id]);
  expect(await verify()).toMatchObject({ isWhole: true });
  expect(await verify(head)).toMatchObject({ isWhole: false, problem: 'cut short' });
});

const rewritings = [
  `update audit_entry set actor = 'nobody'`,
  'delete from audit_entry',
  'truncate audit_entry cascade',
  'update audit_link set place = place + 1',
  'delete from audit_link',
  'truncate audit_link',
];

test('the program may add to the audit and read it, and has no right to anything else', async () => {
  for (const statement of rewritings)
    await expect(ledger.sql.rows(statement)).rejects.toThrow(/permission denied for table audit_(entry|link)/);
  await expect(ledger.sql.rows('alter table audit_entry disable trigger all')).rejects.toThrow('must be owner');
});

test('even the owner of the audit meets a trigger', async () => {
  const owner = new pg.Client(product.databaseUrl);
  await owner.connect();
  try {
    for (const statement of rewritings) await expect(owner.query(statement)).rejects.toThrow('is only ever added to');
  } finally {
    await owner.end();
  }
});

test('acts of the same moment are linked one after the other, and none waits for another’s whole transaction', async () => {
  const clients = await Promise.all(
    [1, 2].map(async () => {
      const client = new pg.Client(product.databaseUrl);
      await client.connect();
      return client;
    }),
  );
  const [first, second] = clients as [pg.Client, pg.Client];
  const act = `insert into audit_entry (at, actor, action, subject_type) values (now(), 'somebody', 'did', 'book')`;
  await first.query('begin');
  await first.query(act);
  await second.query(act); // committed while the first is still open
  await first.query('commit');
  await Promise.all(clients.map((client) => client.end()));
  expect(await verify()).toMatchObject({ isWhole: true });
});

test('the audit is read with its filters, and exported with the same ones', async () => {
  const ask = (filter: string) =>
    product.gql(
      `{ auditEntries(first: 2, filter: ${filter}) { totalCount nodes { id actor action subjectType before after reason details hash } } }`,
    );
  const { auditEntries } = await ask('{ action: "credit limit" }');
  expect(auditEntries.totalCount).toBe(3);
  expect(auditEntries.nodes.map(({ action }: { action: string }) => action)).toEqual([
    'set credit limit',
    'set credit limit',
  ]);
  expect((await ask('{ action: "credit limit", to: "2026-11-21" }')).auditEntries.totalCount).toBe(0);
  expect((await ask('{ subjectType: "customer", from: "2026-11-22", to: "2026-11-22" }')).auditEntries.totalCount).toBe(
    3,
  );

  const file = async (name: string) => product.fetch(`/audit/entries.${name}`);
  const lines = (await (await file('jsonl?action=credit+limit')).text()).trim().split('\n');
  expect(
    lines
      .map((line) => JSON.parse(line))
      .reverse()
      .slice(0, 2),
  ).toMatchObject(auditEntries.nodes.map((node: object) => ({ ...node, id: expect.anything() })));
  const csv = await (await file('csv?action=credit+limit')).text();
  expect(
    csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')[4]),
  ).toEqual(['action', ...Array(3).fill('set credit limit')]);
  const refused = await file('csv?from=yesterday');
  expect([refused.status, await refused.json()]).toEqual([
    400,
    { code: 'BAD_INPUT', message: '“from” takes a day such as 2026-11-22, not “yesterday”.' },
  ]);
});

test('uploading a file, saying what its columns mean and signing out leave an entry each, as what they change stays', async () => {
  const form = new FormData();
  form.append('files', new File(['Kunde,Beleg,Tag,Faellig,Wert\nA,1,2026-01-02,2026-02-02,10.00\n'], 'own.csv'));
  const { id } = (await (await product.fetch('/imports', { method: 'POST', body: form })).json()) as { id: string };
  await product.work();
  const fields = ['customer_number', 'invoice_number', 'issued_on', 'due_on', 'amount'];
  const mapping = ['Kunde', 'Beleg', 'Tag', 'Faellig', 'Wert'].map((column, i) => ({ column, field: fields[i] }));
  await product.gql('mutation ($input: MapImportFileInput!) { mapImportFile(input: $input) { id } }', {
    input: { importId: id, file: 'own.csv', kind: 'invoices', mapping, currency: 'EUR' },
  });
  const leaving = await product.as(PersonRole.SALES);
  await leaving.gql('mutation { signOut }');
  const { auditEntries } = await product.gql('{ auditEntries(first: 3) { nodes { action subjectId after details } } }');
  expect(auditEntries.nodes).toEqual([
    expect.objectContaining({ action: 'signed out', subjectId: String(leaving.personId) }),
    expect.objectContaining({
      action: 'said what columns mean',
      after: expect.objectContaining({ kind: 'invoices', currency: 'EUR' }),
    }),
    expect.objectContaining({
      action: 'uploaded files',
      subjectId: String(id),
      details: { files: [expect.objectContaining({ name: 'own.csv', size: 61 })] },
    }),
  ]);
});
