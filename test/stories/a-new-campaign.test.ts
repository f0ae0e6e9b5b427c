import { type Campaign, defaultCampaign } from '../../analytics/index.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Who is reminded of what, when, is a document: drafted, looked at, activated. Monday 23 November 2026.
let product: Product;
let ledger: TestLedger;

beforeAll(async () => {
  product = await startApi({ now: '2026-11-23T09:00:00Z' });
  ledger = TestLedger.of(product);
  const customer = await (await ledger.customer('Grey Mill')).contact('pay@mill.example');
  await customer.invoice('G1', { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
  await customer.invoice('G2', { issued: '2026-10-30', due: '2026-12-03', minor: 10_000 });
});
afterAll(() => product.close());

const step = (key: string, offsetDays: number, audience = {}) => ({ key, offsetDays, channel: 'EMAIL', audience });
const draft = (of: Record<string, unknown> = {}) =>
  product.ask('mutation ($input: CampaignDraftInput!) { draftCampaign(input: $input) { id state note } }', {
    input: {
      note: 'ten days before',
      steps: [step('T-10', -10), step('T+3', 3)],
      gapDays: 3,
      catchUpDays: 0,
      cashFeedDays: 7,
      holdoutShare: 0,
      holdoutHighRisk: false,
      sendFrom: '09:00',
      sendUntil: '16:30',
      mostPerHour: 100,
      ...of,
    },
  });
const difference = async (id: string) =>
  (
    await product.gql(
      'query ($id: ID!) { campaignDifference(campaignId: $id) { from until messagesNow messagesThen changes { nodes { isAdded on step invoice { number } } } } }',
      { id },
    )
  ).campaignDifference;

test('the ladder that is there at first is the one written in the arithmetic', async () => {
  const rows = await ledger.sql.rows<{ document: Campaign }>('select document from campaign');
  expect(rows).toEqual([{ document: defaultCampaign }]);
});

test('a draft shows each word it adds or takes away in the fourteen days to come, and changes nothing', async () => {
  const { data } = await draft();
  const { from, until, messagesNow, messagesThen, changes } = await difference(data.draftCampaign.id);
  // Today: G1 on Monday 23rd (T-7), G2 on Thursday 26th, both again on 3 December (G1) and 7 December.
  expect([from, until, messagesNow, messagesThen]).toEqual(['2026-11-23', '2026-12-06', 3, 2]);
  expect(changes.nodes).toEqual([
    { isAdded: false, on: '2026-11-23', step: 'T-7', invoice: { number: 'G1' } },
    { isAdded: true, on: '2026-11-23', step: 'T-10', invoice: { number: 'G2' } },
    { isAdded: false, on: '2026-11-26', step: 'T-7', invoice: { number: 'G2' } },
  ]);
  const { reminderPlan } = await product.gql('{ reminderPlan { messages { nodes { subject } } } }');
  expect(reminderPlan.messages.nodes).toEqual([{ subject: 'Invoice G1 falls due on 30 Nov 2026' }]);
});

test('what makes no sense is refused, all of it at once', async () => {
  const { errors } = await draft({ steps: [step('T', 0), step('T', 5)], sendFrom: '17:00', holdoutShare: 0.9 });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'CAMPAIGN_NOT_USABLE' } });
  for (const said of [/not 0/, /Two steps are called T/, /At most half/, /until a later one/])
    expect(errors?.[0]?.message).toMatch(said);
});

test('once activated it is what the plan follows; the one before is kept; the audit has the difference', async () => {
  const { data } = await draft();
  const activate = () =>
    product.ask('mutation ($id: ID!) { activateCampaign(input: { campaignId: $id }) { state } }', {
      id: data.draftCampaign.id,
    });
  expect((await activate()).data.activateCampaign).toEqual({ state: 'ACTIVE' });
  expect((await activate()).errors?.[0]).toMatchObject({ extensions: { code: 'CAMPAIGN_NOT_DRAFT' } });
  const { campaigns, reminderPlan } = await product.gql(
    '{ campaigns { nodes { state } } reminderPlan { messages { nodes { subject } } } }',
  );
  expect(campaigns.nodes).toEqual([{ state: 'ACTIVE' }, { state: 'RETIRED' }]);
  expect(reminderPlan.messages.nodes).toEqual([{ subject: 'Invoice G2 falls due on 3 Dec 2026' }]);
  const [act] = await ledger.sql.rows<{ details: object }>(
    `select details from audit_entry where action = 'activated a campaign'`,
  );
  expect(act?.details).toMatchObject({ messagesNow: 3, messagesThen: 2 });
});

