import { emptyReport } from '../../analytics/index.js';
import { Keys } from '../../api/auth/keys.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Sql } from '../../api/shared/sql.js';
import type { Asker } from '../support/asker.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Every list, sorted in every way there is and from both ends: walked three rows at a time it is the list read at once.
// Names, days and amounts repeat, so that rows that are equal must be told apart.

let product: Product;
let admin: Asker;
let customerId: number;
let prospectId: number;
beforeAll(async () => {
  product = await startApi();
  admin = await product.as(PersonRole.ADMIN);
  for (let i = 0; i < 8; i++)
    await product.get(Keys).make({ name: `Robot ${i % 3}`, permissions: ['book.read'], validDays: 30 + (i % 2) });
  await product.get(Sql).rows(`update api_key set last_used_at = made_at where id % 2 = 0`);
  for (let i = 0; i < 11; i++) await product.as([PersonRole.SALES, PersonRole.FINANCE][i % 3 ? 0 : 1] as PersonRole);
  const ledger = TestLedger.of(product);
  for (let i = 0; i < 11; i++) {
    const customer = await ledger.customer(`Name ${i % 4}`, {
      number: `N${i}`,
      credit_limit_minor: i % 2 === 0 ? 1_000 : null,
      country: i % 3 ? 'DE' : null,
    });
    customerId ??= customer.id;
    if (i % 3 > 0) await customer.contact(`pay@n${i}.example`);
    for (let j = 0; j < (i === 0 ? 9 : 2); j++) {
      await customer.invoice(`R${i}-${j}`, {
        issued: `2026-0${(j % 3) + 6}-01`,
        due: `2026-${j % 2 ? '11-29' : '08-15'}`,
        minor: 50_000 * ((i % 3) + 1),
      });
    }
    await customer.pays(`P${i}`, '2026-10-01', 40_000, { [`R${i}-0`]: 30_000 });
    if (i === 0)
      for (let j = 0; j < 7; j++) await customer.pays(`Q${j}`, `2026-10-0${(j % 3) + 1}`, 100 * ((j % 2) + 1));
    if (i % 2)
      await ledger.sql.rows(
        `insert into score values ($1, '2026-11-01', null, $2, 'E', 0.3, 0.5, 3, 4, $3, 600, '[]', 'x')`,
        [customer.id, 500 + (i % 3), i % 4 === 1],
      );
    await ledger.rate(['USD', 'GBP', 'SEK'][i % 3] as string, i + 1, `2026-01-${10 + Math.floor(i / 3)}`);
    await ledger.insert('delivery', {
      customer_id: customer.id,
      planned_for: `2026-11-0${(i % 2) + 1}`,
      channel: 'email',
      recipient: `r@n${i}.example`,
      subject: 's',
      body_text: '',
      body_html: '',
      state: 'sent',
      attempted_at: i % 2 ? `2026-11-01T08:00:00.${123_450 + (i % 5)}Z` : null,
    });
    await ledger.insert('mailbox_message', {
      sender: 's',
      recipient: 'r',
      subject: `S${i % 3}`,
      body_text: '',
      body_html: '',
      received_at: `2026-11-01T08:00:00.${123_450 + (i % 5)}Z`,
    });
    await ledger.insert('approval', {
      customer_id: customer.id,
      action: 'release hold',
      input: {},
      summary: `S${i % 2}`,
      amount_minor: i % 3 ? (i % 2) * 100 : null,
      currency: 'EUR',
      asked_by: admin.personId,
      asked_by_name: 'x',
      asked_at: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
    });
    if (i > 3)
      await ledger.insert('standing', {
        customer_id: customer.id,
        state: 'orders_on_hold',
        since: `2026-11-01T08:00:00.${123_450 + (i % 3)}Z`,
        reasons: '[]',
        changed_by: 'test',
      });
    const input = {
      companyName: `Prospect ${i}`,
      entityType: 'COMPANY',
      currency: 'EUR',
      contractValueMinor: 100_000,
      monthlyRunMinor: 10_000,
      termsDaysAsked: 30,
      yearsTrading: i % 3,
      keep: true,
    };
    await product.gql('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', { input });
  }
  const prospect = await ledger.customer('Decided often', { stage: 'prospect' });
  prospectId = prospect.id;
  for (let i = 0; i < 7; i++) {
    await ledger.sql.rows(
      `insert into decision (customer_id, decided_on, decided_by, outcome, points, grade, inputs, recommendation, card_version, policy_version)
       select $1, date '2026-11-01' + $2::integer, decided_by, outcome, 600 + $2, grade, inputs, recommendation, card_version, policy_version from decision limit 1`,
      [prospect.id, i % 3],
    );
  }
  for (let i = 0; i < 8; i++) {
    const day = `2026-0${(i % 3) + 1}-1${i}`;
    await prospect.contact(i % 2 ? `p${i % 4}@decided.example` : null, `Person ${i % 3}`);
    await prospect.invoice(`S${i}`, { issued: '2025-12-01', due: `2026-01-0${(i % 3) + 1}`, minor: 100 });
    await prospect.pays(`S${i}`, day, 100, { [`S${i}`]: 100 });
    await ledger.sql.rows(
      `insert into score values ($1, $2, $2::date + 1, $3, 'C', 0.1, 0.5, 3, 4, false, 600, '[]', 'x')`,
      [prospect.id, day, 600 + (i % 3)],
    );
  }
  for (let i = 0; i < 8; i++)
    await ledger.insert('credit_check', {
      customer_id: customerId,
      provider: ['typed in', 'dnb'][i % 2],
      reported_on: `2026-11-0${(i % 3) + 1}`,
      received_at: `2026-11-05T08:00:00.${123_450 + (i % 3)}Z`,
      asked_by: 'x',
      received: {},
      report: emptyReport,
    });
  for (let i = 0; i < 14; i++) {
    const due = await ledger.customer(`Due ${i % 3}`);
    await due.invoice('DUE', { issued: '2026-10-30', due: '2026-11-29', minor: 1_000 });
    if (i % 2) await due.contact(`pay@due${i}.example`);
  }
  for (let i = 0; i < 8; i++) {
    const late = await ledger.customer(`Late ${i % 3}`);
    await late.invoice('L', { issued: '2026-07-01', due: '2026-08-01', minor: 100_000 * ((i % 2) + 1) });
  }
});
afterAll(() => product.close());

