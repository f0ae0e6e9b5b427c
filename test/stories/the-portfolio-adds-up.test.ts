import {
  averageDaysDelinquent,
  bestPossibleDso,
  collectionEffectiveness,
  concentration,
  countBackDso,
  dso,
} from '../../analytics/index.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A book small enough to add up by hand. Euros; a dollar is 0.80; francs have no rate.

let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  await ledger.rate('USD', 0.8);
  await ledger.rate('USD', 0.5, '2026-12-01');
  const big = await ledger.customer('Big', { number: 'B1' });
  const small = await ledger.customer('Small', { number: 'S1' });
  const swiss = await ledger.customer('Swiss', { number: 'W1', currency: 'CHF' });
  await big.invoice('CURRENT', { issued: '2026-11-01', due: '2026-12-01', minor: 60_000 });
  await big.invoice('LATE10', { issued: '2026-10-13', due: '2026-11-12', minor: 40_000 });
  await big.invoice('LATE40', { issued: '2026-09-13', due: '2026-10-13', minor: 30_000 });
  await big.pays('PART', '2026-10-20', 10_000, { LATE40: 10_000 });
  await small.invoice('DOLLARS', { issued: '2026-10-01', due: '2026-10-31', minor: 25_000, currency: 'USD' });
  await small.invoice('OLD', { issued: '2026-05-01', due: '2026-05-31', minor: 5_000 });
  await small.invoice('PAID', { issued: '2026-09-15', due: '2026-10-15', minor: 70_000 });
  await small.pays('PP', '2026-11-02', 70_000, { PAID: 70_000 });
  await small.pays('ADVANCE', '2026-11-05', 3_000);
  await swiss.invoice('FRANCS', { issued: '2026-10-01', due: '2026-10-31', minor: 99_900 });
  await ledger.sql.rows(
    `insert into score select id, '2026-11-01', null, 610, 'B', 0.02, 0.25, 5, 9, false, 600, '[{"factor":"how-late","points":10,"sentence":"Pays in time."}]', 'expert-1' from customer where name = 'Big'`,
  );
});
afterAll(() => product.close());

const AMOUNTS = 'total overdue unapplied sales90 dueNext30 expectedLateNext30'
  .split(' ')
  .map((name) => `${name} { minor currency }`)
  .join(' ');
const portfolio = async (asOf = '2026-11-22') =>
  (
    await product.gql(
      `query ($asOf: Day) { portfolio(asOf: $asOf) { asOf currency ${AMOUNTS} overdueShare customersOwing openInvoices overdueInvoices dso bestPossibleDso averageDaysDelinquent countBackDso weightedDaysPastDue
      collectionEffectiveness concentration { hhi effectiveN top10Share } leftOut { currency total overdue invoices unapplied }
      agingByGrade { grade customers aging { currency current days1To30 days31To60 days61To90 over90 unapplied total } }
      agingByCurrency { currency current days1To30 days31To60 days61To90 over90 unapplied total }
      topDebtors(first: 2) { customer { name } balance { minor } overdue { minor } oldestDaysPastDue share } history(months: 2) { on total overdue } } }`,
      { asOf },
    )
  ).portfolio;

// Owed in euros: 600 current, 400 and 200 (of 300) late, 200 of dollars, 50 old.
const total = 60_000 + 40_000 + 20_000 + 20_000 + 5_000;
const overdue = total - 60_000;

test('totals are those added up by hand, in the reporting currency', async () => {
  expect(await portfolio()).toMatchObject({
    asOf: '2026-11-22',
    currency: 'EUR',
    total: { minor: total, currency: 'EUR' },
    overdue: { minor: overdue, currency: 'EUR' },
    unapplied: { minor: -3_000, currency: 'EUR' },
    overdueShare: overdue / total,
    dueNext30: { minor: 60_000, currency: 'EUR' },
    expectedLateNext30: { minor: 15_000, currency: 'EUR' },
  });
});

test('a currency without a rate is in no total, and said to be left out', async () => {
  // Unknown is not nothing: the customer that owes it is overdue, with an amount nobody can tell.
  const { customers } = await product.gql(
    '{ customers(search: "Swiss", filter: { hasOverdue: true }) { nodes { balance { minor } overdue { minor } } } }',
  );
  expect(customers.nodes).toEqual([{ balance: null, overdue: null }]);
  expect((await portfolio()).leftOut).toEqual([
    { currency: 'CHF', total: 99_900, overdue: 99_900, invoices: 1, unapplied: 0 },
  ]);
  expect((await product.gql('{ book { currenciesWithoutRate currencies } }')).book).toEqual({
    currenciesWithoutRate: ['CHF'],
    currencies: ['CHF', 'EUR', 'USD'],
  });
});

