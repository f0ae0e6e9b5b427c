import fs from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

let product: StartedProduct;
let browser: Browser;
let page: Page;
const away: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', acceptDownloads: true });
  await letIn(page.context(), product);
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(product.url)) away.push(request.url());
  });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const ageing = () => page.getByRole('figure', { name: 'How old is what we are owed, and from whom?' });

test('by keyboard alone one walks the ageing chart, and Enter opens the invoices of a part', async () => {
  await page.goto(product.url);
  await page.locator('[data-part][tabindex="0"]').focus();
  expect(await label()).toMatch(/^Grade A, not yet due: EUR/);
  await page.keyboard.press('ArrowUp');
  expect(await label()).toMatch(/^Grade B, not yet due: EUR/);
  await page.keyboard.press('ArrowRight');
  expect(await label()).toMatch(/^Grade B, 1–30 days: EUR/);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/invoices?grade=B&bucket=DAYS_1_TO_30');
  await page.getByRole('button', { name: 'Remove the filter Grade B' }).waitFor();
  const states = await page.getByRole('cell', { name: / late$/ }).allTextContents();
  expect(states.filter((text) => !(Number.parseInt(text, 10) <= 30))).toEqual([]);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'The book as of 22 Nov 2026' }).waitFor();
});

test('the chart is a table too, and its figures lead to the same invoices', async () => {
  await page.goto(product.url);
  await ageing().getByRole('button', { name: 'Table' }).click();
  const rows = await ageing().getByRole('rowheader').allTextContents();
  expect(rows).toEqual(expect.arrayContaining(['Grade A', 'Grade B', 'Grade C', 'Grade D', 'Grade E']));
  await ageing()
    .getByRole('row', { name: /^Grade E/ })
    .getByRole('link')
    .nth(1)
    .click();
  await page.waitForURL('**/invoices?grade=E&bucket=DAYS_1_TO_30');
});

test('the CSV holds the figures as numbers, and they add up', async () => {
  await page.goto(product.url);
  const waiting = page.waitForEvent('download');
  await ageing().getByRole('button', { name: 'CSV' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('ageing-by-grade.csv');
  const text = fs.readFileSync(await download.path(), 'utf8');
  const [head, ...rows] = text.replace('\uFEFF', '').trim().split('\r\n');
  expect(head).toBe(
    'Grade,Not yet due (EUR),1–30 days (EUR),31–60 days (EUR),61–90 days (EUR),over 90 days (EUR),Total (EUR)',
  );
  for (const row of rows) {
    const [, ...figures] = row.split(',').map((cell) => Math.round(Number(cell) * 100));
    const total = figures.pop();
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(total);
  }
});

test('the PNG is a picture', async () => {
  await page.goto(product.url);
  await page.locator('[data-part]').first().waitFor();
  const waiting = page.waitForEvent('download');
  await ageing().getByRole('button', { name: 'PNG' }).click();
  const bytes = fs.readFileSync(await (await waiting).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(5000);
});

test('the as-of day stays in the address and goes with every link', async () => {
  await page.goto(product.url);
  await page.getByLabel('As of').fill('2026-06-30');
  await page.getByRole('heading', { level: 1, name: 'The book as of 30 Jun 2026' }).waitFor();
  expect(new URL(page.url()).search).toBe('?asOf=2026-06-30');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('heading', { level: 1, name: 'Customers as of 30 Jun 2026' }).waitFor();
});

test('a slash finds any customer without the mouse, and arrows walk the rows of a table', async () => {
  await page.goto(`${product.url}/customers`);
  await page.getByRole('table', { name: 'Customers' }).waitFor();
  await page.locator('tbody tr a').first().focus();
  await page.keyboard.press('ArrowDown');
  const second = await page.locator('tbody tr a').nth(1).textContent();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second);
  await page.keyboard.press('/');
  const search = page.getByRole('dialog', { name: 'Search customers and invoices' });
  await search.getByRole('combobox').fill(second ?? '');
  await search.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: second ?? '' }).waitFor();
});

test('the page asks nobody but its own server', () => {
  expect(away).toEqual([]);
});
