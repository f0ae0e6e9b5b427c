import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

jest.setTimeout(180_000);

// On the page of a customer: somebody to write to is typed in and changed; reminders are let rest, and go on.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: Product;
let browser: Browser;
let page: Page;
let customerId: number;

beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startApi({ now: '2026-11-23T09:00:00Z' });
  const customer = await TestLedger.of(product).customer('Grey Mill Ltd', { country: 'GB' });
  await customer.invoice('M1', { issued: '2026-10-30', due: '2026-11-30', minor: 25_000 });
  customerId = customer.id;
  browser = await launchBrowser();
  const context = await browser.newContext({
    ...{ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', locale: 'en-GB' },
  });
  await letIn(context, { url: product.url, manager: product });
  page = await context.newPage();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
async function inEachLook(name: string): Promise<void> {
  for (const [look, width, colorScheme] of [
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: path.join(screenshots, `${name}-${look}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a contact is added where there was none, and changed', async () => {
  await page.goto(`${product.url}/customers/${customerId}`);
  await page.getByText('Nobody to write to or call is known.').waitFor();
  await button('Add a contact').click();
  await page.getByLabel('Name').fill('Ms Mill');
  expect(await button('Add the contact').isDisabled()).toBe(true);
  await page.getByLabel('E-mail').fill('pay@mill');
  await button('Add the contact').click();
  await page.getByText('The e-mail address is not one, such as pay@company.example').waitFor();
  await page.getByLabel('E-mail').fill('pay@mill.example');
  await page.getByLabel('Postal address').fill('3 Mill Lane\nLeeds LS1 4AP');
  await inEachLook('contact-dialog');
  await button('Add the contact').click();
  const contacts = page.getByRole('list', { name: 'Contacts' });
  await contacts.getByText('3 Mill Lane, Leeds LS1 4AP').waitFor();
  await button('Change Ms Mill').click();
  await page.getByLabel('What they do there').fill('accounts payable');
  await button('Change the contact').click();
  await contacts.getByText('accounts payable').waitFor();
});

test('reminders are let rest with a reason and a last day, stand among those at rest, and go on by one press', async () => {
  await button('Let reminders rest').first().click();
  await page.getByLabel('Last day').fill('2026-12-04');
  await page.getByLabel('Note').fill('Ms Mill said so on the telephone.');
  await inEachLook('rest-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Let reminders rest' }).click();
  const atRest = page.getByRole('list', { name: 'Reminders at rest' });
  await atRest.getByText('rest since 23 Nov 2026 until 4 Dec 2026: payment is promised').waitFor();
  await inEachLook('customer-at-rest');
  await page.goto(`${product.url}/reminders?tab=rest`);
  const row = page.getByRole('table', { name: 'Reminders at rest' }).getByRole('row').filter({ hasText: 'Grey Mill' });
  await row.getByText('Ms Mill said so on the telephone.').waitFor();
  await inEachLook('reminders-rest');
  await button('Let reminders go on for Grey Mill Ltd').click();
  await page.getByText('No reminders rest.').waitFor();
  await button('Those that are over, too').click();
  await row.getByText('Ended 23 Nov 2026').waitFor();
});
