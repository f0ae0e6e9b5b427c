import { PersonRole } from '../../api/auth/person.entity.js';
import { Defaults } from '../../api/scoring/defaults.service.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';

// One customer lets an invoice lie, one has it written off, one is insolvent, one disputes, one forgot nine euros.
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  const invoice = { issued: '2026-01-01', due: '2026-01-31', minor: 500_00 };
  const customer = async (name: string, columns = {}) =>
    (await ledger.customer(name)).invoice('I', { ...invoice, ...columns });
  await customer('Lets it lie');
  await (await customer('Paid on the ninetieth day')).pays('P', '2026-05-01', 500_00, { I: 500_00 });
  await (await customer('Written off')).isWrittenOff('W', '2026-03-01', 500_00, { I: 500_00 });
  await customer('Disputes', { is_disputed: true });
  await customer('Forgot nine euros', { minor: 9_00 });
  await customer('Pays', { issued: '2026-11-01', due: '2026-12-01' });
  const insolvent = await ledger.customer('Insolvent');
  await product.gql(
    `mutation { typeInCreditCheck(input: { customerId: "${insolvent.id}", from: "the register", insolvent: true, reportedOn: "2026-06-01" }) { id } }`,
  );
});
afterAll(() => product.close());

const count = () => product.get(Defaults).count(TODAY);
const defaults = async (filter = '') =>
  (
    await product.gql(`{ defaults(direction: ASC${filter}) { nodes { cause happenedOn customer { name } } } }`)
  ).defaults.nodes.map((node: { cause: string; happenedOn: string; customer: { name: string } }) => [
    node.customer.name,
    node.cause,
    node.happenedOn,
  ]);
const evidence = async () =>
  (
    await product.gql(
      '{ defaultEvidence { customers needed isEnough sentence definition { validOn daysPastDue floorMajor reason setBy approvedBy } } }',
    )
  ).defaultEvidence;

test('who met the definition, by which part of it, and on which day', async () => {
  await count();
  expect(await defaults()).toEqual([
    ['Written off', 'WRITE_OFF', '2026-03-01'],
    ['Lets it lie', 'PAST_DUE', '2026-05-01'],
    ['Insolvent', 'INSOLVENCY', '2026-06-01'],
  ]);
  expect(await defaults(', filter: { cause: PAST_DUE, from: "2026-05-01", to: "2026-05-01" }')).toHaveLength(1);
});

test('three defaults do not carry a fitted scorecard, and the program says so', async () => {
  expect(await evidence()).toMatchObject({
    customers: 3,
    needed: 140,
    isEnough: false,
    sentence:
      'Points are set by judgment, not fitted: 3 of the 140 defaults that fitting takes (20 for each of 7 figures) are in this book.',
    definition: { daysPastDue: 90, floorMajor: 100, setBy: 'the product' },
  });
});

test('counting again with nothing new changes nothing and leaves no entry', async () => {
  const entries = () => ledger.sql.rows(`select id from audit_entry where action = 'counted defaults'`);
  const before = await entries();
  await count();
  expect([before.length, (await entries()).length]).toEqual([1, 1]);
});

const defaultsOf = (change: object) => ({
  daysPastDue: 90,
  floorMajor: 100,
  countsInsolvency: true,
  countsWriteOff: true,
  countsHandedOver: true,
  reason: 'A try.',
  ...change,
});

test('before it is asked for, a definition tells how many it would count, by part, and writes nothing', async () => {
  const preview = async (change: object) =>
    (
      await product.gql(
        'query ($input: DefaultDefinitionInput!) { defaultPreview(input: $input) { asOf customers added gone causes { cause customers } } }',
        { input: defaultsOf(change) },
      )
    ).defaultPreview;
  expect(await preview({})).toMatchObject({ asOf: TODAY, customers: 3, added: 0, gone: 0 });
  expect(
    await preview({
      daysPastDue: 30,
      floorMajor: 5,
      countsInsolvency: false,
      countsWriteOff: false,
      countsHandedOver: false,
    }),
  ).toEqual({
    asOf: TODAY,
    customers: 3,
    added: 2,
    gone: 2,
    causes: [
      { cause: 'PAST_DUE', customers: 3 },
      { cause: 'INSOLVENCY', customers: 0 },
      { cause: 'WRITE_OFF', customers: 0 },
      { cause: 'HANDED_OVER', customers: 0 },
    ],
  });
  expect(await defaults()).toHaveLength(3);
});

