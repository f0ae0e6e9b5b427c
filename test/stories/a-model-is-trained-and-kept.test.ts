import { addDays } from '../../analytics/index.js';
import { LatenessTelling } from '../../api/lateness/tell-lateness.service.js';
import { Training } from '../../api/lateness/train.service.js';
import { canonicalJson } from '../../api/shared/canonical-json.js';
import { goodstanding } from '../support/command.js';
import { bookOfHabits } from '../support/habits.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A fitted model is kept as it was written; the first is put in force if nothing speaks against it; open invoices are told.
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  await bookOfHabits(ledger);
}, 120_000);
afterAll(() => product.close());

const kept = () =>
  ledger.sql.rows<{ version: number; state: string; checksum: string; artefact: string; by: string | null }>(
    'select version, state, checksum, artefact::text as artefact, put_in_force_by as by from model order by version',
  );
const ask = (query: string) => product.gql(query);
const invoice = async (number: string, asOf = '2026-11-22') =>
  (
    await ask(`{ invoices(filter: { search: "${number}" }) { nodes { number
      lateness(asOf: "${asOf}") { late late7 late30 lateByHabit paidIn30Days expectedDaysLate expectedOn modelVersion scoredOn standsBecause reasons { term effect sentence } }
      noLateness(asOf: "${asOf}") } } }`)
  ).invoices.nodes[0];

test('before there is a model an open invoice says why nothing is told of it', async () => {
  expect(await invoice('Late 1-open')).toMatchObject({
    lateness: null,
    noLateness: 'No model of lateness is in force yet: npx goodstanding train.',
  });
});

test('the first model has no objections and is put in force by the program; the audit says so, and why', async () => {
  const { code, out, err } = await goodstanding(
    { DATABASE_URL: product.databaseUrl, GOODSTANDING_HOME: product.home },
    'train',
    '--as-of',
    '2026-11-22',
    '--json',
  );
  expect([code, err]).toEqual([0, '']);
  const said = JSON.parse(out);
  expect(said).toMatchObject({
    kind: 'lateness',
    version: 1,
    state: 'champion',
    trainedOn: '2026-11-22',
    objections: [],
  });
  const [model] = await kept();
  expect([model?.checksum, model?.by]).toEqual([said.checksum, 'the program: the first model, without objections']);
  const [open] = await ledger.sql.rows<{ n: number }>('select count(*) as n from invoice where settled_on is null');
  expect([said.told, open?.n]).toEqual([open?.n, open?.n]);
  const { auditEntries } = await ask('{ auditEntries(first: 2) { nodes { action before after } } }');
  expect(auditEntries.nodes).toEqual([
    { action: 'put a model in force', before: { version: null }, after: { version: 1 } },
    { action: 'trained a model', before: null, after: null },
  ]);
}, 120_000);

test('an open invoice of who pays late is told late, with its reasons; of who pays early, in time', async () => {
  const [late, prompt] = [await invoice('Late 1-open'), await invoice('Prompt 2-open')];
  expect(late.noLateness).toBeNull();
  expect(late.lateness.late).toBeGreaterThan(0.8);
  expect(late.lateness.expectedDaysLate).toBeGreaterThan(5);
  expect(late.lateness).toMatchObject({
    expectedOn: addDays('2026-12-15', late.lateness.expectedDaysLate),
    modelVersion: 1,
    scoredOn: '2026-11-22',
    standsBecause: null,
  });
  expect(late.lateness.late7 >= late.lateness.late30 && late.lateness.late >= late.lateness.late7).toBe(true);
  for (const { sentence } of late.lateness.reasons)
    expect(sentence).toMatch(/: .+\. (Much|Rather|Slightly) (later|sooner)/);
  expect(late.lateness.reasons.length).toBeGreaterThan(0);
  expect(prompt.lateness.late).toBeLessThan(0.4);
  expect(prompt.lateness.paidIn30Days).toBeGreaterThan(0.7);
});

test('where there is no basis it says so: a first invoice, one overdue for months, a day before the telling', async () => {
  expect((await invoice('New-open')).noLateness).toBe(
    'No invoice of this customer fell due before: there is no habit to tell from.',
  );
  expect((await invoice('Old-open')).noLateness).toBe(
    'More than 90 days past due: a case for collection, not for a forecast.',
  );
  expect((await invoice('Late 1-open', '2026-11-20')).noLateness).toBe(
    'The model was asked on 22 Nov 2026: what it would have said on an earlier day is not kept.',
  );
  expect((await invoice('Late 1-0')).noLateness).toBe('It is settled.');
});

