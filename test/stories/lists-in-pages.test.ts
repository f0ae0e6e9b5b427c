import type { Asker } from '../support/asker.js';
import { bookOfEveryList } from '../support/book-of-every-list.js';
import type { Product } from '../support/product.js';

// Every list, sorted in every way there is and from both ends: walked three rows at a time it is the list read at once.
let product: Product;
let admin: Asker;
let customerId: number;
let prospectId: number;
let campaignId: number;
let importId: number;
beforeAll(async () => {
  ({ product, admin, customerId, prospectId, campaignId, importId } = await bookOfEveryList());
});
afterAll(() => product.close());

interface List {
  field: string;
  sorts: string[];
  row: string;
  /** Arguments without which there is no such list. */
  args?: string;
  /** Around the list, for one that hangs on something. */
  on?: keyof typeof around;
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
  { field: 'creditApplications', sorts: ['CHANGED_AT', 'MADE_AT'], row: 'id' },
  { field: 'deliveries', sorts: ['PLANNED_FOR', 'ATTEMPTED_AT'], row: 'id' },
  { field: 'mailbox', sorts: ['RECEIVED_AT', 'SUBJECT'], row: 'id' },
  { field: 'incomingMail', sorts: ['RECEIVED_AT', 'SUBJECT'], row: 'id' },
  { field: 'holdProposals', sorts: ['OVERDUE', 'NAME', 'OLDEST_DAYS_PAST_DUE'], row: 'id' },
  { field: 'approvals', sorts: ['ASKED_AT', 'AMOUNT'], row: 'id' },
  { field: 'defaults', sorts: ['HAPPENED_ON'], row: 'id' },
  { field: 'scoreReviews', sorts: ['ASKED_AT'], row: 'id' },
  { field: 'webhookEndpoints', sorts: ['NAME', 'MADE_AT'], row: 'id' },
  { field: 'webhookEvents', sorts: ['HAPPENED_AT', 'ATTEMPTS'], row: 'id' },
  { field: 'apiKeys', sorts: ['NAME', 'MADE_AT', 'EXPIRES_AT', 'LAST_USED_AT'], row: 'id' },
  { field: 'owners', sorts: ['NAME', 'ADDED'], row: 'id' },
  { field: 'people', sorts: ['NAME', 'EMAIL', 'ROLE', 'CREATED_AT'], row: 'id' },
  { field: 'mySessions', sorts: ['SEEN_AT', 'BEGAN_AT'], row: 'id' },
  { field: 'models', sorts: ['VERSION', 'TRAINED_ON'], row: 'id' },
  { field: 'workList', sorts: ['WEIGHT', 'NAME'], row: 'id' },
  { field: 'customersOnHold', sorts: ['SINCE', 'NAME', 'OVERDUE'], row: 'customerId' },
  { field: 'policyChanges', sorts: ['NAME', 'LIMIT'], row: 'customer { id }' },
  { field: 'policyOfferChanges', sorts: ['DECIDED_ON', 'NAME', 'DEPOSIT'], row: 'decisionId' },
  { field: 'auditEntries', sorts: ['AT', 'ACTOR', 'ACTION'], row: 'id', args: ', filter: { action: "kept" }' },
  { field: 'search', sorts: ['NEAREST', 'TITLE'], row: 'kind id', args: ', text: "1"' },
  { field: 'decisions', sorts: ['DECIDED_ON', 'POINTS'], row: 'id', on: 'prospect' },
  { field: 'contacts', sorts: ['ADDED', 'NAME', 'EMAIL'], row: 'id', on: 'prospect' },
  { field: 'daysLate', sorts: ['SETTLED_ON', 'DUE_ON', 'DAYS_LATE'], row: 'invoiceNumber', on: 'prospect' },
  { field: 'scoreHistory', sorts: ['SCORED_ON', 'POINTS'], row: 'scoredOn', on: 'prospect' },
  { field: 'creditChecks', sorts: ['RECEIVED_AT', 'REPORTED_ON'], row: 'id', on: 'customer' },
  { field: 'contracts', sorts: ['DRAWN_UP_ON', 'SIGNED_ON'], row: 'id', on: 'prospect' },
  { field: 'clauses', sorts: ['KEY', 'VALID_ON'], row: 'key country validOn' },
  { field: 'timeline', sorts: [], row: 'id', on: 'customer' },
  { field: 'messages', sorts: ['NAME', 'TO', 'INVOICES'], row: 'customer { id }', on: 'reminderPlan' },
  { field: 'calls', sorts: ['NAME', 'TO', 'INVOICES'], row: 'customer { id }', on: 'reminderPlan' },
  { field: 'leftOut', sorts: ['NAME', 'INVOICE', 'REASON'], row: 'step invoice { id }', on: 'reminderPlan' },
  { field: 'campaigns', sorts: ['MADE_AT', 'NOTE'], row: 'id' },
  { field: 'reminderTemplates', sorts: ['SET_AT', 'SITUATION'], row: 'id' },
  { field: 'templateComparisons', sorts: ['BEGUN_AT', 'SITUATION'], row: 'id' },
  { field: 'reminderPauses', sorts: ['SET_AT', 'UNTIL'], row: 'id' },
  {
    field: 'reminderSteps',
    sorts: ['ON', 'NAME', 'INVOICE'],
    row: 'step invoice { id }',
    args: ', filter: { state: PLANNED }',
  },
  { field: 'allocations', sorts: ['ALLOCATED_ON', 'AMOUNT'], row: 'on credit { number }', on: 'invoice' },
  { field: 'invoices', sorts: ['NUMBER', 'DUE_ON', 'AMOUNT'], row: 'id', on: 'message' },
  { field: 'invoices', sorts: ['NUMBER', 'DUE_ON', 'AMOUNT'], row: 'id', on: 'delivery' },
  { field: 'badRows', sorts: ['PLACE', 'COLUMN'], row: 'file line', on: 'report' },
  { field: 'warnings', sorts: ['PLACE', 'COLUMN'], row: 'file line', on: 'report' },
  { field: 'changes', sorts: ['ON', 'STEP'], row: 'on step isAdded invoice { id }', on: 'campaignDifference' },
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
  campaignDifference: (list: string) => `campaignDifference(campaignId: "${campaignId}") { ${list} }`,
  reminderPlan: (list: string) => `reminderPlan(on: "2026-11-23") { ${list} }`,
  invoice: (list: string) => `invoices(first: 1, filter: { search: "IN-PARTS" }) { nodes { ${list} } }`,
  message: (list: string) =>
    `reminderPlan(on: "2026-11-23") { messages(first: 1, filter: { search: "pay@much" }) { nodes { ${list} } } }`,
  delivery: (list: string) => `deliveries(first: 1, filter: { search: "pay@much" }) { nodes { ${list} } }`,
  report: (list: string) => `import(id: "${importId}") { report { ${list} } }`,
};

