import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { answerAll, profile } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { textOfPdf } from '../support/documents.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// From the form to what is decided: approved on the spot and taken on, declined, referred, overridden; and the letters.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
const providers = new CreditProviders();
let product: StartedProduct;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  answerAll(providers);
  providers.answers.set('/register/company/00333333', {
    ...profile,
    ...{ company_number: '00333333', company_name: 'GONE LIMITED', company_status: 'dissolved' },
  });
  product = await startProduct({ withDemo: false, env: await providers.listen() });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  await letIn(page.context(), product);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await providers.close();
});

const panel = () => page.getByRole('region', { name: 'Recommendation' });

async function fill(name: string, more: Record<string, string> = {}, entity = 'COMPANY'): Promise<void> {
  await page.goto(`${product.url}/vet`);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByLabel('Company or person').fill(name);
  await page.getByLabel('What it is in law').selectOption(entity);
  await page.getByLabel('Value of the contract').fill('60,000.00');
  await page.getByLabel('Invoiced in a month').fill('5,000.00');
  await page.getByText('Credit check: bureau score').click();
  await page.getByText('Details: registration').click();
  await page.getByLabel('Scale of the bureau').selectOption('creditsafe-100');
  for (const [label, text] of Object.entries(more)) await page.getByLabel(label, { exact: true }).fill(text);
}
async function recommend(outcome: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Recommend' }).click();
  await panel().getByRole('heading', { name: outcome }).waitFor();
}
const keep = async (name: string) => {
  await panel().getByRole('button', { name: 'Keep this decision' }).click();
  await panel().getByText(`Open ${name}`).waitFor();
};
const rowOf = (name: string) =>
  page.getByRole('table', { name: 'Decisions kept' }).getByRole('row').filter({ hasText: name });

/** The letter as somebody who clicks on it would have it. */
async function letterTo(name: string): Promise<string> {
  const address = await rowOf(name)
    .getByRole('link', { name: /^Letter to/ })
    .getAttribute('href');
  const answer = await page.request.get(`${product.url}${address}`);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  return (await textOfPdf(new Uint8Array(await answer.body()))).replace(/\s+/g, ' ');
}

const clean = {
  'Score of the bureau': '95',
  'Years trading': '15',
  'Unpaid court judgments': '0',
  'Net worth': '900,000.00',
  'Working capital': '500,000.00',
};

test('a clean company is approved on the spot, takes the offer, and is a customer; the letter has its figures', async () => {
  await fill('Clean Ltd', clean);
  await recommend(/^Approve$/);
  const limit = await panel()
    .getByText('Limit', { exact: true })
    .first()
    .locator('xpath=following-sibling::dd[1]')
    .textContent();
  await keep('Clean Ltd');
  await rowOf('Clean Ltd')
    .getByRole('button', { name: /What became of it/ })
    .click();
  await page.getByText(/Clean Ltd becomes a customer with a limit of/).waitFor();
  await page.screenshot({ path: path.join(screenshots, 'offer-dialog.png') });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take it on as a customer' }).click();
  await rowOf('Clean Ltd').getByText('Accepted').waitFor();
  await page.getByRole('table', { name: 'Offers taken by their deposit' }).getByText('1 of 1').waitFor();
  const letter = await letterTo('Clean Ltd');
  expect(letter).toContain(`Limit: ${limit?.replace(/\s/g, ' ')}`);
  expect(letter).toContain('Deposit: none');
  await page.screenshot({ path: path.join(screenshots, 'decisions.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
}, 120_000);

test('of a customer, what we would agree today stands beside what is agreed; a deposit comes in and is given back', async () => {
  await page.goto(`${product.url}/customers?search=Clean`);
  await page.getByRole('link', { name: 'Clean Ltd' }).first().click();
  const terms = page.getByRole('region', { name: 'What is agreed, and what we would agree today' });
  await terms.getByRole('button', { name: 'See what we would agree today' }).click();
  await terms.getByRole('listitem').first().waitFor();
  const cells = await terms
    .getByRole('row', { name: /^Limit/ })
    .getByRole('cell')
    .allTextContents();
  expect(cells).toEqual([expect.stringMatching(/^EUR/), expect.stringMatching(/^EUR/)]);
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: path.join(screenshots, 'customer-terms.png'), fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 390);
  await terms.scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(screenshots, 'customer-terms-phone.png') });
  await page.setViewportSize({ width: 1280, height: 900 });
  await terms.getByLabel('Limit it asks for').fill('20,000');
  await terms.getByRole('button', { name: 'See what we would agree today' }).click();
  await terms.getByText(/can be agreed/).waitFor();
  await terms.getByRole('button', { name: 'Keep it as a decision' }).click();
  await terms.getByRole('button', { name: 'Say what became of the offer' }).waitFor();
  await terms.getByRole('button', { name: 'Note a deposit' }).click();
  await page.getByLabel('Amount').fill('500.00');
  await page.getByLabel('The payment it came with').fill('Statement 7');
  await page.getByRole('button', { name: 'Note the deposit' }).click();
  await terms.getByText(/EUR\s500.00 of the deposit are to be given back/).waitFor();
  await terms.getByRole('button', { name: 'Give the deposit back' }).click();
  await page.getByLabel('Why').fill('Nothing was agreed of one');
  await page.getByRole('dialog').getByRole('button', { name: 'Give the deposit back' }).click();
  await page.getByText(/Given back to Clean Ltd/).waitFor();
}, 120_000);

