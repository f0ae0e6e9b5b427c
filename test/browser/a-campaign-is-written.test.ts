import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// A long form is looked at three times.
jest.setTimeout(180_000);

// Somebody in finance changes whom we remind and what we say, and sees what it does before it counts.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct({ now: '2026-11-23T09:00:00Z' });
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await letIn(context, product, product.manager);
  page = await context.newPage();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
async function pictures(name: string): Promise<void> {
  for (const [look, size, scheme] of [
    ['light', { width: 1280, height: 900 }, 'light'],
    ['dark', { width: 1280, height: 900 }, 'dark'],
    ['phone', { width: 390, height: 844 }, 'light'],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: path.join(screenshots, `${name}-${look}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a draft is written in a form; what is wrong is said, all of it, and nothing typed is lost', async () => {
  await page.goto(`${product.url}/reminders?tab=campaign`);
  await button('Write a draft').click();
  await page.getByLabel('What is new about it').fill('Ten days before, for large amounts');
  const second = page.getByRole('group', { name: 'Step 2' });
  await second.getByLabel('Name').fill('T-10');
  await second.getByLabel('Days from the due day').fill('0');
  await second.getByText('For whom').click();
  await second.getByLabel('Chance of late from').fill('20');
  await second.getByLabel('Open from').fill('1250.5');
  await second.getByLabel('How').selectOption('Text message');
  await page.reload();
  await second.getByText('For whom').click();
  expect(await second.getByLabel('Chance of late from').inputValue()).toBe('20');
  await pictures('campaign-editor');
  await button('Keep the draft').click();
  await page.getByText(/T-10: the days must be from -90/).waitFor();
  await second.getByLabel('Days from the due day').fill('-10');
  await button('Keep the draft').click();
});

test('what it changes in the fourteen days to come is shown before it is activated', async () => {
  await page.getByText(/were the ledger to stay as it is/).waitFor();
  await page.getByRole('heading', { name: /^Draft of/ }).waitFor();
  await page.getByText('chance of late from 20').first().waitFor();
  await page
    .getByText(/open from .*1,250\.50/)
    .first()
    .waitFor();
  await page.getByRole('cell', { name: 'Text message' }).first().waitFor();
  await pictures('campaign-draft');
  await button('Activate the draft').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Activate the draft' }).click();
  await page.getByText('The draft is the campaign now.').waitFor();
});

test('whoever stops all sending says why, and everybody reads it', async () => {
  await button('Stop all sending').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('The bank has sent the wrong file.');
  await dialog.getByRole('button', { name: 'Stop all sending' }).click();
  await page.getByText(/Why: The bank has sent the wrong file\./).waitFor();
  await pictures('campaign-stopped');
  await button('Let messages go out').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let messages go out' }).click();
  await page.getByText('Messages go out.').waitFor();
});

test('a template is tried on a real customer, refused while it is wrong, and set', async () => {
  await page.goto(`${product.url}/reminders?tab=templates`);
  await button('Open One falls due, English').click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('iframe').waitFor();
  await dialog.getByLabel('Subject').fill('Soon: {number}');
  await dialog.getByRole('button', { name: 'Set the words' }).click();
  await dialog.getByText(/There is no field \{number\} here/).waitFor();
  await dialog.getByLabel('Subject').fill('Soon: {invoice}');
  await dialog.getByRole('button', { name: 'Show what it says' }).click();
  await dialog.getByText(/^Soon: (?!\{)/).waitFor();
  await dialog.getByText(/As a text message, sent and paid for as \d/).waitFor();
  await pictures('template');
  await dialog.getByRole('button', { name: 'Set the words' }).click();
  await page.getByText('Set. Messages planned from now on say it so.').waitFor();
  await page.getByText('Soon: {invoice}').waitFor();
});

test('other words are tried on half of the customers; what comes of it is told, and a person may end it', async () => {
  await page.goto(`${product.url}/reminders?tab=templates`);
  await page.getByText('No words were tried against others yet.').waitFor();
  await button('Open One was due, English').click();
  const dialog = page.getByRole('dialog');
  const tries = dialog.getByRole('button', { name: 'Try them on half of the customers' });
  expect(await tries.isDisabled()).toBe(true);
  await dialog.getByLabel('Subject').fill('Still open: {number}');
  await tries.click();
  await dialog.getByText(/There is no field \{number\} here/).waitFor();
  await dialog.getByLabel('Subject').fill('Still open: {invoice}');
  await tries.click();
  await page.getByText('Half of the customers get these words from now on.', { exact: false }).waitFor();
  const table = page.getByRole('table', { name: 'Comparisons of templates' });
  await table.getByText('2. Still open: {invoice}').waitFor();
  await table.getByText('too early to tell').waitFor();
  await table.getByText('It goes on: neither is shown to be worse').waitFor();
  await pictures('template-comparison');
  await table.getByRole('button', { name: 'End it' }).click();
  await dialog.getByLabel('The second: Still open: {invoice}').check();
  await dialog.getByLabel('Why').fill('It reads better.');
  await dialog.getByRole('button', { name: 'End the comparison' }).click();
  await page.getByText('Messages planned from now on say the second.', { exact: false }).waitFor();
  await table.getByText(/the second is used\. It reads better\./).waitFor();
  await page.getByRole('table', { name: 'Templates', exact: true }).getByText('Still open: {invoice}').waitFor();
});