test('the portfolio expects late what the model says of each invoice, and cash by the days it is likely paid on', async () => {
  const { portfolio } = await ask(
    '{ portfolio { dueNext30 { minor } expectedLateNext30 { minor } expectedCashNext30 { expected { minor } ofOpen { minor } } } }',
  );
  const [sums] = await ledger.sql.rows<{ late: number; paid: number; told: number }>(
    `select sum(amount_minor * p_late) filter (where due_on between '2026-11-22' and '2026-12-22') as late, sum(amount_minor * p_paid_30) as paid,
            sum(amount_minor) filter (where p_late is not null) as told
       from invoice_lateness l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id`,
  );
  expect(portfolio.expectedLateNext30.minor).toBe(Math.round(sums?.late ?? 0));
  expect(portfolio.expectedCashNext30).toEqual({
    expected: { minor: Math.round(sums?.paid ?? 0) },
    ofOpen: { minor: sums?.told },
  });
  expect(portfolio.expectedLateNext30.minor).toBeLessThan(portfolio.dueNext30.minor);
});

test('the same book and the same day give the same model, byte for byte, whatever is in force', async () => {
  const training = product.get(Training);
  const [first] = await kept();
  const again = await training.fit('2026-11-22');
  expect(canonicalJson(again.artefact)).toBe(first?.artefact);
  expect(again.championThen).toMatchObject({ version: 1, way: 'champion' });
}, 120_000);

test('what is told after something happened to one customer is what the whole book would be told', async () => {
  const rows = () =>
    ledger.sql.rows<{ customer_id: number }>('select * from invoice_lateness order by customer_id, invoice_id');
  const before = await rows();
  const ids = [...new Set(before.map(({ customer_id }) => customer_id))];
  expect(await product.get(LatenessTelling).tellCustomers(ids, '2026-11-22')).toBe(before.length);
  expect(await rows()).toEqual(before);
});

test('one more is a challenger beside it; trained again, it takes the place of the one before', async () => {
  await product.get(Training).train('2026-11-22');
  await product.get(Training).train('2026-11-22');
  expect((await kept()).map(({ version, state }) => [version, state])).toEqual([
    [1, 'champion'],
    [2, 'retired'],
    [3, 'challenger'],
  ]);
  const states = await ledger.sql.rows('select state from model where kind = $1', ['lateness']);
  expect(states.length).toBe(3);
}, 120_000);

test('the database keeps one champion and one challenger, and what was fitted as it is', async () => {
  const rows = (text: string) => ledger.sql.rows(text);
  await expect(
    rows(`update model set state = 'champion', in_force_since = now(), put_in_force_by = 'x' where version = 3`),
  ).rejects.toThrow('model_champion');
  await expect(rows(`update model set state = 'challenger', retired_at = null where version = 2`)).rejects.toThrow(
    'model_challenger',
  );
  await expect(rows(`update model set artefact = '{}' where version = 1`)).rejects.toThrow(
    'a fitted model is kept as it is',
  );
  await expect(rows(`update invoice_lateness set p_late_7 = 1, p_late = 0.5 where no_basis is null`)).rejects.toThrow(
    'invoice_lateness_in_order',
  );
});

test.each([
  [
    'a wrong checksum',
    (text: string) => text.replace('"lead":', '"lead" : 1, "was":'),
    'MODEL_DAMAGED',
    /is not what was kept: its checksum is [0-9a-f]{12}… and should be/,
  ],
  [
    'a newer form',
    null,
    'MODEL_OF_NEWER_VERSION',
    /is kept in form 2, which a newer Goodstanding wrote.*Update the program/,
  ],
] as const)(
  'a model with %s is not used: a sentence says what to do, and what was told last stands, marked so',
  async (_, change, _code, sentence) => {
    const [model] = await kept();
    const text = change ? change(model?.artefact ?? '') : (model?.artefact ?? '').replace('"format":1', '"format":2');
    const { createHash } = await import('node:crypto');
    const checksum = change ? model?.checksum : createHash('sha256').update(text).digest('hex');
    const put = (artefact: string | undefined, sum: string | undefined) =>
      ledger.sql.transaction(async (client) => {
        await client.query('alter table model disable trigger model_unchanged');
        await client.query('update model set artefact = $1, checksum = $2 where version = 1', [artefact, sum]);
        await client.query('alter table model enable trigger model_unchanged');
      });
    const before = await invoice('Late 1-open');
    await put(text, checksum);
    try {
      expect(await product.get(LatenessTelling).tellBook('2026-11-22')).toBeNull();
      const { lateness } = await invoice('Late 1-open');
      expect(lateness).toEqual({ ...before.lateness, standsBecause: expect.stringMatching(sentence) });
      const { models } = await ask(
        '{ models(filter: { state: CHAMPION }) { nodes { version problem card { definition } } } }',
      );
      expect(models.nodes).toEqual([{ version: 1, problem: expect.stringMatching(sentence), card: null }]);
    } finally {
      await put(model?.artefact, model?.checksum);
    }
    await product.get(LatenessTelling).tellBook('2026-11-22');
    expect((await invoice('Late 1-open')).lateness.standsBecause).toBeNull();
  },
);

