import { PersonRole } from '../../api/auth/person.entity.js';
import { Replays } from '../../api/scoring/replays.service.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';

// Nine invoices paid a week late; then a credit check arrives, grows old, and is followed by an insolvency.
let product: Product;
let ledger: TestLedger;
let customer: TestCustomer;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  customer = await ledger.customer('Nine Invoices Ltd', { entity_type: 'company' });
  for (let month = 1; month <= 9; month++) {
    const invoice = { issued: `2026-0${month}-01`, due: `2026-0${month}-15`, minor: 100_00 };
    await customer.invoice(`I${month}`, invoice);
    await customer.pays(`P${month}`, `2026-0${month}-22`, 100_00, { [`I${month}`]: 100_00 });
  }
  await product.get(ScoringService).scoreBook('2026-11-01');
});
afterAll(() => product.close());

const fields = `points base grade isThin isTooThin scoredOn pd pdRange { low high } reasons { factor points sentence }
  blend { weightOfCheck weightOfOwn invoices reportedOn ageDays sentence } replay { isSame differences }`;
const scoreOn = async (asOf = TODAY) =>
  (await product.gql(`{ customer(id: "${customer.id}") { score(asOf: "${asOf}") { ${fields} } } }`)).customer.score;
const typeIn = (values: string) =>
  product.gql(
    `mutation { typeInCreditCheck(input: { customerId: "${customer.id}", from: "a bureau", ${values} }) { id } }`,
  );
const due = () => product.get(ScoringService).scoreDue(TODAY);
type Row = { factor: string; points: number; sentence: string };

test('without a credit check there is no blend, and the range is told', async () => {
  const score = await scoreOn();
  expect([score.blend, score.isTooThin]).toEqual([null, false]);
  expect(score.pdRange.low).toBeLessThan(score.pd);
  expect(score.pdRange.high).toBeGreaterThan(score.pd);
});

test('a credit check that arrives is weighed within a minute, as a row of points that adds up', async () => {
  const before = await scoreOn();
  await typeIn('bureauScale: "creditsafe-100", bureauScore: 22, reportedOn: "2026-11-10"');
  expect(await scoreOn()).toEqual(before);
  await due();
  const after = await scoreOn();
  expect(after.points).toBeLessThan(before.points);
  expect(after.reasons.reduce((sum: number, row: Row) => sum + row.points, after.base)).toBe(after.points);
  const { sentence, weightOfCheck, weightOfOwn } = after.blend;
  expect(sentence).toMatch(/^\d\d % credit check, \d\d % own history, 9 invoices$/);
  expect(weightOfCheck + weightOfOwn).toBeCloseTo(1, 12);
  expect(after.blend).toMatchObject({ reportedOn: '2026-11-10', ageDays: 12, invoices: 9 });
  expect(after.reasons.find((row: Row) => row.factor === 'credit-check').sentence).toBe(
    `Credit check of 10 Nov 2026: ${sentence}.`,
  );
});

test('what the check says is not told by the score: the chance is read, and written down, with the check', async () => {
  const auditor = await product.as(PersonRole.ADMIN);
  const { customer: seen } = await auditor.gql(`{ customer(id: "${customer.id}") { score { reasons { sentence } } } }`);
  expect(JSON.stringify(seen)).not.toMatch(/in 100|default/);
});

test('a score of a day before the check arrived does not know it', async () => {
  expect((await scoreOn('2026-11-09')).blend).toBe(null);
  await product.get(ScoringService).scoreBook('2026-11-15');
  expect((await scoreOn('2026-11-15')).blend).toBe(null);
});

test('nothing that is due is scored twice, and one entry of the audit says that it was', async () => {
  const entries = () => ledger.sql.rows(`select details from audit_entry where action = 'scored customers anew'`);
  const before = await entries();
  await due();
  expect([before.length, (await entries()).length]).toEqual([1, 1]);
  expect(before[0]).toMatchObject({ details: { customers: [customer.id] } });
});

test('every score that is kept with what it was made of is made again to the last digit', async () => {
  const { scoreHistory } = (
    await product.gql(`{ customer(id: "${customer.id}") { scoreHistory { nodes { replay { isSame differences } } } } }`)
  ).customer;
  expect(scoreHistory.nodes.length).toBeGreaterThan(1);
  for (const { replay } of scoreHistory.nodes) expect(replay).toEqual({ isSame: true, differences: [] });
});

