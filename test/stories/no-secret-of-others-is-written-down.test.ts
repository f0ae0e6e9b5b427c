import { generateKeyPairSync } from 'node:crypto';
import { PersonRole } from '../../api/auth/person.entity.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { StoppedClock } from '../../api/shared/clock.js';
import { nobodyAt } from '../support/asker.js';
import { goodstanding } from '../support/command.js';
import { answerAll } from '../support/credit-answers.js';
import { CreditProviders } from '../support/credit-providers.js';
import { customersOfMoods } from '../support/customers-of-moods.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { type Product, startApi } from '../support/product.js';
import { ida, settingsWith, Visitor } from '../support/provider-visitor.js';
import { SmsGateway } from '../support/sms-gateway.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { whatIsWritten } from '../support/what-is-written.js';

// The keys by which we speak to others and they to us, and the secrets of links, are planted; everything is logged that
// can be. None of them is found in it, whether the others answer, refuse, or fail.
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const DKIM_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const own = {
  SECRET_KEY: 'planted-key-of-what-is-sealed-0123456789',
  SMS_KEY: 'planted-key-of-the-gateway',
  MAIL_WEBHOOK_SECRET: `whsec_${Buffer.from('planted secret of the mail service').toString('base64')}`,
};
const planted = new Set<string>(Object.values(own));
planted.add(DKIM_KEY.split('\n')[3] as string);

const clock = new StoppedClock('2026-11-22T09:00:00Z');
const mails = new MailServer();
const gateway = new SmsGateway();
const providers = new CreditProviders();
const identities = new IdentityProvider();
const receiver = new WebhookReceiver();
const written = whatIsWritten();
let product: Product;
let ledger: TestLedger;
beforeAll(async () => {
  const port = await mails.listen();
  const ofProviders = await providers.listen();
  for (const [name, value] of Object.entries(ofProviders)) if (/KEY$|SECRET$|PASSWORD$/.test(name)) planted.add(value);
  const ofIdentities = await settingsWith(identities);
  planted.add(ofIdentities.OIDC_CLIENT_SECRET as string);
  await receiver.listen();
  product = await startApi({
    clock,
    env: {
      ...{ ...own, ...ofProviders, ...ofIdentities, LOG_LEVEL: 'trace', SMTP_URL: `smtp://127.0.0.1:${port}` },
      ...{ DKIM_KEY, DKIM_DOMAIN: 'firm.example', DKIM_SELECTOR: 'us', MAIL_FROM: 'us@firm.example' },
      ...{ SMS_URL: await gateway.listen(), SMS_SENDER: 'Firm', WEBHOOK_NETWORKS: '127.0.0.0/8' },
    },
  });
  ledger = TestLedger.of(product);
});
afterAll(async () => {
  written.stop();
  await product.close();
  await Promise.all([mails, gateway, providers, identities, receiver].map((each) => each.close()));
});

const found = () => [...planted].filter((secret) => written.text().includes(secret));

test('not when providers of credit checks answer, refuse us, or answer what cannot be read', async () => {
  answerAll(providers);
  const { id } = await ledger.customer('Firm', { registration_number: '123456', country: 'GB' });
  for (const provider of ['COMPANIES_HOUSE', 'CREDITSAFE', 'DNB'])
    for (const mood of ['answer', { status: 401 }, { status: 500 }, 'not json', 'break off'] as const) {
      for (const path of ['/creditsafe/v1/authenticate', '/dnb/v2/token', '/register/company/00123456'])
        providers.will(path, mood);
      await product.ask(
        `mutation { requestCreditCheck(input: { customerId: "${id}", provider: ${provider}, anew: true }) { outcome sentence } }`,
      );
    }
  expect(written.text()).toContain('POST /graphql');
  expect(found()).toEqual([]);
});

