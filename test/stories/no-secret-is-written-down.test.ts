import { Secret, TOTP } from 'otpauth';
import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { RemindersService } from '../../api/reminders/reminders.service.js';
import { Clock, StoppedClock } from '../../api/shared/clock.js';
import { ProgramSql } from '../../api/shared/sql.js';
import { cookieHolder, keyHolder } from '../support/asker.js';
import { goodstanding } from '../support/command.js';
import { customersOfMoods } from '../support/customers-of-moods.js';
import { TestLedger } from '../support/ledger.js';
import { MailServer } from '../support/mail-server.js';
import { asOwner } from '../support/owner.js';
import { type Product, startApi } from '../support/product.js';
import { whatIsWritten } from '../support/what-is-written.js';

// Passwords, cookies, keys and links are planted, and everything is logged that can be. None of them is found in it,
// whatever goes well or wrong.
const SMTP = 'planted-smtp-password';
const PASSWORD = 'planted horse battery staple';
const WRONG = 'planted wrong password';
const KEY = 'planted-bearer-key-0123456789';
const COOKIE = 'planted-cookie-0123456789';
const planted = new Set([SMTP, PASSWORD, WRONG, KEY, COOKIE]);

const mails = new MailServer({ password: SMTP });
const clock = new StoppedClock('2026-11-22T09:00:00Z');
const written = whatIsWritten();
let product: Product;
beforeAll(async () => {
  const port = await mails.listen();
  product = await startApi({ clock, env: { LOG_LEVEL: 'trace', SMTP_URL: `smtp://us:${SMTP}@127.0.0.1:${port}` } });
  planted.add(product.cookie.split('=')[1] as string);
  planted.add(new URL(product.databaseUrl).password);
});
afterAll(async () => {
  written.stop();
  await product.close();
  await mails.close();
});

const found = (text: string) => [...planted].filter((secret) => secret !== '' && text.includes(secret));
const post = (query: string, input: object, headers: Record<string, string> = {}) =>
  fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { input } }),
  });
const signIn = (password: string) =>
  post('mutation ($input: SignInInput!) { signIn(input: $input) { permissions } }', {
    email: 'ann@firm.example',
    password,
  });
const setPassword = (secret: string, password: string) =>
  post('mutation ($input: SetPasswordInput!) { setPassword(input: $input) { permissions } }', { secret, password });
const linkFor = (link: string) => {
  const secret = new URL(link).hash.slice(1);
  planted.add(secret);
  return secret;
};

test('not when somebody is added, sets a password, signs in and is refused', async () => {
  const { link } = await product.get(People).add({ email: 'ann@firm.example', name: 'Ann', role: PersonRole.FINANCE });
  const secret = linkFor(link);
  await setPassword(secret, PASSWORD);
  await setPassword(secret, PASSWORD); // used already
  for (let i = 0; i < 7; i++) await signIn(WRONG);
  const entered = await signIn(PASSWORD);
  expect(entered.status).toBe(200);
  const [row] = await product
    .get(ProgramSql)
    .rows<{ password: string }>(`select password from person where name = 'Ann'`);
  planted.add(row?.password as string);
  expect(written.text()).toContain('SIGN_IN_REFUSED');
  expect(found(written.text())).toEqual([]);
});

test('not when somebody adds a second factor, and signs in with a code or a recovery code', async () => {
  const bea = { email: 'bea@firm.example', name: 'Bea', role: PersonRole.FINANCE };
  const entered = await setPassword(linkFor((await product.get(People).add(bea)).link), PASSWORD);
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] as string;
  planted.add(cookie.split('=')[1] as string);
  const own = cookieHolder(product.url, 0, cookie);
  const { beginSecondFactor } = await own.gql(
    'mutation ($input: BeginSecondFactorInput!) { beginSecondFactor(input: $input) { secret uri } }',
    { input: { password: PASSWORD } },
  );
  planted.add(beginSecondFactor.secret);
  const at = product.get(Clock).now().getTime();
  const code = new TOTP({ secret: Secret.fromBase32(beginSecondFactor.secret) }).generate({ timestamp: at });
  const { confirmSecondFactor } = await own.gql(`mutation { confirmSecondFactor(code: "${code}") { recoveryCodes } }`);
  for (const each of confirmSecondFactor.recoveryCodes) planted.add(each);
  for (const given of [undefined, '000000', code, confirmSecondFactor.recoveryCodes[0]])
    await post('mutation ($input: SignInInput!) { signIn(input: $input) { permissions } }', {
      email: bea.email,
      password: PASSWORD,
      code: given,
    });
  expect(written.text()).toContain('SECOND_FACTOR_NEEDED');
  expect(found(written.text())).toEqual([]);
});

