import { historyOf } from '../../analytics/index.js';
import { LatenessBooks } from '../../api/lateness/lateness-book.service.js';
import { histories } from '../../api/scoring/histories.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { Sql } from '../../api/shared/sql.js';
import { invoiceHeader, paymentHeader, runImport } from '../support/imports.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';

// A payment of the 3rd that is booked on the 20th, under its own date: until then nobody knew of it, and no score may.
let product: Product;
let ledger: TestLedger;
let booked: TestCustomer;
let never: TestCustomer;
const rates = { reportingCurrency: 'EUR', factors: new Map<string, number>() };
const bookedAt = '2026-11-20T08:00:00Z';

/** Six invoices paid in time; the seventh, of 10 October, is due on the 1st of November. */
async function customer(name: string): Promise<TestCustomer> {
  const made = await ledger.customer(name);
  for (let month = 4; month <= 9; month++) {
    await made.invoice(`${name}${month}`, { issued: `2026-0${month}-01`, due: `2026-0${month}-20`, minor: 100_00 });
    await made.pays(`${name}P${month}`, `2026-0${month}-18`, 100_00, { [`${name}${month}`]: 100_00 });
  }
  await made.invoice(`${name}-late`, { issued: '2026-10-10', due: '2026-11-01', minor: 100_00 });
  return made;
}
async function booksLate(made: TestCustomer, number: string, kind = 'payment'): Promise<void> {
  const credit = { customer_id: made.id, number, kind, dated_on: '2026-11-03', currency: 'EUR', amount_minor: 100_00 };
  const id = await ledger.insert('credit', { ...credit, known_at: bookedAt });
  const key = { customer_id: made.id, invoice_id: made.invoiceId(`${made.name}-late`), credit_id: id };
  await ledger.insert('allocation', { ...key, allocated_on: '2026-11-03', amount_minor: 100_00, known_at: bookedAt });
}

beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  booked = await customer('Booked');
  never = await customer('Never');
  await booksLate(booked, 'L1');
});
afterAll(() => product.close());

const scoreOn = async ({ id }: TestCustomer, asOf: string) =>
  (
    await product.gql(
      `{ customer(id: "${id}") { score(asOf: "${asOf}") { points invoices scoredOn knownOn reasons { factor points sentence } } } }`,
    )
  ).customer.score;
const settledOf = async (asOf: string, numbers: string[]) => {
  const { customers } = await product.get(LatenessBooks).read(asOf, asOf);
  const all = customers.flatMap(({ invoices }) => invoices);
  return numbers.map((number) => all.find((invoice) => invoice.number === number)?.settledOn ?? null);
};

test('before it was booked, the score is that of somebody who has not paid', async () => {
  await product.get(ScoringService).scoreBook('2026-11-15');
  expect(await scoreOn(booked, '2026-11-15')).toEqual(await scoreOn(never, '2026-11-15'));
  expect(await scoreOn(booked, '2026-11-15')).toMatchObject({ invoices: 6, knownOn: '2026-11-15' });
});

test('from the day on which it was booked, it is paid on the day it was paid', async () => {
  await product.get(ScoringService).scoreBook('2026-11-20');
  const [paid, open] = [await scoreOn(booked, '2026-11-20'), await scoreOn(never, '2026-11-20')];
  expect(paid.invoices).toBe(7);
  expect(paid.points).toBeGreaterThan(open.points);
  expect(await scoreOn(booked, '2026-11-15')).toMatchObject({ invoices: 6 });
});

test('what was loaded as history was known on its own day: there is no other to go by', async () => {
  expect(await ledger.sql.rows('select count(*) as n from invoice where allocations_known_on is null')).toEqual([
    { n: 13 },
  ]);
  await product.get(ScoringService).scoreBook('2026-09-19');
  expect(await scoreOn(booked, '2026-09-19')).toMatchObject({ invoices: 6 });
});

test('how the book pays learns of it on that day too, on every way', async () => {
  await product.get(ScoringService).scoreBook('2026-11-04');
  const priors = await ledger.sql.rows<{ day: string; days: number }>(
    `select as_of as day, (prior->>'averageDaysLate')::float8 as days from scoring_run where as_of in ('2026-11-04', '2026-11-20') order by 1`,
  );
  // Twelve invoices paid two days early; and then one that was two days late.
  expect(priors.map(({ days }) => days)).toEqual([-2, (12 * -2 + 2) / 13]);
});

test('the model of lateness reads it as open until then, and as paid on its day after', async () => {
  expect(await settledOf('2026-11-19', ['Booked-late', 'Never-late'])).toEqual([null, null]);
  const [paid] = await settledOf('2026-11-20', ['Booked-late']);
  expect(paid).toBe(Math.floor(Date.parse('2026-11-03') / 86_400_000));
  const { customers } = await product.get(LatenessBooks).read('infinity', TODAY);
  const invoice = customers.flatMap(({ invoices }) => invoices).find(({ number }) => number === 'Booked-late');
  expect(invoice?.endKnownOn).toBe(Math.floor(Date.parse('2026-11-20') / 86_400_000));
});

test('a write-off and an invoice that come late count from their coming on, as in the arithmetic', async () => {
  const given = await customer('Given');
  await booksLate(given, 'W1', 'write_off');
  await given.invoice('G8', { issued: '2026-11-05', due: '2026-11-12', minor: 50_00, known_at: bookedAt });
  const rows = [4, 5, 6, 7, 8, 9].map((month) => ({
    issuedOn: `2026-0${month}-01`,
    dueOn: `2026-0${month}-20`,
    amountMinor: 100_00,
    allocations: [{ on: `2026-0${month}-18`, amountMinor: 100_00 }],
  }));
  const late = { on: '2026-11-03', amountMinor: 100_00, isWriteOff: true, knownOn: '2026-11-20' };
  const all = [
    ...rows,
    { issuedOn: '2026-10-10', dueOn: '2026-11-01', amountMinor: 100_00, allocations: [late] },
    { issuedOn: '2026-11-05', dueOn: '2026-11-12', amountMinor: 50_00, allocations: [], knownOn: '2026-11-20' },
  ];
  for (const asOf of ['2026-11-19', '2026-11-20']) {
    const found = await product.get(Sql).connection(async (client) => {
      for await (const [one] of histories(client, { asOf, knownOn: asOf }, rates, [given.id])) return one?.history;
      return null;
    });
    expect(found).toEqual(historyOf(all, asOf));
  }
});

test('what an import brings after the book was opened is known from its arrival on', async () => {
  const fresh = await startApi({ now: '2026-11-10T09:00:00Z' });
  try {
    await runImport(fresh, { 'invoices.csv': `${invoiceHeader}C,I1,2026-10-01,2026-10-31,100.00,EUR\n` });
    await fresh.get(Sql).rows(`update book set opened_on = '2026-11-01'`);
    const files = {
      'invoices.csv': `${invoiceHeader}C,I2,2026-11-02,2026-11-03,100.00,EUR\n`,
      'payments.csv': `${paymentHeader}C,P2,2026-11-05,100.00,EUR,,I2,100.00\nC,P1,2026-10-31,100.00,EUR,,I1,100.00\n`,
    };
    await runImport(fresh, files);
    const arrived = await fresh
      .get(Sql)
      .rows('select number, known_at is not null as late, allocations_known_on as "on" from invoice order by 1');
    // A payment dated before the opening counts as history, whenever it comes: an export tells the two not apart.
    expect(arrived).toEqual([
      { number: 'I1', late: false, on: null },
      { number: 'I2', late: true, on: '2026-11-10' },
    ]);
  } finally {
    await fresh.close();
  }
});
