import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// The score says 90 in 100, the model of lateness 10 in 100: every page, list and reminder goes by the model where it was
// asked, and by the score where it was not. Monday 23 November 2026.
const TODAY = '2026-11-23';
let product: Product;
let ledger: TestLedger;
let told: TestCustomer;
let untold: TestCustomer;

async function customer(name: string): Promise<TestCustomer> {
  const made = await (await ledger.customer(name)).contact(`pay@${name.toLowerCase()}.example`);
  await made.invoice(`${name} open`, { issued: '2026-10-30', due: '2026-12-03', minor: 100_00 });
  await made.invoice(`${name} overdue`, { issued: '2026-10-01', due: '2026-11-01', minor: 1_000_00 });
  await ledger.sql.rows(
    `insert into score values ($1, '2026-11-01', null, 580, 'C', 0.04, 0.9, 40, 9, false, 600, '[]', 'expert-1')`,
    [made.id],
  );
  return made;
}
const says = (of: TestCustomer, number: string, late: number, paidIn30Days: number, on = TODAY) =>
  ledger.sql.rows(
    `insert into invoice_lateness (customer_id, invoice_id, model_version, scored_on, p_late, p_late_7, p_late_30, p_paid_30, p_late_by_habit,
                                   expected_days_late, expected_on, reasons) values ($1, $2, 7, $3, $4, 0, 0, $5, 0.1, 0, '2026-12-03', '[]')`,
    [of.id, of.invoiceId(number), on, late, paidIn30Days],
  );

beforeAll(async () => {
  product = await startApi({ now: `${TODAY}T09:00:00Z` });
  ledger = TestLedger.of(product);
  told = await customer('Told');
  untold = await customer('Untold');
  await says(told, 'Told open', 0.1, 0.9);
  await says(told, 'Told overdue', 1, 0.8);
});
afterAll(() => product.close());

const chanceOf = async ({ id }: TestCustomer, asOf = TODAY) =>
  (
    await product.gql(
      `{ customer(id: "${id}") { chanceOfLate(asOf: "${asOf}") { share isByModel invoices modelVersion } } }`,
    )
  ).customer.chanceOfLate;

test('of a customer it is the model’s over what is open and not due yet, and says so', async () => {
  expect(await chanceOf(told)).toEqual({ share: 0.1, isByModel: true, invoices: 1, modelVersion: 7 });
  expect(await chanceOf(untold)).toEqual({ share: 0.9, isByModel: false, invoices: null, modelVersion: null });
});

test('what the model said more than a week ago, or later than the day, is not taken', async () => {
  expect((await chanceOf(told, '2026-11-30')).isByModel).toBe(false);
  expect((await chanceOf(told, '2026-11-22')).isByModel).toBe(false);
});

test('a step for who is likely in time goes to whom the model calls so, and not to whom the score calls late', async () => {
  const step = { key: 'T-10', offsetDays: -10, channel: 'EMAIL', audience: { lateUpTo: 0.5 } };
  const after = { key: 'T+20', offsetDays: 22, channel: 'EMAIL', audience: { lateFrom: 0.95 } };
  const { draftCampaign } = await product.gql(
    'mutation ($input: CampaignDraftInput!) { draftCampaign(input: $input) { id } }',
    {
      input: {
        note: 'a word to the prompt',
        steps: [step, after],
        gapDays: 3,
        catchUpDays: 0,
        holdoutShare: 0,
        holdoutHighRisk: false,
        sendFrom: '09:00',
        sendUntil: '16:30',
        mostPerHour: 100,
      },
    },
  );
  await product.gql('mutation ($id: ID!) { activateCampaign(input: { campaignId: $id }) { id } }', {
    id: draftCampaign.id,
  });
  const { reminderPlan } = await product.gql(
    '{ reminderPlan { messages { nodes { to invoices { nodes { number } } } } } }',
  );
  // That what is overdue is late is no chance: there the score counts, and 90 in 100 is below the 95 of the second step.
  expect(reminderPlan.messages.nodes).toEqual([
    { to: 'pay@told.example', invoices: { nodes: [{ number: 'Told open' }] } },
  ]);
});

test('calls are ranked by what stays open by the model, else by the score; the reason says by which', async () => {
  const { workList } = await product.gql(
    '{ workList(first: 50, filter: { kind: CALL }) { nodes { reason weight customer { name } } } }',
  );
  const seen = workList.nodes.map(({ customer: { name }, ...row }: { customer: { name: string }; reason: string }) => [
    name,
    row.reason.replace(/^.*? days\. /, ''),
  ]);
  expect(seen).toEqual([
    ['Untold', 'By its score it pays late with a chance of 90 %.'],
    ['Told', 'By the model of lateness 20 % of it is still open in 30 days.'],
  ]);
});
