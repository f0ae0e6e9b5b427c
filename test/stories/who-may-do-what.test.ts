import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { buildSchema, isObjectType } from 'graphql';
import { ALLOWED, type Allowed, guarded } from '../../api/auth/allow.js';
import { Keys } from '../../api/auth/keys.service.js';
import { type Permission, permissions, type Role, type RoleOf, roles } from '../../api/auth/permissions.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { type Asker, keyHolder, nobodyAt } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';
import { everything, questionFor } from '../support/schema-walk.js';

// The whole schema, walked as each role: what the table of permissions says is what happens.
let product: Product;
let schema: GraphQLSchema;
const askers = new Map<string, Asker>();
beforeAll(async () => {
  product = await startApi();
  schema = product.get(GraphQLSchemaHost).schema;
  for (const role of Object.values(PersonRole)) askers.set(role, await product.as(role));
  askers.set('nobody', nobodyAt(product.url));
  const ledger = TestLedger.of(product);
  const somebody = await ledger.customer('Somebody', { registration_number: 'HRB 1', country: 'DE' });
  await somebody.invoice('I1', { issued: '2026-09-01', due: '2026-10-01', minor: 1_000_000 });
  // The first is put on hold on the walk.
  const late = await ledger.customer('Someone late', { number: 'K-late' });
  await late.invoice('I2', { issued: '2026-08-01', due: '2026-09-01', minor: 1_000_000 });
  await product.get(ScoringService).scoreBook(TODAY);
  await product.gql('mutation { typeInCreditCheck(input: { customerId: 1, from: "a bank", judgments: 0 }) { id } }');
  await product.gql(
    'mutation { vet(input: { companyName: "Somebody", registrationNumber: "HRB 1", country: "DE", entityType: COMPANY, currency: "EUR", contractValueMinor: 100000, monthlyRunMinor: 10000, termsDaysAsked: 30, keep: true }) { decision { id } } }',
  );
});
afterAll(() => product.close());

const roots = (): ['query' | 'mutation', GraphQLField<unknown, unknown>][] =>
  [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ['mutation', field] as const),
  ] as never;
const allowedOf = (field: GraphQLField<unknown, unknown>) => field.extensions[ALLOWED] as Allowed;

test('every root field names who may ask it, and each permission that is named is in the table', () => {
  const named = roots().map(([, field]) => [field.name, allowedOf(field)]);
  const known = ['anyone', 'signed in', ...Object.keys(permissions)];
  expect(named.filter(([, allowed]) => !known.includes(allowed as string))).toEqual([]);
  expect(named.length).toBeGreaterThan(40);
});

test('a root field that names nobody ends the start', () => {
  const open = buildSchema('type Query { secret: String } type Mutation { act: Boolean }');
  expect(() => guarded(open)).toThrow('Nobody is named with @Allow for Query.secret, Mutation.act');
});

test('each permission of the table opens something, and every role has only permissions of the table', () => {
  const used = new Set(
    Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) => Object.values(type.getFields()).map(allowedOf)),
  );
  expect(Object.keys(permissions).filter((permission) => !used.has(permission as Allowed))).toEqual([]);
  for (const { may } of Object.values<RoleOf>(roles))
    for (const permission of may) expect(Object.keys(permissions)).toContain(permission);
});

const mayAsk = (role: string, allowed: Allowed) =>
  allowed === 'anyone' ||
  (role !== 'nobody' && (allowed === 'signed in' || (roles[role as Role] as RoleOf).may.includes(allowed)));

test.each([...Object.values(PersonRole), 'nobody'])(
  'as %s every field of the schema answers or refuses as the table says',
  async (role) => {
    const asker = askers.get(role) as Asker;
    const wrong: unknown[] = [];
    for (const [kind, field] of roots()) {
      // It would end the session that asks the rest; its own story is in signing-in.
      if (/^signOut/.test(field.name)) continue;
      const allowed = allowedOf(field);
      const { errors } = await asker.ask(`${kind} { ${questionFor(field, 0)} }`);
      const codes = errors?.map(({ extensions, path }) => (path?.length === 1 ? extensions.code : '')) ?? [];
      const refusal = role === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      if (codes.includes(refusal) === mayAsk(role, allowed)) wrong.push([field.name, allowed, codes]);
      if (codes.includes('INTERNAL_SERVER_ERROR')) wrong.push([field.name, errors]);
    }
    expect(wrong).toEqual([]);
  },
);

