import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import pg from 'pg';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Config } from '../../api/config.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';
import { argumentsWith, everything, selection } from '../support/schema-walk.js';

// A sales person sees the customers they own and the prospects they made, on whatever path they come. Everything about
// the customers of others says “hidden”; everything about their own says “shown”.
let product: Product;
let sales: Asker;
const ids: Record<string, number> = {};
beforeAll(async () => {
  const clock = new StoppedClock('2026-11-22T09:00:00Z');
  // Set up, so that it is whose customer it is that decides; nobody answers there.
  const env = { COMPANIES_HOUSE_KEY: 'x', COMPANIES_HOUSE_URL: 'http://127.0.0.1:9' };
  product = await startApi({ clock, env });
  sales = await product.as(PersonRole.SALES);
  const other = await product.as(PersonRole.SALES);
  const ledger = TestLedger.of(product);
  for (const [word, owner] of [
    ['shown', sales.personId],
    ['hidden', other.personId],
    ['hidden and nobody’s', null],
  ] as const) {
    const customer = await ledger.customer(`Firm ${word}`, {
      number: `N-${word}`,
      owner_id: owner,
      country: 'DE',
      registration_number: `R-${word}`,
      credit_limit_minor: 1_000,
    });
    ids[word] = customer.id;
    await customer.contact(`${word.split(' ')[0]}${customer.id}@firm.example`, `Contact ${word}`);
    await customer.invoice(`I-${word}-1`, { issued: '2026-06-01', due: '2026-07-01', minor: 700_000 });
    await customer.invoice(`I-${word}-2`, { issued: '2026-10-30', due: '2026-11-30', minor: 300_000 });
    await customer.invoice(`I-${word}-3`, { issued: '2026-01-01', due: '2026-02-01', minor: 100_000 });
    await customer.pays(`P-${word}`, '2026-02-20', 100_000, { [`I-${word}-3`]: 100_000 });
    await ledger.insert('default_event', { customer_id: customer.id, cause: 'write-off', happened_on: '2026-03-01' });
    await product.gql(
      `mutation { typeInCreditCheck(input: { customerId: "${customer.id}", from: "a bank, ${word}", judgments: 0 }) { id } }`,
    );
  }
  await product.get(ScoringService).scoreBook('2026-11-22');
  for (const word of ['shown', 'hidden'])
    await product.gql(
      `mutation { askForScoreReview(input: { customerId: "${ids[word]}", because: "because ${word}" }) { id } }`,
    );
  await product.gql(
    `mutation { putOrdersOnHold(input: { customerId: "${ids['hidden and nobody’s']}", note: "hidden note" }) { state } }`,
  );
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  await product.get(RemindersService).send();
  await product.work();
  clock.moveTo('2026-11-22T09:00:00Z');
  const vet = (asker: Asker, name: string) =>
    asker.gql(`mutation { vet(input: { companyName: "${name}", entityType: COMPANY, currency: "EUR", contractValueMinor: 100000,
      monthlyRunMinor: 10000, termsDaysAsked: 30, keep: true }) { decision { id } } }`);
  await vet(sales, 'Prospect shown');
  await vet(other, 'Prospect hidden');
});
afterAll(() => product.close());

const queries = () =>
  Object.values(product.get(GraphQLSchemaHost).schema.getQueryType()?.getFields() ?? {}) as GraphQLField<
    unknown,
    unknown
  >[];

const theirs = () => [
  ...Object.keys(ids)
    .filter((word) => /hidden/.test(word))
    .map((word) => `"${ids[word]}"`),
];

test('walked through the whole schema, nothing of others is shown; what is their own is', async () => {
  let shown = 0;
  for (const field of queries()) {
    for (const id of [`"${ids.shown}"`, ...theirs()]) {
      const given = { id, customerId: id, text: '"n"', search: '""', amountMinor: '100' };
      const { data, errors } = await everything(sales, field, given);
      // Mails hide spaces and a preview in their HTML; that is none of ours.
      const text = JSON.stringify({ data, errors }).replace(/overflow:hidden| hidden>/g, '');
      expect([field.name, id, text.match(/hidden/i)?.[0]]).toEqual([field.name, id, undefined]);
      expect([field.name, errors?.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')]).toEqual([
        field.name,
        errors && [],
      ]);
      shown += text.match(/shown/g)?.length ?? 0;
    }
  }
  expect(shown).toBeGreaterThan(50);
});

