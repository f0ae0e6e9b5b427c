import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isEnumType, isInputObjectType, Kind, parse, parseType, type TypeNode } from 'graphql';
import { PersonRole } from '../../api/auth/person.entity.js';
import { AgingService } from '../../api/ledger/aging.service.js';
import { ProgramSql, Sql } from '../../api/shared/sql.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi, TODAY } from '../support/product.js';
import { statementsDuring } from '../support/statements.js';

let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

const codeOf = async (query: string, variables?: Record<string, unknown>, asker: Asker = product) =>
  (await asker.ask(query, variables)).errors?.[0]?.extensions.code;

test('a page too large for its fields is refused before any of it runs, with what to do', async () => {
  const query = '{ customers(first: 200) { nodes { customer { name invoices(first: 200) { nodes { number } } } } } }';
  const statements = await statementsDuring(async () => {
    const { errors } = await product.ask(query);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^The query would cost \d+; \d+ is the most\. Ask for fewer rows/),
      extensions: { code: 'QUERY_TOO_COMPLEX' },
    });
  });
  // But who asks.
  expect(statements.filter((each) => !/from session/.test(each))).toEqual([]);
});

test('a variable that is missing or of another kind is the asker’s mistake, and is said so', async () => {
  const query = 'query ($n: Int!) { customers(first: $n) { totalCount } }';
  expect(await codeOf(query)).toBe('BAD_USER_INPUT');
  expect(await codeOf(query, { n: 'many' })).toBe('BAD_USER_INPUT');
});

test('a cost hidden in a variable, an alias or a fragment is found all the same', async () => {
  expect(
    await codeOf(
      'query ($n: Int!) { customers(first: $n) { nodes { customer { invoices(first: $n) { nodes { number } } } } } }',
      { n: 200 },
    ),
  ).toBe('QUERY_TOO_COMPLEX');
  const spread = Array.from(
    { length: 25 },
    (_, i) => `fragment F${i} on Book { ${i === 24 ? 'today' : `...F${i + 1} ...F${i + 1}`} }`,
  );
  expect(await codeOf(`${spread.join(' ')} { book { ...F0 } }`)).toBe('QUERY_TOO_COMPLEX');
  const many = Array.from({ length: 3_000 }, (_, i) => `a${i}: book { today isDemo reportingCurrency }`).join(' ');
  expect(await codeOf(`{ ${many} }`)).toBe('QUERY_TOO_COMPLEX');
  expect(
    await codeOf(
      'fragment F on Customer { invoices(first: 200) { nodes { number } } } { customers(first: 200) { nodes { customer { ...F } } } }',
    ),
  ).toBe('QUERY_TOO_COMPLEX');
});

const times = (count: number, field: string) => Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ');
const month = (i: number) => `20${10 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`;

test('figures of the whole book have their price: one history is answered, many under other names are refused', async () => {
  const history = 'history(months: 12) { on total overdue }';
  expect(await codeOf(`{ portfolio { ${times(2, history)} } }`)).toBe(undefined);
  expect(await codeOf(`{ portfolio { ${times(5, history)} } }`)).toBe('QUERY_TOO_COMPLEX');
  const days = (field: (day: string) => string) =>
    `{ ${Array.from({ length: 60 }, (_, i) => `d${i}: ${field(month(i))}`).join(' ')} }`;
  for (const field of [
    (day: string) => `portfolio(asOf: "${day}") { asOf }`,
    (day: string) => `workList(asOf: "${day}", first: 1) { totalCount }`,
    (day: string) => `holdProposals(asOf: "${day}", first: 1) { totalCount }`,
    (day: string) => `customers(asOf: "${day}", first: 1) { totalCount }`,
    (day: string) => `invoices(asOf: "${day}", first: 1) { totalCount }`,
    (day: string) => `reminderPlan(on: "${day}") { invoiceCount }`,
  ])
    expect(await codeOf(days(field))).toBe('QUERY_TOO_COMPLEX');
});

