import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Rules that must always hold are constraints: each is tried to be broken behind the program’s back.

let product: Product;
let ledger: TestLedger;
let mill: TestCustomer;
let forge: TestCustomer;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  mill = await ledger.customer('The Mill');
  forge = await ledger.customer('The Forge');
  await mill.invoice('M1', { issued: '2026-09-01', due: '2026-10-01', minor: 10_000 });
  await mill.invoice('M2', { issued: '2026-09-01', due: '2026-10-01', minor: 10_000 });
  await mill.pays('P1', '2026-10-01', 12_000, { M1: 6_000 });
  await mill.pays('P-USD', '2026-10-01', 5_000, {}, { currency: 'USD' });
  await forge.invoice('F1', { issued: '2026-09-01', due: '2026-10-01', minor: 10_000 });
});
afterAll(() => product.close());

/** The name of the rule that refused, or nothing when the database let it pass. */
async function refusedBy(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? String(error);
  }
}

const sql =
  (text: string, values: unknown[] = []) =>
  () =>
    ledger.sql.rows(text, values);
const due = { issued: '2026-09-01', due: '2026-10-01' };

test.each<[string, string, () => Promise<unknown>]>([
  ['an invoice of nothing', 'invoice_amount', () => mill.invoice('X', { ...due, minor: 0 })],
  ['an invoice below nothing', 'invoice_amount', () => mill.invoice('X', { ...due, minor: -1 })],
  ['two invoices of a customer with one number', 'invoice_number_key', () => mill.invoice('M1', { ...due, minor: 1 })],
  [
    'an invoice in a currency that is none',
    'invoice_currency',
    () => mill.invoice('X', { ...due, minor: 1, currency: 'euro' }),
  ],
  [
    'an invoice of nobody',
    'invoice_customer_id_fkey',
    () => mill.invoice('X', { ...due, minor: 1, customer_id: 999_999 }),
  ],
  [
    'an invoice marked settled while it is open',
    'invoice_settled_when_paid',
    sql(`update invoice set settled_on = '2026-10-01' where number = 'M1'`),
  ],
  [
    'an invoice paid in full that is not marked settled',
    'invoice_settled_when_paid',
    sql(`update invoice set allocated_minor = amount_minor where number = 'M2'`),
  ],
  [
    'an invoice lowered below what was paid',
    'invoice_not_overpaid',
    sql(`update invoice set amount_minor = 5999 where number = 'M1'`),
  ],
  [
    'an invoice removed while something is set against it',
    'allocation_customer_id_invoice_id_fkey',
    sql(`delete from invoice where number = 'M1'`),
  ],
  [
    'a payment removed while it is set against something',
    'allocation_customer_id_credit_id_fkey',
    sql(`delete from credit where number = 'P1'`),
  ],
  ['an overpaid invoice', 'invoice_not_overpaid', () => mill.allocate('P1', 'M1', '2026-10-02', 4_001)],
  [
    'a payment set against more than it holds',
    'credit_not_overallocated',
    () => mill.allocate('P1', 'M2', '2026-10-02', 6_001),
  ],
  ['an allocation of nothing', 'allocation_amount', () => mill.allocate('P1', 'M2', '2026-10-02', 0)],
  ['an allocation twice', 'allocation_pkey', () => mill.allocate('P1', 'M1', '2026-10-01', 1)],
  ['an allocation taken back below nothing', 'invoice_not_overpaid', () => mill.allocate('P1', 'M2', '2026-10-02', -1)],
  ['dollars set against euros', 'allocation_one_currency', () => mill.allocate('P-USD', 'M2', '2026-10-02', 1_000)],
  [
    'a payment of one customer set against the invoice of another',
    'allocation_customer_id_credit_id_fkey',
    () =>
      ledger.insert('allocation', {
        customer_id: forge.id,
        invoice_id: forge.invoiceId('F1'),
        credit_id: mill.creditId('P1'),
        allocated_on: '2026-10-02',
        amount_minor: 1,
      }),
  ],
  [
    'the invoice of one customer paid in the name of another',
    'allocation_customer_id_invoice_id_fkey',
    () =>
      ledger.insert('allocation', {
        customer_id: mill.id,
        invoice_id: forge.invoiceId('F1'),
        credit_id: mill.creditId('P1'),
        allocated_on: '2026-10-02',
        amount_minor: 1,
      }),
  ],
  [
    'another currency for an invoice that something is set against',
    'invoice_currency_kept',
    sql(`update invoice set currency = 'USD' where number = 'M1'`),
  ],
  [
    'another currency for a payment that is set against something',
    'credit_currency_kept',
    sql(`update credit set currency = 'USD' where number = 'P1'`),
  ],
  ['an allocation changed afterwards', '23001', sql(`update allocation set amount_minor = 5000`)],
  ['a payment of nothing', 'credit_applied_when_spent', () => mill.pays('X', '2026-10-01', 0)],
  ['a payment below nothing', 'credit_sign', () => mill.pays('X', '2026-10-01', -5)],
  ['a returned payment above nothing', 'credit_sign', () => mill.paymentReturned('X', '2026-10-01', -5, {})],
  ['a credit of a kind unknown', 'credit_kind', () => mill.pays('X', '2026-10-01', 5, {}, { kind: 'gift' })],
  ['two payments of a customer with one number', 'credit_number_key', () => mill.pays('P1', '2026-10-01', 5)],
  ['two customers with one number', 'customer_number_key', () => ledger.customer('Twin', { number: mill.number })],
  ['a customer in a currency that is none', 'customer_currency', () => ledger.customer('X', { currency: 'EURO' })],
  ['a limit below nothing', 'customer_limit', () => ledger.customer('X', { credit_limit_minor: -1 })],
  ['a deposit below nothing', 'customer_deposit', () => ledger.customer('X', { deposit_held_minor: -1 })],
  ['terms of two years', 'customer_terms', () => ledger.customer('X', { terms_days: 730 })],
  ['a customer that is its own parent', 'customer_not_own_parent', sql(`update customer set parent_id = id`)],
  ['a stage unknown', 'customer_stage', () => ledger.customer('X', { stage: 'dormant' })],
  ['an entity type unknown', 'customer_entity_type', () => ledger.customer('X', { entity_type: 'club' })],
  ['an e-mail address without a place', 'contact_email', () => mill.contact('accounts')],
  ['a rate of nothing', 'exchange_rate_positive', () => ledger.rate('USD', 0)],
  ['a second row of the book', 'book_pkey', sql('insert into book default values')],
  [
    'a score off the scale',
    'score_points',
    sql(`insert into score values ($1, '2026-11-01', null, 851, 'A', 0.1, 0.1, 0, 1, false, 600, '[]', 'x')`, [1]),
  ],
  [
    'a score that ends before it begins',
    'score_superseded_later',
    sql(
      `insert into score values ($1, '2026-11-01', '2026-11-01', 600, 'B', 0.1, 0.1, 0, 1, false, 600, '[]', 'x')`,
      [1],
    ),
  ],
  [
    'a dismissal that ends before it begins',
    'dismissed_proposal_until',
    sql(`insert into dismissed_proposal values ($1, '2026-11-01', '2026-11-01', '[]', null, 'x')`, [1]),
  ],
])('%s is refused by the database', async (_what, rule, attempt) => {
  expect(await refusedBy(attempt)).toBe(rule);
});

