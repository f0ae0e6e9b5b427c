import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

const pages = [
  ['portfolio', '/'],
  ['work-list', '/work'],
  ['customers', '/customers'],
  ['customer', '/customers/7'],
  ['invoices', '/invoices'],
  ['vet', '/vet'],
  ['reminders', '/reminders'],
  ['reminders-sent', '/reminders?tab=sent'],
  ['reminders-mailbox', '/reminders?tab=mailbox'],
  ['stop-list', '/stop-list'],
  ['approvals', '/approvals?state=all'],
  ['import', '/import'],
  ['audit', '/audit'],
  ['settings', '/settings'],
] as const;

const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let empty: StartedProduct;
let browser: Browser;

beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  [product, empty] = [await startProduct(), await startProduct({ withDemo: false })];
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await empty?.stop();
});

type Look = { dark?: boolean; phone?: boolean; at?: StartedProduct };

/** A page of its own, closed afterwards; what broke in it is a failure of the test. */
async function withPage(look: Look, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: look.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const broken: string[] = [];
  try {
    await letIn(context, look.at ?? product);
    const page = await context.newPage();
    page.on('pageerror', (error) => broken.push(error.message));
    await work(page);
  } finally {
    await context.close();
  }
  expect(broken).toEqual([]);
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-face=loading]') === null);
}

describe.each(pages)('%s', (name, place) => {
  test.each([
    ['in the light', {}],
    ['in the dark', { dark: true }],
  ] as const)('is full and accessible %s', async (_, look: Look) => {
    await withPage(look, async (page) => {
      await page.goto(`${product.url}${place}`);
      await settled(page);
      expect(await page.locator('[data-face=failed]').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.screenshot({
        path: path.join(screenshots, `${name}-${look.dark ? 'dark' : 'light'}.png`),
        fullPage: true,
      });
    });
  });

  test('fits a phone', async () => {
    await withPage({ phone: true }, async (page) => {
      await page.goto(`${product.url}${place}`);
      await settled(page);
      const { scroll, screen } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        screen: window.innerWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(screen);
      await page.screenshot({ path: path.join(screenshots, `${name}-phone.png`), fullPage: true });
    });
  });

  test('says what could not be loaded, and loads it when asked again', async () => {
    await withPage({}, async (page) => {
      let isDown = true;
      const sentence = 'The database does not answer. Nothing was changed; try again in a moment.';
      await page.route('**/graphql', (route) =>
        isDown
          ? route.fulfill({
              json: { data: null, errors: [{ message: sentence, extensions: { code: 'DATABASE_UNREACHABLE' } }] },
            })
          : route.continue(),
      );
      await page.goto(`${product.url}${place}`);
      await page.locator('[data-face=failed]').first().waitFor();
      expect(await page.locator('[data-face=failed]').first().textContent()).toContain(sentence);
      await page.screenshot({ path: path.join(screenshots, `${name}-failed.png`) });
      isDown = false;
      for (const again of await page.getByRole('button', { name: 'Try again' }).all())
        await again.click().catch(() => {});
      await page.waitForFunction(() => document.querySelector('[data-face=failed]') === null);
    });
  });

  test('shows that it is loading', async () => {
    await withPage({}, async (page) => {
      await page.route('**/graphql', () => {}); // never answered
      await page.goto(`${product.url}${place}`);
      await page.locator('[data-face=loading]').first().waitFor({ state: 'attached' });
    });
  });

  test('says how to fill an empty book', async () => {
    if (name === 'customer') return; // there is none
    await withPage({ at: empty }, async (page) => {
      await page.goto(`${empty.url}${place}`);
      await settled(page);
      expect(await page.locator('[data-face=failed]').count()).toBe(0);
      await page.screenshot({ path: path.join(screenshots, `${name}-empty.png`) });
    });
  });
});