test('a refusal is 401 for nobody and 403 for who may not, with a code and without a hint', async () => {
  const body = JSON.stringify({ query: '{ auditEntries { totalCount } }' });
  const asked = async (role: string) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await (askers.get(role) as Asker).fetch('/graphql', { method: 'POST', headers, body });
    const { errors } = (await answer.json()) as { errors: { extensions: unknown }[] };
    return [answer.status, errors[0]?.extensions];
  };
  expect(await asked('nobody')).toEqual([401, { code: 'UNAUTHENTICATED' }]);
  expect(await asked('sales')).toEqual([403, { code: 'FORBIDDEN' }]);
});

test.each([
  ['/audit/entries.csv', 'audit.read'],
  ['/audit/entries.jsonl', 'audit.read'],
  ['/imports/1/rejected.csv', 'imports.read'],
  ['/examples/invoices.csv', 'imports.read'],
  ['/contracts/1/1/contract.pdf', 'ledger.read'],
  ['/contracts/1/1/contract.docx', 'ledger.read'],
  ['/contracts/1/1/contract.txt', 'ledger.read'],
  ['/decisions/1/1/letter.pdf', 'credit-checks.read'],
  ['/decisions/1/1/letter.txt', 'credit-checks.read'],
  ['/reminder-letters/2026-11-23/letters.pdf', 'reminders.send'],
] as const)('%s takes the same permissions', async (address, permission) => {
  for (const [role, asker] of askers) {
    const { status } = await asker.fetch(address);
    const refused = role === 'nobody' ? 401 : 403;
    expect([role, status === refused]).toEqual([role, !mayAsk(role, permission)]);
  }
});

test('health and measurements answer anyone, and nothing else does', async () => {
  const nobody = askers.get('nobody') as Asker;
  const answered: string[] = [];
  for (const { path, methods } of routes())
    for (const method of Object.keys(methods)) {
      const address = path.replace(/:\w+/g, '1');
      const { status } = await nobody.fetch(address, { method: method.toUpperCase(), redirect: 'manual' });
      // Signing in at a provider leads on, here back to the page, where there is none.
      if (status < 300) answered.push(`${method} ${address}`);
    }
  expect(answered).toEqual(['get /health/live', 'get /health/ready', 'get /metrics']);
});

/** Every address the program answers under, but for /graphql and the page. */
function routes(): { path: string; methods: Record<string, boolean> }[] {
  const { router } = product.get(HttpAdapterHost).httpAdapter.getInstance();
  const found = router.stack.flatMap(({ route }: { route?: { path: string } }) => route ?? []);
  expect(found.length).toBeGreaterThan(15);
  return found;
}

test('fields that are sensitive are refused by themselves; the rest of the answer stays', async () => {
  const query = '{ customers(first: 1) { nodes { customer { name decisions(first: 1) { totalCount } } } } }';
  const { data, errors } = await (askers.get('admin') as Asker).ask(query);
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(JSON.stringify(data)).not.toContain('totalCount');
});

/** Below the root fields: type and field, and the permission that opens it. */
const guardedBelow = (): Map<string, Allowed> => {
  const atTheTop = [schema.getQueryType(), schema.getMutationType()] as unknown[];
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return new Map(
    types
      .filter((type) => !atTheTop.includes(type))
      .flatMap((type) => Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field] as const))
      .filter(([, field]) => field.extensions[ALLOWED] !== undefined)
      .map(([name, field]) => [name, field.extensions[ALLOWED] as Allowed]),
  );
};

/** The fields below an answer that hold something, as type and field. */
function held(answer: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(answer)) for (const each of answer) held(each, found);
  else if (typeof answer === 'object' && answer !== null)
    for (const [field, value] of Object.entries(answer)) {
      if (value !== null && '__typename' in answer) found.add(`${answer.__typename}.${field}`);
      held(value, found);
    }
  return found;
}

