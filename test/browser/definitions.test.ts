import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// Finance changes what scores are measured by, and vets a customer on what it paid.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  await letIn(page.context(), product);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
const picture = (name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`) });

test('a definition of default says what it would count, and then waits for another person', async () => {
  await page.goto(`${product.url}/definitions`);
  await page.getByRole('button', { name: 'Change the definition' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^It would count \d+ customers \(.+\): 0 more than now, 0 no longer\.$/).waitFor();
  await dialog.getByLabel('Days past due').fill('30');
  await dialog.getByText(/: [1-9]\d* more than now, 0 no longer\.$/).waitFor();
  await picture('definitions-dialog');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('Days past due').fill('0');
  expect(await dialog.getByRole('button', { name: 'Ask another person' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Days past due').fill('60');
  await dialog.getByLabel('Why').fill('Our insurer counts from 60 days.');
  await dialog.getByRole('button', { name: 'Ask another person' }).click();
  await page.getByText(/asks: Count as a default, from .* 60 days past due/).waitFor();
  await page.getByText(/100 EUR or more, undisputed and 90 days past due/).waitFor();
}, 120_000);

test('a scale of a bureau is replaced line by line, with its source', async () => {
  await page.getByRole('button', { name: 'Change what Creditsafe, 0–100 means' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bands').fill('51, 100, good, 0.5\nnonsense');
  await dialog.getByText(/“nonsense” is no band/).waitFor();
  await picture('definitions-scale');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('Bands').fill('51, 100, good, 0.5\n0, 50, poor, 9');
  await dialog.getByLabel('Where from').fill('Our licence of 2026.');
  await dialog.getByRole('button', { name: 'Set the scale' }).click();
  await page.getByText(/51–100 \(good\)/).waitFor();
}, 120_000);

test('a customer is vetted from its page: the form knows it, and the offer says what it stands on', async () => {
  await page.goto(`${product.url}/customers/7`);
  await page.getByRole('link', { name: 'Vet it' }).click();
  await page.getByText(/is a customer: what it paid counts beside the credit check/).waitFor();
  expect(await page.getByLabel('Company or person').inputValue()).not.toBe('');
  await page.getByLabel('Value of the contract').fill('60,000.00');
  await page.getByLabel('Invoiced in a month').fill('5,000.00');
  await page.getByRole('button', { name: 'Recommend' }).click();
  const panel = page.getByRole('region', { name: 'Recommendation' });
  await panel.getByText(/^\d+ % (credit check|accounts and answers), \d+ % own history, \d+ invoices[;.]/).waitFor();
  await page.screenshot({ path: path.join(screenshots, 'vet-a-customer.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Keep this decision' }).click();
  await panel.getByText('Kept.').waitFor();
  await page.goto(`${product.url}/customers/7`);
  await page
    .getByRole('table', { name: 'What was decided' })
    .getByText(/% own history/)
    .waitFor();
}, 120_000);