test('the currency of what nothing is set against can be put right', async () => {
  await forge.invoice('F-USD', { ...due, minor: 10_000 });
  await sql(`update invoice set currency = 'USD' where number = 'F-USD'`)();
  expect(await ledger.sql.rows(`select currency from invoice where number = 'F-USD'`)).toEqual([{ currency: 'USD' }]);
});

test('two scores in force at once are refused by the database', async () => {
  const row = (day: string) =>
    sql(`insert into score values ($1, '${day}', null, 600, 'B', 0.1, 0.1, 0, 1, false, 600, '[]', 'x')`, [mill.id])();
  await row('2026-10-01');
  expect(await refusedBy(() => row('2026-11-01'))).toBe('score_current');
});

test('a reminder of one invoice, step and due day is kept once, and one message a day to one address', async () => {
  const delivery = {
    customer_id: mill.id,
    planned_for: '2026-11-22',
    channel: 'email',
    recipient: 'pay@mill.example',
    subject: 's',
    body_text: 't',
    body_html: 'h',
  };
  const id = await ledger.insert('delivery', delivery);
  const line = `insert into delivery_line values ($1, $2, 'T-7', 'email', '2026-11-29', $3, 100, $1)`;
  await ledger.sql.rows(line, [mill.id, mill.invoiceId('M2'), id]);
  expect(await refusedBy(() => ledger.insert('delivery', delivery))).toBe('delivery_once_a_day');
  expect(await refusedBy(sql(line, [mill.id, mill.invoiceId('M2'), id]))).toBe('delivery_line_pkey');
});

