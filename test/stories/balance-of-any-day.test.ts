import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
let ledger: TestLedger;
let customerId: number;

// One customer whose invoices meet everything that can happen to an invoice. Amounts in cents.
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  const bakery = await ledger.customer('Bakery on the Corner');
  customerId = bakery.id;
  await bakery.invoice('PART', { issued: '2026-08-01', due: '2026-08-31', minor: 100_000 });
  await bakery.pays('P1', '2026-09-10', 40_000, { PART: 40_000 });
  await bakery.pays('P2', '2026-10-15', 60_000, { PART: 60_000 });
  await bakery.invoice('CREDITED', { issued: '2026-09-01', due: '2026-10-01', minor: 50_000 });
  await bakery.isCredited('C1', '2026-09-20', 50_000, { CREDITED: 50_000 });
  await bakery.invoice('RETURNED', { issued: '2026-09-05', due: '2026-10-05', minor: 30_000 });
  await bakery.pays('P3', '2026-10-01', 30_000, { RETURNED: 30_000 });
  await bakery.paymentReturned('R3', '2026-10-08', 30_000, { RETURNED: 30_000 });
  await bakery.pays('P4', '2026-11-02', 30_000, { RETURNED: 30_000 });
  await bakery.invoice('LOST', { issued: '2026-07-01', due: '2026-07-31', minor: 20_000 });
  await bakery.isWrittenOff('W1', '2026-11-10', 20_000, { LOST: 20_000 });
  await bakery.invoice('DUE-TODAY', { issued: '2026-10-23', due: '2026-11-22', minor: 7_000 });
  await bakery.invoice('LATER', { issued: '2026-12-01', due: '2026-12-31', minor: 90_000 });
  await bakery.pays('ADVANCE', '2026-11-20', 5_000);
  await bakery.pays('TOMORROW', '2026-11-23', 7_000, { 'DUE-TODAY': 7_000 });
});
afterAll(() => product.close());

const openOn = async (number: string, asOf: string): Promise<number | undefined> => {
  const { customer } = await product.gql(
    `query ($id: ID!, $asOf: Day!) { customer(id: $id) { invoices(first: 50, asOf: $asOf) { nodes { number open(asOf: $asOf) { minor } } } } }`,
    { id: customerId, asOf },
  );
  const nodes: { number: string; open: { minor: number } }[] = customer.invoices.nodes;
  return nodes.find((node) => node.number === number)?.open.minor;
};

const agingOn = async (asOf: string, by = 'DUE') => {
  const { customer } = await product.gql(
    `query ($id: ID!, $asOf: Day!, $by: AgingBasis!) { customer(id: $id) { aging(asOf: $asOf, by: $by) { current days1To30 days31To60 days61To90 over90 unapplied total } balance(asOf: $asOf) { minor } overdue(asOf: $asOf) { minor } } }`,
    { id: customerId, asOf, by },
  );
  const [row] = customer.aging;
  const { current, days1To30, days31To60, days61To90, over90, unapplied, total } = row;
  return {
    buckets: [current, days1To30, days31To60, days61To90, over90],
    unapplied,
    total,
    balance: customer.balance.minor,
    overdue: customer.overdue.minor,
  };
};

test.each([
  ['PART', '2026-09-09', 100_000, 'before the first payment'],
  ['PART', '2026-09-10', 60_000, 'on the day of the first payment'],
  ['PART', '2026-10-14', 60_000, 'the day before the second'],
  ['PART', '2026-10-15', 0, 'once both are in'],
  ['CREDITED', '2026-09-19', 50_000, 'before the credit note'],
  ['CREDITED', '2026-09-20', 0, 'from the credit note on'],
  ['RETURNED', '2026-10-07', 0, 'while the payment stands'],
  ['RETURNED', '2026-10-08', 30_000, 'from the day the bank took the payment back'],
  ['RETURNED', '2026-11-01', 30_000, 'until it is paid again'],
  ['RETURNED', '2026-11-02', 0, 'once it is paid again'],
  ['LOST', '2026-11-09', 20_000, 'before the write-off'],
  ['LOST', '2026-11-10', 0, 'from the write-off on'],
  ['DUE-TODAY', '2026-11-22', 7_000, 'although a payment dated tomorrow is known'],
  ['DUE-TODAY', '2026-11-23', 0, 'tomorrow'],
])('%s stands open on %s with %i cents: %s', async (number, asOf, minor) => {
  expect(await openOn(number, asOf)).toBe(minor);
});