/** The one list of an answer, however deep it lies. */
function only(data: Record<string, never>): Page {
  const [inner] = Object.values(data) as (Record<string, never> & Partial<Page>)[];
  if (inner?.pageInfo) return inner as never;
  return only((inner?.nodes ? inner.nodes[0] : inner) as never);
}

interface Page {
  nodes: unknown[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Who may ask for it. */
const askerOf = (query: string): Asker => (/people|apiKeys|webhook/.test(query) ? admin : product);

async function page(of: List, args: string, after: string | null, first: number): Promise<Page> {
  const { field, row, on } = of;
  const list = `${field}(first: $first, after: $after${of.args ?? ''}${args}) { nodes { ${row} } totalCount pageInfo { hasNextPage endCursor } }`;
  const query = `query ($first: Int!, $after: String) { ${on ? around[on](list) : list} }`;
  return only(await askerOf(query).gql(query, { first, after }));
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

  const owners = {
    customer: 'Customer',
    prospect: 'Customer',
    reminderPlan: 'ReminderPlan',
    campaignDifference: 'CampaignDifference',
    invoice: 'Invoice',
    message: 'PlannedMessage',
    delivery: 'Delivery',
    report: 'ImportReport',
  };
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
  // The ten largest: the list of them all is that of the customers by what they owe.
  expect(cutOff).toEqual(['Portfolio.topDebtors']);
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
