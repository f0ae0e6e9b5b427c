import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// The manager answers for people’s data, finance says who owns a customer, the administrator how far each role may go.
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

async function signedIn(role: string, place: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(`${product.url}${place}`);
  await page.getByRole('button', { name: `${role}: ` }).click();
  return page;
}

/** Readable in the light on a screen and in the dark on a phone; a dialog keeps what was typed. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const [look, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: look });
    expect([name, look, width, await axeFindings(page)]).toEqual([name, look, width, []]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.screenshot({ path: path.join(screenshots, `${name}-${look}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function withContact(): Promise<string> {
  const { customers } = await product.manager.gql(
    '{ customers(sort: NAME, direction: ASC, first: 50) { nodes { customer { id contacts { nodes { email } } } } } }',
  );
  const row = customers.nodes.find(
    (each: { customer: { contacts: { nodes: { email: string | null }[] } } }) => each.customer.contacts.nodes[0]?.email,
  );
  return row.customer.id as string;
}

test('the manager hands over what is held about a contact as a file', async () => {
  const id = await withContact();
  const page = await signedIn('Manager', `/customers/${id}`);
  const contact = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem').first();
  const email = (await contact.locator('a[href^=mailto]').textContent()) ?? '';
  await contact.getByRole('button', { name: /^Hand over the data of/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/which credit checks were read for it, stays in the audit/).waitFor();
  await looksRight(page, 'hand-over');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save the file' }).click(),
  ]);
  expect((await held(file)).contact).toMatchObject({ email });
  await page.getByText(/^Saved: everything held about/).waitFor();
  await page.context().close();
});

test('the manager erases a contact for good, after being told what goes and what stays', async () => {
  const page = await signedIn('Manager', `/customers/${await withContact()}`);
  const contact = page.getByRole('list', { name: 'Contacts' }).getByRole('listitem').first();
  const email = (await contact.locator('a[href^=mailto]').textContent()) ?? '';
  const dialog = page.getByRole('dialog');
  await contact.getByRole('button', { name: /^Erase the data of/ }).click();
  await dialog.getByText('It cannot be undone.').waitFor();
  await looksRight(page, 'erase');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText(/^Erased\./).waitFor();
  await contact.getByText('Erased', { exact: true }).waitFor();
  expect(await page.getByText(email).count()).toBe(0);
  await page.context().close();
});

async function held(file: Download): Promise<{ contact: object }> {
  expect(file.suggestedFilename()).toMatch(/^contact-.+\.json$/);
  return JSON.parse(fs.readFileSync(await file.path(), 'utf8')) as { contact: object };
}

test('finance sees contacts and is not offered to hand over or erase them', async () => {
  const page = await signedIn('Finance', `/customers/${await withContact()}`);
  await page.getByRole('list', { name: 'Contacts' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Hand over|Erase) the data of/ }).count()).toBe(0);
  await page.goto(`${product.url}/settings`);
  await page.getByRole('heading', { name: 'Exchange rates' }).waitFor();
  expect(await page.getByRole('heading', { name: /^How long what is about people/ }).count()).toBe(0);
  await page.context().close();
});

test('how long things are kept is shown with its reason, and set with one', async () => {
  const page = await signedIn('Manager', '/settings');
  const times = page.getByRole('table', { name: 'Retention times' });
  await times.getByText('365 days').waitFor();
  await times.getByRole('button', { name: /^Change how long is kept: Messages in the mailbox/ }).click();
  const dialog = page.getByRole('dialog');
  const set = dialog.getByRole('button', { name: 'Set the time' });
  await dialog.getByLabel(/^Days/).fill('0');
  await dialog.getByText('A number of days from 1 to 36,500.').waitFor();
  await dialog.getByLabel(/^Days/).fill('90');
  expect(await set.isDisabled()).toBe(true);
  await dialog.getByLabel(/^Why so long/).fill('Nobody looks at them after a quarter.');
  await looksRight(page, 'retention');
  await set.click();
  await page.getByText('Kept for 90 days from 22 Nov 2026 on; it was 365 days.').waitFor();
  await times.getByText('Nobody looks at them after a quarter.').waitFor();
  await page.context().close();
});

test('finance gives a customer to a sales person, finds it among theirs, and the sales person sees it', async () => {
  const page = await signedIn('Finance', '/customers?owner=nobody');
  const first = page.getByRole('table', { name: 'Customers' }).locator('tbody tr a').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await page.getByText(/owned by nobody/).waitFor();
  await page.getByRole('button', { name: 'Set the owner' }).click();
  const dialog = page.getByRole('dialog');
  const owner = dialog.getByLabel(/^Owner/);
  const people = await owner.locator('option').allTextContents();
  expect(people[0]).toBe('Nobody');
  await owner.selectOption({ label: people[1] ?? '' });
  await looksRight(page, 'owner');
  await dialog.getByRole('button', { name: 'Set the owner' }).click();
  await page.getByText(new RegExp(`owned by ${people[1]}`)).waitFor();
  await page.goto(`${product.url}/customers?search=${encodeURIComponent(name)}`);
  await page.getByRole('combobox', { name: 'Owner' }).selectOption({ label: people[1] ?? '' });
  await page.getByRole('link', { name, exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('owner')).toMatch(/^\d+$/);
  const sales = await signedIn('Sales', `/customers?search=${encodeURIComponent(name)}`);
  await sales.getByRole('link', { name, exact: true }).waitFor();
  expect(await sales.getByRole('combobox', { name: 'Owner' }).count()).toBe(0);
  await sales.context().close();
  await page.context().close();
});

test('the administrator sets how far a role may go; the table says since when and by whom', async () => {
  const page = await signedIn('Administrator', '/approvals');
  const table = page.getByRole('table', { name: 'Who may do how much' });
  await table.getByRole('button', { name: 'Change: Raise a limit, Finance' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Alone up to/).fill('some');
  await dialog.getByText('An amount, such as 12,500.00.').waitFor();
  await dialog.getByLabel(/^Alone up to/).fill('2500');
  await dialog.getByLabel(/^Approves for others up to/).fill('');
  await looksRight(page, 'authority');
  await dialog.getByRole('button', { name: 'Set from today on' }).click();
  await page.getByText(/^Set from today on; before, alone up to/).waitFor();
  const row = table.getByRole('row', { name: /Raise a limit Finance/ });
  await row.getByText('2,500.00').waitFor();
  expect((await row.textContent())?.replaceAll('\u00a0', ' ')).toMatch(/up to EUR 2,500\.00.*any amount.*22 Nov 2026/);
  await page.context().close();

  const finance = await signedIn('Finance', '/approvals');
  await finance.getByRole('table', { name: 'Who may do how much' }).waitFor();
  expect(await finance.getByRole('button', { name: /^Change:/ }).count()).toBe(0);
  await finance.context().close();
});

// The last: it changes the reporting currency of all.
test('the list of customers says who owes in a currency without a rate, and takes the rate', async () => {
  await product.manager.gql('mutation { setReportingCurrency(input: { currency: "CAD" }) { reportingCurrency } }');
  const page = await signedIn('Finance', '/customers?country=US');
  const notice = page.getByText(/^\d+ customers? here owes? something in USD, which has no exchange rate/);
  await notice.waitFor();
  await looksRight(page, 'without-rate');
  const form = page.getByRole('form', { name: 'Exchange rate of USD' });
  await form.getByLabel('1 USD in CAD').fill('1.40');
  await form.getByRole('button', { name: 'Save the rate' }).click();
  await notice.waitFor({ state: 'detached' });
  await page.context().close();
});