test('an invoice is settled since the day from which nothing of it was open at the end of any day', async () => {
  const settled = async (number: string) =>
    (await ledger.sql.rows('select settled_on from invoice where number = $1', [number]))[0];
  const smith = await ledger.customer('Smith');
  await smith.invoice('SAME-DAY', { issued: '2026-08-01', due: '2026-08-31', minor: 10_000 });
  await smith.pays('S1', '2026-09-01', 10_000, { 'SAME-DAY': 10_000 });
  await smith.paymentReturned('S2', '2026-09-08', 10_000, { 'SAME-DAY': 10_000 });
  expect(await settled('SAME-DAY')).toEqual({ settled_on: null });
  await smith.pays('S3', '2026-09-08', 10_000, { 'SAME-DAY': 10_000 });
  expect(await settled('SAME-DAY')).toEqual({ settled_on: '2026-09-01' });
  expect(await settled('RETURNED')).toEqual({ settled_on: '2026-11-02' });
});

test('a payment is spent since the day from which nothing of it was left at the end of any day', async () => {
  const jones = await ledger.customer('Jones');
  for (const number of ['J1', 'J2'])
    await jones.invoice(number, { issued: '2026-08-01', due: '2026-08-31', minor: 10_000 });
  await jones.pays('JP', '2026-09-01', 10_000, { J1: 10_000 });
  await jones.allocate('JP', 'J1', '2026-09-08', -10_000);
  await jones.allocate('JP', 'J2', '2026-09-08', 10_000);
  expect(await ledger.sql.rows(`select applied_on from credit where number = 'JP'`)).toEqual([
    { applied_on: '2026-09-01' },
  ]);
});

test('an invoice issued later is not in the book of an earlier day', async () => {
  expect(await openOn('LATER', '2026-11-30')).toBe(undefined);
  expect(await openOn('LATER', '2026-12-01')).toBe(90_000);
});

test('an invoice due today is current, and a payment dated tomorrow does not count yet', async () => {
  expect(await agingOn('2026-11-22')).toEqual({
    buckets: [7_000, 0, 0, 0, 0],
    unapplied: -5_000,
    total: 7_000,
    balance: 2_000,
    overdue: 0,
  });
});

test('the day after, an unpaid invoice would be one day late: paid, it is in no bucket', async () => {
  expect(await agingOn('2026-11-23')).toEqual({
    buckets: [0, 0, 0, 0, 0],
    unapplied: -5_000,
    total: 0,
    balance: -5_000,
    overdue: 0,
  });
});

test('a past day shows the invoices that have been paid since, in the buckets of that day', async () => {
  // 10 October: 60,000 of PART 40 days late, RETURNED open again 5 days late, LOST 71 days late; the later ones unknown.
  expect(await agingOn('2026-10-10')).toEqual({
    buckets: [0, 30_000, 60_000, 20_000, 0],
    unapplied: 0,
    total: 110_000,
    balance: 110_000,
    overdue: 110_000,
  });
});

test('by the day of issue the same money is older', async () => {
  // The same day: PART 70 days after issue, RETURNED 35, LOST 101.
  expect((await agingOn('2026-10-10', 'INVOICE')).buckets).toEqual([0, 0, 30_000, 60_000, 20_000]);
});

test('not one cent is counted twice: the buckets add up to the open invoices on every day of the story', async () => {
  for (const asOf of [
    '2026-07-15',
    '2026-08-31',
    '2026-09-01',
    '2026-09-20',
    '2026-10-01',
    '2026-10-08',
    '2026-11-02',
    '2026-12-31',
  ]) {
    const { buckets, total } = await agingOn(asOf);
    const numbers = ['PART', 'CREDITED', 'RETURNED', 'LOST', 'DUE-TODAY', 'LATER'];
    const open = await Promise.all(numbers.map(async (number) => (await openOn(number, asOf)) ?? 0));
    expect([asOf, total, buckets.reduce((sum, bucket) => sum + bucket)]).toEqual([
      asOf,
      open.reduce((sum, minor) => sum + minor),
      total,
    ]);
  }
});

test('the time line tells it all in the order it happened, and nothing of later days', async () => {
  const { customer } = await product.gql(
    `query ($id: ID!) { customer(id: $id) { timeline(first: 50, asOf: "2026-10-08") { nodes { on kind title amount { minor } } } } }`,
    { id: customerId },
  );
  expect(customer.timeline.nodes.map((entry: { on: string; title: string }) => `${entry.on} ${entry.title}`)).toEqual([
    '2026-10-08 Returned Payment R3',
    '2026-10-01 Payment P3',
    '2026-09-20 Credit Note C1',
    '2026-09-10 Payment P1',
    '2026-09-05 Invoice RETURNED, due 5 Oct 2026',
    '2026-09-01 Invoice CREDITED, due 1 Oct 2026',
    '2026-08-01 Invoice PART, due 31 Aug 2026',
    '2026-07-01 Invoice LOST, due 31 Jul 2026',
  ]);
});
