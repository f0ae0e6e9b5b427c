import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { axeFindings } from '../support/axe.js';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

// Sales vets a young company: the offer, what goes with it, and what would change it, by levers and as a picture.
const screenshots = path.resolve(import.meta.dirname, '../../screenshots');
let product: StartedProduct;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  fs.mkdirSync(screenshots, { recursive: true });
  product = await startProduct({ withDemo: false });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' });
  await letIn(page.context(), product);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('a young company is offered net 14 with a quarter in advance, and levers say what else would come of it', async () => {
  await page.goto(`${product.url}/vet`);
  await page.getByLabel('Company or person').waitFor();
  const required = page.locator('form :is(input, select, textarea):required:visible');
  const blank = await required.evaluateAll((fields) =>
    fields.filter((field) => 'value' in field && field.value === ''),
  );
  // All that one must type: two minutes are 400 signs at a slow 200 a minute.
  expect([await required.count(), blank.length]).toEqual([5, 3]);
  await page.getByLabel('Company or person').fill('Young Ltd');
  await page.getByLabel('Currency').fill('EUR');
  await page.getByLabel('Value of the contract').fill('60,000.00');
  await page.getByLabel('Invoiced in a month').fill('5,000.00');
  await page.getByText('Credit check: bureau score').click();
  await page.getByLabel('Scale of the bureau').selectOption('creditsafe-100');
  await page.getByLabel('Score of the bureau').fill('45');
  await page.getByLabel('Years trading').fill('1');
  await page.getByLabel('Unpaid court judgments').fill('0');
  await page.getByRole('button', { name: 'Recommend' }).click();
  const panel = page.getByRole('region', { name: 'Recommendation' });
  await panel.getByRole('heading', { name: /Approve with conditions/i }).waitFor();
  const offer = panel.getByRole('table', { name: 'What comes of this offer' });
  await offer.getByText('EUR 15,000.00').waitFor();
  expect(await panel.getByText('Direct debit.').count()).toBe(1);
  await panel.getByText('This is what is recommended').waitFor();
  const rowOf = (name: string) =>
    offer
      .getByRole('row', { name })
      .getByRole('cell')
      .innerText()
      .then((text) => text.replace('\u00a0', ' '));
  const rows = ['Deposit', 'Chance that it is taken', 'At risk when it defaults', 'Expected loss', 'Expected profit'];
  const recommended = await Promise.all(rows.map(rowOf));

  const answered = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type=range]:not(:disabled)');
    if (!slider) throw new Error('no lever');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const started = performance.now();
    set?.call(slider, '0');
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - started;
  });
  await panel.getByText('Outside the policy').waitFor();
  // Promised are 100 ms on a machine with nothing else to do: 24 ms were measured on a busy one.
  expect(answered).toBeLessThan(1_000);
  // Without a deposit more is at risk; the figures are those of that offer, and each is another than before.
  const without = await Promise.all(rows.map(rowOf));
  expect([recommended[0], without[0]]).toEqual(['EUR 15,000.00', 'EUR 0.00']);
  expect(without.filter((figure, i) => figure === recommended[i])).toEqual([]);
  const { vet } = await product.manager.gql(
    `mutation { vet(input: { companyName: "Young Ltd", entityType: COMPANY, currency: "EUR", contractValueMinor: 6000000, monthlyRunMinor: 500000,
      termsDaysAsked: 30, bureauScale: "creditsafe-100", bureauScore: 45, yearsTrading: 1, judgments: 0 }) {
      recommendation { best { termsDays billingPeriodDays } offers { depositShare termsDays billingPeriodDays profitMinor } } } }`,
  );
  const { best, offers } = vet.recommendation;
  const same = offers.find(
    (each: typeof best & { depositShare: number }) =>
      each.depositShare === 0 && each.termsDays === best.termsDays && each.billingPeriodDays === best.billingPeriodDays,
  );
  expect(Number(without[4]?.replace(/[^\d-]/g, ''))).toBe(Math.round(same.profitMinor));
  const change = panel.getByRole('table', { name: 'What would change it' });
  expect(await change.getByRole('row').count()).toBeGreaterThan(2);

  const curve = page.getByRole('figure', { name: 'Which deposit pays best?' });
  await curve.locator('svg').first().waitFor();
  await page.screenshot({ path: path.join(screenshots, 'vet-light.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
  await curve.getByText('Table', { exact: true }).click();
  await curve.getByRole('cell', { name: 'not allowed' }).first().waitFor();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: path.join(screenshots, 'vet-dark-phone.png'), fullPage: true });
  expect(await axeFindings(page)).toEqual([]);
}, 180_000);

