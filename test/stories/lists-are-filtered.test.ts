import { bookOfEveryList } from '../support/book-of-every-list.js';
import type { Product } from '../support/product.js';

// Filters and searches find what they say, and nothing else.
let product: Product;
let customerId: number;
let prospectId: number;
let importId: number;
beforeAll(async () => {
  ({ product, customerId, prospectId, importId } = await bookOfEveryList());
});
afterAll(() => product.close());

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
    creditApplications: 'CreditApplicationFilter',
    deliveries: 'DeliveryFilter',
    mailbox: 'MailboxFilter',
    incomingMail: 'IncomingMailFilter',
    holdProposals: 'HoldProposalFilter',
    workList: 'WorkItemFilter',
    customersOnHold: 'OnHoldFilter',
    auditEntries: 'AuditFilter',
    campaigns: 'CampaignFilter',
    templateComparisons: 'TemplateComparisonFilter',
    reminderPauses: 'PauseFilter',
    reminderSteps: 'ReminderStepFilter',
    mySessions: 'SessionFilter',
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
      g: customers(filter: { stage: PROSPECT }) { totalCount } h: invoices(filter: { search: "R1-" }) { totalCount }
    }`,
    ),
  ).toEqual([3, 0, 0, 5, 7, 7, 12, 2]);
  expect(
    await found(
      '{ a: exchangeRates(filter: { currency: "USD" }) { totalCount } b: decisions(filter: { search: "prospect 1" }) { totalCount } c: deliveries(filter: { plannedFor: "2026-11-02" }) { totalCount } d: deliveries(filter: { state: SENT, search: "@n3." }) { totalCount } e: mailbox(filter: { search: "S1" }) { totalCount } f: incomingMail(filter: { kind: BOUNCED, search: "S1" }) { totalCount } }',
    ),
  ).toEqual([4, 2, 5, 1, 4, 2]);
});

test('comparisons of templates that go on are found apart from those that ended', async () => {
  expect(
    await found(
      '{ a: templateComparisons { totalCount } b: templateComparisons(filter: { isOpen: true }) { totalCount } c: templateComparisons(filter: { isOpen: false }) { totalCount } }',
    ),
  ).toEqual([8, 4, 4]);
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
    reminderPlan(on: "2026-11-23") { messages(filter: { search: "n1.exam" }) { totalCount } leftOut(filter: { reason: CONTACT_MISSING, search: "n0" }) { totalCount } on: leftOut(filter: { reason: ON_HOLD }) { totalCount } }
    customersOnHold(filter: { search: "name 1" }) { totalCount }
    stopped: customersOnHold(filter: { standing: SUPPLY_STOPPED }) { totalCount }
  }`);
  expect(customer).toMatchObject({ invoices: { totalCount: 9 }, both: { totalCount: 17 }, all: { totalCount: 19 } });
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

test('filters of what hangs on an invoice, a message or an import find what they say', async () => {
  const of = '{ totalCount }';
  const { invoices, reminderPlan, deliveries, imported } = await product.gql(`{
    invoices(filter: { search: "IN-PARTS" }) { nodes { paid: allocations(filter: { kind: PAYMENT }) ${of} noted: allocations(filter: { kind: CREDIT_NOTE }) ${of} } }
    reminderPlan(on: "2026-11-23") { messages(filter: { search: "pay@much" }) { nodes { all: invoices ${of} one: invoices(filter: { search: "much-3" }) ${of} } } }
    deliveries(filter: { search: "pay@much" }) { nodes { all: invoices ${of} one: invoices(filter: { search: "much-3" }) ${of} } }
    imported: import(id: "${importId}") { report { badRows(filter: { file: "1.csv", column: "amount" }) ${of} warnings(filter: { search: "WRONG 2" }) ${of} } }
  }`);
  expect(invoices.nodes).toEqual([{ paid: { totalCount: 8 }, noted: { totalCount: 0 } }]);
  const eightAndOne = [{ all: { totalCount: 8 }, one: { totalCount: 1 } }];
  expect([reminderPlan.messages.nodes, deliveries.nodes]).toEqual([eightAndOne, eightAndOne]);
  expect(imported.report).toEqual({ badRows: { totalCount: 3 }, warnings: { totalCount: 2 } });
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
