import { PersonRole } from '../../api/auth/person.entity.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import type { Asker } from '../support/asker.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';

// A sole trader has let one invoice lie, and says why. A person looks at it.
let product: Product;
let ledger: TestLedger;
let trader: TestCustomer;
let sales: Asker;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  sales = await product.as(PersonRole.SALES);
  trader = await ledger.customer('Ada Baker', { entity_type: 'sole_trader', owner_id: sales.personId });
  for (let month = 1; month <= 7; month++)
    await trader.invoice(`I${month}`, { issued: `2026-0${month}-01`, due: `2026-0${month}-28`, minor: 100_00 });
  await product.get(ScoringService).scoreBook(TODAY);
});
afterAll(() => product.close());

const customer = async (fields: string) =>
  (await product.gql(`{ customer(id: "${trader.id}") { ${fields} } }`)).customer;
const score = async () => (await customer('score { points grade base reasons { factor points sentence } }')).score;
const ask = (asker: Asker, because: string) =>
  asker.ask('mutation ($input: AskForReviewInput!) { askForScoreReview(input: $input) { id gradeThen reviewedAt } }', {
    input: { customerId: String(trader.id), because },
  });
const review = (asker: Asker, input: object) =>
  asker.ask(
    'mutation ($input: ReviewScoreInput!) { reviewScore(input: $input) { reviewedBy grade holdsUntil reason customer { name } } }',
    { input },
  );
let reviewId: string;

test('a natural person is to be told; of a company nothing is said', async () => {
  expect((await customer('scoreNotice')).scoreNotice).toMatch(/made by a machine. Tell them so/);
  const company = await ledger.customer('A Company', { entity_type: 'company' });
  const { customer: other } = await product.gql(`{ customer(id: "${company.id}") { scoreNotice } }`);
  expect(other.scoreNotice).toBe(null);
});

test('sales asks for the customer, once; the wish waits in a list', async () => {
  const { data } = await ask(sales, 'She was in hospital from January to July; her son pays now.');
  expect(data.askForScoreReview).toMatchObject({ gradeThen: 'E', reviewedAt: null });
  reviewId = data.askForScoreReview.id;
  const again = await ask(product, 'Once more.');
  expect(again.errors?.[0]?.extensions.code).toBe('REVIEW_WAITS');
  const { scoreReviews } = await product.gql(
    `{ scoreReviews(filter: { customerId: "${trader.id}", isWaiting: true }) { totalCount nodes { because customer { name } } } }`,
  );
  expect(scoreReviews).toMatchObject({ totalCount: 1, nodes: [{ customer: { name: 'Ada Baker' } }] });
});

test('sales may ask and not review; a grade may not hold for longer than a year', async () => {
  expect((await review(sales, { reviewId, reason: 'Mine.' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  for (const input of [
    { grade: 'C', holdsUntil: '2028-01-01' },
    { grade: 'C', holdsUntil: '2026-11-21' },
    { holdsUntil: TODAY },
  ])
    expect((await review(product, { reviewId, reason: 'Why not.', ...input })).errors?.[0]?.extensions.code).toBe(
      'REVIEW_HOLDS_NOT_POSSIBLE',
    );
});

test('the grade that a person sets counts at once, as a reason that adds up, and stands in the audit', async () => {
  const before = await score();
  const { data } = await review(product, {
    reviewId,
    grade: 'C',
    holdsUntil: '2027-03-31',
    reason: 'Hospital papers seen.',
  });
  expect(data.reviewScore).toMatchObject({
    reviewedBy: expect.stringMatching(/^Manager/),
    grade: 'C',
    holdsUntil: '2027-03-31',
  });
  const after = await score();
  expect([before.grade, after.grade, after.points]).toEqual(['E', 'C', 580]);
  expect(after.reasons.reduce((sum: number, row: { points: number }) => sum + row.points, after.base)).toBe(580);
  expect(after.reasons.at(-1).sentence).toBe('Reviewed by Manager on 22 Nov 2026: grade C until 31 Mar 2027.');
  const [entry] = await ledger.sql.rows(
    `select actor, before, after, reason from audit_entry where action = 'reviewed a score'`,
  );
  expect(entry).toMatchObject({ before: { grade: 'E' }, after: { grade: 'C' }, reason: 'Hospital papers seen.' });
});

test('the next scorings keep it until its day, and not a day longer', async () => {
  await product.get(ScoringService).scoreBook('2027-03-31');
  expect((await customer('score(asOf: "2027-03-31") { points }')).score.points).toBe(580);
  await product.get(ScoringService).scoreBook('2027-04-01');
  expect((await customer('score(asOf: "2027-04-01") { grade }')).score.grade).toBe('E');
});

test('a review is done once; another may be asked for, and one that lets the score stand ends the first', async () => {
  expect((await review(product, { reviewId, reason: 'Again.' })).errors?.[0]?.extensions.code).toBe('ALREADY_REVIEWED');
  const { data } = await ask(product, 'The son does not pay either.');
  await review(product, { reviewId: data.askForScoreReview.id, reason: 'Nothing was paid since.' });
  expect((await score()).grade).toBe('E');
});

test('a customer without a score has nothing to review', async () => {
  const nobody = await ledger.customer('Nobody yet');
  const { errors } = await product.ask(
    `mutation { askForScoreReview(input: { customerId: "${nobody.id}", because: "Why?" }) { id } }`,
  );
  expect(errors?.[0]?.extensions.code).toBe('NOTHING_TO_REVIEW');
});
