import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

const pages = [
  ['portfolio', '/'],
  ['work-list', '/work'],
  ['customers', '/customers'],
  ['customer', '/customers/7'],
  ['contracts', '/customers/7/contracts'],
  ['clauses', '/clauses'],
  ['policy', '/policy'],
  ['definitions', '/definitions'],
  ['invoices', '/invoices'],
  ['vet', '/vet'],
  ['reminders', '/reminders'],
  ['reminders-steps', '/reminders?tab=steps'],
  ['reminders-sent', '/reminders?tab=sent'],
  ['reminders-back', '/reminders?tab=back'],
  ['reminders-rest', '/reminders?tab=rest'],
  ['reminders-campaign', '/reminders?tab=campaign'],
  ['reminders-templates', '/reminders?tab=templates'],
  ['reminders-mailbox', '/reminders?tab=mailbox'],
  ['stop-list', '/stop-list'],
  ['approvals', '/approvals?state=all'],
  ['model', '/model'],
  ['import', '/import'],
  ['audit', '/audit'],
  ['settings', '/settings'],
  ['people', '/people'],
  ['account', '/account'],
  ['not-found', '/nowhere'],
] as const;

const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let empty: StartedProduct;
let browser: Browser;

beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  [product, empty] = [await startProduct({ withModel: true }), await startProduct({ withDemo: false })];
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await empty?.stop();
});

type Look = { dark?: boolean; phone?: boolean; at?: StartedProduct; asAdmin?: boolean };

/** A page of its own, closed afterwards; what broke in it is a failure of the test. */
async function withPage(look: Look, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({
    viewport: look.phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const broken: string[] = [];
  try {
    const at = look.at ?? product;
    await letIn(context, at, look.asAdmin ? at.admin : at.manager);
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

/** Nothing of their own is loaded for these. */
const loadsNothing = ['not-found'];
/** What the frame around every page asks is answered, so that the page itself shows its face. */
const isOfTheFrame = (route: Route) => /"operationName":"(Session|Book)"/.test(route.request().postData() ?? '');

describe.each(pages)('%s', (name, place) => {
  const asAdmin = name === 'people';
  test.each([
    ['in the light', {}],
    ['in the dark', { dark: true }],
  ] as const)('is full and accessible %s', async (_, look: Look) => {
    await withPage({ ...look, asAdmin }, async (page) => {
      await page.goto(`${product.url}${place}`);
      await settled(page);
      expect(await page.locator('[data-face=failed]').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      // A table that has its columns has their heads as well.
      expect(await page.locator('[data-narrow] table').count()).toBe(0);
      await page.screenshot({
        path: path.join(screenshots, `${name}-${look.dark ? 'dark' : 'light'}.png`),
        fullPage: true,
      });
    });
  });

  test('fits a phone, and everybody can use it there', async () => {
    await withPage({ phone: true, asAdmin }, async (page) => {
      await page.goto(`${product.url}${place}`);
      await settled(page);
      const { scroll, screen } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        screen: window.innerWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(screen);
      expect(await axeFindings(page)).toEqual([]);
      await page.screenshot({ path: path.join(screenshots, `${name}-phone.png`), fullPage: true });
    });
  });

  test('says what could not be loaded, and loads it when asked again', async () => {
    if (loadsNothing.includes(name)) return;
    await withPage({ asAdmin }, async (page) => {
      let isDown = true;
      const sentence = 'The database does not answer. Nothing was changed; try again in a moment.';
      await page.route('**/graphql', (route) =>
        isDown && !isOfTheFrame(route)
          ? route.fulfill({
              json: { data: null, errors: [{ message: sentence, extensions: { code: 'DATABASE_UNREACHABLE' } }] },
            })
          : route.continue(),
      );
      await page.goto(`${product.url}${place}`);
      await page.locator('[data-face=failed]').first().waitFor();
      expect(await page.locator('[data-face=failed]').first().textContent()).toContain(sentence);
      expect(await axeFindings(page)).toEqual([]);
      await page.screenshot({ path: path.join(screenshots, `${name}-failed.png`) });
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.screenshot({ path: path.join(screenshots, `${name}-failed-dark.png`) });
      isDown = false;
      const again = page.getByRole('button', { name: 'Try again' });
      // Each part of a page asks again by itself, and its button goes with its answer.
      while ((await again.count()) > 0)
        await again
          .first()
          .click({ timeout: 3_000 })
          .catch(() => {});
      await page.waitForFunction(() => document.querySelector('[data-face=failed]') === null);
    });
  });

  test('shows that it is loading', async () => {
    if (loadsNothing.includes(name)) return;
    await withPage({ asAdmin }, async (page) => {
      await page.route('**/graphql', (route) => (isOfTheFrame(route) ? route.continue() : undefined)); // never answered
      await page.goto(`${product.url}${place}`);
      await page.locator('[data-face=loading]').first().waitFor({ state: 'attached' });
    });
  });

  test('says how to fill an empty book', async () => {
    if (name === 'customer' || name === 'contracts') return; // there is none
    await withPage({ at: empty, asAdmin }, async (page) => {
      await page.goto(`${empty.url}${place}`);
      await settled(page);
      expect(await page.locator('[data-face=failed]').count()).toBe(0);
      await page.screenshot({ path: path.join(screenshots, `${name}-empty.png`) });
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page)).toEqual([]);
      await page.screenshot({ path: path.join(screenshots, `${name}-empty-dark.png`) });
    });
  });
});

test('which parts of the book a model tells better stands as a chart and as a table', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${product.url}/model`);
    const parts = page.getByRole('figure', { name: 'Where does it tell better, and where worse?' });
    await parts.getByRole('button', { name: 'Grade' }).click();
    await parts.getByText(/^AUC is .* in /).waitFor();
    await parts.locator('svg.recharts-surface').waitFor();
    await parts.getByRole('button', { name: 'Table' }).click();
    await parts.getByRole('rowheader', { name: /^Amount 1: below EUR/ }).waitFor();
  });
});
