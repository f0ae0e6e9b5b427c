import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// Before a policy is put in force its page shows whom it would change, and which offers of recent decisions.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('the draft shows the offers that it would change, in the light on a screen and in the dark on a phone', async () => {
  for (const [companyName, yearsTrading] of [
    ['Heather & Moss Ltd', 1],
    ['Oak Valley Joinery Ltd', 20],
  ])
    await product.manager.gql('mutation ($input: VetInput!) { vet(input: $input) { decision { id } } }', {
      input: {
        ...{ companyName, yearsTrading, entityType: 'COMPANY', currency: 'EUR', contractValueMinor: 6_000_000 },
        ...{ monthlyRunMinor: 500_000, termsDaysAsked: 30, bureauScale: 'creditsafe-100', bureauScore: 40, keep: true },
      },
    });
  await product.manager.gql('mutation ($input: DraftPolicyInput!) { draftPolicy(input: $input) { version } }', {
    input: {
      reason: 'Half of what we lost last year was lost on new customers.',
      settings: [{ key: 'newTermsDays', value: { A: 14, B: 7, C: 0, D: 0, E: 0 }, source: 'Own losses of 2025.' }],
    },
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await letIn(page.context(), product);
  await page.goto(`${product.url}/policy`);
  const offers = page.getByRole('table', { name: 'Offers that the draft would change' });
  await offers.getByText('Heather & Moss Ltd').waitFor();
  await offers
    .getByText(/14 → 0 days/)
    .first()
    .waitFor();
  for (const [look, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['dark', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: look });
    expect([look, width, await axeFindings(page)]).toEqual([look, width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByText('Offers it would change').scrollIntoViewIfNeeded();
    await page.screenshot({ path: path.join(screenshots, `policy-offers-${look}-${width}.png`), fullPage: true });
  }
});