test('another definition from today on counts anew, with its reason in the audit; the old one stays on its days', async () => {
  const input = {
    daysPastDue: 30,
    floorMajor: 5,
    countsInsolvency: false,
    countsWriteOff: false,
    countsHandedOver: false,
    reason: 'Our insurer counts from 30 days.',
  };
  const { setDefaultDefinition } = await product.gql(
    'mutation ($input: DefaultDefinitionInput!) { setDefaultDefinition(input: $input) { evidence { needed } approval { id action summary } } }',
    { input },
  );
  const { approval } = setDefaultDefinition;
  expect(approval).toMatchObject({
    action: 'SET_DEFAULT_DEFINITION',
    summary:
      'Count as a default, from 22 Nov 2026: undisputed and 30 days past due, from 5 of the reporting currency; nothing else.',
  });
  await product.work();
  // Until another person approves, everything stands.
  expect(await defaults()).toHaveLength(3);
  const decide = (asker: Pick<Product, 'ask'>) =>
    asker.ask(`mutation { approve(input: { approvalId: "${approval.id}" }) { state } }`);
  expect((await decide(product)).errors?.[0]?.extensions.code).toBe('OWN_REQUEST');
  expect((await decide(await product.as(PersonRole.MANAGER))).data.approve.state).toBe('APPROVED');
  await product.work();
  expect(await defaults()).toEqual([
    ['Lets it lie', 'PAST_DUE', '2026-03-02'],
    ['Paid on the ninetieth day', 'PAST_DUE', '2026-03-02'],
    ['Forgot nine euros', 'PAST_DUE', '2026-03-02'],
  ]);
  expect((await evidence()).definition).toMatchObject({
    validOn: TODAY,
    daysPastDue: 30,
    setBy: expect.stringMatching(/^Manager/),
  });
  const [entry] = await ledger.sql.rows<{ before: object; after: object; reason: string }>(
    `select before, after, reason from audit_entry where action = 'set what counts as a default'`,
  );
  expect(entry).toMatchObject({ before: { daysPastDue: 90 }, after: { daysPastDue: 30 }, reason: input.reason });
});

test('who is handed to an agency, to lawyers or to court is a default from that day, where the definition says so', async () => {
  const { id } = (await ledger.sql.one<{ id: string }>(`select id from customer where name = 'Disputes'`)) as {
    id: string;
  };
  await product.gql(
    `mutation { pauseReminders(input: { customerId: "${id}", reason: LEGAL, note: "The agency has it." }) { id } }`,
  );
  const define = async (countsHandedOver: boolean) => {
    const input = { ...defaultsOf({ countsHandedOver }), reason: 'What the agency has is lost as often as not.' };
    const { setDefaultDefinition } = await product.gql(
      'mutation ($input: DefaultDefinitionInput!) { setDefaultDefinition(input: $input) { approval { id summary } } }',
      { input },
    );
    const { approval } = setDefaultDefinition;
    await (await product.as(PersonRole.MANAGER)).gql(
      `mutation { approve(input: { approvalId: "${approval.id}" }) { state } }`,
    );
    await product.work();
    return approval.summary;
  };
  expect(await define(true)).toMatch(/; insolvency and a write-off and being handed over as well\.$/);
  expect(await defaults(', filter: { cause: HANDED_OVER }')).toEqual([['Disputes', 'HANDED_OVER', TODAY]]);
  expect(await define(false)).toMatch(/; insolvency and a write-off as well\.$/);
  expect(await defaults(', filter: { cause: HANDED_OVER }')).toEqual([]);
});

test('sales sees the defaults of its own customers alone, and the count of the whole book', async () => {
  const sales = await product.as(PersonRole.SALES);
  const { defaults: page, defaultEvidence } = await sales.gql(
    '{ defaults { totalCount } defaultEvidence { customers } }',
  );
  expect([page.totalCount, defaultEvidence.customers]).toEqual([0, 3]);
});

test('the scorecard is shown row by row, says that an expert set it, what it assumes, and where it was measured', async () => {
  const { scorecard } = await product.gql(
    '{ scorecard { version isFitted base evidence assumptions factors { key rows { reading points } } measured { on auc } } }',
  );
  expect(scorecard).toMatchObject({ version: 'expert-1', isFitted: false, base: 600 });
  expect(scorecard.evidence).toMatch(/^Points are set by judgment, not fitted: 3 of the 140 defaults/);
  expect(scorecard.factors.map(({ key }: { key: string }) => key)).toEqual([
    'how-late',
    'how-often-late',
    'trend',
    'overdue-now',
    'steadiness',
    'time-known',
  ]);
  expect(scorecard.measured.on).toMatch(/^a simulated book whose truth is known/);
  const clerk = await product.as(PersonRole.SALES);
  expect((await clerk.ask('{ scorecard { version } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