test('the model is shown with what it learned from, how good it was, and every row of its tables', async () => {
  const { models } =
    await ask(`{ models { totalCount nodes { version state checksum card { definition window { customers invoices open leftOut copies }
    validation { split predicted ways { way late { auc calibrationError } } delays { moreThanDays roc { found } calibration { low told high } lift { lift } distribution { yes no } }
      segments { by name cases auc } drift { month stability } } habit tables { term moves rows { reading effect } } } } } }`);
  expect(models.totalCount).toBe(3);
  const { card } = models.nodes.find(({ version }: { version: number }) => version === 1);
  expect(card.window).toMatchObject({ customers: 42, copies: 1, leftOut: 1 });
  expect(card.validation.ways.map(({ way }: { way: string }) => way)).toEqual([
    'model',
    'plain logistic',
    'late ratio',
    'base rate',
  ]);
  expect(card.validation.delays.map(({ moreThanDays }: { moreThanDays: number }) => moreThanDays)).toEqual([0, 7, 30]);
  expect(card.validation.delays[0].calibration).toHaveLength(10);
  // The habit is printed too: each figure of the settings stands in its rules.
  const { settings } = JSON.parse((await kept())[0]?.artefact ?? '').model;
  for (const figure of [settings.halfLife, settings.lead, ...Object.values(settings.pseudo)])
    expect(card.habit.join(' ')).toMatch(new RegExp(`\\b${figure}\\b`));
  expect(
    card.tables
      .find(({ term }: { term: string }) => term === 'dayKind')
      .rows.map(({ reading }: { reading: string }) => reading),
  ).toContain('Friday');
  expect(new Set(card.validation.segments.map(({ by }: { by: string }) => by))).toEqual(
    new Set(['amount', 'grade', 'country']),
  );
});

test('what was told of the book on a past day is made again bit for bit, whatever became known since', async () => {
  const telling = product.get(LatenessTelling);
  await telling.tellBook('2026-11-10');
  await telling.tellBook('2026-11-22');
  const book = async (number: string, on: string, knownAt: string | null) => {
    const found = await ledger.sql.one<{ id: number; customerId: number; minor: number }>(
      'select id, customer_id as "customerId", amount_minor as minor from invoice where number = $1',
      [number],
    );
    const { id, customerId, minor } = found as { id: number; customerId: number; minor: number };
    const credit = { customer_id: customerId, number: `R ${number}`, kind: 'payment', currency: 'EUR' };
    const dated = { dated_on: on, amount_minor: minor, known_at: knownAt };
    const creditId = await ledger.insert('credit', { ...credit, ...dated });
    const key = { customer_id: customerId, invoice_id: id, credit_id: creditId };
    await ledger.insert('allocation', { ...key, allocated_on: on, amount_minor: minor, known_at: knownAt });
  };
  // Paid on the 8th, booked on the 23rd: on the 10th and the 22nd nobody knew.
  await book('Old-open', '2026-11-08', '2026-11-23T08:00:00Z');
  const first = await telling.replay('2026-11-15');
  expect(first).toMatchObject({ scoredOn: '2026-11-10', isSame: true, customersSince: 0 });
  expect(await telling.replay('2026-11-22')).toMatchObject({ scoredOn: '2026-11-22', isSame: true });
  const { code, out } = await goodstanding(
    { DATABASE_URL: product.databaseUrl, GOODSTANDING_HOME: product.home },
    'replay',
    '--lateness',
    '--on',
    '2026-11-22',
  );
  expect([code, out.split('\n').at(-2)]).toEqual([0, 'The same, bit for bit.']);
  // What is loaded as history was known on its own day: it changes what would have been told then, and that is said.
  await book('Prompt 2-open', '2026-11-20', null);
  expect((await telling.replay('2026-11-22')).isSame).toBe(false);
  expect((await telling.replay('2026-11-15')).isSame).toBe(true);
  await expect(telling.replay('2025-01-01')).rejects.toThrow(
    'The model of lateness had told nothing of the book by 1 Jan 2025 that could be made again.',
  );
});