test('a struck-off company is declined: the rule is its reason, and there are no deposit and no terms', async () => {
  await fill('Gone Ltd', { 'Registration number': '00333333', Country: 'GB' });
  await page.getByLabel('Scale of the bureau').selectOption('');
  await page.getByText('Ask a provider for a credit check').click();
  await page.getByLabel('Whom to ask').selectOption({ label: 'Companies House' });
  await page.getByRole('button', { name: 'Ask for a credit check' }).click();
  await page.getByText('The recommendation stands on a credit check.').waitFor();
  await recommend(/^Decline$/);
  await panel().getByText('The register has it as dissolved or closed.').first().waitFor();
  expect(await panel().getByText('Deposit', { exact: true }).count()).toBe(0);
  expect(await panel().getByText('What if?').count()).toBe(0);
  await page.screenshot({ path: path.join(screenshots, 'vet-declined.png'), fullPage: true });
  await keep('Gone Ltd');
  expect(await letterTo('Gone Ltd')).toMatch(/cannot supply you on credit.*dissolved or closed/);
}, 120_000);

test('a sole trader is referred, with the notice of its rights; a person decides, and another approves', async () => {
  const poor = { 'Score of the bureau': '5', 'Years trading': '1', 'Unpaid court judgments': '4' };
  await fill('Sole Trader', poor, 'SOLE_TRADER');
  await recommend(/^Refer/);
  await panel()
    .getByText(/Treated as a natural person: tell them how this was decided/)
    .waitFor();
  await keep('Sole Trader');
  expect(await letterTo('Sole Trader')).toContain('You may ask that a person reviews the decision');
  await rowOf('Sole Trader')
    .getByRole('button', { name: /Decide about the referral/ })
    .click();
  await page.getByLabel('Decide instead').selectOption('DECLINE');
  await page.getByLabel('Ground').selectOption('NEWER_INFORMATION');
  await page.getByLabel('Why?').fill('It has closed its shop.');
  await page.getByRole('button', { name: 'Decline it' }).click();
  await rowOf('Sole Trader')
    .getByText(/against “refer/)
    .waitFor();
}, 120_000);

test('a manager overrides a decline: asked, and kept with its reason for another to approve', async () => {
  await fill('Insolvent Ltd');
  await page.getByLabel('Scale of the bureau').selectOption('');
  await page.getByLabel('Insolvency procedure').selectOption('yes');
  await recommend(/^Decline$/);
  await keep('Insolvent Ltd');
  await rowOf('Insolvent Ltd')
    .getByRole('button', { name: /Override the decline/ })
    .click();
  await page.getByLabel('Ground').selectOption('SECURED');
  await page.getByLabel('Why?').fill('Its bank guarantees EUR 20,000.');
  await page.getByRole('button', { name: 'Ask to override it' }).click();
  await page.getByText(/Until another person approves it, Insolvent Ltd stays declined/).waitFor();
}, 120_000);
