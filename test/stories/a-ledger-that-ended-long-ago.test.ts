import { ScoringService } from '../../api/scoring/scoring.service.js';
import { type TestCustomer, TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';

// The last entry of the ledger is of March; since then a credit check came, and a person looked at the score.
let product: Product;
let ledger: TestLedger;
let customer: TestCustomer;
const lastEntry = '2026-03-10';
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  customer = await ledger.customer('March Ltd', { entity_type: 'company' });
  for (let month = 1; month <= 9; month++) {
    await customer.invoice(`I${month}`, { issued: `2025-0${month}-01`, due: `2025-0${month}-15`, minor: 100_00 });
    await customer.pays(`P${month}`, `2025-0${month}-22`, 100_00, { [`I${month}`]: 100_00 });
  }
  await customer.invoice('Last', { issued: lastEntry, due: '2026-04-10', minor: 100_00 });
  await product.get(ScoringService).scoreBook(lastEntry);
});
afterAll(() => product.close());

const shown = async (asOf = lastEntry) =>
  (
    await product.gql(
      `{ customer(id: "${customer.id}") { score(asOf: "${asOf}") { points grade scoredOn knownOn reasons { factor } blend { ageDays } } } }`,
    )
  ).customer.score;
const factors = ({ reasons }: { reasons: { factor: string }[] }) => reasons.map(({ factor }) => factor);
const due = () => product.get(ScoringService).scoreDue(lastEntry);

test('the book opens on the day of its last entry, and so does the score', async () => {
  expect((await product.gql('{ book { suggestedAsOf } }')).book.suggestedAsOf).toBe(lastEntry);
  expect(await shown()).toMatchObject({ scoredOn: lastEntry, knownOn: TODAY, blend: null });
});

test('a credit check that came since counts, and its age is that of today', async () => {
  const before = await shown();
  await product.gql(
    `mutation { typeInCreditCheck(input: { customerId: "${customer.id}", from: "a bureau", bureauScale: "creditsafe-100", bureauScore: 12, reportedOn: "2026-11-12" }) { id } }`,
  );
  await due();
  const after = await shown();
  expect(factors(after)).toContain('credit-check');
  expect(after.points).toBeLessThan(before.points);
  expect(after).toMatchObject({ scoredOn: lastEntry, knownOn: TODAY, blend: { ageDays: 10 } });
});

test('a person’s review counts at once, also where somebody scored a later day', async () => {
  await product.get(ScoringService).scoreBook('2026-11-20');
  await product.gql(
    `mutation { askForScoreReview(input: { customerId: "${customer.id}", because: "They moved to another bank." }) { id } }`,
  );
  const { id } = (await ledger.sql.one<{ id: string }>('select id from score_review')) as { id: string };
  await product.gql(
    `mutation { reviewScore(input: { reviewId: "${id}", grade: A, reason: "Seen their bank letter." }) { id } }`,
  );
  for (const asOf of [lastEntry, TODAY]) {
    const { grade, reasons } = await shown(asOf);
    expect([asOf, grade, factors({ reasons }).includes('review')]).toEqual([asOf, 'A', true]);
  }
});

test('a day that is not the one the book opens on knows what was known on it, and no more', async () => {
  await product.get(ScoringService).scoreBook('2026-02-01');
  expect(await shown('2026-02-01')).toMatchObject({ knownOn: '2026-02-01', blend: null });
});
