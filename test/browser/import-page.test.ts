import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// What somebody reads on the import page before a file is theirs: which columns, and who signs in afterwards.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function visitor(look: { dark?: boolean; phone?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: look.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${product.url}/import`);
  await page
    .getByRole('button', { name: /finance/i })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Import your ledger' }).waitFor();
  return page;
}

test.each([
  ['light', {}],
  ['dark', { dark: true }],
  ['phone', { phone: true }],
])('each column of our own files is told beside its example, by keyboard too (%s)', async (name, look) => {
  const page = await visitor(look);
  await page.getByText('Its 9 columns').first().focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table', { name: 'Columns of invoices-with-clearing.csv' });
  await table.waitFor();
  const row = await table.getByRole('row', { name: /cleared_on/ }).textContent();
  expect(row).toContain('column, cells may be empty');
  expect(row).toContain('The day the invoice was paid in full');
  expect(await page.getByRole('link', { name: 'invoices-with-clearing.csv' }).getAttribute('href')).toBe(
    '/examples/invoices-with-clearing.csv',
  );
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.screenshot({ path: path.join(screenshots, `import-columns-${name}.png`), fullPage: true });
  await page.context().close();
});

test.each([
  ['light', {}],
  ['phone', { phone: true }],
])('before the demo book is replaced the page says how one signs in afterwards (%s)', async (name, look) => {
  const page = await visitor(look);
  const csv =
    'customer_number,invoice_number,issued_on,due_on,amount,currency\nR1,I1,2026-03-01,2026-03-31,10.00,EUR\n';
  await page.setInputFiles('input[type=file]', { name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByText('The demo book will be removed').waitFor();
  const sentence = page.getByText('From then on nobody signs in by one click');
  expect(await sentence.textContent()).toContain(
    'npx goodstanding people add you@example.com --name "Your Name" --role manager',
  );
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.screenshot({ path: path.join(screenshots, `import-last-click-${name}.png`), fullPage: true });
  await page.getByLabel('Keep the demo book').check();
  expect(await sentence.count()).toBe(0);
  await page.context().close();
});
