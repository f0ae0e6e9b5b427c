import fs from 'node:fs';
import path from 'node:path';
import type { ImportReport } from '../../api/imports/import.view.js';
import type { RunOptions } from '../../api/imports/import-run.js';
import { ImportsService } from '../../api/imports/imports.service.js';
import { Sql } from '../../api/shared/sql.js';
import { type Product, startApi } from '../support/product.js';

let product: Product;
beforeAll(async () => {
  product = await startApi();
});
afterAll(() => product.close());

function run(files: Record<string, string>, options: RunOptions = {}): Promise<ImportReport> {
  const written = Object.entries(files).map(([name, content]) => {
    const file = { name, path: path.join(product.home, name) };
    fs.writeFileSync(file.path, content);
    return file;
  });
  return product.get(ImportsService).run(written, options);
}

const rows = <T = unknown>(text: string) => product.get(Sql).rows<T>(text);

/** Everything an import may write, to compare before and after. */
const book = () =>
  rows(`select (select json_agg(c order by id) from customer c) as customers, (select json_agg(c order by id) from contact c) as contacts,
               (select json_agg(i order by id) from invoice i) as invoices, (select json_agg(c order by id) from credit c) as credits,
               (select json_agg(a order by invoice_id, credit_id, allocated_on) from allocation a) as allocations,
               (select json_agg(r order by currency, valid_on) from exchange_rate r) as rates, (select to_json(b) from book b) as book`);

const first = {
  'payments.csv': `customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount,allocated_on
C1,P1,2026-03-01,150.00,GBP,payment,I1,100.00,2026-03-01
C1,P1,2026-03-01,150.00,GBP,payment,I2,30.00,2026-03-02
C2,P2,2026-04-01,80.00,EUR,payment,I3,,
C2,P3,2026-04-02,80.00,EUR,payment,I3,,
C2,W1,2026-05-01,5.00,EUR,write-off,I4,,
C2,P1,2026-02-01,40.00,EUR,,,,
`,
  'customers.csv': `customer_number,name,entity_type,country,currency,registration_number,parent_number,terms_days,credit_limit,contact_name,contact_email,contact_phone
C1,Larkspur Joinery,company,gb,GBP,01234567,G,30,"25,000.00",Dana,dana@larkspur.example,
G,Larkspur Group,company,GB,GBP,,,,,,,
`,
  'invoices.csv': `customer_number;invoice_number;issued_on;due_on;amount;currency;payment_terms
C1;I1;01.02.2026;03.03.2026;100,00;GBP;net 30
C1;I2;02.02.2026;04.03.2026;1.250,00;GBP;net 30
C2;I3;15-Feb-2026;2026-03-17;100;EUR;
C2;I4;20260216;2026-03-18;5,00;EUR;
C2;CN1;2026-02-20;2026-02-20;-10,00;EUR;
`,
  'rates.csv': 'currency,to_currency,valid_on,rate,source\nGBP,EUR,2026-01-01,1.16,treasury\n',
};

test('a dry run says all that would happen and changes nothing', async () => {
  const before = await book();
  const report = await run(first, { dryRun: true });
  expect(await book()).toEqual(before);
  expect(report).toMatchObject({
    customers: { added: 3, unchanged: 0, updated: 0 },
    invoices: { added: 4, unchanged: 0, updated: 0 },
    credits: { added: 6, unchanged: 0, updated: 0 },
    allocations: { added: 5, unchanged: 0, updated: 0 },
    rates: { added: 1, unchanged: 0, updated: 0 },
    totals: [
      { currency: 'EUR', invoices: 10500, credits: 21500, open: 0 },
      { currency: 'GBP', invoices: 135000, credits: 15000, open: 122000 },
    ],
    badRowCount: 0,
    isPosted: false,
    suggestedAsOf: '2026-05-01',
    removesDemoBook: false,
  });
  expect(report.warnings.map(({ file, line, sentence }) => `${file} ${line}: ${sentence}`)).toEqual([
    'invoices.csv 6: The amount is negative, so the row is taken as a credit note.',
  ]);
});