test('the ageing by currency is exact in its currency; by grade it is in the reporting currency', async () => {
  const { agingByCurrency, agingByGrade } = await portfolio();
  const empty = { current: 0, days1To30: 0, days31To60: 0, days61To90: 0, over90: 0, unapplied: 0 };
  expect(agingByCurrency).toEqual([
    { ...empty, currency: 'CHF', days1To30: 99_900, total: 99_900 },
    {
      ...empty,
      currency: 'EUR',
      current: 60_000,
      days1To30: 40_000,
      days31To60: 20_000,
      over90: 5_000,
      unapplied: -3_000,
      total: 125_000,
    },
    { ...empty, currency: 'USD', days1To30: 25_000, total: 25_000 },
  ]);
  expect(agingByGrade).toEqual([
    {
      grade: 'B',
      customers: 1,
      aging: { ...empty, currency: 'EUR', current: 60_000, days1To30: 40_000, days31To60: 20_000, total: 120_000 },
    },
    {
      grade: null,
      customers: 1,
      aging: { ...empty, currency: 'EUR', days1To30: 20_000, over90: 5_000, total: 25_000 },
    },
  ]);
});

test('DSO, best possible DSO and the rest are those of the arithmetic', async () => {
  const seen = await portfolio();
  // Invoiced from 25 August on: 600 + 400 + 300 + 200 (dollars) + 700.
  const sales90 = 60_000 + 40_000 + 30_000 + 20_000 + 70_000;
  expect(seen.sales90.minor).toBe(sales90);
  const days = dso(total, sales90, 90);
  const best = bestPossibleDso(60_000, sales90, 90);
  expect(seen.dso).toBe(days);
  expect(seen.bestPossibleDso).toBe(best);
  expect(seen.averageDaysDelinquent).toBe(averageDaysDelinquent(days, best));
  // 30-day periods back from 22 November: to 24 October 600; to 24 September 400 + 200; to 25 August 300 + 700; … ; May 50.
  const periods = [60_000, 60_000, 100_000, 0, 0, 0, 5_000, 0, 0, 0, 0, 0];
  expect(seen.countBackDso).toBe(
    countBackDso(
      total,
      periods,
      periods.map(() => 30),
    ),
  );
  expect(seen.weightedDaysPastDue).toBeCloseTo((40_000 * 10 + 20_000 * 40 + 20_000 * 22 + 5_000 * 175) / total, 10);
  // 90 days before, on 24 August, only the old invoice was open.
  expect(seen.collectionEffectiveness).toBe(
    collectionEffectiveness({
      beginMinor: 5_000,
      salesMinor: sales90,
      periods: 1,
      endTotalMinor: total,
      endCurrentMinor: 60_000,
    }),
  );
});

test('who owes most comes first, with its share; how much hangs on few is said', async () => {
  const seen = await portfolio();
  expect(seen.topDebtors).toEqual([
    {
      customer: { name: 'Big' },
      balance: { minor: 120_000 },
      overdue: { minor: 60_000 },
      oldestDaysPastDue: 40,
      share: 120_000 / total,
    },
    {
      customer: { name: 'Small' },
      balance: { minor: 25_000 },
      overdue: { minor: 25_000 },
      oldestDaysPastDue: 175,
      share: 25_000 / total,
    },
  ]);
  const expected = concentration([120_000, 25_000], 10);
  expect(seen.concentration.hhi).toBeCloseTo(expected?.hhi as number, 12);
  expect(seen.concentration.effectiveN).toBeCloseTo(expected?.effectiveN as number, 10);
  expect(seen.concentration.top10Share).toBe(1);
});

test('counts are of the same invoices as the totals; what is left out is counted by itself', async () => {
  const { leftOut, ...counts } = await portfolio();
  expect(counts).toMatchObject({ customersOwing: 2, openInvoices: 5, overdueInvoices: 4 });
  expect(leftOut).toMatchObject([{ currency: 'CHF', invoices: 1 }]);
});

test('a past day shows what was owed then, at the rate of then', async () => {
  const then = await portfolio('2026-10-31');
  // 31 October: LATE10 was current, the paid one open and late, the dollars due on the day itself, the rest as now.
  expect(then.total.minor).toBe(40_000 + 20_000 + 20_000 + 5_000 + 70_000);
  expect(then.overdue.minor).toBe(20_000 + 5_000 + 70_000);
  expect(then.agingByGrade.map(({ grade }: { grade: string | null }) => grade)).toEqual([null]);
  const later = await portfolio('2026-12-02');
  expect(later.total.minor).toBe(60_000 + 40_000 + 20_000 + 12_500 + 5_000);
});

test('the history gives month ends and the day, each with the figures of that day', async () => {
  expect((await portfolio()).history).toEqual([
    { on: '2026-09-30', total: 105_000, overdue: 5_000 },
    { on: '2026-10-31', total: 155_000, overdue: 95_000 },
    { on: '2026-11-22', total, overdue },
  ]);
});

