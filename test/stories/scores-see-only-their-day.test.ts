import { bookPriorFrom, dayNumber, historyOf, score as scoreOf } from '../../analytics/index.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// Three customers: one pays on time, one slips from September on, one has only two invoices, in a currency without a rate.

let product: Product;
let ledger: TestLedger;
let steady: TestCustomer;
let slipping: TestCustomer;
let young: TestCustomer;

beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  steady = await ledger.customer('Steady');
  slipping = await ledger.customer('Slipping');
  young = await ledger.customer('Young', { currency: 'CHF' });
  for (let month = 1; month <= 9; month++) {
    const mm = `0${month}`;
    const [issued, due] = [`2026-${mm}-01`, `2026-${mm}-28`];
    await steady.invoice(`S${month}`, { issued, due, minor: 100_000 });
    await steady.pays(`SP${month}`, `2026-${mm}-27`, 100_000, { [`S${month}`]: 100_000 });
    await slipping.invoice(`L${month}`, { issued, due, minor: 100_000 });
    if (month < 8) await slipping.pays(`LP${month}`, `2026-${mm}-27`, 100_000, { [`L${month}`]: 100_000 });
  }
  await young.invoice('Y1', { issued: '2026-07-01', due: '2026-07-31', minor: 5_000 });
  await young.pays('YP1', '2026-07-30', 5_000, { Y1: 5_000 });
  await young.invoice('Y2', { issued: '2026-08-01', due: '2026-08-31', minor: 5_000 });
});
afterAll(() => product.close());

const scoreBook = async (asOf: string) =>
  (
    await product.gql('mutation ($asOf: Day) { scoreBook(input: { asOf: $asOf }) { asOf customers cardVersion } }', {
      asOf,
    })
  ).scoreBook;
const scoreOn = async (customer: TestCustomer, asOf: string) =>
  (
    await product.gql(
      'query ($id: ID!, $asOf: Day) { customer(id: $id) { score(asOf: $asOf) { points grade base invoices isThin scoredOn expectedDaysLate lateProbability pd reasons { factor points sentence } } } }',
      { id: customer.id, asOf },
    )
  ).customer.score;
const ranges = (customer: TestCustomer) =>
  ledger.sql.rows(
    'select scored_on as "from", superseded_on as "to", points from score where customer_id = $1 order by 1',
    [customer.id],
  );
const allScores = () => ledger.sql.rows('select * from score order by customer_id, scored_on');

test('before the first invoice there is nothing to score, and no score', async () => {
  expect(await scoreBook('2025-12-31')).toEqual({ asOf: '2025-12-31', customers: 0, cardVersion: 'expert-1' });
  expect(await scoreOn(steady, '2025-12-31')).toBe(null);
});

test('of a day to come nothing is known, and no score is kept', async () => {
  const { errors } = await product.ask('mutation { scoreBook(input: { asOf: "2999-01-01" }) { customers } }');
  expect(errors?.[0]).toMatchObject({
    message: '1 Jan 2999 has not come yet: nothing is known of it. Score as of today or a day before.',
    extensions: { code: 'NOT_YET' },
  });
});

test('a score of a past day sees only what was known on that day', async () => {
  await scoreBook('2026-07-31');
  const before = await scoreOn(slipping, '2026-07-31');
  // On 31 July both had paid everything on time: nothing that came later may show.
  expect({ ...before, scoredOn: null }).toEqual({ ...(await scoreOn(steady, '2026-07-31')), scoredOn: null });
});

test('the score is the one of the arithmetic over the history of the day', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => ({
    issuedOn: `2026-0${i + 1}-01`,
    dueOn: `2026-0${i + 1}-28`,
    amountMinor: 100_000,
    allocations: i < 7 ? [{ on: `2026-0${i + 1}-27`, amountMinor: 100_000 }] : [],
  }));
  await scoreBook('2026-10-15');
  const prior = bookPriorFrom({ late: 0, settled: 17, daysLateSum: -17 });
  const expected = scoreOf(historyOf(rows, '2026-10-15'), dayNumber('2026-10-15'), prior);
  expect(await scoreOn(slipping, '2026-10-15')).toMatchObject({
    points: expected?.points,
    grade: expected?.grade,
    reasons: expected?.reasons,
    base: expected?.basePoints,
    invoices: 7,
    pd: expected?.pd,
  });
});

test('two invoices unpaid for weeks cost points, with the reason in words', async () => {
  const [before, after] = [await scoreOn(slipping, '2026-07-31'), await scoreOn(slipping, '2026-10-15')];
  expect(after.points).toBeLessThan(before.points - 50);
  expect(after.reasons[0].factor).toBe('overdue-now');
  expect(after.reasons[0].sentence).toMatch(/past due|overdue/);
});

test('base and reasons add up to the points, for every customer on every day', async () => {
  for (const customer of [steady, slipping, young]) {
    for (const day of ['2026-07-31', '2026-10-15']) {
      const { base, reasons, points } = await scoreOn(customer, day);
      expect(reasons.reduce((sum: number, reason: { points: number }) => sum + reason.points, base)).toBe(points);
    }
  }
});

