import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { profile } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// On the page: whom “Recommend” will ask is said before, who is being asked meanwhile, and what came of it by itself.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
const providers = new CreditProviders();
let product: Product;
let ledger: TestLedger;
let browser: Browser;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  const { DNB_KEY: _, GAZETTE_CONTACT: __, ...env } = await providers.listen();
  product = await startApi({ env: { ...env, VETTING_WAITS_SECONDS: '0.3' } });
  ledger = TestLedger.of(product);
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

async function fill(page: Page, company: string, number: string): Promise<void> {
  await page.getByLabel(/^Company or person/).fill(company);
  await page.getByLabel(/^Currency/).fill('GBP');
  await page.getByLabel(/^Value of the contract/).fill('60000');
  await page.getByLabel(/^Invoiced in a month/).fill('5000');
  await page
    .getByText('With its number in the register and its country, Companies House and Creditsafe are asked')
    .waitFor();
  await page.getByText('Details: registration').click();
  await page.getByLabel('Registration number').fill(number);
  await page.getByLabel('Country').fill('GB');
  await page.getByText('“Recommend” asks Companies House and Creditsafe about it').waitFor();
  await page.getByText('A report of Creditsafe is paid for.').waitFor();
}

const looks = [
  ['light', {}],
  ['dark', { isDark: true }],
  ['phone', { isPhone: true }],
] as const;
test.each(looks)(
  'a slow register is asked while he goes on, and its answer is shown by itself: %s',
  async (name, look) => {
    const number = `0033000${looks.findIndex(([of]) => of === name)}`;
    const about = `/register/company/${number}`;
    providers.answers.set(about, {
      ...profile,
      company_number: number,
      company_name: 'GONE LTD',
      company_status: 'dissolved',
    });
    providers.answers.set('/creditsafe/v1/authenticate', { token: 'token-of-creditsafe' });
    providers.answers.set('/creditsafe/v1/companies', { companies: [] });
    providers.will(about, { seconds: 1.5 });
    const page = await open('/vet', look);
    await fill(page, 'Gone Ltd', number);
    await picture(page, `vet-will-ask-${name}`);
    await page.getByRole('button', { name: 'Recommend' }).click();
    const panel = page.getByRole('region', { name: 'Recommendation' });
    await panel.getByText('Asking Companies House …').waitFor();
    await panel.getByText('Companies House is being asked and has not answered yet.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await picture(page, `vet-is-asking-${name}`);
    await panel.getByRole('heading', { name: /^Decline$/ }).waitFor();
    await panel.getByText('The register has it as dissolved or closed.').first().waitFor();
    expect(await panel.getByText(/^Asking/).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      look === looks[2][1] ? 390 : 1280,
    );
    await picture(page, `vet-has-asked-${name}`);
    await page.context().close();
  },
  60_000,
);

test('where the way to the server fails while it looks again, it looks once more', async () => {
  const about = '/register/company/00330009';
  providers.answers.set(about, {
    ...profile,
    company_number: '00330009',
    company_name: 'GONE LTD',
    company_status: 'dissolved',
  });
  providers.will(about, { seconds: 1.5 });
  const page = await open('/vet');
  await fill(page, 'Gone Ltd', '00330009');
  let times = 0;
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation Vet') && ++times === 2 ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Recommend' }).click();
  await page.getByRole('heading', { name: /^Decline$/ }).waitFor();
  expect(times).toBe(3);
  await page.context().close();
}, 60_000);

test.each(looks)(
  'terms that are looked at again ask as well, and say whom: %s',
  async (name, look) => {
    const number = `0034000${looks.findIndex(([of]) => of === name)}`;
    const about = `/register/company/${number}`;
    providers.answers.set(about, { ...profile, company_number: number, company_name: 'OURS LTD' });
    providers.will(about, { seconds: 1.5 });
    const { id } = await ledger.customer(`Ours ${name} Ltd`, {
      ...{ entity_type: 'company', country: 'GB', registration_number: number, currency: 'GBP', terms_days: 30 },
    });
    await ledger.insert('invoice', {
      ...{ customer_id: id, number: 'O1', issued_on: '2026-10-23', due_on: '2026-12-22' },
      ...{ currency: 'GBP', amount_minor: 700_000 },
    });
    const page = await open(`/customers/${id}`, look);
    const terms = page.getByRole('region', { name: 'What is agreed, and what we would agree today' });
    await terms.getByText(/^“See what we would agree today” asks Companies House/).waitFor();
    await terms.getByRole('button', { name: 'See what we would agree today' }).click();
    await terms.getByText('Asking Companies House …').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await terms.screenshot({ path: path.join(screenshots, `terms-are-asking-${name}.png`) });
    await terms.getByText(/^Asking/).waitFor({ state: 'detached' });
    await terms.screenshot({ path: path.join(screenshots, `terms-have-asked-${name}.png`) });
    await page.context().close();
  },
  60_000,
);

test.each(looks)('whom it asks by itself is turned off where the age of reports is set: %s', async (name, look) => {
  const page = await open('/definitions', look);
  const row = page.getByRole('table', { name: 'How long reports are used again' });
  await row.getByText('asked by itself').first().waitFor();
  await page.getByRole('button', { name: /^Change how long a report of Creditsafe is used again/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Each report is paid for.').waitFor();
  const isAsked = dialog.getByLabel('Ask it by itself when a company is vetted');
  const turnsOff = await isAsked.isChecked();
  await isAsked.setChecked(!turnsOff);
  await dialog.getByLabel(/^Why so/).fill('We ask for those that matter.');
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: path.join(screenshots, `asked-by-itself-${name}.png`) });
  await dialog.getByRole('button', { name: 'Set both' }).click();
  await page
    .getByText(`On vetting it is asked by ${turnsOff ? 'hand' : 'itself'}.`)
    .first()
    .waitFor();
  await picture(page, `definitions-asked-${name}`);
  await page.goto(`${product.url}/vet`);
  const whom = turnsOff ? 'Companies House is asked about it' : 'Companies House and Creditsafe are asked about it';
  await page.getByText(whom).waitFor();
  await page.context().close();
});
