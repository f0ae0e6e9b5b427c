import { addDays } from '../../analytics/index.js';
import { Training } from '../../api/lateness/train.service.js';
import { invoices } from '../support/habits.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A book that teaches nothing gets a sentence; the model in force, and what it told, stand.
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
});
afterAll(() => product.close());
beforeEach(() => ledger.clear());

interface Shape {
  customers?: number;
  late?: number;
  issued?: (i: number) => string;
  settled?: (issued: string, due: string) => string | null;
}

async function book({ customers = 3, late = 5, issued = (i) => addDays('2026-01-01', i * 3), settled }: Shape) {
  const rows: unknown[][] = [];
  for (let c = 0; c < customers; c++) {
    const { id } = await ledger.customer(`Customer ${c}`);
    for (let i = 0; i < 30; i++) {
      const on = issued(i);
      const due = addDays(on, 30);
      rows.push([id, `R${c}-${i}`, on, due, settled ? settled(on, due) : addDays(due, late), 1_000 + i]);
    }
  }
  if (rows.length > 0) await invoices(ledger, rows);
}
const trained = () => product.get(Training).train('2026-11-22');

test.each<[string, Shape, string]>([
  ['without an invoice', { customers: 0 }, 'The book has no invoice yet: import a ledger first.'],
  [
    'with no late invoice',
    { late: -2 },
    'None of the 90 invoices due by 2026-11-22 was late: there is nothing to tell apart. No model was trained; train again when one was.',
  ],
  [
    'where all are late',
    { late: 9 },
    'All 90 invoices due by 2026-11-22 were late: there is nothing to tell apart. No model was trained; if the payments are missing, import them.',
  ],
  [
    'with one customer',
    { customers: 1 },
    'All 30 invoices are of one customer: a model tells customers apart. No model was trained; train again when there are invoices of others.',
  ],
  [
    'where all days are equal',
    { issued: () => '2026-03-02' },
    'All 90 invoices are of one day, 2026-03-02: there is no later day to measure a model on. No model was trained; check the days of issue in what was imported.',
  ],
  [
    'where all days contradict each other',
    { settled: (issued) => addDays(issued, -9) },
    'All 90 invoices were left out: amounts of nought or below, or days that contradict each other (due or settled before issue). No model was trained; check what was imported.',
  ],
])('a book %s is refused in a sentence', async (_what, shape, sentence) => {
  await book(shape);
  await expect(trained()).rejects.toThrow(sentence);
  expect(await ledger.sql.rows('select from model')).toEqual([]);
});

test('days that contradict each other are left out, and counted', async () => {
  await book({
    settled: (issued, due) =>
      issued < '2026-01-10' ? addDays(issued, -1) : addDays(due, issued.endsWith('1') ? 4 : -4),
  });
  const { artefact, objections } = await trained();
  expect(JSON.parse(artefact).window).toMatchObject({ customers: 3, leftOut: 9 });
  expect(objections.at(-1)).toMatch(/^It was measured on \d+ invoices; 200 are needed\.$/);
});