test('every question of the pages is answered at its price', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  const { schema } = product.get(GraphQLSchemaHost);
  const fitting = (type: TypeNode): unknown => {
    if (type.kind !== Kind.NON_NULL_TYPE) return undefined;
    const named = type.type.kind === Kind.NAMED_TYPE ? schema.getType(type.type.name.value) : undefined;
    if (isEnumType(named)) return named.getValues()[0]?.name;
    if (isInputObjectType(named))
      return Object.fromEntries(
        Object.values(named.getFields()).map(({ name, type: of }) => [name, fitting(parseType(String(of)))]),
      );
    return { Int: 50, Float: 0.1, Day: TODAY, MinorUnits: 1, ID: '1', String: 'EUR', Boolean: true }[named?.name ?? ''];
  };
  const web = path.join(import.meta.dirname, '../../web');
  const files = ['pages', 'session', 'shell', 'ui'].flatMap((folder) =>
    fs
      .readdirSync(path.join(web, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.graphql.ts'))
      .map((name) => path.join(web, folder, name)),
  );
  const queries = files.flatMap((file) =>
    [...fs.readFileSync(file, 'utf8').matchAll(/graphql\(`(\s*query[^`]+)`/g)].map(([, query]) => query as string),
  );
  expect(queries.length).toBeGreaterThan(20);
  // Of what is not there, a page is told so: there is no customer 1, no draft of a policy.
  const notThere = ['NOT_FOUND', 'NO_DRAFT'];
  // Of what a person types freely, the text of this story is none.
  const typed = ['PreviewTemplate'];
  for (const query of queries) {
    const [operation] = parse(query).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a page asks with operations');
    const variables = (operation.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      fitting(type),
    ]);
    // What the manager may not, the administrator may.
    const given = Object.fromEntries(variables);
    const first = await codeOf(query, given);
    const code = first === 'FORBIDDEN' ? await codeOf(query, given, admin) : first;
    expect([
      operation.name?.value,
      notThere.includes(`${code}`) || typed.includes(`${operation.name?.value}`) ? undefined : code,
    ]).toEqual([operation.name?.value, undefined]);
  }
});

test('a query that is too deep is refused, through fragments too', async () => {
  const deep = (levels: number): string => (levels === 0 ? 'id' : `parent { ${deep(levels - 1)} }`);
  expect(await codeOf(`{ customer(id: "1") { ${deep(12)} } }`)).toBe('QUERY_TOO_DEEP');
  const fragments = Array.from(
    { length: 15 },
    (_, i) => `fragment F${i} on Customer { parent { ${i === 14 ? 'id' : `...F${i + 1}`} } }`,
  ).join(' ');
  expect(await codeOf(`${fragments} { customer(id: "1") { ...F0 } }`)).toBe('QUERY_TOO_DEEP');
});

test('fragments in a circle, unknown fields and half a query are sent back as what they are', async () => {
  expect(
    await codeOf(
      'fragment A on Customer { parent { ...B } } fragment B on Customer { parent { ...A } } { customer(id: "1") { ...A } }',
    ),
  ).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await codeOf('{ customer(id: "1") { shoeSize } }')).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await codeOf('{ customer(id: "1") {')).toBe('GRAPHQL_PARSE_FAILED');
  expect(await codeOf('{ customer { id } }')).toBe('GRAPHQL_VALIDATION_FAILED');
});

test.each([
  [
    'a day that is none',
    '{ portfolio(asOf: "2026-02-30") { asOf } }',
    undefined,
    /“2026-02-30” is not a day\. Write it as 2026-11-22\./,
  ],
  [
    'a day in a variable',
    'query ($d: Day) { portfolio(asOf: $d) { asOf } }',
    { d: '22.11.2026' },
    /“22\.11\.2026” is not a day/,
  ],
  ['a day that is a number', 'query ($d: Day) { portfolio(asOf: $d) { asOf } }', { d: 20261122 }, /is not a day/],
  [
    'half a cent',
    'query ($m: MinorUnits!) { canSupply(customerNumber: "x", amountMinor: $m) { code } }',
    { m: 1.5 },
    /“1\.5” is not an amount in minor units/,
  ],
  [
    'an amount beyond counting',
    'query ($m: MinorUnits!) { canSupply(customerNumber: "x", amountMinor: $m) { code } }',
    { m: '99999999999999999999' },
    /is not an amount in minor units/,
  ],
])('%s is refused with a sentence', async (_what, query, variables, sentence) => {
  const { errors } = await product.ask(query, variables);
  expect(errors?.[0]?.message).toMatch(sentence);
  expect(['BAD_INPUT', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(errors?.[0]?.extensions.code);
});

test('an error nobody expected is masked, logged in full, and both carry the same reference', async () => {
  const logged: string[] = [];
  const log = jest.spyOn(Logger.prototype, 'error').mockImplementation((message) => void logged.push(String(message)));
  const broken = jest
    .spyOn(product.get(AgingService), 'totals')
    .mockRejectedValue(new Error('secret: relation "x" does not exist'));
  try {
    const { errors } = await product.ask('{ portfolio { agingByCurrency { currency } } }');
    const error = errors?.[0];
    expect(error?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(error?.message).toBe(
      `Something went wrong on our side. Nothing was half-done; tell whoever runs this the reference ${error?.extensions.reference}.`,
    );
    expect(JSON.stringify(errors)).not.toMatch(/secret|stack|relation/);
    expect(logged.join()).toMatch(
      new RegExp(`${error?.extensions.reference} Error: secret: relation "x" does not exist\\n +at `),
    );
  } finally {
    broken.mockRestore();
    log.mockRestore();
  }
});

test.each([
  ['while it is asked', Sql, 'rows'],
  ['before it is known who asks', ProgramSql, 'prepared'],
] as const)(
  'a database that went away %s is said as that, and the answers come back when it does',
  async (_, way, ask) => {
    const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => {});
    const gone = jest
      .spyOn(product.get<ProgramSql>(way), ask)
      .mockRejectedValue(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    const { errors } = await product.ask('{ book { today } }');
    gone.mockRestore();
    log.mockRestore();
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^The database does not answer\. Nothing was changed/),
      extensions: { code: 'DATABASE_UNREACHABLE' },
    });
    expect((await product.gql('{ book { today } }')).book.today).toBe('2026-11-22');
  },
);

test('connections that the database cuts are replaced, and the next question is answered', async () => {
  await product.gql('{ book { today } }');
  await asOwner(
    product.databaseUrl,
    // Waits until each is gone: one that is going would still be found in the pool.
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await product.ask('{ book { today } }');
  expect((await product.gql('{ book { today } }')).book.today).toBe('2026-11-22');
});

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  product.fetch(`/graphql`, { method: 'POST', headers, body });

test('what is no JSON, too large, or a form sent by another page does not come through, and tells nothing of us', async () => {
  const answers = [
    await post('{"query": '),
    await post(JSON.stringify({ query: `{ book { today } } # ${'x'.repeat(2_000_000)}` })),
    await post('query={book{today}}', { 'content-type': 'application/x-www-form-urlencoded' }),
    await post(JSON.stringify([{ query: '{ book { today } }' }, { query: '{ book { today } }' }])),
    await product.fetch(`/graphql?query={book{today}}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 413, 400, 400, 400]);
  for (const answer of answers) expect(await answer.text()).not.toMatch(/node_modules|at \w+ \(|\/work\//);
});

test('text of people is stored as text: quotes, tags, percent signs and long names come back as they went', async () => {
  const ledger = TestLedger.of(product);
  const customer = await ledger.customer(
    `O’Brien & "Sons" <script>alert(1)</script> '); drop table customer; -- %s \\`,
  );
  const note = `'); delete from standing; -- <b>\u{1F600}</b>`;
  await product.gql('mutation ($input: HoldInput!) { putOrdersOnHold(input: $input) { state } }', {
    input: { customerId: customer.id, note },
  });
  const { customer: seen } = await product.gql('query ($id: ID!) { customer(id: $id) { name standing { reasons } } }', {
    id: customer.id,
  });
  expect(seen).toEqual({ name: customer.name, standing: { reasons: [note] } });
  expect(
    (
      await product.ask('mutation ($input: HoldInput!) { putOrdersOnHold(input: $input) { state } }', {
        input: { customerId: customer.id, note: 'x'.repeat(1_001) },
      })
    ).errors?.[0]?.extensions.code,
  ).toBe('BAD_INPUT');
});

test('a text or a number that cannot be kept is refused with what to do, in a list too, and the program goes on', async () => {
  const nul = 'x\u0000';
  for (const [query, variables] of [
    ['query ($text: String) { customers(search: $text) { totalCount } }', { text: nul }],
    ['query ($text: String) { auditEntries(filter: { actor: $text }) { totalCount } }', { text: nul }],
    ['query ($text: String) { canSupply(customerNumber: $text, amountMinor: 100) { reason } }', { text: nul }],
    [
      'mutation ($text: String!) { setExchangeRate(input: { currency: "USD", validOn: "2026-01-01", rate: 1e308, source: $text }) { rate } }',
      { text: 'the test' },
    ],
  ] as const)
    expect([query, await codeOf(query, variables)]).toEqual([query, 'BAD_INPUT']);
  expect((await product.gql('{ book { customerCount } }')).book.customerCount).toBeGreaterThanOrEqual(0);
});
