import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Defaults } from '../../api/scoring/defaults.service.js';
import { DefaultTraining } from '../../api/scoring/train-default.service.js';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { bookOfDefaults } from '../support/defaults.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

// A book in which enough customers did not pay: the page Model shows how well a scorecard fitted on them tells who will not.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: Product;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startApi({ offersDemoRoles: true });
  await bookOfDefaults(TestLedger.of(product));
  await product.get(Defaults).count('2026-11-22');
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  await letIn(page.context(), { url: product.url, manager: product });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.close();
});
const picture = (name: string) => page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
const part = () => page.getByRole('region', { name: 'The scorecard: who will not pay' });

test('while none is fitted the page says so, and what it takes', async () => {
  await page.goto(`${product.url}/model`);
  await part().getByRole('heading', { name: 'No scorecard has been fitted on this book' }).waitFor();
  await part()
    .getByText(/There is no curve and no drift of default to show: Points are set by judgment; \d+ of the 140 defaults/)
    .waitFor();
}, 120_000);

test('one that is fitted shows its curve, drift and calibration, each with its table, beside the card in force', async () => {
  await product.get(DefaultTraining).train('2026-11-22');
  await page.goto(`${product.url}/model`);
  const ways = part().getByRole('table', { name: 'Ways of telling who does not pay' });
  await ways.getByText('expert-1, in force when it was fitted').waitFor();
  for (const title of [
    'Does it tell who does not pay?',
    'Have its customers moved away from what it learned?',
    'When it says 5 %, do 5 % default?',
    'How much is found among the likeliest to default?',
    'For which customers does it tell better, for which worse?',
  ])
    await part().getByRole('heading', { name: title }).waitFor();
  await part().getByRole('heading', { name: 'The rows of fitted-1' }).waitFor();
  await part().locator('svg.recharts-surface').nth(4).waitFor();
  const parts = part().getByRole('figure', { name: 'For which customers does it tell better, for which worse?' });
  await parts.getByRole('button', { name: 'On the day' }).click();
  await parts.getByText('something overdue', { exact: true }).waitFor();
  await parts.getByRole('button', { name: 'Table' }).click();
  await parts.getByRole('rowheader', { name: 'on the day: something overdue' }).waitFor();
  await parts.getByRole('button', { name: 'Chart' }).click();
  const lift = part().getByRole('figure', { name: 'How much is found among the likeliest to default?' });
  await lift.getByRole('button', { name: 'Table' }).click();
  expect(await lift.getByRole('row').count()).toBe(11);
  await lift.getByRole('button', { name: 'Chart' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await picture('fitted-scorecard');
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('fitted-scorecard-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  await picture('fitted-scorecard-phone');
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}, 120_000);

test('two people put it in force on the page, and then it is the card that is printed', async () => {
  await part().getByRole('button', { name: 'Ask to put in force: scorecard fitted-1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('It knows our own defaults.');
  await dialog.getByRole('button', { name: 'Ask another person' }).click();
  await part().getByText('It knows our own defaults.').waitFor();
  const { models } = await product.gql('{ models(filter: { kind: DEFAULT }) { nodes { promotion { id } } } }');
  const finance = await product.as(PersonRole.FINANCE);
  await finance.gql(
    `mutation { approvePromotion(input: { promotionId: "${models.nodes[0].promotion.id}" }) { state } }`,
  );
  await page.goto(`${product.url}/model`);
  await part()
    .getByText(/^Fitted on \d+ customers on 3 past days, of whom \d+ defaulted within a year\. Points were fitted/)
    .waitFor();
  await part()
    .getByText(/^fitted-1, since 22 Nov 2026\. Every customer starts from \d+ points;/)
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await picture('fitted-scorecard-in-force');
}, 120_000);
