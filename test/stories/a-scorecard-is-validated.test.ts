import { goodstanding } from '../support/command.js';
import { bookOfDefaults } from '../support/defaults.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// How well a scorecard of default fitted on this book would do: ranked in tenths, for parts of the book, and over time.
let product: Product;
beforeAll(async () => {
  product = await startApi();
}, 120_000);
afterAll(() => product.close());

const validate = (...more: string[]) =>
  goodstanding(
    { DATABASE_URL: product.databaseUrl, GOODSTANDING_HOME: product.home },
    'validate',
    '--default',
    '--as-of',
    '2026-11-22',
    ...more,
  );
interface Counted {
  customers: number;
  defaults: number;
}
const sumOf = (all: Counted[], key: keyof Counted) => all.reduce((sum, each) => sum + each[key], 0);

test('without defaults it says how many there are and how many it takes', async () => {
  const { code, err } = await validate();
  expect([code, err]).toEqual([1, expect.stringContaining('Too few defaults to fit a scorecard')]);
}, 60_000);

test('what belongs to who will pay late is refused beside it', async () => {
  const { code, err } = await validate('--split', '2026-01-01');
  expect([code, err]).toEqual([2, expect.stringContaining('--split is about who will pay late')]);
}, 60_000);

test('with enough of them: the ways beside each other, lift by tenths, parts of the book, drift; and nothing is kept', async () => {
  await bookOfDefaults(TestLedger.of(product));
  const { code, out, err } = await validate('--json');
  expect([code, err]).toEqual([0, '']);
  const said = JSON.parse(out);
  expect(said).toMatchObject({ kind: 'default', asOf: '2026-11-22', measuredOn: '2025-11-22', objections: [] });
  expect(said.ways.map(({ way }: { way: string }) => way)).toEqual([
    'scorecard',
    'late ratio',
    'base rate',
    'expert-1',
  ]);
  const { lift, parts, drift, customers, defaults } = said;
  expect(lift).toHaveLength(10);
  expect(lift[0].lift).toBeGreaterThan(1.5); // who stands worst defaults more often than the book
  expect(lift[9].foundSoFar).toBeCloseTo(1, 12);
  for (const by of new Set(parts.map((part: { by: string }) => part.by))) {
    const own = parts.filter((part: { by: string }) => part.by === by);
    expect([by, sumOf(own, 'customers'), sumOf(own, 'defaults')]).toEqual([by, customers, defaults]);
  }
  expect(parts.find(({ defaults: few }: Counted) => few < 20)?.auc ?? null).toBeNull();
  expect(drift.map(({ on }: { on: string }) => on)).toContain('2026-11-22');

  const { out: words } = await validate();
  expect(words).toContain('Nothing is kept.');
  expect(words).toMatch(/tenth 1 .* %/);
  expect(words).toMatch(/on the day: something overdue/);
  expect((await product.gql('{ models(filter: { kind: DEFAULT }) { totalCount } }')).models.totalCount).toBe(0);
}, 120_000);