test('figures that contradict each other are marked where they stand, with a sentence; nothing typed is lost, and the draft stands', async () => {
  const narrow = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await letIn(narrow, product);
  const form = await narrow.newPage();
  await form.goto(`${product.url}/vet`);
  const typed: [string, string][] = [
    ['Company or person', 'Contrary Ltd'],
    ['Currency', 'EUR'],
    ['Value of the contract', '6,000.00'],
    ['Invoiced in a month', '1,000.00'],
    ['Registration number', '12'],
    ['Country', 'GB'],
    ['Days between invoices', '200'],
    ['Margin', '150'],
  ];
  await form.getByText('Details: registration').click();
  for (const [label, text] of typed) await form.getByLabel(label, { exact: label === 'Country' }).fill(text);
  const recommend = () => form.getByRole('button', { name: 'Recommend' }).click();
  const said = (label: string) =>
    form.getByLabel(label).evaluate((field) => {
      const place = field.closest('.mantine-InputWrapper-root');
      return `${place?.querySelector('.mantine-InputWrapper-error')?.textContent}`;
    });
  const focused = () => form.evaluate(() => document.activeElement?.getAttribute('name'));
  await recommend();
  expect(await said('Margin')).toBe('A share of the contract in percent, from 0 to 100.');
  expect(await focused()).toBe('margin');
  await form.getByLabel('Margin').fill('30');
  await recommend();
  await form.getByText(/a billing period of 200 days is longer/).waitFor();
  expect(await said('Days between invoices')).toMatch(/^The contract runs for some 183 days/);
  expect(await said('Registration number')).toMatch(/^“12” is no company number of the United Kingdom/);
  expect(await focused()).toBe('registrationNumber');
  // Whoever types there stays there.
  await form.keyboard.type('34');
  expect([await focused(), (await form.getByLabel('Registration number').inputValue()).length]).toEqual([
    'registrationNumber',
    4,
  ]);
  await form.getByLabel('Registration number').fill('12');
  await form.getByText('2 answers need another look').waitFor();
  await form.screenshot({ path: path.join(screenshots, 'vet-contradictions.png'), fullPage: true });
  expect(await axeFindings(form)).toEqual([]);
  // What is put right is not marked any more; the rest is, also after the page was loaded again and asked anew.
  await form.getByLabel('Days between invoices').fill('30');
  expect(await said('Days between invoices')).toBe('undefined');
  await form.reload();
  await form.getByText('Details: registration').click();
  expect(await form.getByLabel('Registration number').inputValue()).toBe('12');
  expect(await form.getByLabel('Margin').inputValue()).toBe('30');
  await form.getByLabel('Registration number').fill('00123456');
  await recommend();
  await form
    .getByRole('region', { name: 'Recommendation' })
    .getByRole('heading', { name: /refer|approve|decline/i })
    .waitFor();

  const checkOf = async (companyName: string) => {
    const { vet } = await product.manager.gql(
      `mutation { vet(input: { companyName: "${companyName}", entityType: COMPANY, currency: "GBP", contractValueMinor: 600000, monthlyRunMinor: 100000,
        termsDaysAsked: 30, netWorthMinor: 500000, yearsTrading: 9, keep: true }) { decision { customer { creditChecks { nodes { id } } } } } }`,
    );
    return vet.decision.customer.creditChecks.nodes[0].id as string;
  };
  const standOn = async (creditCheckId: string) => {
    await form.evaluate((id) => {
      const draft = JSON.parse(localStorage.getItem('vet-draft') ?? '{}');
      localStorage.setItem('vet-draft', JSON.stringify({ ...draft, registrationNumber: '', creditCheckId: id }));
    }, creditCheckId);
    await form.reload();
  };
  await standOn(await checkOf('Another Firm GmbH'));
  await recommend();
  await form.getByText(/The credit check is of Another Firm GmbH, not of Contrary Ltd\./).waitFor();
  expect(await form.getByLabel('Company or person').inputValue()).toBe('Contrary Ltd');
  await standOn(await checkOf('Contrary Ltd'));
  await form.getByText('Credit check: bureau score').click();
  await form.getByLabel('Net worth').fill('5,000.00');
  await recommend();
  await form.getByText(/tells this net worth in GBP, and the contract is in EUR/).waitFor();
  expect(await said('Net worth')).toMatch(/Leave it out, and it is taken at the rate of the book/);
  expect(await form.getByLabel('Net worth').inputValue()).toBe('5,000.00');
  await narrow.close();
}, 180_000);