// Sums that are right in the end and wrong on a day between: set against in full on day 1, taken back on day 3.
const onDay = (day: number) => `2026-11-0${day}`;
test('an invoice cannot be overpaid on any day, though its sum is right in the end', async () => {
  await forge.pays('F-P1', onDay(1), 10_000, { F1: 10_000 });
  await forge.paymentReturned('F-R1', onDay(3), 10_000, { F1: 10_000 });
  await forge.pays('F-P2', onDay(2), 10_000);
  expect(await refusedBy(() => forge.allocate('F-P2', 'F1', onDay(2), 10_000))).toBe('invoice_not_overpaid');
  expect(await refusedBy(() => forge.allocate('F-P2', 'F1', onDay(3), 10_000))).toBe(undefined);
});

test('no more can be taken back than was paid by that day', async () => {
  await forge.invoice('F2', { ...due, minor: 10_000 });
  await forge.pays('F-P3', onDay(5), 10_000, { F2: 10_000 });
  await forge.paymentReturned('F-R3', onDay(4), 10_000, {});
  expect(await refusedBy(() => forge.allocate('F-R3', 'F2', onDay(4), -10_000))).toBe('invoice_not_overpaid');
});

test('a payment cannot be spent twice on any day, though its sum is right in the end', async () => {
  await forge.invoice('F3', { ...due, minor: 10_000 });
  await forge.invoice('F4', { ...due, minor: 10_000 });
  await forge.pays('F-P4', onDay(1), 10_000, { F3: 10_000 });
  await forge.allocate('F-P4', 'F3', onDay(3), -10_000);
  expect(await refusedBy(() => forge.allocate('F-P4', 'F4', onDay(2), 10_000))).toBe('credit_not_overallocated');
  expect(await refusedBy(() => forge.allocate('F-P4', 'F4', onDay(3), 10_000))).toBe(undefined);
});

test('an amount cannot be lowered below what was set against it on any day, though it is less by now', async () => {
  await forge.invoice('F5', { ...due, minor: 10_000 });
  await forge.pays('F-P5', onDay(1), 8_000, { F5: 8_000 });
  await forge.paymentReturned('F-R5', onDay(3), 5_000, { F5: 5_000 });
  const invoiceAt = (minor: number) => sql(`update invoice set amount_minor = ${minor} where number = 'F5'`);
  expect(await refusedBy(invoiceAt(7_999))).toBe('invoice_not_overpaid');
  expect(await refusedBy(invoiceAt(8_001))).toBe(undefined);
  await forge.invoice('F6', { ...due, minor: 10_000 });
  await forge.pays('F-P6', onDay(1), 10_000, { F6: 8_000 });
  await forge.allocate('F-P6', 'F6', onDay(3), -5_000);
  const creditOf = (minor: number) => sql(`update credit set amount_minor = ${minor} where number = 'F-P6'`);
  expect(await refusedBy(creditOf(7_999))).toBe('credit_not_overallocated');
  expect(await refusedBy(creditOf(8_001))).toBe(undefined);
});

test('after all these attempts the ledger is as it was', async () => {
  const rows = await ledger.sql.rows(
    `select i.number, i.amount_minor - i.allocated_minor as open from invoice i where number in ('F1', 'M1', 'M2') order by number`,
  );
  expect(rows).toEqual([
    { number: 'F1', open: 0 },
    { number: 'M1', open: 4_000 },
    { number: 'M2', open: 10_000 },
  ]);
});
