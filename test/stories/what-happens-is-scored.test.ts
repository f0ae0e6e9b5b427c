import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PersonRole } from '../../api/auth/person.entity.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { Jobs } from '../../api/jobs/jobs.service.js';
import { LatenessTelling } from '../../api/lateness/tell-lateness.service.js';
import { Training } from '../../api/lateness/train.service.js';
import { ScoringService } from '../../api/scoring/scoring.service.js';
import { bookOfHabits } from '../support/habits.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi, TODAY } from '../support/product.js';

// Whatever happens to a customer, its score and what is told of its open invoices follow by themselves.
let product: Product;
let ledger: TestLedger;
let slow: { id: number; number: string };
let everybody: number[];
beforeAll(async () => {
  product = await startApi();
  ledger = TestLedger.of(product);
  await bookOfHabits(ledger);
  slow = (await ledger.sql.one<typeof slow>(`select id, number from customer where name = 'Late 1'`)) as typeof slow;
  await product.get(ScoringService).scoreBook(TODAY);
  await product.get(Training).train(TODAY);
  await product.get(LatenessTelling).tellBook(TODAY);
  everybody = (
    await ledger.sql.rows<{ id: number }>('select distinct customer_id as id from invoice_lateness order by 1')
  ).map(({ id }) => id);
  await settled();
}, 120_000);
afterAll(() => product.close());

/** Runs everything that waits, as the queue does. */
const settled = () => product.work();
/** The minute in which whoever something happened to is scored, and what follows from it. */
async function minute(): Promise<void> {
  await product.get(Jobs).enqueue(null, 'score-due', {});
  await settled();
}
const due = async () =>
  (await ledger.sql.rows<{ id: number }>('select customer_id as id from score_due')).map(({ id }) => id);

/** Puts marks on what was told and scored, so that telling and scoring anew are seen. */
async function mark(): Promise<void> {
  await ledger.sql.rows('delete from score_due');
  await ledger.sql.rows('update invoice_lateness set scored_on = scored_on - 1');
}
/** Whose open invoices were told anew since the marks were put. */
const toldAnew = async () =>
  (
    await ledger.sql.rows<{ id: number }>(
      'select distinct customer_id as id from invoice_lateness where scored_on = $1 order by 1',
      [TODAY],
    )
  ).map(({ id }) => id);

const paths: [string, () => Promise<unknown>][] = [
  ['a dispute is opened', () => ledger.sql.rows(`update invoice set is_disputed = true where number = 'Late 1-open'`)],
  ['a dispute is closed', () => ledger.sql.rows(`update invoice set is_disputed = false where number = 'Late 1-open'`)],
  [
    'the due day of an invoice is corrected',
    () => ledger.sql.rows(`update invoice set due_on = '2026-12-05' where number = 'Late 1-open'`),
  ],
  [
    'a credit check is received',
    () =>
      product.gql(
        `mutation { typeInCreditCheck(input: { customerId: "${slow.id}", from: "a bureau", bureauScale: "creditsafe-100", bureauScore: 30 }) { id } }`,
      ),
  ],
  ['an invoice is written off', () => writeOff()],
];

async function writeOff(): Promise<void> {
  await ledger.sql.rows(
    `insert into invoice (customer_id, number, issued_on, due_on, currency, amount_minor) values ($1, 'Lost', '2026-01-01', '2026-01-31', 'EUR', 1000)`,
    [slow.id],
  );
  const { id } = (await ledger.sql.one<{ id: number }>(`select id from invoice where number = 'Lost'`)) as {
    id: number;
  };
  await product.gql(
    `mutation { writeOffInvoice(input: { customerId: "${slow.id}", invoiceId: "${id}", reason: "Not worth a letter." }) { approval { id } } }`,
  );
  const second = await product.as(PersonRole.MANAGER);
  const { approvals } = await second.gql('{ approvals(filter: { state: WAITING }) { nodes { id } } }');
  for (const each of approvals.nodes)
    await second.gql(`mutation { approve(input: { approvalId: "${each.id}" }) { state } }`);
}

test.each(paths)(
  '%s: within a minute the customer is scored anew, and its open invoices are told anew',
  async (_, happens) => {
    await mark();
    await happens();
    expect(await due()).toEqual([slow.id]);
    await minute();
    expect(await due()).toEqual([]);
    const [entry] = await ledger.sql.rows(
      `select details from audit_entry where action = 'scored customers anew' order by id desc limit 1`,
    );
    expect(entry).toMatchObject({ details: { customers: [slow.id] } });
    expect(await toldAnew()).toEqual([slow.id]);
  },
);

test('what leaves score and lateness as they are marks nobody', async () => {
  await mark();
  await ledger.sql.rows(`update invoice set is_disputed = is_disputed, due_on = due_on`);
  expect(await due()).toEqual([]);
});

test('payments that are posted, and credits that undo them, have the whole book scored and told anew', async () => {
  await mark();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-paid-'));
  const file = path.join(folder, 'payments.csv');
  fs.writeFileSync(
    file,
    `customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount,allocated_on\n${slow.number},PAID,2026-11-21,700.01,EUR,payment,Late 1-open,700.01,2026-11-21\n`,
  );
  const report = await product.get(ImportsService).run([{ name: 'payments.csv', path: file }], {});
  fs.rmSync(folder, { recursive: true, force: true });
  expect([report.badRows, report.isPosted]).toEqual([[], true]);
  await settled();
  expect(await toldAnew()).toEqual(everybody);
  const ofPaid = `select from invoice_lateness l join invoice i on i.customer_id = l.customer_id and i.id = l.invoice_id where i.number = 'Late 1-open'`;
  expect(await ledger.sql.rows(ofPaid)).toEqual([]);
});
