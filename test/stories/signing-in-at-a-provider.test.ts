import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Config } from '../../api/config.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { cookieHolder, nobodyAt } from '../support/asker.js';
import { IdentityProvider } from '../support/identity-provider.js';
import { type Product, startApi, TODAY } from '../support/product.js';
import { ida, settingsWith, Visitor, whereTo } from '../support/provider-visitor.js';
import { everyRow } from '../support/what-is-held.js';

// Who signs in at the provider is one person here, in the role that the provider says, for as long as it says so.
const provider = new IdentityProvider();
let product: Product;
let settings: Record<string, string>;
beforeAll(async () => {
  settings = await settingsWith(provider);
  product = await startApi({ env: settings });
});
const others: Product[] = [];
async function another(env: Record<string, string>): Promise<Product> {
  const other = await startApi({ env });
  others.push(other);
  return other;
}
afterAll(async () => {
  for (const each of [product, ...others]) await each.close();
  await provider.close();
});
const visiting = () => new Visitor(product, provider);

const peopleCount = async () => (await product.get(Sql).one<{ n: number }>('select count(*) as n from person'))?.n;

test('the sign-in page knows the provider', async () => {
  const { signInWays } = await nobodyAt(product.url).gql('{ signInWays { oidc { title address } } }');
  expect(signInWays.oidc).toEqual({ title: 'Example Ltd', address: '/sign-in/oidc' });
});

test('somebody new is made in the role of the claim, and is the same person the next time, whatever the address is then', async () => {
  const visitor = visiting();
  expect(await visitor.signIn(ida)).toBe('/');
  const me = await visitor.me();
  expect(me).toEqual({ id: expect.any(String), name: 'Ida Ink', email: 'ida@ink.example', role: 'FINANCE' });
  expect(visitor.cookie('goodstanding-oidc')).toBeUndefined();
  const again = visiting();
  expect(await again.signIn({ ...ida, email: 'ida.new@ink.example', email_verified: false })).toBe('/');
  expect(await again.me()).toEqual(me);
  const { auditEntries } = await (await product.as(PersonRole.AUDITOR)).gql(
    `{ auditEntries(direction: ASC, filter: { subjectType: "person", subjectId: "${me.id}" }) { nodes { action actor details } } }`,
  );
  expect(auditEntries.nodes.map(({ action }: { action: string }) => action)).toEqual([
    'added a person',
    'signed in',
    'signed in',
  ]);
  expect(auditEntries.nodes[0].actor).toBe(`the provider ${new URL(provider.issuer).host}`);
  expect(auditEntries.nodes[1]).toMatchObject({
    actor: 'Ida Ink <ida@ink.example>',
    details: { way: `by ${new URL(provider.issuer).host}`, role: 'finance' },
  });
});

test('its tokens are read and let go: neither the page nor the database has them', async () => {
  const visitor = visiting();
  provider.handed.length = 0;
  await visitor.signIn(ida);
  const [idToken = '', accessToken = ''] = provider.handed;
  expect(idToken.length).toBeGreaterThan(100);
  expect(accessToken.length).toBeGreaterThan(20);
  const page = await (await visitor.get('/')).text();
  const held = [
    JSON.stringify(visitor.everyCookie),
    page,
    JSON.stringify(await visitor.me()),
    await everyRow(product),
  ].join();
  expect(held).toContain('ida@ink.example');
  for (const token of [idToken, accessToken]) expect(held).not.toContain(token.split('.').at(-1));
});

test('the role follows the claim at each sign-in; the first of the map counts', async () => {
  const visitor = visiting();
  const uwe = { ...ida, sub: 'uwe-1', email: 'uwe@ink.example' };
  await visitor.signIn(uwe);
  expect((await visitor.me()).role).toBe('FINANCE');
  await visitor.signIn({ ...uwe, roles: ['ar', 'credit-managers'] });
  expect((await visitor.me()).role).toBe('MANAGER');
  await visitor.signIn({ ...uwe, roles: 'ar' });
  expect((await visitor.me()).role).toBe('FINANCE');
});

test('who signed in at the provider is there again within the hour: a role withdrawn there is not kept for longer', async () => {
  const clock = product.get(Clock) as StoppedClock;
  const visitor = visiting();
  const pia = { ...ida, sub: 'pia-1', email: 'pia@ink.example' };
  await visitor.signIn(pia);
  clock.moveTo(`${TODAY}T09:59:59Z`);
  expect((await visitor.me()).role).toBe('FINANCE');
  clock.moveTo(`${TODAY}T10:00:01Z`);
  await expect(visitor.me()).rejects.toThrow('Sign in first.');
  expect(await visitor.signIn({ ...pia, roles: [] })).toBe('/?signIn=OIDC_NO_ROLE');
  clock.moveTo(`${TODAY}T09:00:00Z`);
});

test('a verified address finds the person who was added by hand; an unverified one finds and makes nobody', async () => {
  const { person } = await product.get(People).add({ email: 'Max@ink.example', name: 'Max', role: PersonRole.FINANCE });
  const max = { ...ida, sub: 'max-1', email: 'max@ink.example' };
  const before = await peopleCount();
  for (const email_verified of [false, undefined, 'true', 1]) {
    const visitor = visiting();
    expect(await visitor.signIn({ ...max, email_verified })).toBe('/?signIn=OIDC_EMAIL_NOT_VERIFIED');
    expect(visitor.cookie('goodstanding')).toBeUndefined();
  }
  expect(await visiting().signIn({ ...max, email: undefined })).toBe('/?signIn=OIDC_EMAIL_NOT_VERIFIED');
  const visitor = visiting();
  expect(await visitor.signIn(max)).toBe('/');
  expect((await visitor.me()).id).toBe(String(person.id));
  expect(await peopleCount()).toBe(before);
  const { auditEntries } = await (await product.as(PersonRole.AUDITOR)).gql(
    `{ auditEntries(filter: { subjectType: "person", subjectId: "${person.id}" }, direction: ASC) { nodes { action actor } } }`,
  );
  expect(auditEntries.nodes.slice(1, 3)).toEqual([
    { action: 'may sign in at a provider', actor: `the provider ${new URL(provider.issuer).host}` },
    { action: 'signed in', actor: expect.stringContaining('Max') },
  ]);
});