test('a thin history says that it is thin, and a currency without a rate is scored all the same', async () => {
  const score = await scoreOn(young, '2026-10-15');
  expect([score.isThin, score.invoices]).toEqual([true, 1]);
  expect(score.reasons.find(({ factor }: { factor: string }) => factor === 'thin-history').sentence).toMatch(
    /^Only 1 settled and 1 overdue invoices: \d+ % own history, \d+ % the book's average\.$/,
  );
  expect((await scoreOn(steady, '2026-10-15')).isThin).toBe(false);
});

test('scoring the same day again changes nothing', async () => {
  const before = await allScores();
  await scoreBook('2026-10-15');
  await scoreBook('2026-07-31');
  expect(await allScores()).toEqual(before);
});

test('a day between two scorings is answered by the earlier one', async () => {
  expect((await scoreOn(slipping, '2026-09-30')).scoredOn).toBe('2026-07-31');
  expect((await scoreOn(slipping, '2027-01-01')).scoredOn).toBe('2026-10-15');
  expect(await scoreOn(slipping, '2026-07-30')).toBe(null);
});

test('scoring an earlier day afterwards fills the gap and leaves the later days as they were said', async () => {
  const later = await scoreOn(slipping, '2026-10-15');
  await scoreBook('2026-09-10');
  expect((await scoreOn(slipping, '2026-09-10')).scoredOn).toBe('2026-09-10');
  expect(await scoreOn(slipping, '2026-10-15')).toEqual(later);
  const found = (await ranges(slipping)) as { from: string; to: string | null }[];
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    ['2026-07-31', '2026-09-10'],
    ['2026-09-10', '2026-10-15'],
    ['2026-10-15', null],
  ]);
});

test('what a later run confirmed without a change still stands when a day before it is scored', async () => {
  // Scored in October and, with nothing new, in November; then a day between is scored on changed books.
  const row = `insert into score select customer_id, '2026-10-15', null, 600, 'B', 0.02, 0.1, 0, 9, false, 600, '[]', card_version from score where customer_id = $1 and superseded_on is null`;
  await ledger.sql.rows('delete from score where customer_id = $1 and scored_on > $2', [steady.id, '2026-07-31']);
  await ledger.sql.rows('update score set superseded_on = $2 where customer_id = $1', [steady.id, '2026-10-15']);
  await ledger.sql.rows(row.replace('superseded_on is null', `scored_on = '2026-07-31'`), [steady.id]);
  await ledger.sql.rows(`insert into scoring_run values ('2026-11-15', 'expert-1', '{}', 3, now())`);
  const confirmed = await scoreOn(steady, '2026-11-15');
  await scoreBook('2026-10-31');
  expect((await scoreOn(steady, '2026-10-31')).scoredOn).toBe('2026-10-31');
  expect({ ...(await scoreOn(steady, '2026-11-15')), scoredOn: null }).toEqual({ ...confirmed, scoredOn: null });
  const found = (await ranges(steady)) as { from: string; to: string | null }[];
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    ['2026-07-31', '2026-10-15'],
    ['2026-10-15', '2026-10-31'],
    ['2026-10-31', '2026-11-15'],
    ['2026-11-15', null],
  ]);
});

test('no two scores of a customer are in force on one day', async () => {
  const overlapping = await ledger.sql.rows(
    `select a.customer_id from score a join score b on b.customer_id = a.customer_id and b.scored_on > a.scored_on
      where a.superseded_on is null or a.superseded_on > b.scored_on`,
  );
  expect(overlapping).toEqual([]);
});

test('the export gives the scores in force on a day, in order of customer number', async () => {
  const rows: { customerNumber: string }[] = [];
  for await (const row of product.get(ScoringService).scoresOn('2026-10-15'))
    rows.push(row as { customerNumber: string });
  expect(rows.map(({ customerNumber }) => customerNumber)).toEqual([steady.number, slipping.number, young.number]);
});

test('a scoring that fails half-way leaves the scores as they were', async () => {
  const before = await allScores();
  await ledger.sql.rows(`alter table scoring_run add constraint test_refuses check (as_of <> '2026-11-20')`);
  const answer = await product.ask('mutation { scoreBook(input: { asOf: "2026-11-20" }) { customers } }');
  expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(await allScores()).toEqual(before);
  await ledger.sql.rows('alter table scoring_run drop constraint test_refuses');
});

test('each scoring is one entry in the audit, and the book says for which day it was scored last', async () => {
  const entries = await ledger.sql.rows(
    `select details ->> 'asOf' as day from audit_entry where action = 'scored the book' order by id`,
  );
  expect(entries.at(-1)).toEqual({ day: '2026-10-31' });
  expect((await product.gql('{ book { scoredOn(asOf: "2026-10-30") } }')).book.scoredOn).toBe('2026-10-15');
});