test('what the portfolio totals, its drill-down to the invoices adds up to', async () => {
  const { agingByCurrency } = await portfolio();
  const buckets = {
    CURRENT: 'current',
    DAYS_1_TO_30: 'days1To30',
    DAYS_31_TO_60: 'days31To60',
    DAYS_61_TO_90: 'days61To90',
    OVER_90: 'over90',
  };
  for (const row of agingByCurrency) {
    for (const [bucket, field] of Object.entries(buckets)) {
      const { invoices } = await product.gql(
        'query ($filter: InvoiceFilter) { invoices(first: 200, filter: $filter) { nodes { open { minor } } } }',
        { filter: { bucket, currency: row.currency } },
      );
      const sum = invoices.nodes.reduce((all: number, { open }: { open: { minor: number } }) => all + open.minor, 0);
      expect([row.currency, field, sum]).toEqual([row.currency, field, row[field]]);
    }
  }
});

test('the drill-down by grade finds the invoices of the grade, and those without one', async () => {
  const numbers = async (filter: object) =>
    (
      await product.gql(
        'query ($filter: InvoiceFilter) { invoices(filter: $filter, sort: NUMBER) { nodes { number } } }',
        { filter },
      )
    ).invoices.nodes.map(({ number }: { number: string }) => number);
  expect(await numbers({ grade: 'B', isOverdue: true })).toEqual(['LATE10', 'LATE40']);
  expect(await numbers({ withoutGrade: true, isOpen: true })).toEqual(['DOLLARS', 'FRANCS', 'OLD']);
  expect(await numbers({ isOpen: false })).toEqual(['PAID']);
  expect(await numbers({ bucket: 'OVER_90', by: 'INVOICE' })).toEqual(['OLD']);
  expect(await numbers({ dueFrom: '2026-10-31', dueTo: '2026-11-12' })).toEqual(['DOLLARS', 'FRANCS', 'LATE10']);
});

test('another reporting currency re-states everything, by the same rates', async () => {
  await product.gql('mutation { setReportingCurrency(input: { currency: "USD" }) { reportingCurrency } }');
  const seen = await portfolio();
  expect([seen.currency, seen.total]).toEqual(['USD', { minor: Math.round(125_000 / 0.8) + 25_000, currency: 'USD' }]);
  await product.gql('mutation { setReportingCurrency(input: { currency: "EUR" }) { reportingCurrency } }');
  expect(
    (await product.ask('mutation { setReportingCurrency(input: { currency: "XXY" }) { reportingCurrency } }'))
      .errors?.[0]?.extensions.code,
  ).toBe('UNKNOWN_CURRENCY');
});

test('a rate that is entered brings the currency into the totals, once', async () => {
  const set = (rate: number) =>
    product.ask('mutation ($input: ExchangeRateInput!) { setExchangeRate(input: $input) { toCurrency rate } }', {
      input: { currency: 'CHF', validOn: '2026-11-01', rate, source: 'the test' },
    });
  expect((await set(0)).errors?.[0]?.extensions.code).toBe('RATE_NOT_POSITIVE');
  expect((await set(-1)).errors?.[0]?.extensions.code).toBe('RATE_NOT_POSITIVE');
  expect((await set(2)).data.setExchangeRate).toEqual({ toCurrency: 'EUR', rate: 2 });
  await set(1);
  const seen = await portfolio();
  expect([seen.leftOut, seen.total.minor]).toEqual([[], total + 99_900]);
  // Before its first day the rate does not hold.
  expect((await portfolio('2026-10-31')).leftOut).toEqual([
    { currency: 'CHF', total: 99_900, overdue: 0, invoices: 1, unapplied: 0 },
  ]);
});

test('an empty book has nothing owed, and ratios that say so', async () => {
  const before = await portfolio('2020-01-01');
  expect(before).toMatchObject({
    total: { minor: 0 },
    overdue: { minor: 0 },
    overdueShare: null,
    dso: null,
    bestPossibleDso: null,
    averageDaysDelinquent: null,
    countBackDso: null,
    weightedDaysPastDue: null,
    concentration: null,
    collectionEffectiveness: null,
    agingByGrade: [],
    topDebtors: [],
    leftOut: [],
  });
});

test('the same customer owes the same to the cent on every page, where the rate gives half a cent', async () => {
  await ledger.rate('GBP', 1.1428);
  const trent = await ledger.customer('Trent', { number: 'T1', currency: 'GBP' });
  await trent.invoice('T-1', { issued: '2026-10-01', due: '2026-10-31', minor: 16_458_750 }); // 18,809,059.5 in euros
  const { portfolio: onPortfolio, customers } = await product.gql(
    `{ portfolio(asOf: "2026-11-22") { topDebtors(first: 1) { balance { minor } overdue { minor } } }
       customers(asOf: "2026-11-22", search: "Trent") { nodes { balance { minor } overdue { minor } } } }`,
  );
  const half = { balance: { minor: 18_809_060 }, overdue: { minor: 18_809_060 } };
  expect([onPortfolio.topDebtors[0], customers.nodes[0]]).toEqual([half, half]);
});

test('on a day without scores nothing is said of what will be late, instead of nothing late', async () => {
  const { portfolio: before } = await product.gql(
    '{ portfolio(asOf: "2026-10-20") { dueNext30 { minor } expectedLateNext30 { minor } } }',
  );
  expect(before.dueNext30.minor).toBeGreaterThan(0);
  expect(before.expectedLateNext30).toBe(null);
});