test('the same walk as the manager reaches what is hidden from sales, so the walk is worth something', async () => {
  const reached: string[] = [];
  for (const field of queries()) {
    const id = theirs()[0] as string;
    const { data } = await everything(product, field, {
      id,
      customerId: id,
      text: '"n"',
      search: '""',
      amountMinor: '100',
    });
    if (/hidden/i.test(JSON.stringify(data))) reached.push(field.name);
  }
  expect(reached).toEqual(
    expect.arrayContaining([
      'customer',
      'customers',
      'customersOnHold',
      'decisions',
      'defaults',
      'deliveries',
      'holdProposals',
      'invoices',
      'canSupply',
      'scoreReviews',
      'search',
      'workList',
    ]),
  );
});

test('a customer of somebody else is as one that does not exist: by key, by number, and for the ERP', async () => {
  const code = async (query: string) => (await sales.ask(query)).errors?.[0]?.extensions.code;
  const id = ids.hidden;
  expect(await code(`{ customer(id: "${id}") { name } }`)).toBe('NOT_FOUND');
  expect(await code(`{ canSupply(customerId: "${id}", amountMinor: 1) { answer: allowed } }`)).not.toBeUndefined();
  expect(await code(`{ canSupply(customerNumber: "N-hidden", amountMinor: 1) { customer { id } } }`)).toBe('NOT_FOUND');
  expect(await code(`{ customer(id: "999999") { name } }`)).toBe('NOT_FOUND');
});

test('figures of the book are those of their own customers, whoever asked before', async () => {
  const total = async (asker: Asker) =>
    (await asker.gql('{ portfolio { agingByCurrency { currency total } } }')).portfolio.agingByCurrency[0].total;
  for (let round = 0; round < 2; round++)
    expect([await total(product), await total(sales)]).toEqual([3_000_000, 1_000_000]);
  const count = async (asker: Asker) => (await asker.gql('{ book { customerCount invoiceCount } }')).book;
  expect([await count(product), await count(sales)]).toEqual([
    { customerCount: 5, invoiceCount: 9 },
    { customerCount: 2, invoiceCount: 3 },
  ]);
});