test('not when a real key is made, used, used for what it may not, and revoked', async () => {
  const admin = await product.as(PersonRole.ADMIN);
  const { makeApiKey } = await admin.gql(
    'mutation { makeApiKey(input: { name: "ERP", permissions: ["book.read"] }) { key apiKey { id } } }',
  );
  planted.add(makeApiKey.key);
  planted.add(makeApiKey.key.split('_').at(-1));
  const erp = keyHolder(product.url, makeApiKey.key);
  await erp.ask('{ book { today } }');
  await erp.ask('{ auditEntries { totalCount } }');
  await admin.gql(`mutation { revokeApiKey(id: "${makeApiKey.apiKey.id}") { isUsable } }`);
  await erp.ask('{ book { today } }');
  expect(written.text()).toContain('POST /graphql 403');
  expect(found(written.text())).toEqual([]);
});

test('not when a cookie or a key is none of ours, or stands where it does not belong', async () => {
  await post('{ me { permissions } }', {}, { authorization: `Bearer ${KEY}` });
  await post('{ me { permissions } }', {}, { cookie: `goodstanding=${COOKIE}` });
  await fetch(`${product.url}/graphql?query={me{permissions}}&key=${KEY}`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  await fetch(`${product.url}/customers/1?key=${KEY}`, {
    headers: { referer: `${product.url}/?${KEY}`, 'user-agent': KEY },
  });
  await post(`{ me { ${COOKIE} `, {});
  await post('mutation ($input: SignInInput!) { signIn(input: $input) { permissions } }', {
    email: WRONG,
    password: { a: PASSWORD },
  });
  await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"password": "${PASSWORD}"`,
  });
  expect(found(written.text())).toEqual([]);
});

test('not when an error of ours is masked: what the database says of its rows stays out of the log', async () => {
  const { id } = await product.get(People).byEmail('ann@firm.example');
  const secret = linkFor(await product.get(People).newLink(id));
  await asOwner(product.databaseUrl, 'alter table person add constraint broken check (password is null) not valid');
  const answer = (await (await setPassword(secret, `${PASSWORD} anew`)).json()) as {
    errors: { extensions: { code: string } }[];
  };
  expect(answer.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  await asOwner(product.databaseUrl, 'alter table person drop constraint broken');
  expect(written.text()).toContain('violates check constraint');
  expect(written.text()).not.toMatch(/\$argon2id|Failing row contains/);
  expect(found(written.text())).toEqual([]);
});

test('not when mail is deferred, refused, or the mail server does not let us in', async () => {
  await customersOfMoods(TestLedger.of(product), mails);
  clock.moveTo('2026-11-23T09:00:00Z'); // on a Sunday nobody hears from us
  await product.get(RemindersService).send(undefined, true);
  await product.work();
  // Beside the note that a password was set.
  expect(mails.attempts.filter((to) => /^(later|refuse|take)@/.test(to))).toHaveLength(3);
  expect(found(written.text())).toEqual([]);
});

test('not when the database cuts us off', async () => {
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await Promise.all([signIn(PASSWORD), signIn(PASSWORD), asOwner(product.databaseUrl, cut)]);
  await product.ask('{ book { today } }');
  expect(found(written.text())).toEqual([]);
});

const DATABASE = 'planted-database-password';
test.each([
  ['is out of reach', { DATABASE_URL: `postgres://us:${DATABASE}@127.0.0.1:1/book` }],
  ['has an address that is none', { DATABASE_URL: `postgres://us:${DATABASE}@[nowhere:99999/book` }],
  ['is no PostgreSQL', { DATABASE_URL: `mysql://us:${DATABASE}@127.0.0.1/book` }],
  ['has a port that is none', { DATABASE_URL: `postgres://us:${DATABASE}@127.0.0.1:port/book` }],
])('not when the database %s', async (_what, env) => {
  const { code, out, err } = await goodstanding({ ...env, LOG_LEVEL: 'trace' }, 'aging', '--as-of', '2026-11-22');
  expect(code).not.toBe(0);
  expect(out + err).not.toContain(DATABASE);
});

test('a password of the mail server that is written wrongly is not said again', async () => {
  const { err } = await goodstanding({ SMTP_URL: `http://us:${SMTP}@mail.example`, MAIL_FROM: 'x' }, 'migrate');
  expect(err).toContain('SMTP_URL must begin with');
  expect(err).not.toContain(SMTP);
});