test('not when somebody signs in at a provider of identities, and when what comes back is forged', async () => {
  const visitor = new Visitor(product, identities);
  await visitor.signIn({ ...ida, sub: 'log-1', email: 'log@ink.example' });
  for (const secret of visitor.everyCookie) planted.add(secret);
  const forging = new Visitor(product, identities);
  const back = new URL(await forging.toProviderAndBack());
  for (const secret of forging.everyCookie) planted.add(secret);
  planted.add(back.searchParams.get('code') as string);
  back.searchParams.set('state', 'forged');
  await forging.get(back.href);
  expect(written.text()).toContain('/sign-in/oidc/callback 401');
  expect(found()).toEqual([]);
});

test('not when a mail service signs wrongly, or sends its secret along', async () => {
  for (const header of ['webhook-signature', 'webhook-id', 'authorization', 'user-agent'])
    await fetch(`${product.url}/incoming-mail`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', [header]: own.MAIL_WEBHOOK_SECRET },
      body: `Subject: ${own.MAIL_WEBHOOK_SECRET}`,
    });
  expect(written.text()).toContain('POST /incoming-mail 401');
  expect(found()).toEqual([]);
});

test('not when reminders go out by mail and as text, are paid by their link, and another program is told', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  const { addWebhookEndpoint } = await admin.gql(
    'mutation ($url: String!) { addWebhookEndpoint(input: { url: $url, name: "ERP", events: [SENT, BOUNCED] }) { secret } }',
    { url: receiver.url },
  );
  planted.add(addWebhookEndpoint.secret);
  receiver.secret = addWebhookEndpoint.secret;
  receiver.moods.push(500, 'leads elsewhere', 'hangs in the middle');
  await customersOfMoods(ledger, mails);
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  await product.get(RemindersService).send(undefined, true);
  await product.work();
  const tokens = await ledger.sql.rows<{ token: string }>(
    'select pay_token as token from delivery where pay_token is not null',
  );
  for (const { token } of tokens) {
    planted.add(token);
    await fetch(`${product.url}/pay/${token}`, { redirect: 'manual' });
  }
  expect(receiver.heard.length).toBeGreaterThan(0);
  expect(mails.attempts.length).toBeGreaterThan(2);
  expect(tokens.length).toBeGreaterThan(0);
  expect(found()).toEqual([]);
});

test('not when a form is opened, filled in and sent, nor when its link is wrong', async () => {
  const somebody = await product.as(PersonRole.MANAGER);
  const { keepCreditApplication } = await somebody.gql(
    'mutation { keepCreditApplication(input: { answers: [{ question: "companyName", text: "Ink Works" }] }) { id } }',
  );
  const { sendCreditApplication } = await somebody.gql(
    'mutation ($id: ID!) { sendCreditApplication(input: { applicationId: $id, supplier: "Paper" }) { link } }',
    { id: keepCreditApplication.id },
  );
  const secret = sendCreditApplication.link.split('#')[1];
  planted.add(secret);
  const anyone = nobodyAt(product.url);
  for (const given of [secret, `${secret}A`, 'planted-wrong-link']) {
    planted.add(given);
    await anyone.ask('query ($secret: String!) { prospectForm(secret: $secret) { supplier } }', { secret: given });
    await anyone.ask(
      'mutation ($secret: String!) { submitProspectForm(input: { secret: $secret, answers: [], consentedBy: "x" }) { supplier } }',
      { secret: given },
    );
  }
  expect(found()).toEqual([]);
});

test('a setting that is wrong is named, and not said again', async () => {
  for (const name of ['SECRET_KEY', 'SMS_KEY', 'MAIL_WEBHOOK_SECRET', 'DKIM_KEY', 'OIDC_CLIENT_SECRET']) {
    const { err, out } = await goodstanding(
      { [name]: 'planted wrong', SMS_URL: 'https://x.example', LOG_LEVEL: 'trace' },
      'migrate',
    );
    expect(err).not.toBe('');
    expect(out + err).not.toContain('planted wrong');
  }
});

test('and what is written down would be found', () => {
  expect(planted.size).toBeGreaterThan(12);
  for (const secret of planted) process.stdout.write(`${secret}\n`);
  expect(found()).toEqual([...planted]);
});