test('files given in any order are posted as a whole: rates, customers, invoices, payments', async () => {
  const report = await run(first);
  expect(report.isPosted).toBe(true);
  expect(
    await rows(`select c.number as customer, i.number, i.allocated_minor as allocated, i.first_allocated_on::text as first, i.settled_on::text as settled
                  from invoice i join customer c on c.id = i.customer_id order by i.number`),
  ).toEqual([
    { customer: 'C1', number: 'I1', allocated: 10000, first: '2026-03-01', settled: '2026-03-01' },
    { customer: 'C1', number: 'I2', allocated: 3000, first: '2026-03-02', settled: null },
    { customer: 'C2', number: 'I3', allocated: 10000, first: '2026-04-01', settled: '2026-04-02' },
    { customer: 'C2', number: 'I4', allocated: 500, first: '2026-05-01', settled: '2026-05-01' },
  ]);
  expect(
    await rows(
      `select number, kind, amount_minor as amount, allocated_minor as allocated, applied_on::text as applied from credit order by kind, number, customer_id`,
    ),
  ).toEqual([
    { number: 'CN1', kind: 'credit_note', amount: 1000, allocated: 0, applied: null },
    { number: 'P1', kind: 'payment', amount: 15000, allocated: 13000, applied: null },
    { number: 'P1', kind: 'payment', amount: 4000, allocated: 0, applied: null },
    { number: 'P2', kind: 'payment', amount: 8000, allocated: 8000, applied: '2026-04-01' },
    { number: 'P3', kind: 'payment', amount: 8000, allocated: 2000, applied: null },
    { number: 'W1', kind: 'write_off', amount: 500, allocated: 500, applied: '2026-05-01' },
  ]);
});

test('an unknown customer number makes a customer; a parent, a limit and a contact are kept', async () => {
  expect(
    await rows(`select c.number, c.name, c.currency, c.country, c.terms_days, c.credit_limit_minor, p.number as parent, k.email
                  from customer c left join customer p on p.id = c.parent_id left join contact k on k.customer_id = c.id order by 1`),
  ).toEqual([
    { number: 'C1', name: 'Larkspur Joinery', currency: 'GBP', country: 'GB', terms_days: 30, credit_limit_minor: 2500000, parent: 'G', email: 'dana@larkspur.example' }, // biome-ignore format: a row
    {
      number: 'C2',
      name: 'C2',
      currency: 'EUR',
      country: null,
      terms_days: null,
      credit_limit_minor: null,
      parent: null,
      email: null,
    },
    {
      number: 'G',
      name: 'Larkspur Group',
      currency: 'GBP',
      country: 'GB',
      terms_days: null,
      credit_limit_minor: null,
      parent: null,
      email: null,
    },
  ]);
});

test('what was loaded as history counts as known on its day, and the book takes the currency most of it is in', async () => {
  expect(await rows('select reporting_currency, is_demo, opened_on::text from book')).toEqual([
    { reporting_currency: 'EUR', is_demo: false, opened_on: '2026-11-22' },
  ]);
  expect(await rows('select count(*) as known_later from invoice where known_at is not null')).toEqual([
    { known_later: 0 },
  ]);
});

test('the trigger that keeps balances agrees with what the import wrote', async () => {
  expect(
    await rows(`select i.number from invoice i left join allocation a on a.customer_id = i.customer_id and a.invoice_id = i.id
                 group by i.customer_id, i.id having coalesce(sum(a.amount_minor), 0) <> i.allocated_minor
                    or max(a.allocated_on) is distinct from i.last_allocated_on or min(a.allocated_on) is distinct from i.first_allocated_on`),
  ).toEqual([]);
});