test('for every invoice and step there is one line: sent, to be sent on a day, or not, and why', async () => {
  const lines = async () =>
    (
      await product.gql(
        '{ reminderSteps(sort: INVOICE) { nodes { invoice { number } step state on reason sentence } } }',
      )
    ).reminderSteps.nodes.map(
      (row: { invoice: { number: string }; step: string; state: string; on: string; reason: string }) =>
        [row.invoice.number, row.step, row.state, row.on ?? row.reason].join(' '),
    );
  expect((await lines()).sort()).toEqual([
    'G1 T+3 PLANNED 2026-12-03',
    'G1 T-10 NOT_SENT TOO_LATE',
    'G2 T+3 PLANNED 2026-12-07',
    'G2 T-10 PLANNED 2026-11-23',
  ]);
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  expect(await lines()).toContain('G2 T-10 SENT 2026-11-23');
});

test('whoever stops all sending holds back what waits; letting it go on sends it, if it is still true', async () => {
  const set = (isStopped: boolean) =>
    product.gql(
      'mutation ($s: Boolean!) { setReminderSending(input: { isStopped: $s, isAutomatic: false, reason: "the wrong bank" }) { isStopped changedBy } }',
      { s: isStopped },
    );
  await set(true);
  await product.work();
  const states = async () => (await product.gql('{ deliveries { nodes { state } } }')).deliveries.nodes;
  expect(await states()).toEqual([{ state: 'QUEUED' }]);
  await set(false);
  await product.work();
  expect(await states()).toEqual([{ state: 'SENT' }]);
});

test('a step may be for those alone who are written to in a language, or are something in law', async () => {
  const others = [
    ['Ada Bäcker', 'DE', 'sole_trader'],
    ['Bäcker GmbH', 'AT', 'company'],
    ['Ben Baker', 'GB', 'sole_trader'],
  ] as const;
  for (const [name, country, entity_type] of others) {
    const customer = await (await ledger.customer(name, { country, entity_type })).contact(`pay@${country}.example`);
    await customer.invoice(`INV ${name}`, { issued: '2026-10-30', due: '2026-12-03', minor: 10_000 });
  }
  const reminded = async (audience: object) => {
    const { data } = await draft({ steps: [step('T-10 for some', -10, audience)] });
    const { steps } = (
      await product.gql(
        '{ campaigns(filter: { state: DRAFT }) { nodes { steps { audience { languages entityTypes } } } } }',
      )
    ).campaigns.nodes[0];
    expect(steps[0].audience).toEqual({ languages: null, entityTypes: null, ...audience });
    const { changes } = await difference(data.draftCampaign.id);
    return changes.nodes
      .filter(({ isAdded }: { isAdded: boolean }) => isAdded)
      .map(({ invoice }: { invoice: { number: string } }) => invoice.number)
      .sort();
  };
  expect(await reminded({ languages: ['DE'] })).toEqual(['INV Ada Bäcker', 'INV Bäcker GmbH']);
  expect(await reminded({ entityTypes: ['SOLE_TRADER'] })).toEqual(['INV Ada Bäcker', 'INV Ben Baker']);
  expect(await reminded({ languages: ['DE'], entityTypes: ['SOLE_TRADER', 'PARTNERSHIP'] })).toEqual([
    'INV Ada Bäcker',
  ]);
  expect(await reminded({ languages: ['EN'], entityTypes: ['COMPANY'] })).toEqual([]);
});
