import { isHeldOut } from '../../analytics/index.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { TrialStop } from '../../api/reminders/trial-stop.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import type { Asker } from '../support/asker.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Half of the customers are held out of reminders before the due day, and it turns out that reminding harms. Monday
// 23 November 2026, all invoices due on the 30th.
const clock = new StoppedClock('2026-11-23T10:00:00Z');
const holdout = { holdoutShare: 0.5, holdoutHighRisk: true };
const isWithout = (customerNumber: string) => isHeldOut({ customerNumber, grade: null }, holdout);
const customers: TestCustomer[] = [];
let product: Product;
let asker: Asker;
let ledger: TestLedger;

beforeAll(async () => {
  product = await startApi({ clock });
  asker = product;
  ledger = TestLedger.of(product);
  await ledger.sql.rows(`update campaign set document = document || $1`, [holdout]);
  for (let i = 1; i <= 140; i++) {
    const customer = await (await ledger.customer(`Customer ${i}`)).contact(`pay@customer${i}.example`);
    await customer.invoice(`I${i}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
    customers.push(customer);
  }
});
afterAll(() => product.close());

const trial = async (lift?: number) => {
  const [campaign] = (await asker.gql('{ campaigns(filter: { state: ACTIVE }) { nodes { id } } }')).campaigns.nodes;
  const { reminderUplift } = await asker.gql(
    `query ($id: ID!, $lift: Float) { reminderUplift(campaignId: $id, lift: $lift) {
       verdict interval anyDayInterval uplift daysEarlier daysEarlierInterval stoppedAt customersNeeded shareWithout shareLookedFor
       reminded { customers invoices paidByDue } heldOut { customers invoices paidByDue } } }`,
    { id: campaign.id, ...(lift && { lift }) },
  );
  return reminderUplift;
};
const sending = async () => (await asker.gql('{ reminderSending { isStopped reason changedBy } }')).reminderSending;
const stops = () =>
  ledger.sql.rows<{ actor: string; details: { interval: number[] } }>(
    `select actor, details from audit_entry where action = 'stopped reminders'`,
  );

test('before it begins: 915 customers of each find 73 % where it was 67 %, and a larger difference needs fewer', async () => {
  expect(await trial()).toMatchObject({ verdict: 'OPEN', customersNeeded: 915, shareWithout: 0.67 });
  expect((await trial(0.12)).customersNeeded).toBe(214);
  const { errors } = await product.ask('{ reminderUplift(campaignId: "1", lift: 0) { verdict } }');
  expect(errors).toHaveLength(1);
});

test('who was drawn gets no message; everybody else gets one; both are in the trial', async () => {
  await asker.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
  const written = await ledger.sql.rows<{ number: string }>(
    `select c.number from delivery d join customer c on c.id = d.customer_id where d.state = 'sent' order by 1`,
  );
  expect(written.map(({ number }) => number)).toEqual(
    customers.map(({ number }) => number).filter((number) => !isWithout(number)),
  );
  const [{ n } = { n: 0 }] = await ledger.sql.rows<{ n: number }>('select count(*)::integer as n from reminder_trial');
  expect(n).toBe(140);
});

test('while invoices are not due nothing is said and nothing stopped', async () => {
  await product.get(TrialStop).stopWhatHarms();
  expect(await trial()).toMatchObject({ verdict: 'OPEN', reminded: { customers: 0 }, anyDayInterval: null });
  expect((await sending()).isStopped).toBe(false);
});

test('those held out paid, those reminded did not: sending stops by itself, once, and says why', async () => {
  for (const [i, customer] of customers.entries())
    if (isWithout(customer.number) ? i % 10 > 0 : i % 10 === 0)
      await customer.pays(`P${i}`, '2026-11-28', 10_000, { [`I${i + 1}`]: 10_000 });
  clock.moveTo('2026-12-01T05:00:00Z');
  asker = await product.as(PersonRole.MANAGER); // who signed in a week ago must do so again
  await product.get(TrialStop).stopWhatHarms();
  const now = await trial();
  expect(now.verdict).toBe('HARMS');
  expect(now.uplift).toBeLessThan(-0.5);
  expect(now.anyDayInterval[1]).toBeLessThan(0);
  expect(now.anyDayInterval[0]).toBeLessThan(now.interval[0]);
  expect(now.anyDayInterval[1]).toBeGreaterThan(now.interval[1]);
  expect(now.stoppedAt).toBe('2026-12-01T05:00:00.000Z');
  expect(await sending()).toEqual({
    isStopped: true,
    reason: 'Customers who were reminded pay by the due day less often than those held out.',
    changedBy: 'the program',
  });
  expect(await stops()).toEqual([
    { actor: 'the program', details: expect.objectContaining({ interval: now.anyDayInterval }) },
  ]);
});

test('whoever lets it go on all the same is not stopped again by the same trial', async () => {
  await asker.gql(
    'mutation { setReminderSending(input: { isStopped: false, isAutomatic: false, reason: "It was the strike at the post." }) { isStopped } }',
  );
  await product.get(TrialStop).stopWhatHarms();
  expect((await sending()).isStopped).toBe(false);
  expect(await stops()).toHaveLength(1);
});

test('days are told once the window of 30 days after the due day is over: what is unpaid by then counts as its last day', async () => {
  expect((await trial()).daysEarlier).toBeNull();
  clock.moveTo('2027-01-04T05:00:00Z');
  asker = await product.as(PersonRole.MANAGER);
  const { daysEarlier, daysEarlierInterval, reminded, heldOut } = await trial();
  // Paid two days before the due day, or not at all: 30.
  const mean = (of: { invoices: number; paidByDue: number }) =>
    (of.paidByDue * -2 + (of.invoices - of.paidByDue) * 30) / of.invoices;
  expect(daysEarlier).toBeCloseTo(mean(heldOut) - mean(reminded), 9);
  expect(daysEarlier).toBeLessThan(-15);
  expect(daysEarlierInterval[0]).toBeLessThan(daysEarlier);
  expect(daysEarlierInterval[1]).toBeLessThan(0);
});