test('walked through the whole schema as each role, a guarded field holds something for whom the table opens it, and for nobody else', async () => {
  const guards = guardedBelow();
  expect([...guards].map(([name, permission]) => `${name}: ${permission}`).sort()).toEqual([
    'CreditCheck.received: credit-checks.read',
    'CreditCheck.report: credit-checks.read',
    'Customer.chanceOfLate: scores.read',
    'Customer.contractCover: ledger.read',
    'Customer.contracts: ledger.read',
    'Customer.creditChecks: credit-checks.read',
    'Customer.decisions: credit-checks.read',
    'Customer.score: scores.read',
    'Customer.scoreHistory: scores.read',
    'Customer.scoreNotice: scores.read',
    'CustomerRow.grade: scores.read',
    'CustomerRow.isThin: scores.read',
    'CustomerRow.lateProbability: scores.read',
    'CustomerRow.points: scores.read',
    'HoldProposal.grade: scores.read',
    'Invoice.lateness: scores.read',
    'Invoice.noLateness: scores.read',
  ]);
  const given = { id: '1', customerId: '1', text: '"S"', search: '""', amountMinor: '100' };
  const questions = Object.values(schema.getQueryType()?.getFields() ?? {}) as GraphQLField<unknown, unknown>[];
  const may = ['book.read', 'ledger.read', 'portfolio.read', 'standing.read'];
  const { key } = await product.get(Keys).make({ name: 'ERP', permissions: may as Permission[], validDays: 1 });
  const all: [string, Asker, (allowed: Allowed) => boolean][] = [
    ...[...askers]
      .filter(([role]) => role !== 'nobody')
      .map(([role, asker]) => [role, asker, (allowed: Allowed) => mayAsk(role, allowed)] as never),
    ['a program', keyHolder(product.url, key), (allowed) => may.includes(allowed)],
  ];
  const shown = async (asker: Asker, leaveOut?: ReadonlySet<string>) => {
    const found = new Set<string>();
    for (const field of questions) held((await everything(asker, field, given, leaveOut)).data, found);
    return found;
  };
  const ofManager = await shown(product);
  // Of a book this small nobody learned yet who pays late.
  expect([...guards.keys()].filter((name) => !ofManager.has(name))).toEqual(['Invoice.lateness']);
  const wrong: string[] = [];
  for (const [who, asker, mayIt] of all)
    for (const [name, allowed] of guards) {
      if (mayIt(allowed)) continue;
      // One that is refused takes what it hangs on with it: each is asked for without the others.
      const others = new Set([...guards.keys()].filter((other) => other !== name));
      if ((await shown(asker, others)).has(name)) wrong.push(`${who} sees ${name}`);
    }
  expect(wrong).toEqual([]);
}, 120_000);

test('a program without the right to scores finds them nowhere: no figure, no order, no choice, no entry in the time line', async () => {
  const { makeApiKey } = await (askers.get('admin') as Asker).gql(
    'mutation { makeApiKey(input: { name: "CRM", permissions: ["ledger.read", "standing.read"] }) { key } }',
  );
  const crm = keyHolder(product.url, makeApiKey.key);
  const code = async (query: string) => (await crm.ask(query)).errors?.[0]?.extensions.code;
  expect(await code('{ customers(first: 1) { nodes { customer { name } balance { minor } } } }')).toBeUndefined();
  for (const query of [
    '{ customers(first: 1) { nodes { points } } }',
    '{ customers(first: 1) { nodes { grade } } }',
    '{ customers(first: 1) { nodes { lateProbability } } }',
    '{ customers(first: 1, sort: POINTS) { totalCount } }',
    '{ customers(first: 1, filter: { grade: [E] }) { totalCount } }',
    '{ customers(first: 1, filter: { isThin: false }) { totalCount } }',
    '{ customer(id: 1) { score { points } } }',
    '{ customer(id: 1) { scoreHistory { nodes { points } } } }',
  ])
    expect([query, await code(query)]).toEqual([query, 'FORBIDDEN']);
  const kinds = async (asker: Asker) => {
    const query = '{ customer(id: 1) { timeline(first: 50) { totalCount nodes { kind } } } }';
    const { timeline } = (await asker.gql(query)).customer;
    const found = timeline.nodes.map(({ kind }: { kind: string }) => kind);
    return ['DECISION', 'SCORE'].filter((kind) => found.includes(kind));
  };
  expect(await kinds(product)).toEqual(['DECISION', 'SCORE']);
  expect(await kinds(askers.get('admin') as Asker)).toEqual(['SCORE']);
  expect(await kinds(crm)).toEqual([]);
});