test('so is the score of every customer of a book, on any day it was scored', async () => {
  for (let i = 0; i < 30; i++) {
    const other = await ledger.customer(`Customer ${i}`);
    for (let j = 0; j <= i % 8; j++) {
      const [issued, due] = [`2026-0${j + 1}-0${(i % 9) + 1}`, `2026-0${j + 1}-28`];
      await other.invoice(`X${j}`, { issued, due, minor: 1_000 * (i + 1) + 7 });
      if ((i + j) % 3)
        await other.pays(`XP${j}`, `2026-0${j + 2}-1${i % 9}`, 1_000 * (i + 1) + 7, { [`X${j}`]: 1_000 * (i + 1) + 7 });
    }
  }
  for (const day of ['2026-06-30', '2026-09-15', TODAY]) {
    await product.get(ScoringService).scoreBook(day);
    const replayed = [];
    for await (const one of product.get(Replays).inForce(day)) replayed.push(one);
    expect([day, replayed.filter(({ isSame }) => isSame !== true)]).toEqual([day, []]);
    expect(replayed.length).toBe(31);
  }
});

test('a figure changed in the database is found by making the score again', async () => {
  const where = 'where customer_id = $1 and superseded_on is null';
  await ledger.sql.rows(`update score set points = points + 1 ${where}`, [customer.id]);
  expect((await scoreOn()).replay).toMatchObject({ isSame: false, differences: [expect.stringMatching(/^Points: /)] });
  await ledger.sql.rows(`update score set points = points - 1, inputs = null ${where}`, [customer.id]);
  expect((await scoreOn()).replay).toEqual({
    isSame: null,
    differences: ['It was made before the program kept what scores are made of.'],
  });
});

test('the history says why each score moved, and the moves add up', async () => {
  const { nodes } = (
    await product.gql(
      `{ customer(id: "${customer.id}") { scoreHistory(direction: ASC) { nodes { points moves { factor points sentence } } } } }`,
    )
  ).customer.scoreHistory;
  expect(nodes[0].moves).toEqual([]);
  const last = nodes.at(-1);
  expect(last.moves.reduce((sum: number, move: Row) => sum + move.points, 0)).toBe(last.points - nodes.at(-2).points);
  expect(last.moves.map((move: Row) => move.factor)).toContain('credit-check');
});

test('an insolvency that a check tells of decides alone: 300 points, and the sum is still exact', async () => {
  await typeIn('insolvent: true');
  await due();
  const score = await scoreOn();
  expect([score.points, score.grade]).toEqual([300, 'E']);
  expect(score.reasons.reduce((sum: number, row: Row) => sum + row.points, score.base)).toBe(300);
  expect(score.reasons[0].sentence).toBe('What the credit check of 22 Nov 2026 says decides alone.');
});

test('a write-off is scored within a minute too', async () => {
  const other = await ledger.customer('Written Off Ltd');
  await other.invoice('W1', { issued: '2026-01-01', due: '2026-01-31', minor: 10_00 });
  await ledger.sql.rows('delete from score_due');
  const invoiceId = await ledger.sql.one<{ id: number }>('select id from invoice where customer_id = $1', [other.id]);
  await product.gql(
    `mutation { writeOffInvoice(input: { customerId: "${other.id}", invoiceId: "${invoiceId?.id}", reason: "Not worth a letter." }) { approval { id } } }`,
  );
  const second = await product.as(PersonRole.MANAGER);
  const { approvals } = await second.gql('{ approvals(filter: { state: WAITING }) { nodes { id } } }');
  for (const { id } of approvals.nodes)
    await second.gql(`mutation { approve(input: { approvalId: "${id}" }) { state } }`);
  expect(await ledger.sql.rows('select customer_id from score_due')).toEqual([{ customer_id: other.id }]);
});

test('court judgments of a credit check count in full for a year, in the same points as in vetting; a report without ends it', async () => {
  const other = await ledger.customer('Judged Ltd', { entity_type: 'company' });
  for (let month = 1; month <= 9; month++) {
    await other.invoice(`J${month}`, { issued: `2026-0${month}-01`, due: `2026-0${month}-15`, minor: 100_00 });
    await other.pays(`P${month}`, `2026-0${month}-14`, 100_00, { [`J${month}`]: 100_00 });
  }
  const told = async () => {
    await due();
    return (await product.gql(`{ customer(id: "${other.id}") { score { ${fields} } } }`)).customer.score;
  };
  const judged = (judgments: number, on: string) =>
    product.gql(
      `mutation { typeInCreditCheck(input: { customerId: "${other.id}", from: "the register", judgments: ${judgments}, reportedOn: "${on}" }) { id } }`,
    );
  await judged(2, '2026-11-10');
  const score = await told();
  expect(score.reasons.find((row: Row) => row.factor === 'judgments')).toEqual({
    factor: 'judgments',
    points: -45,
    sentence: 'What public records say of it, by the credit check of 10 Nov 2026.',
  });
  expect(score.reasons.reduce((sum: number, row: Row) => sum + row.points, score.base)).toBe(score.points);
  expect(score.replay).toEqual({ isSame: true, differences: [] });
  await judged(0, '2026-11-20');
  const after = await told();
  expect(after.reasons.some((row: Row) => row.factor === 'judgments')).toBe(false);
  expect(after.points - score.points).toBe(45);
});