test('one import is one entry of the audit, with counts and the hashes of its files', async () => {
  const entries = await rows<{ details: { files: { name: string; sha256: string }[]; counts: { invoices: unknown } } }>(
    `select details from audit_entry where action = 'imported files'`,
  );
  expect(entries.length).toBe(1);
  expect(entries[0]?.details.counts.invoices).toEqual({ added: 4, unchanged: 0, updated: 0 });
  expect(entries[0]?.details.files.map(({ name, sha256 }) => [name, sha256.length])).toEqual(
    Object.keys(first).map((name) => [name, 64]),
  );
});

test('importing the same files twice changes nothing', async () => {
  const before = await book();
  const report = await run(first);
  expect(await book()).toEqual(before);
  expect(report).toMatchObject({
    customers: { added: 0, unchanged: 3, updated: 0 },
    invoices: { added: 0, unchanged: 4, updated: 0 },
    credits: { added: 0, unchanged: 6, updated: 0 },
    allocations: { added: 0, unchanged: 5, updated: 0 },
    rates: { added: 0, unchanged: 1, updated: 0 },
    badRowCount: 0,
  });
});

test('customers of the book are counted when only their invoices or payments are in the files', async () => {
  const { 'invoices.csv': invoices, 'payments.csv': payments } = first;
  expect((await run({ 'invoices.csv': invoices }, { dryRun: true })).customers).toEqual({
    added: 0,
    unchanged: 2,
    updated: 0,
  });
  const report = await run({ 'payments.csv': `${payments}C9,P9,2026-04-01,1.00,EUR,payment,,,\n` }, { dryRun: true });
  expect([report.customers, report.badRowCount]).toEqual([{ added: 0, unchanged: 2, updated: 0 }, 1]);
});

test('customers are brought up to date, and what a file does not say stays', async () => {
  const report = await run({
    'customers.csv': `customer_number,name,country,contact_email,contact_name
C2,Sonnenfeld,DE,ute@sonnenfeld.example,Ute
C1,Larkspur Joinery,,dana@larkspur.example,Dana Whitlock
`,
  });
  expect(report.customers).toEqual({ added: 0, unchanged: 0, updated: 2 });
  expect(
    await rows(`select c.number, c.name, c.country, c.currency, k.name as contact, k.email
                  from customer c join contact k on k.customer_id = c.id order by 1`),
  ).toEqual([
    {
      number: 'C1',
      name: 'Larkspur Joinery',
      country: 'GB',
      currency: 'GBP',
      contact: 'Dana Whitlock',
      email: 'dana@larkspur.example',
    },
    {
      number: 'C2',
      name: 'Sonnenfeld',
      country: 'DE',
      currency: 'EUR',
      contact: 'Ute',
      email: 'ute@sonnenfeld.example',
    },
  ]);
});

test('a payment in the book is set against invoices later, and what is dated after the opening is known when it came', async () => {
  const report = await run({
    'invoices.csv':
      'customer_number,invoice_number,issued_on,due_on,amount,currency\nC2,I5,2026-11-23,2026-12-23,30.00,EUR\n',
    'payments.csv': `customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount,allocated_on
C2,P1,2026-02-01,40.00,EUR,payment,I5,30.00,2026-11-23
`,
  });
  expect([report.credits, report.allocations]).toEqual([
    { added: 0, unchanged: 1, updated: 0 },
    { added: 1, unchanged: 0, updated: 0 },
  ]);
  expect(await rows(`select allocated_minor, known_at from invoice where number = 'I5'`)).toEqual([
    { allocated_minor: 3000, known_at: new Date('2026-11-22T09:00:00Z') },
  ]);
  expect(await rows(`select allocated_minor from credit where number = 'P1' and currency = 'EUR'`)).toEqual([
    { allocated_minor: 3000 },
  ]);
});

test('a returned payment opens the invoice again', async () => {
  await run({
    'payments.csv': `customer_number,payment_number,paid_on,amount,currency,kind,invoice_number
C1,R1,2026-06-01,100.00,GBP,returned payment,I1
`,
  });
  expect(await rows(`select allocated_minor, settled_on from invoice where number = 'I1'`)).toEqual([
    { allocated_minor: 0, settled_on: null },
  ]);
});
