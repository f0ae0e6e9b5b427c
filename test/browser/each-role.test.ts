import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// Each role signs in by one click on the demo book, opens every page it is offered, and is offered nothing it may not do.
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

const everything = [
  'Portfolio',
  'Work list',
  'Customers',
  'Vet',
  'Reminders',
  'Stop list',
  'Approvals',
  'Model',
  'Import',
];
const roles = [
  {
    role: 'Manager',
    pages: [...everything, 'Audit', 'Settings'],
    acts: ['Put orders on hold', 'Set the limit', 'Leave out of reminders'],
  },
  {
    role: 'Finance',
    pages: [...everything, 'Settings'],
    acts: ['Put orders on hold', 'Set the limit', 'Leave out of reminders'],
  },
  {
    role: 'Sales',
    pages: ['Portfolio', 'Work list', 'Customers', 'Vet', 'Reminders', 'Stop list', 'Approvals', 'Settings'],
    acts: [],
  },
  { role: 'Auditor', pages: [...everything, 'Audit', 'Settings'], acts: [] },
  {
    role: 'Administrator',
    pages: [
      'Portfolio',
      'Work list',
      'Customers',
      'Reminders',
      'Stop list',
      'Approvals',
      'Model',
      'Import',
      'Audit',
      'Settings',
      'People and keys',
    ],
    acts: [],
  },
] as const;

async function signedInAs(role: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(product.url);
  await page.getByRole('button', { name: `${role}: ` }).click();
  await page.getByRole('heading', { level: 1, name: /The book as of/ }).waitFor();
  return page;
}

async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-face=loading]') === null);
}

test.each(roles)('$role opens every page it is offered, and no other', async ({ role, pages, acts }) => {
  const page = await signedInAs(role);
  const rail = page.getByRole('navigation', { name: 'Pages' });
  expect(await rail.locator('a:visible').allTextContents()).toEqual([...pages]);
  for (const title of pages) {
    await rail.getByRole('link', { name: title, exact: true }).click();
    await settled(page);
    expect([title, await page.locator('[data-face=failed]').allTextContents()]).toEqual([title, []]);
  }
  await page.goto(`${product.url}/customers/6`);
  await settled(page);
  expect(await page.locator('[data-face=failed]').count()).toBe(0);
  const offered = await page.locator('main button:visible').allTextContents();
  const decisions = ['Put orders on hold', 'Set the limit', 'Leave out of reminders', 'Release the hold'];
  expect(decisions.filter((act) => offered.includes(act))).toEqual([...acts]);
  await page.screenshot({ path: path.join(screenshots, `customer-as-${role.toLowerCase()}.png`), fullPage: true });
  await page.context().close();
});

test('a page that is not for the role says so, in words', async () => {
  const page = await signedInAs('Sales');
  await page.goto(`${product.url}/audit`);
  await page.getByRole('heading', { name: 'Audit is not for your role' }).waitFor();
  await page.context().close();
});

test('who signs out is out: the next page asks to sign in, and the old cookie opens nothing', async () => {
  const page = await signedInAs('Finance');
  const before = await page.context().cookies();
  await page.locator('summary', { hasText: 'Signed in as' }).click();
  await page.screenshot({ path: path.join(screenshots, 'who-am-i.png') });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Sign out, or/ }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.context().addCookies(before);
  await page.goto(`${product.url}/customers`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.context().close();
});

test('who signs out leaves neither a prospect half typed nor a figure behind for the next at this machine', async () => {
  const page = await signedInAs('Manager');
  await page.goto(`${product.url}/vet`);
  await page.getByLabel('Company or person').fill('Secret Prospect Ltd');
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(await kept()).toContain('Secret Prospect Ltd');
  await page.getByRole('link', { name: 'Customers', exact: true }).first().click();
  await page.locator('tbody tr').first().waitFor();
  await page.locator('summary', { hasText: 'Signed in as' }).click();
  await page.getByRole('button', { name: /^Sign out, or/ }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await kept()).not.toContain('Secret Prospect Ltd');
  // The next one’s own list does not come: what is shown then is what the page had kept.
  await page.route('**/graphql', (route) =>
    /query Customers\b/.test(route.request().postData() ?? '') ? undefined : route.continue(),
  );
  await page.getByRole('button', { name: /Auditor/ }).click();
  await page.locator('summary', { hasText: 'Signed in as' }).waitFor();
  await page.getByRole('link', { name: 'Customers', exact: true }).first().click();
  await page.waitForTimeout(500);
  expect(await page.locator('tbody tr').allInnerTexts()).toEqual([]);
  await page.context().close();
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
] as const)('the way in is readable by everybody, %s at %i px', async (colorScheme, width) => {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  const page = await context.newPage();
  await page.goto(product.url);
  await page.getByRole('button', { name: 'Manager: ' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.screenshot({ path: path.join(screenshots, `sign-in-${colorScheme}-${width}.png`) });
  await context.close();
});

test('somebody who was added sets a password by the link and is in; the link opens nothing a second time', async () => {
  const { link } = await product.addPerson('sue@goodstanding.example', 'Sue Sand');
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const here = `${product.url}${new URL(link).pathname}${new URL(link).hash}`;
  await page.goto(here);
  const field = page.getByLabel('New password');
  // Not to be read over a shoulder, and known to whatever keeps passwords.
  expect([await field.getAttribute('type'), await field.getAttribute('autocomplete')]).toEqual([
    'password',
    'new-password',
  ]);
  await page.getByLabel('New password').fill('short');
  await page.screenshot({ path: path.join(screenshots, 'set-password.png') });
  await page.getByLabel('New password').fill('correct horse battery staple');
  await page.getByRole('button', { name: /^Set the password/ }).click();
  await page.getByRole('heading', { level: 1, name: /The book as of/ }).waitFor();
  await page.goto('about:blank');
  await page.goto(here);
  await page.getByLabel('New password').fill('another horse battery staple');
  await page.getByRole('button', { name: /^Set the password/ }).click();
  await page.getByText(/^This link was used already/).waitFor();

  await context.clearCookies();
  await page.goto(product.url);
  await page.getByText('Sign in with a password').click();
  await page.getByLabel('E-mail address').fill('sue@goodstanding.example');
  await page.getByLabel(/^Password/).fill('wrong horse battery staple');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Address and password do not go together.').waitFor();
  await page.getByLabel(/^Password/).fill('correct horse battery staple');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /The book as of/ }).waitFor();
  await context.close();
});