test('finance says who owns a customer; it is seen at once, and the audit names both', async () => {
  const id = ids['hidden and nobody’s'];
  const give = (asker: Asker, owner: number | null) =>
    asker.ask(`mutation { setOwner(input: { customerId: "${id}", personId: ${owner && `"${owner}"`} }) { id } }`);
  const sees = async () => (await sales.gql('{ customers(first: 50) { totalCount } }')).customers.totalCount as number;
  expect(await sees()).toBe(2);
  expect((await give(sales, sales.personId)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  await give(await product.as(PersonRole.FINANCE), sales.personId);
  expect(await sees()).toBe(3);
  await give(product, null);
  // Nothing changes, so nothing is written down.
  await give(product, null);
  expect(await sees()).toBe(2);
  expect((await give(product, 999_999)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const finance = await product.as(PersonRole.FINANCE);
  const { owners } = await finance.gql('{ owners(first: 50) { nodes { id name } } }');
  expect(owners.nodes.map((each: { id: string }) => Number(each.id))).toContain(sales.personId);
  expect(owners.nodes.map((each: { id: string }) => Number(each.id))).not.toContain(finance.personId);
  expect((await sales.ask('{ owners { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const { auditEntries } = await product.gql('{ auditEntries(first: 2) { nodes { action before after } } }');
  expect(auditEntries.nodes).toEqual([
    { action: 'set the owner', before: { owner: expect.stringMatching(/^sales/) }, after: { owner: null } },
    { action: 'set the owner', before: { owner: null }, after: { owner: expect.stringMatching(/^sales/) } },
  ]);
});

test('who asks one after the other on the same connections keeps nothing of the one before', async () => {
  const second = await product.as(PersonRole.SALES);
  const names = async (asker: Asker) =>
    (await asker.gql('{ customers(first: 50) { nodes { customer { name } } } }')).customers.nodes.length;
  const rounds = await Promise.all(
    Array.from({ length: 40 }, (_, i) => (i % 2 ? names(sales) : names(second)).then((n) => [i % 2, n])),
  );
  expect(rounds.filter(([own, n]) => n !== (own ? 2 : 0))).toEqual([]);
});

test('every table about a customer keeps to own customers: none is forgotten', async () => {
  const open = await TestLedger.of(product).sql.rows<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relname = 'customer' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'customer_id' and not a.attisdropped))
        and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`,
  );
  expect(open).toEqual([]);
  const readable = await TestLedger.of(product).sql.rows<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and not c.relrowsecurity
        and has_table_privilege('goodstanding_own', c.oid, 'select') order by 1`,
  );
  expect(readable.map(({ name }) => name)).toEqual([
    'authority',
    'book',
    'bureau_scale',
    'campaign',
    'clause',
    'credit_check_reuse',
    'exchange_rate',
    'policy',
    'reminder_sending',
    'reminder_template',
    'sanction_entry',
    'sanction_list',
    'sanction_settlement',
    'scoring_run',
    'template_comparison',
  ]);
});

test('in the role of the own the database itself hides the rest, whatever the statement says', async () => {
  const url = new URL(product.databaseUrl);
  url.searchParams.set('options', '-c role=goodstanding_own');
  const client = new pg.Client(url.href);
  await client.connect();
  try {
    await client.query(`select set_config('goodstanding.person', $1, false)`, [String(sales.personId)]);
    expect((await client.query('select count(*) as n from customer where true or id > 0')).rows).toEqual([{ n: 2 }]);
    expect((await client.query('select count(*) as n from invoice')).rows).toEqual([{ n: 3 }]);
    await expect(
      client.query(`insert into contact (customer_id, name) values ($1, 'x')`, [ids.hidden]),
    ).rejects.toThrow('row-level security');
    await expect(client.query('select * from audit_entry')).rejects.toThrow('permission denied');
    await expect(client.query('select * from session')).rejects.toThrow('permission denied');
    await client.query(`select set_config('goodstanding.person', '', false)`);
    expect((await client.query('select count(*) as n from customer')).rows).toEqual([{ n: 0 }]);
  } finally {
    await client.end();
  }
});

test('a customer names its owner, to its owner too, and the list finds customers by who owns them', async () => {
  const query = `query ($id: ID!) {
    own: customers(filter: { ownerId: $id }) { totalCount nodes { customer { owner { id name } } } }
    nobodys: customers(filter: { isOwned: false }) { nodes { customer { owner { id } } } }
    owned: customers(filter: { isOwned: true }) { totalCount }
  }`;
  const asked = await product.gql(query, { id: String(sales.personId) });
  expect(asked.own.nodes).toEqual([
    { customer: { owner: { id: String(sales.personId), name: 'Sales' } } },
    { customer: { owner: { id: String(sales.personId), name: 'Sales' } } },
  ]);
  expect(asked.nobodys.nodes.every((row: { customer: { owner: object | null } }) => row.customer.owner === null)).toBe(
    true,
  );
  expect(asked.nobodys.nodes.length + asked.owned.totalCount).toBe(
    (await product.gql('{ customers { totalCount } }')).customers.totalCount,
  );
  expect((await sales.gql(query, { id: String(sales.personId) })).own).toEqual(asked.own);
  expect((await sales.gql(query, { id: '999' })).own.totalCount).toBe(0);
});

test('what a colleague kept about one’s own customer does not name customers of others', async () => {
  await TestLedger.of(product).customer('Firm shown (Export)', { number: 'N-of-another' });
  const input = {
    ...{ customerId: String(ids.shown), companyName: 'Firm shown', entityType: 'COMPANY', currency: 'EUR', keep: true },
    ...{ contractValueMinor: 1_200_000, monthlyRunMinor: 100_000, termsDaysAsked: 30 },
  };
  const { vet } = await product.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { recommendation { findings { rule sentence } } decision { id } } }',
    { input },
  );
  const like = (sentence: string) => [{ rule: 'like name', sentence }];
  const named = vet.recommendation.findings.filter(({ rule }: { rule: string }) => rule === 'like name');
  expect(named).toEqual(like(expect.stringContaining('Firm shown (Export) (N-of-another)') as never));
  const { customer } = await sales.gql(
    `{ customer(id: "${ids.shown}") { decisions(first: 50) { nodes { id inputs recommendation { findings { rule sentence } } } } } }`,
  );
  const kept = customer.decisions.nodes.find(({ id }: { id: string }) => id === vet.decision.id);
  expect(JSON.stringify(kept)).not.toContain('of-another');
  expect(kept.recommendation.findings).toContainEqual(
    expect.objectContaining({ rule: 'like name', sentence: expect.stringMatching(/a like name\. See that/) }),
  );
  const { replayDecision } = await sales.gql(
    `{ replayDecision(customerId: "${ids.shown}", decisionId: "${vet.decision.id}") { differences recommendation { findings { sentence } } } }`,
  );
  expect(JSON.stringify(replayDecision)).not.toContain('of-another');
});

test('where the installation says so, sales people see the customers of others, and may no more than before', async () => {
  const open = await startApi({ env: { SALES_SEE: 'all' } });
  try {
    const someone = await open.as(PersonRole.SALES);
    const ledger = TestLedger.of(open);
    const { id } = await ledger.customer('Firm of another', { owner_id: open.personId });
    await ledger.customer('Firm of nobody');
    const seen = await someone.gql(
      'query ($id: ID!) { customers { nodes { customer { name } } } customer(id: $id) { name } }',
      {
        id,
      },
    );
    expect(seen.customers.nodes.map(({ customer }: { customer: { name: string } }) => customer.name).sort()).toEqual([
      'Firm of another',
      'Firm of nobody',
    ]);
    expect(seen.customer.name).toBe('Firm of another');
    const { errors } = await someone.ask(
      'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "why" }) { state } }',
      { id },
    );
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  } finally {
    await open.close();
  }
  expect(() => new Config({ SALES_SEE: 'some' })).toThrow('SALES_SEE must be own or all');
});

type Input = Record<string, unknown>;
/** One thing of each kind that hangs on the customer of another, or on an application that another began. */
async function thingsOfAnother() {
  const customerId = String(ids.hidden);
  const { sql } = TestLedger.of(product);
  const first = async (table: string) =>
    String(
      (await sql.rows<{ id: number }>(`select min(id) as id from ${table} where customer_id = $1`, [customerId]))[0]
        ?.id,
    );
  const deal = { currency: 'EUR', contractValueMinor: 100_000, monthlyRunMinor: 10_000, termsDaysAsked: 30 };
  const firm = { companyName: 'Firm hidden', entityType: 'COMPANY', ...deal };
  const { vet } = await product.gql('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', {
    input: { customerId, ...firm, yearsTrading: 12, keep: true },
  });
  const decisionId = vet.decision.id as string;
  await sql.rows(
    `update decision set outcome = 'approve', recommendation = recommendation || '{"outcome": "approve"}' where id = $1`,
    [decisionId],
  );
  const contract = { customerId, decisionId, supplier: 'Paper & Co', clauses: ['PRICE_AND_PAYMENT'] };
  const { drawUpContract } = await product.gql(
    'mutation ($input: DrawUpContractInput!) { drawUpContract(input: $input) { id } }',
    { input: contract },
  );
  const { keepCreditApplication } = await (await product.as(PersonRole.SALES)).gql(
    'mutation ($input: CreditApplicationInput!) { keepCreditApplication(input: $input) { id } }',
    { input: { answers: [{ question: 'companyName', text: 'Hidden Works' }] } },
  );
  const contractId = drawUpContract.id as string;
  const applicationId = keepCreditApplication.id as string;
  const contactId = await first('contact');
  const creditCheckId = await first('credit_check');
  return { customerId, decisionId, contract, contractId, applicationId, contactId, creditCheckId, firm };
}

/** Each change that sales may make, of what is not theirs; of some in more than one way. */
function changesOf(of: Awaited<ReturnType<typeof thingsOfAnother>>): Record<string, Input[]> {
  const { customerId, decisionId, contract, contractId, applicationId, contactId, creditCheckId, firm } = of;
  const own = { customerId: String(ids.shown) };
  return {
    askForScoreReview: [{ customerId, because: 'They pay on time.' }],
    contractSigned: [
      { customerId, contractId, signedOn: '2026-11-20' },
      { ...own, contractId, signedOn: '2026-11-20' },
    ],
    drawUpContract: [contract, { ...contract, ...own }],
    keepContact: [
      { customerId, name: 'Mallory', email: 'mallory@firm.example' },
      { customerId, contactId, name: 'Mallory', email: 'mallory@firm.example' },
      { ...own, contactId, name: 'Mallory', email: 'mallory@firm.example' },
    ],
    keepCreditApplication: [{ applicationId, answers: [{ question: 'companyName', text: 'Mine' }] }],
    renewTerms: [{ customerId, keep: true }],
    requestCreditCheck: [{ customerId, provider: 'COMPANIES_HOUSE' }],
    sendCreditApplication: [{ applicationId, supplier: 'Paper & Co' }],
    tellOfferOutcome: [
      { customerId, decisionId, result: 'DECLINED' },
      { ...own, decisionId, result: 'DECLINED' },
    ],
    typeInCreditCheck: [{ customerId, from: 'a bank', judgments: 3 }],
    vet: [
      { ...firm, customerId, keep: true },
      { ...firm, companyName: 'Firm shown', ...own, creditCheckId, keep: true },
      { ...firm, companyName: 'Hidden Works', applicationId, keep: true },
    ],
  };
}

/** What whoever is signed in may do with their own account, or anybody. */
const ofOneself = [
  ...[
    'askForPasswordLink',
    'beginSecondFactor',
    'changePassword',
    'confirmSecondFactor',
    'endSecondFactor',
    'endSession',
  ],
  ...[
    'keepProspectForm',
    'setPassword',
    'signIn',
    'signInAsDemo',
    'signOut',
    'signOutEverywhere',
    'submitProspectForm',
  ],
];

test('each change that sales may make is refused of what is not theirs as of what does not exist, and changes nothing', async () => {
  const { sql } = TestLedger.of(product);
  const mutations = Object.values(
    product.get(GraphQLSchemaHost).schema.getMutationType()?.getFields() ?? {},
  ) as GraphQLField<unknown, unknown>[];
  const things = await thingsOfAnother();
  const changes = changesOf(things);
  const tables = await sql.rows<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'customer_id'
       and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE') order by 1`,
  );
  const book = () =>
    sql.rows(
      [
        ...tables.map(
          ({ name }) =>
            `select '${name}' as name, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as rows from ${name} t where customer_id = $1`,
        ),
        `select 'customer', md5(t::text) from customer t where id = $1`,
        `select 'application', md5(t::text) from credit_application t where id = $2`,
      ].join(' union all '),
      [things.customerId, things.applicationId],
    );
  const before = await book();
  const wrong: string[] = [];
  for (const field of mutations.filter(({ name }) => !ofOneself.includes(name))) {
    const given = changes[field.name];
    if (given === undefined) {
      // Refused whatever it is asked with.
      const values = argumentsWith(field, '', '', {});
      const names = Object.keys(values);
      const declared = names.map((name) => `$${name}: ${field.args.find((arg) => arg.name === name)?.type}`).join(', ');
      const passed = names.map((name) => `${name}: $${name}`).join(', ');
      const { errors } = await sales.ask(
        `mutation${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection(field.type, 0)} }`,
        values,
      );
      if (errors?.[0]?.extensions.code !== 'FORBIDDEN')
        wrong.push(`${field.name}: sales may, and nobody said with what`);
    }
    for (const input of given ?? []) {
      const { data, errors } = await sales.ask(
        `mutation ($input: ${field.args[0]?.type}) { ${field.name}(input: $input)${selection(field.type, 1)} }`,
        { input },
      );
      if (errors?.[0]?.extensions.code !== 'NOT_FOUND')
        wrong.push(`${field.name} ${JSON.stringify(input)}: ${errors?.[0]?.extensions.code} ${JSON.stringify(data)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await book()).toEqual(before);
}, 60_000);

test('no letter and no contract of the customer of another is handed out, nor what only others may have', async () => {
  const { customerId, decisionId, contractId } = await thingsOfAnother();
  const status = async (address: string, asker = sales) => (await asker.fetch(address)).status;
  const papers = [
    ...['pdf', 'txt'].map((form) => `/decisions/${customerId}/${decisionId}/letter.${form}`),
    ...['pdf', 'docx', 'txt'].map((form) => `/contracts/${customerId}/${contractId}/contract.${form}`),
  ];
  for (const paper of papers)
    expect([paper, await status(paper), await status(paper, product)]).toEqual([paper, 404, 200]);
  const ofOthers = [
    '/audit/entries.csv',
    '/audit/entries.jsonl',
    '/imports/1/rejected.csv',
    '/reminder-letters/2026-11-23/letters.pdf',
  ];
  for (const address of ofOthers) expect([address, await status(address)]).toEqual([address, 403]);
});
