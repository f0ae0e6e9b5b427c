import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  const call = await (await ledger.customer('To be called')).contact('a@call.example');
  await call.invoice('C1', { issued: '2026-10-10', due: '2026-11-09', minor: 80_000 });
  await call.invoice('C2', { issued: '2026-10-16', due: '2026-11-15', minor: 20_000 });
  const toHold = await (await ledger.customer('To be held')).contact('a@hold.example');
  await toHold.invoice('H1', { issued: '2026-08-01', due: '2026-08-31', minor: 500_000 });
  const limit = await (await ledger.customer('Over its limit', { credit_limit_minor: 10_000 })).contact(
    'a@limit.example',
  );
  await limit.invoice('L1', { issued: '2026-11-01', due: '2026-12-31', minor: 40_000 });
  const noContact = await ledger.customer('No address');
  await noContact.invoice('N1', { issued: '2026-10-30', due: '2026-11-27', minor: 30_000 });
  const cash = await (await ledger.customer('Cash on hand')).contact('a@cash.example');
  await cash.invoice('U1', { issued: '2026-11-01', due: '2026-12-31', minor: 90_000 });
  await cash.pays('UP', '2026-11-10', 70_000);
  const disputing = await ledger.customer('Disputing');
  await disputing.invoice('D1', { issued: '2026-09-01', due: '2026-10-01', minor: 900_000, is_disputed: true });
  const held = await ledger.customer('Held already');
  await held.invoice('A1', { issued: '2026-08-01', due: '2026-08-31', minor: 900_000 });
  await product.gql(
    'mutation ($id: ID!) { putOrdersOnHold(input: { customerId: $id, note: "They asked us to." }) { state } }',
    { id: held.id },
  );
  const francs = await (await ledger.customer('Owes francs', { credit_limit_minor: null })).contact('a@francs.example');
  await francs.invoice('F1', { issued: '2026-10-10', due: '2026-11-09', minor: 500, currency: 'CHF' });
  const limited = await (await ledger.customer('Limit in euros', { credit_limit_minor: 10_000 })).contact(
    'a@l.example',
  );
  await limited.invoice('F2', { issued: '2026-11-01', due: '2026-12-31', minor: 500, currency: 'CHF' });
  const doubt = await ledger.customer('In doubt');
  await ledger.insert('delivery', {
    customer_id: doubt.id,
    planned_for: '2026-11-20',
    channel: 'email',
    recipient: 'a@b.example',
    subject: 'Invoice X falls due',
    body_text: '',
    body_html: '',
    state: 'unknown',
  });
});
afterAll(() => product.close());

const list = async (args = '') =>
  (
    await product.gql(
      `{ workList(${args || 'first: 50'}) { totalCount nodes { id kind reason weight amount { minor currency } customer { name } } } }`,
    )
  ).workList;

test('what is most at stake comes first, each with the reason; one customer is not both held and called', async () => {
  const { nodes } = await list();
  expect(
    nodes.map(
      (row: { kind: string; reason: string; customer: { name: string } }) =>
        `${row.kind} ${row.customer.name}: ${row.reason}`,
    ),
  ).toEqual([
    'HOLD To be held: EUR 5,000.00 overdue, the oldest by 83 days.',
    'CALL To be called: EUR 1,000.00 overdue on 2 invoices, the oldest by 13 days.',
    'REVIEW_LIMIT Over its limit: Owes EUR 400.00: 400 % of the limit of EUR 100.00.',
    'UNAPPLIED_CASH Cash on hand: EUR 700.00 came in and is set against no invoice, while invoices are open.',
    'REMINDER_WITHOUT_CONTACT No address: N1 falls due on 27 Nov 2026 and there is no e-mail address to remind.',
    'UNKNOWN_DELIVERY In doubt: It is not known whether “Invoice X falls due” arrived. Ask, and settle it on the page of reminders.',
    'REVIEW_LIMIT Limit in euros: Owes CHF 5.00, and there is no exchange rate to set that against the limit of EUR 100.00. Enter one.',
    'CALL Owes francs: CHF 5.00 overdue on one invoice, the oldest by 13 days. There is no exchange rate for CHF, so nobody knows how much that is.',
  ]);
});

test('amounts and weights are those of the reasons', async () => {
  const { nodes } = await list('sort: NAME, direction: ASC, first: 50');
  expect(
    nodes.map((row: { customer: { name: string }; amount: { minor: number }; weight: number }) => [
      row.customer.name,
      row.amount.minor,
      row.weight,
    ]),
  ).toEqual([
    ['Cash on hand', 70_000, 35_000],
    ['In doubt', 0, 0],
    ['Limit in euros', 0, 0],
    ['No address', 30_000, 6_000],
    ['Over its limit', 40_000, 40_000],
    ['Owes francs', 500, 0],
    ['To be called', 100_000, 50_000],
    ['To be held', 500_000, 500_000],
  ]);
});

test('the list can be narrowed to one kind of work and to a name', async () => {
  expect((await list('filter: { kind: CALL }')).nodes.map(({ id }: { id: string }) => id)).toEqual([
    expect.stringMatching(/^call-\d+-EUR$/),
    expect.stringMatching(/^call-\d+-CHF$/),
  ]);
  expect((await list('filter: { search: "hold" }')).totalCount).toBe(0);
  expect((await list('filter: { search: "HELD" }')).totalCount).toBe(1);
});

test('as of a past day there is the work of that day', async () => {
  const { nodes } = await list('asOf: "2026-09-08", first: 50');
  expect(
    nodes.map(({ kind, customer }: { kind: string; customer: { name: string } }) => `${kind} ${customer.name}`),
  ).toEqual(['CALL To be held', 'UNKNOWN_DELIVERY In doubt']);
});
