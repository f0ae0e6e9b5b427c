import { People } from '../../api/auth/people.service.js';
import { PersonRole } from '../../api/auth/person.entity.js';
import { Config } from '../../api/config.js';
import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { Sql } from '../../api/shared/sql.js';
import { cookieHolder, nobodyAt } from '../support/asker.js';
import { type Account, IdentityProvider } from '../support/identity-provider.js';
import { type Product, startApi, TODAY } from '../support/product.js';

const PUBLIC_URL = 'https://credit.example.com';
const provider = new IdentityProvider();
let product: Product;
let issuer: string;
const settings = () => ({
  PUBLIC_URL,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'goodstanding',
  OIDC_CLIENT_SECRET: 'a secret',
  OIDC_TITLE: 'Example Ltd',
  OIDC_ROLES: 'credit-managers=manager, ar=finance, admins=admin',
});
beforeAll(async () => {
  issuer = await provider.listen({
    id: 'goodstanding',
    secret: 'a secret',
    callback: `${PUBLIC_URL}/sign-in/oidc/callback`,
  });
  product = await startApi({ env: settings() });
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

/** A browser that follows no redirect by itself. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly at = product) {}

  async get(address: string): Promise<Response> {
    const own = address.startsWith(issuer) ? 'theirs' : 'ours';
    const url = new URL(address.replace(PUBLIC_URL, this.at.url), this.at.url);
    const sent = [...this.cookies]
      .filter(([name]) => name.startsWith(own))
      .map(([name, value]) => `${name.slice(own.length)}=${value}`);
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie: sent.join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(own + name);
      else this.cookies.set(own + name, value);
    }
    return answer;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(`ours${name}`);
  }

  takeCookie(name: string, from: Visitor): void {
    this.cookies.set(`ours${name}`, from.cookie(name) as string);
  }

  /** From our button to the address that the provider sends back to. */
  async toProviderAndBack(change: (address: URL) => void = () => {}): Promise<string> {
    const start = new URL((await this.get('/sign-in/oidc')).headers.get('location') as string);
    change(start);
    return this.atProvider(start.href);
  }

  /** From there to the address that it sends back to. */
  async atProvider(start: string): Promise<string> {
    let address = start;
    while (!address.startsWith(`${PUBLIC_URL}/`)) {
      const answer = await this.get(address);
      const next = answer.headers.get('location');
      if (!next) throw new Error(`${answer.status} ${await answer.text()}`);
      address = new URL(next, address).href;
    }
    return address;
  }

  /** The whole way: where one ends up. */
  async signIn(who: Account): Promise<string | null> {
    provider.who = who;
    return (await this.get(await this.toProviderAndBack())).headers.get('location');
  }

  async me() {
    const { me } = await cookieHolder(this.at.url, 0, `goodstanding=${this.cookie('goodstanding')}`).gql(
      '{ me { person { id name email role } } }',
    );
    return me?.person;
  }
}

const ida = { sub: 'ida-1', name: 'Ida Ink', email: 'ida@ink.example', email_verified: true, roles: ['ar', 'staff'] };
const peopleCount = async () => (await product.get(Sql).one<{ n: number }>('select count(*) as n from person'))?.n;

test('the sign-in page knows the provider', async () => {
  const { signInWays } = await nobodyAt(product.url).gql('{ signInWays { oidc { title address } } }');
  expect(signInWays.oidc).toEqual({ title: 'Example Ltd', address: '/sign-in/oidc' });
});

test('who is sent to the provider has state, nonce and a challenge, and an HttpOnly cookie', async () => {
  const answer = await fetch(`${product.url}/sign-in/oidc`, { redirect: 'manual' });
  const address = new URL(answer.headers.get('location') as string);
  expect([answer.status, address.origin, answer.headers.get('cache-control')]).toEqual([302, issuer, 'no-store']);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    client_id: 'goodstanding',
    response_type: 'code',
    redirect_uri: `${PUBLIC_URL}/sign-in/oidc/callback`,
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(answer.headers.get('set-cookie')).toMatch(/^goodstanding-oidc=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('no two sign-ins share a state, a nonce or a challenge', async () => {
  const sent = async () => {
    const answer = await fetch(`${product.url}/sign-in/oidc`, { redirect: 'manual' });
    const { searchParams } = new URL(answer.headers.get('location') as string);
    return ['state', 'nonce', 'code_challenge'].map((name) => searchParams.get(name));
  };
  const all = [await sent(), await sent(), await sent()].flat();
  expect(new Set(all).size).toBe(9);
});

test('somebody new is made in the role of the claim, and is the same person the next time, whatever the address is then', async () => {
  const visitor = new Visitor();
  expect(await visitor.signIn(ida)).toBe('/');
  const me = await visitor.me();
  expect(me).toEqual({ id: expect.any(String), name: 'Ida Ink', email: 'ida@ink.example', role: 'FINANCE' });
  expect(visitor.cookie('goodstanding-oidc')).toBeUndefined();
  const again = new Visitor();
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
  expect(auditEntries.nodes[0].actor).toBe(`the provider ${new URL(issuer).host}`);
  expect(auditEntries.nodes[1]).toMatchObject({
    actor: 'Ida Ink <ida@ink.example>',
    details: { way: `by ${new URL(issuer).host}`, role: 'finance' },
  });
});

test('the role follows the claim at each sign-in; the first of the map counts', async () => {
  const visitor = new Visitor();
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
  const visitor = new Visitor();
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
    const visitor = new Visitor();
    expect(await visitor.signIn({ ...max, email_verified })).toBe('/?signIn=OIDC_EMAIL_NOT_VERIFIED');
    expect(visitor.cookie('goodstanding')).toBeUndefined();
  }
  expect(await new Visitor().signIn({ ...max, email: undefined })).toBe('/?signIn=OIDC_EMAIL_NOT_VERIFIED');
  const visitor = new Visitor();
  expect(await visitor.signIn(max)).toBe('/');
  expect((await visitor.me()).id).toBe(String(person.id));
  expect(await peopleCount()).toBe(before);
});

test('an address that passed to somebody new brings nobody else’s rights along', async () => {
  await new Visitor().signIn({ ...ida, sub: 'old-1', email: 'desk@ink.example' });
  const visitor = new Visitor();
  expect(await visitor.signIn({ ...ida, sub: 'new-1', email: 'desk@ink.example' })).toBe('/?signIn=OIDC_EMAIL_TAKEN');
  expect(visitor.cookie('goodstanding')).toBeUndefined();
});

test('without a role that is mapped nobody comes in, also who did before', async () => {
  const eve = { ...ida, sub: 'eve-1', email: 'eve@ink.example' };
  const before = await peopleCount();
  for (const roles of [undefined, [], ['staff'], 'AR', { ar: true }, ['finance']])
    expect([roles, await new Visitor().signIn({ ...eve, roles })]).toEqual([roles, '/?signIn=OIDC_NO_ROLE']);
  expect(await peopleCount()).toBe(before);
  expect(await new Visitor().signIn(eve)).toBe('/');
  expect(await new Visitor().signIn({ ...eve, roles: [] })).toBe('/?signIn=OIDC_NO_ROLE');
});

test('who may not sign in any more does not come in this way either', async () => {
  const leo = { ...ida, sub: 'leo-1', email: 'leo@ink.example' };
  const visitor = new Visitor();
  await visitor.signIn(leo);
  await product.get(People).change(Number((await visitor.me()).id), { isActive: false });
  expect(await new Visitor().signIn(leo)).toBe('/?signIn=SIGN_IN_REFUSED');
});

const FAILED = '/?signIn=OIDC_FAILED';
const kim = { ...ida, sub: 'kim-1', email: 'kim@ink.example' };
const arriving = async (visitor: Visitor, address: string) => (await visitor.get(address)).headers.get('location');

test('another state, another nonce or another challenge than the one sent is refused', async () => {
  provider.who = kim;
  const swap = (name: string) => async (visitor: Visitor) =>
    visitor.toProviderAndBack((address) => address.searchParams.set(name, 'x'.repeat(43)));
  for (const name of ['state', 'nonce', 'code_challenge']) {
    const visitor = new Visitor();
    expect([name, await arriving(visitor, await swap(name)(visitor))]).toEqual([name, FAILED]);
    expect(visitor.cookie('goodstanding')).toBeUndefined();
  }
  const visitor = new Visitor();
  const back = new URL(await visitor.toProviderAndBack());
  back.searchParams.delete('state');
  expect(await arriving(visitor, back.href)).toBe(FAILED);
});

test('what came back is taken once: a replayed code, with the old cookie or a new one, is refused', async () => {
  provider.who = kim;
  const visitor = new Visitor();
  const back = await visitor.toProviderAndBack();
  const thief = new Visitor();
  thief.takeCookie('goodstanding-oidc', visitor);
  expect(await arriving(visitor, back)).toBe('/');
  expect(await arriving(visitor, back)).toBe(FAILED);
  expect(await arriving(thief, back)).toBe(FAILED);
  const other = new Visitor();
  await other.get('/sign-in/oidc');
  expect(await arriving(other, back)).toBe(FAILED);
});

test('one sign-in that was begun ends once, also with a second code for it', async () => {
  provider.who = kim;
  const visitor = new Visitor();
  let start = '';
  const first = await visitor.toProviderAndBack((address) => {
    start = address.href;
  });
  const second = await new Visitor().atProvider(start);
  expect(new URL(second).searchParams.get('code')).not.toBe(new URL(first).searchParams.get('code'));
  const thief = new Visitor();
  thief.takeCookie('goodstanding-oidc', visitor);
  expect(await arriving(visitor, first)).toBe('/');
  expect(await arriving(thief, second)).toBe(FAILED);
});

test('a link to come back, given to somebody who did not ask, signs nobody in', async () => {
  provider.who = kim;
  const back = await new Visitor().toProviderAndBack();
  const victim = new Visitor();
  expect(await arriving(victim, back)).toBe(FAILED);
  await victim.get('/sign-in/oidc');
  expect(await arriving(victim, back)).toBe(FAILED);
  expect(victim.cookie('goodstanding')).toBeUndefined();
});

test('who takes more than ten minutes begins again', async () => {
  provider.who = kim;
  const clock = product.get(Clock) as StoppedClock;
  const visitor = new Visitor();
  const back = await visitor.toProviderAndBack();
  clock.moveTo(`${TODAY}T09:10:00Z`);
  expect(await arriving(visitor, back)).toBe(FAILED);
  clock.moveTo(`${TODAY}T09:00:00Z`);
});

test('who says no at the provider, or comes with nothing, is told that it did not succeed', async () => {
  for (const search of ['', '?error=access_denied', '?code=made-up', `?code=${'x'.repeat(5_000)}`, '?code=a&code=b']) {
    const visitor = new Visitor();
    const start = new URL((await visitor.get('/sign-in/oidc')).headers.get('location') as string);
    const state = search === '' ? '' : `&state=${start.searchParams.get('state')}&iss=${encodeURIComponent(issuer)}`;
    expect(await arriving(visitor, `/sign-in/oidc/callback${search}${state}`)).toBe(FAILED);
  }
});

test('the role may stand in a claim within a claim', async () => {
  const other = await another({ ...settings(), OIDC_ROLE_CLAIM: 'realm.roles' });
  const visitor = new Visitor(other);
  expect(await visitor.signIn({ ...ida, roles: ['admins'], realm: { roles: ['ar'] } })).toBe('/');
  expect((await visitor.me()).role).toBe('FINANCE');
  expect(await new Visitor(other).signIn({ ...ida, realm: null })).toBe('/?signIn=OIDC_NO_ROLE');
});

test('a provider that does not answer is said so', async () => {
  const other = await another({ ...settings(), OIDC_ISSUER: 'http://127.0.0.1:9' });
  const answer = await fetch(`${other.url}/sign-in/oidc`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe(FAILED);
  const none = await another({});
  expect((await fetch(`${none.url}/sign-in/oidc`, { redirect: 'manual' })).headers.get('location')).toBe(FAILED);
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
