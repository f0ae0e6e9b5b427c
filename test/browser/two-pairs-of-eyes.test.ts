import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// An invoice is written off, and a decline overridden, by two people: one asks on the page, another approves.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
let finance: Page;
let manager: Page;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct();
  browser = await launchBrowser();
  [finance, manager] = [await entered('Finance: '), await entered('Manager: ')];
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function entered(role: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${product.url}/approvals`);
  await page.getByRole('button', { name: role }).click();
  await page.getByRole('heading', { level: 1, name: /second pair of eyes/ }).waitFor();
  return page;
}
const picture = (page: Page, name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`) });
async function looksGood(page: Page, name: string) {
  await picture(page, `${name}-light`);
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await picture(page, `${name}-dark-phone`);
  expect(await axeFindings(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 900 });
}
async function approve(what: RegExp) {
  await manager.goto(`${product.url}/approvals`);
  await manager.getByRole('button', { name: what }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve and do it' }).click();
  await manager.getByText(/^Nothing waits/).waitFor();
}

test('what an invoice leaves open is written off once the manager approves', async () => {
  await finance.goto(`${product.url}/customers`);
  await finance.getByRole('table').getByRole('link').first().click();
  await finance.getByRole('heading', { level: 2, name: 'Invoices', exact: true }).waitFor();
  const button = finance.getByRole('button', { name: /^Write off invoice/ }).first();
  await button.waitFor();
  const name = (await button.getAttribute('aria-label')) ?? '';
  await button.click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByLabel(/^Why is it given up/).fill('The company was dissolved.');
  await looksGood(finance, 'write-off');
  await dialog.getByRole('button', { name: 'Ask to write it off' }).click();
  await finance.getByText(/^Asked\. Until another person approves it/).waitFor();
  await approve(/^Approve: Write off/);
  await finance.reload();
  await finance.getByRole('heading', { level: 2, name: 'Invoices', exact: true }).waitFor();
  await finance
    .getByText(/\d invoices?/)
    .first()
    .waitFor();
  expect(await finance.getByRole('button', { name, exact: true }).count()).toBe(0);
}, 60_000);

test('a decline is overridden once the manager approves, and the list says against what', async () => {
  await finance.goto(`${product.url}/vet`);
  await finance.evaluate(
    (body) => fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    JSON.stringify({
      query: `mutation { vet(input: { companyName: "Alder & Sons", entityType: COMPANY, currency: "EUR", contractValueMinor: 1200000,
        monthlyRunMinor: 100000, termsDaysAsked: 30, insolvent: true, keep: true }) { decision { id } } }`,
    }),
  );
  await finance.reload();
  await finance.getByRole('button', { name: 'Override the decline of Alder & Sons' }).click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByLabel(/^Ground/).selectOption({ label: 'A deposit, guarantee or insurance covers it' });
  await dialog.getByLabel(/^Why\?/).fill('Its bank guarantees EUR 20,000.');
  await looksGood(finance, 'override');
  await dialog.getByRole('button', { name: 'Ask to override it' }).click();
  await finance.getByText(/^Asked\. Until another person approves it, Alder & Sons stays declined/).waitFor();
  await approve(/^Approve: Override the decline of Alder & Sons/);
  await finance.reload();
  await finance.getByText('Approve with conditions, against “decline”').first().waitFor();
  await looksGood(finance, 'decisions-overridden');
}, 60_000);
