import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { answerAll } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// On the page: a provider is asked, the report is read, one is typed in, and a vetting stands on one.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
const providers = new CreditProviders();
let product: Product;
let browser: Browser;
let customerId: number;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  answerAll(providers);
  product = await startApi({ env: await providers.listen() });
  const columns = { registration_number: '123456', country: 'GB', currency: 'GBP' };
  const firm = await TestLedger.of(product).customer('Sound Supplies Ltd', columns);
  await firm.invoice('I1', { issued: '2026-10-01', due: '2026-11-01', minor: 100_000 });
  customerId = firm.id;
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
  await providers.close();
});

async function open(place: string, look: { isPhone?: boolean; isDark?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: look.isPhone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    colorScheme: look.isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const [name = '', value = ''] = product.cookie.split('=');
  await context.addCookies([{ name, value, url: product.url }]);
  const page = await context.newPage();
  await page.goto(`${product.url}${place}`);
  await page.locator('h1').first().waitFor();
  return page;
}
const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });

test('a provider is asked, its report is read in words, and what it did not send is said beside the last good one', async () => {
  const page = await open(`/customers/${customerId}`);
  const panel = page.getByRole('region', { name: 'Credit checks' });
  await panel.getByText('No credit check yet.').waitFor();
  await panel.getByLabel('Whom to ask').selectOption({ label: 'Creditsafe' });
  await panel.getByRole('button', { name: 'Ask for a credit check' }).click();
  await panel.getByText('Creditsafe sent a report.').waitFor();
  await panel.getByRole('button', { name: 'Read the report' }).click();
  await panel.getByText('The chance of failure within a year is 1.5 %').waitFor();
  await panel.getByText('Altman’s Z″ is 3.63, in the safe zone.').waitFor();
  await panel.getByRole('button', { name: 'Ask for a credit check' }).click();
  await panel.getByText('None was paid for.').waitFor();
  providers.will('/creditsafe/v1/authenticate', { status: 503 });
  await panel.getByRole('button', { name: 'Ask for a new one all the same' }).click();
  await panel.getByText('The last good report. Creditsafe is out of order (503).').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'credit-checks-light');
});

test('a report on paper is typed in, and what is wrong is told at its field', async () => {
  const page = await open(`/customers/${customerId}`, { isDark: true });
  await page.getByRole('button', { name: 'Type a report in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Keep the report' }).click();
  await dialog.getByText('Where is it from?').waitFor();
  await dialog.getByLabel(/^Where it is from/).fill('The bank');
  await dialog.getByLabel('Unpaid court judgments').fill('2');
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: path.join(screenshots, 'credit-check-typed-in-dark.png') });
  await dialog.getByRole('button', { name: 'Keep the report' }).click();
  await page.getByText('The bank, typed in').waitFor();
});

test('on a phone nothing is wider than the screen, and the report can be read', async () => {
  const page = await open(`/customers/${customerId}`, { isPhone: true });
  const panel = page.getByRole('region', { name: 'Credit checks' });
  await panel.getByRole('button', { name: 'Read the report' }).first().click();
  await panel.getByText('2 unpaid court judgments.').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await picture(page, 'credit-checks-phone');
});

test('a vetting stands on a credit check that is asked for in the form', async () => {
  const page = await open('/vet');
  await page.getByLabel(/^Company or person/).fill('Sound Supplies Ltd');
  await page.getByLabel(/^Currency/).fill('GBP');
  await page.getByLabel(/^Value of the contract/).fill('60000');
  await page.getByLabel(/^Invoiced in a month/).fill('5000');
  await page.getByText('Details: registration').click();
  await page.getByLabel('Registration number').fill('12345678');
  await page.getByLabel('Country').fill('GB');
  await page.getByText('Ask a provider for a credit check').click();
  await page.getByLabel('Whom to ask').selectOption({ label: 'Creditsafe' });
  await page.getByRole('button', { name: 'Ask for a credit check' }).click();
  await page.getByText('The recommendation stands on a credit check.').waitFor();
  await page.getByRole('button', { name: 'Recommend' }).click();
  await page.getByText('The credit check puts the chance of failure within a year at 1.5 %.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture(page, 'vet-on-a-credit-check');
  await page.getByLabel(/^Company or person/).fill('Another Ltd');
  await page.getByText('The recommendation stands on a credit check.').waitFor({ state: 'detached' });
});
