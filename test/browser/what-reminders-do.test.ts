import fs from 'node:fs';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { isHeldOut } from '../../analytics/index.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { TestLedger } from '../support/ledger.js';
import { type Product, startApi } from '../support/product.js';

jest.setTimeout(180_000);

// Half of 240 customers were held out; of those reminded nine in ten paid by the due day, of the others six.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
const clock = new StoppedClock('2026-11-23T10:00:00Z');
const holdout = { holdoutShare: 0.5, holdoutHighRisk: true };
let product: Product;
let browser: Browser;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startApi({ clock });
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.close();
});

test('the page says what reminders add, by how much it may be wrong, and what that means', async () => {
  const ledger = TestLedger.of(product);
  await ledger.sql.rows('update campaign set document = document || $1', [holdout]);
  const customers = [];
  for (let i = 0; i < 240; i++) {
    const customer = await (await ledger.customer(`Customer ${i}`)).contact(`pay@customer${i}.example`);
    await customer.invoice(`I${i}`, { issued: '2026-10-30', due: '2026-11-30', minor: 10_000 });
    customers.push(customer);
  }
  await product.gql('mutation { sendReminders(input: {}) { queued } }');
  await product.work();
  const arms = { with: 0, without: 0 };
  for (const [i, customer] of customers.entries()) {
    const isWithout = isHeldOut({ customerNumber: customer.number, grade: null }, holdout);
    const nth = isWithout ? arms.without++ : arms.with++;
    if (nth % 10 < (isWithout ? 6 : 9))
      await customer.pays(`P${i}`, isWithout ? '2026-11-29' : '2026-11-26', 10_000, { [`I${i}`]: 10_000 });
  }
  clock.moveTo('2027-01-04T09:00:00Z');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await letIn(context, { url: product.url, manager: await product.as(PersonRole.MANAGER) });
  const page = await context.newPage();
  await page.goto(`${product.url}/reminders?tab=campaign`);
  const panel = page.getByRole('region', { name: 'Does it help?' });
  await panel
    .getByText(/Paid by the due day: (89|90|91)\s% of \d+ invoices with reminders, (59|60|61)\s% of/)
    .waitFor();
  await panel.getByText(/Reminders add (2[89]|3[01])\.\d points; with 95\s% confidence/).waitFor();
  await panel.getByText(/An invoice is paid \d+\.\d days earlier with reminders/).waitFor();
  await panel.getByText('Reminders are shown to help, on whatever day one looks').waitFor();
  for (const [look, width, colorScheme] of [
    ['light', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['phone', 390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await panel.scrollIntoViewIfNeeded();
    await panel.screenshot({ path: path.join(screenshots, `uplift-${look}.png`) });
  }
});
