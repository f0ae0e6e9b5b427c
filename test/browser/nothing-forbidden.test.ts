import type { Browser } from 'playwright-core';
import { launchBrowser, letIn } from '../support/browser.js';
import { type StartedProduct, startProduct } from '../support/start-product.js';

let product: StartedProduct;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A page that hears what the browser forbids it, and what it says on its console. */
async function listening() {
  const page = await browser.newPage();
  await letIn(page.context(), product);
  const heard: string[] = [];
  await page.exposeFunction('forbidden', (what: string) => heard.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      // biome-ignore lint/suspicious/noExplicitAny: put on the window above
      (window as any).forbidden(`${violatedDirective}: ${blockedURI}`),
    );
  });
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  return { page, heard };
}

test.each(['/', '/customers/7', '/import'])('%s breaks no rule of its own policy', async (place) => {
  const { page, heard } = await listening();
  await page.goto(`${product.url}${place}`);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-face=loading]') === null);
  expect(heard).toEqual([]);
  await page.close();
});

test('the playground answers a question and breaks no rule either', async () => {
  const { page, heard } = await listening();
  await page.goto(`${product.url}/playground`);
  // The editor takes a click only once it has read the schema: until then it is clicked again.
  const answer = page.locator('.result-window', { hasText: '"agingByGrade"' });
  for (let isThere = false; !isThere; ) {
    await page.getByRole('button', { name: /^Execute query/ }).click();
    isThere = await answer.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  }
  expect(heard).toEqual([]);
  await page.close();
});

test('a script written into a page does not run', async () => {
  const { page, heard } = await listening();
  await page.goto(product.url);
  await page.locator('h1').first().waitFor();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
  });
  await page.waitForFunction(() => document.title !== '');
  expect(await page.title()).not.toBe('taken over');
  expect(heard).toContainEqual(expect.stringMatching(/^script-src-elem: inline/));
  await page.close();
});

test('a customer called like a tag is shown as that text, and nothing of it runs', async () => {
  const name = `<img src=x onerror="document.title='taken over'">`;
  const { vet } = await product.manager.gql(
    'mutation ($input: VetInput!) { vet(input: $input) { decision { customer { id } } } }',
    {
      input: {
        companyName: name,
        entityType: 'COMPANY',
        currency: 'EUR',
        contractValueMinor: 100_000,
        monthlyRunMinor: 10_000,
        termsDaysAsked: 30,
        keep: true,
      },
    },
  );
  const { page, heard } = await listening();
  await page.goto(`${product.url}/customers/${vet.decision.customer.id}`);
  await page.locator('h1', { hasText: name }).waitFor();
  expect(await page.locator('img[src=x]').count()).toBe(0);
  expect(await page.title()).not.toBe('taken over');
  expect(heard).toEqual([]);
  await page.close();
});
