import { StoppedClock } from '../../api/shared/clock.js';
import { invoiceHeader, runImport } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

// The accounting system says which group a customer belongs to; the list is filtered by it, and a step speaks to one alone.
const clock = new StoppedClock('2026-11-23T10:00:00Z');
let product: Product;
beforeAll(async () => {
  product = await startApi({ clock });
});
afterAll(() => product.close());

const customersFile = (second: string) =>
  `customer_number,name,country,segment,contact_email\nC1,Grey Mill,GB,key account,pay@mill.example\nC2,Corner Shop,GB,${second},pay@shop.example\nC3,Nowhere,GB,,pay@nowhere.example\n`;
const invoices = `${invoiceHeader}${['C1', 'C2', 'C3'].map((c) => `${c},I-${c},2026-10-30,2026-11-30,250.00,EUR\n`).join('')}`;
const audience = {
  ...{ grades: null, isForUnscored: true, lateFrom: null, lateUpTo: null, openFromMinor: null, openUpToMinor: null },
  ...{ termsFrom: null, termsUpTo: null, countries: null, languages: null, entityTypes: null, relation: null },
};
const campaign = {
  note: 'key accounts alone',
  steps: [{ key: 'T-7', offsetDays: -7, channel: 'EMAIL', audience: { ...audience, segments: ['key account'] } }],
  ...{ gapDays: 3, catchUpDays: 3, cashFeedDays: null, holdoutShare: 0, holdoutHighRisk: false },
  ...{ sendFrom: '09:00', sendUntil: '16:30', mostPerHour: 100 },
};
const listed = async (segment: string) =>
  (
    await product.gql(
      'query ($segment: String) { customers(filter: { segment: $segment }) { nodes { customer { name segment } } } }',
      { segment },
    )
  ).customers.nodes.map(({ customer }: { customer: object }) => customer);

test('a file says it of each customer, and what it does not say stays', async () => {
  await runImport(product, { 'customers.csv': customersFile('retail'), 'invoices.csv': invoices });
  expect((await product.gql('{ book { segments } }')).book.segments).toEqual(['key account', 'retail']);
  expect(await listed('retail')).toEqual([{ name: 'Corner Shop', segment: 'retail' }]);
  await runImport(product, { 'customers.csv': customersFile('') });
  expect(await listed('retail')).toEqual([{ name: 'Corner Shop', segment: 'retail' }]);
  await runImport(product, { 'customers.csv': customersFile('export') });
  expect(await listed('retail')).toEqual([]);
  expect(await listed('export')).toEqual([{ name: 'Corner Shop', segment: 'export' }]);
});

test('a step for a segment speaks to its customers and to nobody else', async () => {
  const { draftCampaign } = await product.gql(
    'mutation ($input: CampaignDraftInput!) { draftCampaign(input: $input) { id steps { audience { segments } } } }',
    { input: campaign },
  );
  expect(draftCampaign.steps).toEqual([{ audience: { segments: ['key account'] } }]);
  await product.gql('mutation ($id: ID!) { activateCampaign(input: { campaignId: $id }) { id } }', {
    id: draftCampaign.id,
  });
  const { reminderPlan } = await product.gql('{ reminderPlan { messages { nodes { to } } } }');
  expect(reminderPlan.messages.nodes).toEqual([{ to: 'pay@mill.example' }]);
});