test('an address that passed to somebody new brings nobody else’s rights along', async () => {
  await visiting().signIn({ ...ida, sub: 'old-1', email: 'desk@ink.example' });
  const visitor = visiting();
  expect(await visitor.signIn({ ...ida, sub: 'new-1', email: 'desk@ink.example' })).toBe('/?signIn=OIDC_EMAIL_TAKEN');
  expect(visitor.cookie('goodstanding')).toBeUndefined();
});

test('without a role that is mapped nobody comes in, also who did before', async () => {
  const eve = { ...ida, sub: 'eve-1', email: 'eve@ink.example' };
  const before = await peopleCount();
  for (const roles of [undefined, [], ['staff'], 'AR', { ar: true }, ['finance']])
    expect([roles, await visiting().signIn({ ...eve, roles })]).toEqual([roles, '/?signIn=OIDC_NO_ROLE']);
  expect(await peopleCount()).toBe(before);
  expect(await visiting().signIn(eve)).toBe('/');
  expect(await visiting().signIn({ ...eve, roles: [] })).toBe('/?signIn=OIDC_NO_ROLE');
});

test('who may not sign in any more does not come in this way either', async () => {
  const leo = { ...ida, sub: 'leo-1', email: 'leo@ink.example' };
  const visitor = visiting();
  await visitor.signIn(leo);
  await product.get(People).change(Number((await visitor.me()).id), { isActive: false });
  expect(await visiting().signIn(leo)).toBe('/?signIn=SIGN_IN_REFUSED');
});

const FAILED = '/?signIn=OIDC_FAILED';

test('where a role takes a second factor, who comes by the provider is asked there; the same person’s password alone opens nothing', async () => {
  const other = await another({ ...settings, SECOND_FACTOR_FOR: 'finance' });
  const { link } = await other.get(People).add({ email: ida.email, name: ida.name, role: PersonRole.FINANCE });
  const visitor = new Visitor(other, provider);
  expect(await visitor.signIn(ida)).toBe('/');
  const comesBack = cookieHolder(other.url, 0, `goodstanding=${visitor.cookie('goodstanding')}`);
  const { me } = await comesBack.gql('{ me { mustAddSecondFactor } customers { totalCount } }');
  expect(me.mustAddSecondFactor).toBe(false);
  const answer = await nobodyAt(other.url).fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: SetPasswordInput!) { setPassword(input: $input) { mustAddSecondFactor } }',
      variables: { input: { secret: new URL(link).hash.slice(1), password: 'correct horse battery staple' } },
    }),
  });
  expect(await answer.json()).toEqual({ data: { setPassword: { mustAddSecondFactor: true } } });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { errors } = await cookieHolder(other.url, 0, cookie).ask('{ customers { totalCount } }');
  expect(errors?.[0]?.extensions.code).toBe('SECOND_FACTOR_MISSING');
});

test('the role may stand in a claim within a claim', async () => {
  const other = await another({ ...settings, OIDC_ROLE_CLAIM: 'realm.roles' });
  const visitor = new Visitor(other, provider);
  expect(await visitor.signIn({ ...ida, roles: ['admins'], realm: { roles: ['ar'] } })).toBe('/');
  expect((await visitor.me()).role).toBe('FINANCE');
  expect(await new Visitor(other, provider).signIn({ ...ida, realm: null })).toBe('/?signIn=OIDC_NO_ROLE');
});

test('a provider that does not answer is said so', async () => {
  const other = await another({ ...settings, OIDC_ISSUER: 'http://127.0.0.1:9' });
  const answer = await fetch(`${other.url}/sign-in/oidc`, { redirect: 'manual' });
  expect(whereTo(answer)).toBe(FAILED);
  const none = await another({});
  expect(whereTo(await fetch(`${none.url}/sign-in/oidc`, { redirect: 'manual' }))).toBe(FAILED);
});

test('the program does not start with half of a configuration, or one that speaks in the clear', () => {
  const wrong = (env: Record<string, string>) => {
    try {
      return new Config(env).oidc;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const whole = {
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
    OIDC_ROLES: 'x=finance',
  };
  expect(wrong(whole)).toMatchObject({ title: 'id.example', roleClaim: 'roles', roles: [['x', 'finance']] });
  expect(wrong({ ...whole, OIDC_ISSUER: 'http://id.example' })).toMatch('OIDC_ISSUER must begin with https://');
  expect(wrong({ ...whole, OIDC_ISSUER: 'http://localhost.evil.example' })).toMatch(
    'OIDC_ISSUER must begin with https://',
  );
  expect(wrong({ ...whole, OIDC_ROLES: 'x=finance,y=king' })).toMatch('“y=king” must be a value of the claim');
  expect(wrong({ OIDC_ISSUER: 'https://id.example' })).toBe(
    'The environment is not right:\n  OIDC_CLIENT_ID must be set with OIDC_ISSUER\n  OIDC_CLIENT_SECRET must be set with OIDC_ISSUER\n  OIDC_ROLES must be set with OIDC_ISSUER',
  );
});