interface List {
  field: string;
  sorts: string[];
  row: string;
  /** Arguments without which there is no such list. */
  args?: string;
  /** Around the list, for one that hangs on something. */
  on?: 'customer' | 'prospect' | 'reminderPlan';
}

/** Lists that have one order by nature, and are turned round only. */
const inTime = ['timeline'];

const lists: List[] = [
  {
    field: 'customers',
    sorts: ['NAME', 'NUMBER', 'BALANCE', 'OVERDUE', 'OLDEST_DAYS_PAST_DUE', 'POINTS'],
    row: 'customer { id }',
  },
  { field: 'invoices', sorts: ['DUE_ON', 'ISSUED_ON', 'AMOUNT', 'OPEN', 'NUMBER'], row: 'id' },
  { field: 'invoices', sorts: ['DUE_ON', 'ISSUED_ON', 'AMOUNT', 'OPEN', 'NUMBER'], row: 'id', on: 'customer' },
  { field: 'credits', sorts: ['DATED_ON', 'AMOUNT', 'NUMBER'], row: 'id', on: 'customer' },
  { field: 'exchangeRates', sorts: ['VALID_ON', 'CURRENCY'], row: 'currency validOn' },
  { field: 'decisions', sorts: ['DECIDED_ON', 'POINTS'], row: 'id' },
  { field: 'deliveries', sorts: ['PLANNED_FOR', 'ATTEMPTED_AT'], row: 'id' },
  { field: 'mailbox', sorts: ['RECEIVED_AT', 'SUBJECT'], row: 'id' },
  { field: 'holdProposals', sorts: ['OVERDUE', 'NAME', 'OLDEST_DAYS_PAST_DUE'], row: 'id' },
  { field: 'approvals', sorts: ['ASKED_AT', 'AMOUNT'], row: 'id' },
  { field: 'apiKeys', sorts: ['NAME', 'MADE_AT', 'EXPIRES_AT', 'LAST_USED_AT'], row: 'id' },
  { field: 'owners', sorts: ['NAME', 'ADDED'], row: 'id' },
  { field: 'people', sorts: ['NAME', 'EMAIL', 'ROLE', 'CREATED_AT'], row: 'id' },
  { field: 'workList', sorts: ['WEIGHT', 'NAME'], row: 'id' },
  { field: 'customersOnHold', sorts: ['SINCE', 'NAME', 'OVERDUE'], row: 'customerId' },
  { field: 'auditEntries', sorts: ['AT', 'ACTOR', 'ACTION'], row: 'id', args: ', filter: { action: "kept" }' },
  { field: 'search', sorts: ['NEAREST', 'TITLE'], row: 'kind id', args: ', text: "1"' },
  { field: 'decisions', sorts: ['DECIDED_ON', 'POINTS'], row: 'id', on: 'prospect' },
  { field: 'contacts', sorts: ['ADDED', 'NAME', 'EMAIL'], row: 'id', on: 'prospect' },
  { field: 'daysLate', sorts: ['SETTLED_ON', 'DUE_ON', 'DAYS_LATE'], row: 'invoiceNumber', on: 'prospect' },
  { field: 'scoreHistory', sorts: ['SCORED_ON', 'POINTS'], row: 'scoredOn', on: 'prospect' },
  { field: 'creditChecks', sorts: ['RECEIVED_AT', 'REPORTED_ON'], row: 'id', on: 'customer' },
  { field: 'timeline', sorts: [], row: 'id', on: 'customer' },
  { field: 'messages', sorts: ['NAME', 'TO', 'INVOICES'], row: 'customer { id }', on: 'reminderPlan' },
  { field: 'leftOut', sorts: ['NAME', 'INVOICE', 'REASON'], row: 'invoice { id }', on: 'reminderPlan' },
];
const onRoot = lists.filter(({ on }) => !on);

