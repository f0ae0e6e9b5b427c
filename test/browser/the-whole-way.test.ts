import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';
import { whatIsWritten } from '../support/what-is-written.js';

// Somebody in finance, on the first morning: from the ledger export to the answer “may we supply?”.
let product: StartedProduct;
let browser: Browser;
let page: Page;
let folder: string;
const broken: string[] = [];
const written = whatIsWritten();

beforeAll(async () => {
  product = await startProduct({ now: '2026-11-27T09:00:00Z', env: { LOG_LEVEL: 'trace' } }); // a Friday: on a Sunday nobody hears from us
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => broken.push(error.message));
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'goodstanding-export-'));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
  written.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The export of an accounting system: a prompt payer, and one that has stopped paying. */
function ledgerExport(): string[] {
  const invoices = ['customer_number,invoice_number,issued_on,due_on,amount,currency,payment_terms'];
  const payments = [
    'customer_number,payment_number,paid_on,amount,currency,kind,invoice_number,allocated_amount,allocated_on',
  ];
  for (let month = 1; month <= 9; month++) {
    const in2026 = (day: number, later = 0) =>
      `2026-${String(month + later).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    for (const [customer, daysLate] of [
      ['K-1', 0],
      ['K-2', 12],
    ] as const) {
      invoices.push(`${customer},${customer}-${month},${in2026(1)},${in2026(10, 1)},1000.00,EUR,net 40`);
      if (customer === 'K-1' || month < 7)
        payments.push(
          `${customer},P-${customer}-${month},${in2026(10 + daysLate, 1)},1000.00,EUR,payment,${customer}-${month},1000.00,${in2026(10 + daysLate, 1)}`,
        );
    }
  }
  // Who pays promptly hears three days before the due day: on the Friday.
  invoices.push('K-1,K-1-due,2026-10-20,2026-11-30,2500.00,EUR,net 40');
  const files = {
    'customers.csv': [
      'customer_number,name,entity_type,country,currency,registration_number,parent_number,terms_days,credit_limit,contact_name,contact_email,contact_phone',
      'K-1,Prompt Bakery GmbH,company,DE,EUR,,,40,5000.00,Anna Krug,anna@prompt-bakery.example,',
      'K-2,Silent Garage GmbH,company,DE,EUR,,,40,2000.00,Udo Pahl,udo@silent-garage.example,',
    ],
    'invoices.csv': invoices,
    'payments.csv': payments,
  };
  return Object.entries(files).map(([name, lines]) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  });
}

const go = (place: string) => page.goto(`${product.url}${place}`);
const button = (name: string | RegExp) => page.getByRole('button', { name });

test('on the demo book each role is one click away', async () => {
  await go('/import');
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await button(/^Manager: /).click();
  await page.getByRole('heading', { level: 1, name: 'Import your ledger' }).waitFor();
});

test('a dropped ledger is checked first and then takes the place of the demo book', async () => {
  await go('/import');
  await page.locator('input[type=file]').setInputFiles(ledgerExport());
  await button(/^Import all/).waitFor();
  await page
    .getByText(/demo book/i)
    .last()
    .waitFor();
  await button(/^Import all/).click();
  await page.getByRole('link', { name: /Open the portfolio/ }).click();
  await page.getByRole('heading', { level: 1, name: /The book as of/ }).waitFor();
  await page.getByText(/for the last time\. Make yourself a person/).waitFor();
  // Three of the silent one's invoices are overdue; with the one that is not due yet: 3,000 + 2,500.
  await page.getByText('€5,500').or(page.getByText('EUR 5,500')).first().waitFor();
});

test('the customers are scored, and the reasons are told', async () => {
  await go('/customers');
  await page.getByText('Silent Garage GmbH').first().click();
  await page.getByRole('heading', { level: 1, name: /Silent Garage GmbH/ }).waitFor();
  await page
    .getByText(/overdue; the oldest invoice fell due on/)
    .first()
    .waitFor();
});

test('a prospect is vetted and the decision kept', async () => {
  await go('/vet');
  await page.getByLabel('Company or person').fill('New Shop Ltd');
  await page.getByLabel('What it is in law').selectOption({ label: 'Company' });
  await page.getByLabel('Currency').fill('EUR');
  await page.getByLabel('Value of the contract').fill('60,000.00');
  await page.getByLabel('Invoiced in a month').fill('5000');
  await page.getByLabel('Terms it asks for').fill('30');
  await button('Recommend').click();
  await button('Keep this decision').click();
  await page.getByText('New Shop Ltd').nth(0).waitFor();
});

test('the reminder goes out once, into the mailbox', async () => {
  await go('/reminders?on=2026-11-30');
  await page.getByText(/The messages of 30 Nov 2026 go out on that day/).waitFor();
  await go('/reminders');
  await button('Send 1 message').click();
  await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
  await page.getByText(/1 message of this day: 1 sent/).waitFor();
  await go('/reminders?tab=mailbox');
  await page.getByText('Rechnung K-1-due ist am 30. Nov. 2026 fällig').first().waitFor();
  await go('/reminders');
  await page
    .getByText(/reminded of this due day already/)
    .first()
    .waitFor();
});

test('the one that stopped paying is put on hold by a person, and the shop is told no', async () => {
  await go('/stop-list');
  await button('Put orders on hold: Silent Garage GmbH').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Put orders on hold/ })
    .click();
  await page
    .getByRole('heading', { name: /on hold/i })
    .last()
    .waitFor();
  await go('/customers');
  await page.getByText('Silent Garage GmbH').first().click();
  await page.getByLabel('Value of the order').fill('100');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await page
    .getByText(/are on hold since/)
    .first()
    .waitFor();
});

test('nothing broke on the way', () => {
  expect(broken).toEqual([]);
});

test('no cookie and no link of that morning stands in the log, at its loudest', async () => {
  const { link } = await product.addPerson('nell@new.example', 'Nell New');
  const cookies = (await page.context().cookies()).map(({ value }) => value);
  const signedIn = [product.manager, product.admin].map(({ cookie }) => cookie.split('=')[1] as string);
  const log = written.text();
  expect(cookies.length).toBeGreaterThan(0);
  expect(log).toContain('POST /graphql');
  expect([...cookies, ...signedIn, link.split('#')[1] as string].filter((secret) => log.includes(secret))).toEqual([]);
});
