import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addDays } from '../../analytics/index.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { type BookValidation, LatenessService } from '../../api/lateness/lateness.service.js';
import { goodstanding } from '../support/command.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

const ledgers = path.resolve(import.meta.dirname, '../../../shared/data');
const document = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/model.md'), 'utf8');

/** The table of a validation as it stands in the document. */
function table({ ways, predictions }: BookValidation): string {
  const cell = (value: number | null | undefined) => value?.toFixed(3) ?? '–';
  const rows = ways.map(({ way, late }) =>
    ['', way, ...late.flatMap((of) => [cell(of?.auc), cell(of?.brier), cell(of?.calibrationError)]), '']
      .join(' | ')
      .trim(),
  );
  return [
    `| ${predictions.length} invoices | late: AUC | Brier | calibration | > 7 days: AUC | Brier | calibration | > 30 days: AUC | Brier | calibration |`,
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

describe.each([
  ['supplier', 'b2b-supplier-closed.csv', '2019-07-17', '2019-01-07', { daysBeforeDue: 15 }, 'days'],
  ['ibm', 'ibm-late-payments.csv', '2013-05-05', '2012-06-28', 'issue', 'ibm days'],
] as const)('on a real ledger: %s', (name, file, split, early, scoreAt, days) => {
  const isHere = fs.existsSync(path.join(ledgers, file));
  (isHere ? test : test.skip)(
    'the figures in docs/model.md are what validate says',
    async () => {
      const product = await startApi();
      try {
        const report = await product.get(ImportsService).run([{ name: file, path: path.join(ledgers, file) }], {});
        expect(report.isPosted).toBe(true);
        const validation = await product.get(LatenessService).validate(split, scoreAt);
        expect(document).toContain(`<!-- ${name} -->\n${table(validation)}\n`);
        const off = (of: string) =>
          validation.ways.find(({ way }) => way === of)?.meanAbsoluteError?.toFixed(2) ?? 'not measured';
        expect(document).toContain(`${off('model')} <!-- ${days} -->`);
        expect(document).toContain(`${off('late ratio')} <!-- ${days} by customer -->`);
        expect(document).toContain(`${off('base rate')} <!-- ${days} by book -->`);
        const of500 = await product.get(LatenessService).validate(early, scoreAt);
        expect(document).toContain(`<!-- ${name} 500 -->\n${table(of500)}\n`);
        // Late at all and more than a week: of more than a month there are too few in the sample.
        const [model, ratio] = ['model', 'late ratio'].map((of) => of500.ways.find(({ way }) => way === of));
        for (const i of [0, 1]) expect(model?.late[i]?.auc).toBeGreaterThan(ratio?.late[i]?.auc ?? 1);
      } finally {
        await product.close();
      }
    },
    300_000,
  );
});

describe('on the command line', () => {
  let product: Product;
  let env: Record<string, string>;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-validate-'));
  const run = (...args: string[]) => goodstanding(env, 'validate', ...args);

  beforeAll(async () => {
    product = await startApi();
    env = { DATABASE_URL: product.databaseUrl, GOODSTANDING_HOME: folder };
    const ledger = TestLedger.of(product);
    for (const [name, late] of [
      ['Prompt', -2],
      ['Slow', 20],
    ] as const) {
      const customer = await ledger.customer(name, { number: name === 'Slow' ? '=1+1' : 'P-1' });
      for (let week = 0; week < 30; week++) {
        const issued = addDays('2026-01-05', week * 7);
        const due = addDays(issued, 30);
        const [number, minor] = [`${name}-${week}`, 10_000 + week];
        await customer.invoice(number, { issued, due, minor });
        await customer.pays(`${number}-paid`, addDays(due, late), minor, { [number]: minor });
      }
    }
  });
  afterAll(async () => {
    await product.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test('each later invoice is a row: who, when scored, how likely late, and what became of it', async () => {
    const out = path.join(folder, 'later.csv');
    const { code, out: said } = await run('--split', '2026-05-31', '--score-at', 'due-10', '--out', out, '--json');
    expect(code).toBe(0);
    const [header, ...rows] = fs.readFileSync(out, 'utf8').trim().split('\n');
    expect(header).toBe(
      'customer_number,document_number,scored_on,due_date,p_late,p_late_7,p_late_30,expected_days_late,days_late',
    );
    const summary = JSON.parse(said);
    expect([summary.split, summary.scoreAt, summary.predicted, rows.length]).toEqual(['2026-05-31', 'due-10', 22, 22]);
    const slow = rows.map((row) => row.split(',')).filter(([number]) => number === "'=1+1");
    expect(slow.map(([, document]) => document)).toContain('Slow-19');
    expect(slow.every(([, , scored, due]) => addDays(String(scored), 10) === due)).toBe(true);
    expect(slow.every(([, , , , late, , , , days]) => Number(late) > 0.8 && days === '20')).toBe(true);
    expect(summary.ways.map(({ way }: { way: string }) => way)).toEqual([
      'model',
      'plain logistic',
      'late ratio',
      'base rate',
    ]);
    expect(summary.objections).toEqual(['It was measured on 22 invoices; 200 are needed.']);
  });

  test('a split that leaves nothing to learn or nothing to tell is refused in a sentence', async () => {
    expect(await run('--split', '2025-12-31')).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        'No invoice had been scored by 2025-12-31; the first is on 2026-01-05. Split at a later day.',
      ),
    });
    expect(await run('--split', '2026-11-01')).toMatchObject({
      code: 1,
      err: expect.stringContaining(
        'No invoice is scored after 2026-11-01; the last is on 2026-07-27. Split at an earlier day.',
      ),
    });
  });

  test('who trains beside a model in force that cannot be used is told so', async () => {
    const inForce = `insert into model (kind, version, state, artefact, checksum, objections, trained_on, trained_at, trained_by, in_force_since, put_in_force_by)
      values ('lateness', 1, 'champion', '{}', repeat('0', 64), '[]', '2026-05-31', now(), 'the test', now(), 'the test')`;
    await TestLedger.of(product).sql.rows(inForce);
    const { code, out } = await goodstanding(env, 'train');
    expect(code).toBe(0);
    expect(out).toContain('Lateness model 2, trained on');
    expect(out).toContain('! Lateness model 1 is not what was kept: its checksum is');
  });

  test('a call without a day, or with another moment, says how it is called', async () => {
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('--split DAY says up to which day') });
    expect(await run('--split', '2026-05-31', '--score-at', 'due')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--score-at takes issue, or due-N such as due-15'),
    });
  });
});
