import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { invoiceHeader, runImport } from '../support/imports.js';
import { type Product, startApi } from '../support/product.js';

jest.setTimeout(180_000);

// A customer that is written to by letter: its address is imported, its letter printed, downloaded and posted.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;

const campaign = {
  note: 'by letter',
  steps: [{ key: 'T-7 letter', offsetDays: -7, channel: 'LETTER', audience: {} }],
  ...{ gapDays: 3, catchUpDays: 3, cashFeedDays: null, holdoutShare: 0, holdoutHighRisk: false },
  ...{ sendFrom: '09:00', sendUntil: '16:30', mostPerHour: 100 },
};

beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startApi({ now: '2026-11-23T09:00:00Z' });
  const files = {
    'customers.csv': 'customer_number,name,country,contact_address\nC1,Grey Mill Ltd,GB,3 Mill Lane; Leeds LS1 4AP\n',
    'invoices.csv': `${invoiceHeader}C1,M1,2026-10-30,2026-11-30,250.00,EUR\n`,
  };
  // Twice, as each month: the address makes one contact.
  await runImport(product, files);
  await runImport(product, files);
  const { draftCampaign } = await product.gql(
    'mutation ($input: CampaignDraftInput!) { draftCampaign(input: $input) { id } }',
    { input: campaign },
  );
  await product.gql('mutation ($id: ID!) { activateCampaign(input: { campaignId: $id }) { id } }', draftCampaign);
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await letIn(context, { url: product.url, manager: product });
  page = await context.newPage();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('an address that is imported twice is one contact, in lines as on an envelope', async () => {
  const { customers } = await product.gql(
    '{ customers { nodes { customer { contacts { nodes { name postalAddress } } } } } }',
  );
  expect(customers.nodes[0].customer.contacts.nodes).toEqual([
    { name: 'Grey Mill Ltd', postalAddress: '3 Mill Lane\nLeeds LS1 4AP' },
  ]);
});

test('the letter is printed, downloaded and marked as posted, in light, dark and on a phone', async () => {
  await page.goto(`${product.url}/reminders`);
  await page.getByText('1 letter of 23 Nov 2026: 1 to print.').waitFor();
  await button('Print the letters').click();
  await page.getByText('1 letter of 23 Nov 2026: 1 printed, to be posted.').waitFor();
  for (const [look, width, colorScheme] of [
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: path.join(screenshots, `letters-${look}.png`), fullPage: true });
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the printed letters' }).click(),
  ]);
  const file = path.join(screenshots, 'letters.pdf');
  await download.saveAs(file);
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  await button('They are posted').click();
  await page.getByText('Written down.').waitFor();
  await page.getByText(/1 letter of 23 Nov 2026/).waitFor({ state: 'detached' });
});