const cases = lists.flatMap((list) =>
  (list.sorts.length > 0 ? list.sorts : ['TIME']).flatMap((sort) =>
    ['ASC', 'DESC'].map(
      (direction) => [list.on ? `${list.on}.${list.field}` : list.field, sort, direction, list] as const,
    ),
  ),
);
const sorted = (sort: string, direction: string) =>
  `${sort === 'TIME' ? '' : `, sort: ${sort}`}, direction: ${direction}`;

const around = {
  customer: (list: string) => `customer(id: "${customerId}") { ${list} }`,
  prospect: (list: string) => `prospect: customer(id: "${prospectId}") { ${list} }`,
  reminderPlan: (list: string) => `reminderPlan { ${list} }`,
};

interface Page {
  nodes: unknown[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Who may ask for it. */
const askerOf = (query: string): Asker => (/people|apiKeys/.test(query) ? admin : product);

async function page(of: List, args: string, after: string | null, first: number): Promise<Page> {
  const { field, row, on } = of;
  const list = `${field}(first: $first, after: $after${of.args ?? ''}${args}) { nodes { ${row} } totalCount pageInfo { hasNextPage endCursor } }`;
  const query = `query ($first: Int!, $after: String) { ${on ? around[on](list) : list} }`;
  const data = await askerOf(query).gql(query, { first, after });
  return on ? data[on][field] : data[field];
}

async function walk(list: List, args: string): Promise<void> {
  const whole = await page(list, args, null, 200);
  const walked: unknown[] = [];
  let after: string | null = null;
  for (let more = true; more && walked.length <= whole.nodes.length; ) {
    const next: Page = await page(list, args, after, 3);
    walked.push(...next.nodes);
    after = next.pageInfo.endCursor;
    more = next.pageInfo.hasNextPage;
  }
  expect(walked).toEqual(whole.nodes);
  expect(new Set(walked.map((node) => JSON.stringify(node))).size).toBe(walked.length);
  expect(walked.length).toBeGreaterThan(6);
  expect(whole.totalCount).toBe(walked.length);
  expect(whole.pageInfo.hasNextPage).toBe(false);
}

test.each(cases)('%s by %s %s: no row twice, none missing', (_name, sort, direction, list) =>
  walk(list, sorted(sort, direction)),
);

interface Field {
  name: string;
  args: { name: string; type: { name: string | null; ofType: { name: string | null } | null } }[];
  type: { ofType: { name: string | null } | null };
}

test('every list of the schema is filtered, sorted and paged, and walked by this test: none is forgotten', async () => {
  const { __schema } = await product.gql(
    '{ __schema { types { name enumValues { name } fields { name args { name type { name ofType { name } } } type { name ofType { name } } } } } }',
  );
  const types: { name: string; enumValues: { name: string }[] | null; fields: Field[] | null }[] = __schema.types;
  const pages = new Set(
    types.filter(({ fields }) => fields?.some(({ name }) => name === 'pageInfo')).map(({ name }) => name),
  );
  const fields = types.flatMap(({ name: owner, fields: own }) => (own ?? []).map((field) => ({ ...field, owner })));
  const paged = fields.filter(({ type }) => pages.has(type.ofType?.name ?? ''));
  const lacking = paged.map(({ owner, name, args, type }) => {
    const has = new Set(args.map((arg) => arg.name));
    const wanted = ['first', 'after', 'filter', 'direction', ...(inTime.includes(name) ? [] : ['sort'])];
    const isCounted = types
      .find((each) => each.name === type.ofType?.name)
      ?.fields?.some((field) => field.name === 'totalCount');
    return [`${owner}.${name}`, ...wanted.filter((arg) => !has.has(arg)), ...(isCounted ? [] : ['totalCount'])];
  });
  expect(lacking.filter(([, ...missing]) => missing.length > 0)).toEqual([]);

  const owners = { customer: 'Customer', prospect: 'Customer', reminderPlan: 'ReminderPlan' };
  const walked = new Map(lists.map(({ on, field, sorts }) => [`${on ? owners[on] : 'Query'}.${field}`, sorts]));
  const forgotten = paged.flatMap(({ owner, name, args }) => {
    const sort = args.find((arg) => arg.name === 'sort')?.type.ofType?.name;
    const sorts = types.find((each) => each.name === sort)?.enumValues?.map((value) => value.name) ?? [];
    const known = walked.get(`${owner}.${name}`);
    return known && sorts.every((each) => known.includes(each)) ? [] : [`${owner}.${name}`];
  });
  // Walked beside the page of imports.
  expect(forgotten).toEqual(['Query.imports']);
});

test('a list that is cut off without pages is a figure of its own, and none but these', async () => {
  const { __schema } = await product.gql('{ __schema { types { name fields { name args { name } } } } }');
  const cutOff = __schema.types.flatMap(
    (type: { name: string; fields: { name: string; args: { name: string }[] }[] }) =>
      (type.fields ?? [])
        .filter(({ args }) => args.some(({ name }) => name === 'first') && !args.some(({ name }) => name === 'after'))
        .map(({ name }) => `${type.name}.${name}`),
  );
  // The ten largest, and the first of the rows that a file to download holds all of.
  expect(cutOff.sort()).toEqual(['ImportReport.badRows', 'ImportReport.warnings', 'Portfolio.topDebtors']);
});

test('sorted is sorted: from the other end it is the same list turned round', async () => {
  for (const list of lists) {
    for (const sort of list.sorts.length > 0 ? list.sorts : ['TIME']) {
      const up = await page(list, sorted(sort, 'ASC'), null, 200);
      const down = await page(list, sorted(sort, 'DESC'), null, 200);
      expect([list.field, sort, down.nodes]).toEqual([list.field, sort, up.nodes.toReversed()]);
    }
  }
});

test('a cursor of another list, of another order or of nobody is refused with a sentence', async () => {
  const invoices = lists[1] as List;
  const { pageInfo } = await page(invoices, ', sort: DUE_ON, direction: ASC', null, 3);
  const attempts = [
    `{ invoices(after: "${pageInfo.endCursor}", sort: AMOUNT) { totalCount } }`,
    `{ invoices(after: "${pageInfo.endCursor}", direction: DESC) { totalCount } }`,
    `{ customers(after: "${pageInfo.endCursor}") { totalCount } }`,
    ...onRoot.flatMap(({ field, args = '' }) =>
      ['made-up', '', 'W10', 'WzFd', 'eyJhIjoxfQ'].map(
        (after) => `{ ${field}(after: "${after}"${args}) { totalCount } }`,
      ),
    ),
  ];
  for (const attempt of attempts) {
    const { errors, data } = await askerOf(attempt).ask(attempt);
    // An empty cursor is none.
    if (/after: ""/.test(attempt))
      expect([attempt, errors === undefined, data === null]).toEqual([attempt, true, false]);
    else expect([attempt, errors?.[0]?.extensions.code]).toEqual([attempt, 'BAD_INPUT']);
  }
});

test.each([0, -1, 201, 1_000_000])('a page of %i rows is refused', async (first) => {
  for (const { field, args = '' } of onRoot) {
    const { errors } = await askerOf(field).ask(`{ ${field}(first: ${first}${args}) { totalCount } }`);
    expect([
      field,
      errors?.[0]?.extensions.code === 'BAD_INPUT' || errors?.[0]?.extensions.code === 'QUERY_TOO_COMPLEX',
    ]).toEqual([field, true]);
  }
});

const found = async (query: string) => {
  const data = await product.gql(query);
  return Object.values(data as Record<string, { totalCount: number }>).map(({ totalCount }) => totalCount);
};

test('null for a filter or any of its fields is as good as leaving it out', async () => {
  const { __schema } = await product.gql('{ __schema { types { name inputFields { name } } } }');
  const filters: Record<string, string> = {
    customers: 'CustomerFilter',
    invoices: 'InvoiceFilter',
    exchangeRates: 'ExchangeRateFilter',
    decisions: 'DecisionFilter',
    deliveries: 'DeliveryFilter',
    mailbox: 'MailboxFilter',
    holdProposals: 'HoldProposalFilter',
    workList: 'WorkItemFilter',
    customersOnHold: 'OnHoldFilter',
    auditEntries: 'AuditFilter',
  };
  for (const [field, filter] of Object.entries(filters)) {
    const names: { name: string }[] = __schema.types.find(({ name }: { name: string }) => name === filter).inputFields;
    const nulls = names.map(({ name }) => `${name}: null`).join(', ');
    const [plain, none, all] = await found(
      `{ plain: ${field} { totalCount } none: ${field}(filter: null, after: null) { totalCount } all: ${field}(filter: { ${nulls} }) { totalCount } }`,
    );
    expect([field, none, all]).toEqual([field, plain, plain]);
  }
});

test('a key that nobody has finds nothing, and does no harm', async () => {
  for (const id of ['abc', '', '-1', '99999999999999999999', "1' or true --"]) {
    const { invoices, deliveries } = await product.gql(
      'query ($id: ID) { invoices(filter: { customerId: $id }) { totalCount } deliveries(filter: { customerId: $id }) { totalCount } }',
      { id },
    );
    expect([id, invoices.totalCount, deliveries.totalCount]).toEqual([id, 0, 0]);
    expect(
      (await product.ask('query ($id: ID!) { customer(id: $id) { id } }', { id })).errors?.[0]?.extensions.code,
    ).toBe('NOT_FOUND');
  }
});

test('filters find what they say, and signs in a search mean themselves', async () => {
  expect(
    await found(
      `{
      a: customers(search: "name 1") { totalCount } b: customers(search: "%") { totalCount } c: customers(search: "N_") { totalCount }
      d: customers(filter: { grade: [E] }) { totalCount } e: customers(filter: { standing: ORDERS_ON_HOLD }) { totalCount } f: customers(filter: { country: "DE" }) { totalCount }
      g: customers(filter: { stage: PROSPECT }) { totalCount } h: invoices(search: "x", filter: { search: "R1-" }) { totalCount }
    }`.replace('search: "x", ', ''),
    ),
  ).toEqual([3, 0, 0, 5, 7, 7, 12, 2]);
  expect(
    await found(
      '{ a: exchangeRates(filter: { currency: "USD" }) { totalCount } b: decisions(filter: { search: "prospect 1" }) { totalCount } c: deliveries(filter: { plannedFor: "2026-11-02" }) { totalCount } d: deliveries(filter: { state: SENT, search: "@n3." }) { totalCount } e: mailbox(filter: { search: "S1" }) { totalCount } }',
    ),
  ).toEqual([4, 2, 5, 1, 4]);
});

test('filters of what hangs on a customer or on a plan find what they say', async () => {
  const { customer, prospect, reminderPlan, customersOnHold } = await product.gql(`{
    customer(id: "${customerId}") {
      all: timeline { totalCount } invoices: timeline(filter: { kind: [INVOICE] }) { totalCount }
      both: timeline(filter: { kind: [INVOICE, PAYMENT] }) { totalCount }
      october: timeline(filter: { from: "2026-10-01", to: "2026-10-01" }) { nodes { on kind } totalCount }
    }
    prospect: customer(id: "${prospectId}") { desks: contacts(filter: { search: "ON 1" }) { totalCount } mailed: contacts(filter: { hasEmail: true }) { totalCount }
      late: daysLate(filter: { isLate: true, settledFrom: "2026-02-01" }) { totalCount } known: daysLate(filter: { search: "S1" }, asOf: "2026-02-11") { totalCount }
      scores: scoreHistory(filter: { grade: C, from: "2026-02-01", to: "2026-02-28" }) { totalCount } declined: decisions(filter: { outcome: DECLINE }) { totalCount } named: decisions(filter: { search: "decided OFTEN" }) { totalCount } }
    reminderPlan { messages(filter: { search: "n1.exam" }) { totalCount } leftOut(filter: { reason: CONTACT_MISSING, search: "n0" }) { totalCount } on: leftOut(filter: { reason: ON_HOLD }) { totalCount } }
    customersOnHold(filter: { search: "name 1" }) { totalCount }
    stopped: customersOnHold(filter: { standing: SUPPLY_STOPPED }) { totalCount }
  }`);
  expect(customer).toMatchObject({ invoices: { totalCount: 9 }, both: { totalCount: 17 }, all: { totalCount: 18 } });
  expect(customer.october.totalCount).toBe(4);
  expect(customer.october.nodes.map(({ on }: { on: string }) => on)).toEqual(Array(4).fill('2026-10-01'));
  expect(prospect).toEqual({
    desks: { totalCount: 3 },
    mailed: { totalCount: 4 },
    late: { totalCount: 5 },
    known: { totalCount: 1 },
    scores: { totalCount: 3 },
    declined: { totalCount: 0 },
    named: { totalCount: 7 },
  });
  expect(reminderPlan).toEqual({ messages: { totalCount: 1 }, leftOut: { totalCount: 4 }, on: { totalCount: 7 } });
  expect(customersOnHold.totalCount).toBe(2);
});

test('the search finds customers by any part and invoices by how their number begins, customers first', async () => {
  const { search, none } = await product.gql(
    '{ search(text: "R1", first: 4) { nodes { kind title } } none: search(text: "  ") { totalCount } }',
  );
  expect(search.nodes.map(({ kind }: { kind: string }) => kind)).toEqual(['INVOICE', 'INVOICE', 'INVOICE', 'INVOICE']);
  expect(none.totalCount).toBe(0);
  const { both, invoices } = await product.gql(
    '{ both: search(text: "N1") { nodes { kind title detail } } invoices: search(text: "N1", filter: { kind: INVOICE }) { totalCount } }',
  );
  expect(both.nodes).toEqual([
    { kind: 'CUSTOMER', title: 'Name 1', detail: 'N1' },
    { kind: 'CUSTOMER', title: 'Name 2', detail: 'N10' },
  ]);
  expect(invoices.totalCount).toBe(0);
});

test('customers on hold by what is overdue: the one that owes most first', async () => {
  const { customersOnHold } = await product.gql('{ customersOnHold(sort: OVERDUE) { nodes { overdue { minor } } } }');
  const owed = customersOnHold.nodes.map(({ overdue }: { overdue: { minor: number } }) => overdue.minor);
  expect(new Set(owed).size).toBeGreaterThan(2);
  expect(owed).toEqual(owed.toSorted((a: number, b: number) => b - a));
});
