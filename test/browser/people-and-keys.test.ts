import fs from 'node:fs';
import path from 'node:path';
import * as OTPAuth from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { PersonRole } from '../../api/auth/person.entity.js';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { TODAY } from '../support/product.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// The administrator adds a person and makes a key for the ERP; the person secures the way in with an app.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct({ env: { SECOND_FACTOR_FOR: 'auditor' } });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const newPage = () => browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });

/** What the app shows, so many seconds from now. */
async function addFactor(page: Page, password: string) {
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await picture(page, 'second-factor-password');
  await page.getByRole('button', { name: 'Add a second factor' }).click();
  const secret = OTPAuth.Secret.fromBase32(
    (await page
      .locator('code')
      .filter({ hasText: /^[A-Z2-7]{26,}$/ })
      .textContent()) ?? '',
  );
  await picture(page, 'second-factor');
  const code = (seconds: number) =>
    new OTPAuth.TOTP({ secret }).generate({ timestamp: Date.parse(`${TODAY}T09:00:00Z`) + seconds * 1000 });
  const confirming = page.locator('form', { hasText: 'Turn it on' });
  await confirming.getByLabel('Code of the app').fill(code(0));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  return code;
}

test('the administrator adds a person, hands over the link, changes the role and ends the access', async () => {
  const page = await newPage();
  await page.goto(`${product.url}/people`);
  await page.getByRole('button', { name: 'Administrator: ' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Tom Berg');
  await dialog.getByLabel(/^E-mail/).fill('tom@firm.example');
  await dialog.getByLabel(/^Role/).selectOption({ label: 'Finance' });
  await dialog.getByRole('button', { name: 'Add the person' }).click();
  await page.getByText(/set-password#[\w-]{43}/).waitFor();
  await page.getByLabel('Role of Tom Berg').selectOption({ label: 'Auditor' });
  await dialog.getByLabel('Why').fill('She keeps the books no more.');
  await picture(page, 'people-change');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Give the role' }).click();
  await page.getByText('Changed; it holds from their next click.').waitFor();
  await picture(page, 'people-light');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'End access: Tom Berg' }).click();
  await dialog.getByLabel('Why').fill('Has left the firm.');
  await dialog.getByRole('button', { name: 'End access' }).click();
  await page.getByRole('button', { name: 'Let in again: Tom Berg' }).waitFor();
  await page.context().close();
});

test('a key is shown once, lets a program ask, and is revoked', async () => {
  const page = await newPage();
  await page.goto(`${product.url}/people`);
  await page.getByRole('button', { name: 'Administrator: ' }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Program/).fill('ERP');
  await picture(page, 'make-a-key');
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const key = (await page.getByText(/^gs_\w+_[\w-]{43}$/).textContent()) ?? '';
  const may = () =>
    fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: '{"query":"{ canSupply(customerNumber: \\"C10006\\", amountMinor: 1) { allowed } }"}',
    });
  expect([(await may()).status, await (await may()).json()]).toEqual([200, { data: { canSupply: { allowed: true } } }]);
  await page.getByRole('button', { name: 'Revoke the key of ERP' }).click();
  await page.getByText('revoked', { exact: true }).waitFor();
  expect((await may()).status).toBe(401);
  await page.context().close();
});

test('somebody adds a second factor, and from then on the password alone does not open', async () => {
  const { link } = await product.addPerson('una@firm.example', 'Una Holm');
  const page = await newPage();
  const password = 'correct horse battery staple';
  await page.goto(`${product.url}/set-password${new URL(link).hash}`);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: /^Set the password/ }).click();
  await page.getByRole('heading', { level: 1, name: /The book as of/ }).waitFor();

  await page.locator('summary', { hasText: 'Signed in as' }).click();
  await page.getByRole('link', { name: 'Second factor and password' }).click();
  const code = await addFactor(page, password);
  await page.getByText('Write these down now').waitFor();
  await picture(page, 'recovery-codes');
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.locator('li code').count()).toBe(10);

  await page.locator('summary', { hasText: 'Signed in as' }).click();
  await page.getByRole('button', { name: /^Sign out$/ }).click();
  await page.getByText('Sign in with a password').click();
  await page.getByLabel('E-mail address').fill('una@firm.example');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel(/^Code/).fill(code(30));
  await picture(page, 'sign-in-code');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page
    .getByRole('heading', { level: 1 })
    .filter({ hasText: /Una Holm|The book/ })
    .waitFor();
  await page.context().close();
});

test('whose role takes a second factor adds one before anything else, and writes down the codes; a password is changed later', async () => {
  const { link } = await product.addPerson('ada@firm.example', 'Ada Lind', PersonRole.AUDITOR);
  const page = await newPage();
  const password = 'correct horse battery staple';
  await page.goto(`${product.url}/set-password${new URL(link).hash}`);
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: /^Set the password/ }).click();
  await page.getByText('Your role takes one.').waitFor();
  await page.goto(`${product.url}/audit`);
  await page.getByText('Your role takes one.').waitFor();
  await picture(page, 'second-factor-first');
  expect(await axeFindings(page)).toEqual([]);
  await addFactor(page, password);
  await page.getByText('Write these down now').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have written them down' }).click();
  await page.getByRole('heading', { level: 1, name: /Audit/ }).waitFor();

  await page.goto(`${product.url}/account`);
  await page.getByRole('textbox', { name: 'Password until now' }).fill(password);
  await page.getByRole('textbox', { name: 'New password' }).fill('eleven quiet lamps over harbour');
  await page.locator('section', { hasText: 'Change the password' }).getByLabel('Code of the app').fill('000000');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await page.getByText(/is not the one shown now/).waitFor();
  await picture(page, 'change-password');
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});

test('a hold is asked to be released by one person and approved by another', async () => {
  const finance = await newPage();
  await finance.goto(`${product.url}/stop-list`);
  await finance.getByRole('button', { name: 'Finance: ' }).click();
  await finance
    .getByRole('button', { name: /^Release the hold on/ })
    .first()
    .click();
  const dialog = finance.getByRole('dialog');
  await dialog.getByLabel(/^Why is it released/).fill('They paid half, and promised the rest.');
  await dialog.getByRole('button', { name: 'Ask to release the hold' }).click();
  await finance.getByText(/^Asked\. Another person has to approve it/).waitFor();
  await finance.goto(`${product.url}/approvals`);
  await finance.getByRole('button', { name: /^Take back/ }).waitFor();
  expect(await finance.getByRole('button', { name: /^Approve/ }).count()).toBe(0);

  const manager = await newPage();
  await manager.goto(`${product.url}/approvals`);
  await manager.getByRole('button', { name: 'Manager: ' }).click();
  await manager.getByRole('button', { name: /^Approve/ }).waitFor();
  await picture(manager, 'approvals-light');
  expect(await axeFindings(manager)).toEqual([]);
  await manager.getByRole('button', { name: /^Approve/ }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Approve and do it' }).click();
  await manager.getByText(/^Nothing waits/).waitFor();
  await manager.goto(`${product.url}/stop-list`);
  await manager.getByText('Nobody is on hold.').waitFor();
  await finance.context().close();
  await manager.context().close();
});
