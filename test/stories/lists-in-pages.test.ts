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
beforeAll(async () => {
  product = await startApi();
  admin = await product.as(PersonRole.ADMIN);
  for (let i = 0; i < 8; i++)
    await product.get(Keys).make({ name: `Robot ${i % 3}`, permissions: ['book.read'], validDays: 30 + (i % 2) });
  await product.get(Sql).rows(`update api_key set last_used_at = made_at where id % 2 = 0`);
  for (let i = 0; i < 7; i++) await product.as([PersonRole.SALES, PersonRole.FINANCE][i % 2] as PersonRole);
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
  /** Around the list, for one that hangs on a customer. */
  on?: 'customer';
}

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
  { field: 'apiKeys', sorts: ['NAME', 'MADE_AT', 'EXPIRES_AT', 'LAST_USED_AT'], row: 'id' },
  { field: 'people', sorts: ['NAME', 'EMAIL', 'ROLE', 'CREATED_AT'], row: 'id' },
  { field: 'workList', sorts: ['WEIGHT', 'NAME'], row: 'id' },
];

const cases = lists.flatMap((list) =>
  list.sorts.flatMap((sort) =>
    ['ASC', 'DESC'].map(
      (direction) => [list.on ? `customer.${list.field}` : list.field, sort, direction, list] as const,
    ),
  ),
);

interface Page {
  nodes: unknown[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Who may ask for it. */
const askerOf = (query: string): Asker => (/people|apiKeys/.test(query) ? admin : product);

async function page({ field, row, on }: List, args: string, after: string | null, first: number): Promise<Page> {
  const list = `${field}(first: $first, after: $after${args}) { nodes { ${row} } ${field === 'timeline' ? '' : 'totalCount'} pageInfo { hasNextPage endCursor } }`;
  const data = await askerOf(field).gql(
    on
      ? `query ($first: Int!, $after: String, $id: ID!) { customer(id: $id) { ${list} } }`
      : `query ($first: Int!, $after: String) { ${list} }`,
    on ? { first, after, id: customerId } : { first, after },
  );
  return on ? data.customer[field] : data[field];
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
  if (whole.totalCount !== undefined) expect(whole.totalCount).toBe(walked.length);
  expect(whole.pageInfo.hasNextPage).toBe(false);
}

test.each(cases)('%s by %s %s: no row twice, none missing', (_name, sort, direction, list) =>
  walk(list, `, sort: ${sort}, direction: ${direction}`),
);

test('so with the customers on hold, and with the time line of a customer', async () => {
  await walk({ field: 'customersOnHold', sorts: [], row: 'customerId' }, '');
  await walk({ field: 'auditEntries', sorts: [], row: 'id' }, '');
  await walk({ field: 'timeline', sorts: [], row: 'id', on: 'customer' }, '');
});

test('the enums of sorting and the lists of this test are the same: none is forgotten', async () => {
  const { __schema } = await product.gql(
    '{ __schema { types { name enumValues { name } } queryType { fields { name type { ofType { name } } } } } }',
  );
  const sorts = __schema.types.filter(({ name }: { name: string }) => /Sort$/.test(name));
  const known = new Set(lists.map(({ sorts: names }) => [...names].sort().join()));
  const imports = ['ImportSort'];
  const forgotten = sorts.filter(
    ({ name, enumValues }: { name: string; enumValues: { name: string }[] }) =>
      !imports.includes(name) &&
      !known.has(
        enumValues
          .map((value) => value.name)
          .sort()
          .join(),
      ),
  );
  expect(forgotten).toEqual([]);
  const paged = __schema.queryType.fields
    .filter(({ type }: { type: { ofType: { name: string } | null } }) => /Page$/.test(type.ofType?.name ?? ''))
    .map(({ name }: { name: string }) => name);
  const walked = [
    ...lists.filter(({ on }) => !on).map(({ field }) => field),
    'customersOnHold',
    'imports',
    'auditEntries',
  ];
  expect(paged.filter((name: string) => !walked.includes(name))).toEqual([]);
});

test('sorted is sorted: from the other end it is the same list turned round', async () => {
  for (const list of lists) {
    for (const sort of list.sorts) {
      const up = await page(list, `, sort: ${sort}, direction: ASC`, null, 200);
      const down = await page(list, `, sort: ${sort}, direction: DESC`, null, 200);
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
    ...lists
      .filter(({ on }) => !on)
      .flatMap(({ field }) =>
        ['made-up', '', 'W10', 'WzFd', 'eyJhIjoxfQ'].map((after) => `{ ${field}(after: "${after}") { totalCount } }`),
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
  for (const { field } of lists.filter(({ on }) => !on)) {
    const { errors } = await askerOf(field).ask(`{ ${field}(first: ${first}) { totalCount } }`);
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
  ).toEqual([3, 0, 0, 5, 7, 7, 11, 2]);
  expect(
    await found(
      '{ a: exchangeRates(filter: { currency: "USD" }) { totalCount } b: decisions(filter: { search: "prospect 1" }) { totalCount } c: deliveries(filter: { plannedFor: "2026-11-02" }) { totalCount } d: deliveries(filter: { state: SENT, search: "@n3." }) { totalCount } e: mailbox(filter: { search: "S1" }) { totalCount } }',
    ),
  ).toEqual([4, 2, 5, 1, 4]);
});

test('the search finds customers by any part and invoices by how their number begins, both kinds', async () => {
  const { search } = await product.gql(
    '{ search(text: "R1", first: 4) { kind title } none: search(text: "  ") { kind } }',
  );
  expect(search.map(({ kind }: { kind: string }) => kind)).toEqual(['invoice', 'invoice', 'invoice', 'invoice']);
  const both = await product.gql('{ search(text: "N1", first: 8) { kind title detail } }');
  expect(both.search).toEqual([
    { kind: 'customer', title: 'Name 1', detail: 'N1' },
    { kind: 'customer', title: 'Name 2', detail: 'N10' },
  ]);
});
