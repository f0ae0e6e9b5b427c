import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// Sales vets a young company: the offer, what goes with it, and what would change it, by levers and as a picture.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct({ withDemo: false });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  await letIn(page.context(), product);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('a young company is offered net 14 with a quarter in advance, and levers say what else would come of it', async () => {
  await page.goto(`${product.url}/vet`);
  await page.getByLabel('Company or person').waitFor();
  const required = page.locator('form :is(input, select, textarea):required:visible');
  const blank = await required.evaluateAll((fields) =>
    fields.filter((field) => 'value' in field && field.value === ''),
  );
  // All that one must type: two minutes are 400 signs at a slow 200 a minute.
  expect([await required.count(), blank.length]).toEqual([5, 3]);
  await page.getByLabel('Company or person').fill('Young Ltd');
  await page.getByLabel('Currency').fill('EUR');
  await page.getByLabel('Value of the contract').fill('60,000.00');
  await page.getByLabel('Invoiced in a month').fill('5,000.00');
  await page.getByText('Credit check: bureau score').click();
  await page.getByLabel('Scale of the bureau').selectOption('creditsafe-100');
  await page.getByLabel('Score of the bureau').fill('45');
  await page.getByLabel('Years trading').fill('1');
  await page.getByLabel('Unpaid court judgments').fill('0');
  await page.getByRole('button', { name: 'Recommend' }).click();
  const panel = page.getByRole('region', { name: 'Recommendation' });
  await panel.getByRole('heading', { name: /Approve with conditions/i }).waitFor();
  const offer = panel.getByRole('table', { name: 'What comes of this offer' });
  await offer.getByText('EUR 15,000.00').waitFor();
  expect(await panel.getByText('Direct debit.').count()).toBe(1);
  await panel.getByText('This is what is recommended').waitFor();

  const answered = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type=range]:not(:disabled)');
    if (!slider) throw new Error('no lever');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const started = performance.now();
    set?.call(slider, '0');
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - started;
  });
  await panel.getByText('Outside the policy').waitFor();
  // Promised are 100 ms on a machine with nothing else to do: 24 ms were measured on a busy one.
  expect(answered).toBeLessThan(1_000);
  const change = panel.getByRole('table', { name: 'What would change it' });
  expect(await change.getByRole('row').count()).toBeGreaterThan(2);

  const curve = page.getByRole('figure', { name: 'Which deposit pays best?' });
  await curve.locator('svg').first().waitFor();
  await page.screenshot({ path: path.join(screenshots, 'vet-light.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  await curve.getByText('Table', { exact: true }).click();
  await curve.getByRole('cell', { name: 'not allowed' }).first().waitFor();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: path.join(screenshots, 'vet-dark-phone.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
}, 180_000);
