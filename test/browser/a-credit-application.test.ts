import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// Sales begins an application, hands the company a link, and the company sends its form in without ever signing in.
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

test('an application is begun, kept as it is typed, sent, filled in by the company, and read here', async () => {
  await page.goto(`${product.url}/vet`);
  await page.getByLabel('Company or person').fill('Ink Works');
  await page.getByLabel('Value of the contract').fill('60.000,0');
  await page.getByRole('button', { name: 'Keep as an application' }).click();
  await page.getByText('Application of Ink Works.').waitFor();
  // What is wrong is kept as well.
  await page.getByLabel('Invoiced in a month').fill('five thousand');
  await page.getByText('What you typed is kept.').waitFor();
  await page.reload();
  await page.getByText('Application of Ink Works.').waitFor();
  expect(await page.getByLabel('Invoiced in a month').inputValue()).toBe('five thousand');
  expect(await page.getByLabel('Value of the contract').inputValue()).toBe('60.000,0');
  await page.getByRole('button', { name: 'Send the company a form' }).click();
  await page.getByLabel('Our name').fill('Paper & Co');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.screenshot({ path: path.join(screenshots, 'application-link.png') });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();

  const outside = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  const form = await outside.newPage();
  await form.goto(product.url + new URL(link).pathname + new URL(link).hash);
  await form.getByRole('heading', { name: 'Credit application for Paper & Co' }).waitFor();
  expect(await form.title()).toBe('Credit application for Paper & Co');
  expect(await form.getByText('Goodstanding').count()).toBe(0);
  const required = form.locator('form :is(input, select, textarea):required:visible');
  const blank = await required.evaluateAll((fields) => fields.filter((of) => 'value' in of && of.value === ''));
  // All that a company must answer, the tick that agrees among them.
  expect([await required.count(), blank.length]).toEqual([7, 5]);
  const answers: [string, string][] = [
    ['Registered name', 'Ink Works Ltd'],
    ['Country', 'GB'],
    ['Number in the register of companies', '12'],
    ['Who pays the invoices', 'Ida Ink'],
    ['Their e-mail address', 'ida@ink.example'],
    ['Your name', 'Ida Ink'],
  ];
  for (const [label, text] of answers) await form.getByLabel(label, { exact: false }).first().fill(text);
  await form.getByLabel('What it is in law').selectOption('COMPANY');
  await form.getByText('What you typed is kept.', { exact: true }).waitFor();
  await form.reload();
  expect(await form.getByLabel('Registered name').inputValue()).toBe('Ink Works Ltd');
  await form.getByLabel('Your name').fill('Ida Ink');
  await form.getByRole('checkbox').check();
  await form.getByRole('button', { name: 'Send it in to Paper & Co' }).click();
  await form.getByText(/“12” is no company number of the United Kingdom/).waitFor();
  await form.screenshot({ path: path.join(screenshots, 'apply-phone.png'), fullPage: true });
  expect(await axeFindings(form)).toEqual([]);
  await form.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(form)).toEqual([]);
  await form.screenshot({ path: path.join(screenshots, 'apply-phone-dark.png'), fullPage: true });
  await form.getByLabel('Number in the register').fill('00123456');
  await form.getByRole('button', { name: 'Send it in to Paper & Co' }).click();
  await form.getByText(/Sent in\. Paper & Co has what you wrote/).waitFor();
  await form.goto(`${product.url}/apply#nothing`);
  await form.reload();
  await form.getByText(/This link opens no form/).waitFor();
  await outside.close();

  await page.reload();
  await page.getByText('Sent in by the company').first().waitFor();
  expect(await page.getByLabel('Company or person').inputValue()).toBe('Ink Works Ltd');
  await page.getByText('Contact, group, trade references').click();
  expect(await page.getByLabel('Their e-mail address').inputValue()).toBe('ida@ink.example');
  await page.screenshot({ path: path.join(screenshots, 'application-submitted.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
}, 180_000);

async function recommendSound(): Promise<void> {
  await page.goto(`${product.url}/vet`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByLabel('Company or person').fill('Sound Ltd');
  await page.getByLabel('Value of the contract').fill('60,000.00');
  await page.getByLabel('Invoiced in a month').fill('5,000.00');
  await page.getByText('Credit check: bureau score').click();
  await page.getByLabel('Years trading').fill('12');
  await page.getByRole('button', { name: 'Recommend' }).click();
  await page.getByRole('heading', { name: 'What if?' }).waitFor();
}
const sum = () => page.getByRole('table', { name: 'What comes of this offer' });
const figure = async (name: string) =>
  (
    await sum()
      .getByRole('row', { name: new RegExp(`^${name}`) })
      .getByRole('cell')
      .textContent()
  )?.replace(/\s/g, ' ');

test('what is assumed can be otherwise for a what-if that changes its figures, and is not kept', async () => {
  await recommendSound();
  const lossBefore = await figure('Expected loss');
  const fundingBefore = await figure('Cost of waiting');
  await page.getByText('Assumptions: what if they were otherwise?').click();
  await page.getByLabel('Lost in an insolvency').fill('0.5');
  await page.getByLabel('What money costs us a year').fill('0.5');
  await page.getByRole('button', { name: 'Recommend' }).click();
  await page.getByText(/A what-if: something is assumed otherwise/).waitFor();
  expect(await figure('Expected loss')).not.toBe(lossBefore);
  expect(await figure('Cost of waiting')).not.toBe(fundingBefore);
  // 70 % of defaults insolvencies that now lose half, the others a fee of a quarter on what is collected of 52.1 %.
  expect(await figure('Lost of that')).toBe('53 %');
  expect(await page.getByRole('button', { name: 'Keep this decision' }).isDisabled()).toBe(true);
  await page.getByLabel('Lost in an insolvency').fill('');
  await page.getByLabel('What money costs us a year').fill('');
  await page.getByRole('button', { name: 'Recommend' }).click();
  await page.getByText(/A what-if: something is assumed otherwise/).waitFor({ state: 'detached' });
  expect(await figure('Expected loss')).toBe(lossBefore);
  expect(await page.getByRole('button', { name: 'Keep this decision' }).isEnabled()).toBe(true);
}, 120_000);

test('each step of a slider is answered within two frames and asks nobody; offers as good as the best have rings', async () => {
  await recommendSound();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const name of ['Deposit', 'Terms', 'Invoices']) {
    const slider = page.getByRole('slider', { name: new RegExp(`^${name}`) });
    const steps = await slider.evaluate(async (input: HTMLInputElement) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const table = document.querySelector('table[aria-label="What comes of this offer"]');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const seen: string[] = [];
      for (let at = 0; at <= Number(input.max); at++) {
        set?.call(input, String(at));
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await frame();
        await frame();
        seen.push(`${input.getAttribute('aria-valuetext')}: ${table?.textContent}`);
      }
      return seen;
    });
    expect(steps.length).toBeGreaterThan(2);
    expect(new Set(steps).size).toBe(steps.length);
  }
  expect(asked).toEqual([]);
  page.removeAllListeners('request');

  await page.reload();
  await recommendSound();
  const curve = page.getByRole('figure', { name: 'Which deposit pays best?' });
  await curve.locator('.recharts-scatter circle').first().waitFor();
  const rings = await curve.locator('.recharts-scatter circle[r="5"]').count();
  await curve.getByText('Table', { exact: true }).click();
  const rows = await curve.getByRole('row').allTextContents();
  expect(rings).toBe(rows.filter((row) => /as good/i.test(row)).length);
  expect(rings).toBeGreaterThan(0);
}, 120_000);
