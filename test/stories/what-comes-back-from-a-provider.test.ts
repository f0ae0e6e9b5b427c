import { Clock, type StoppedClock } from '../../api/shared/clock.js';
import { IdentityProvider, newKey } from '../support/identity-provider.js';
import { type Product, startApi, TODAY } from '../support/product.js';
import { ida, PUBLIC_URL, settingsWith, Visitor, whereTo } from '../support/provider-visitor.js';

// What comes back from the provider signs in whoever asked, once, and only as the provider said it.
const provider = new IdentityProvider();
let product: Product;
beforeAll(async () => {
  product = await startApi({ env: await settingsWith(provider) });
});
afterAll(async () => {
  await product.close();
  await provider.close();
});
const visiting = () => new Visitor(product, provider);

const FAILED = '/?signIn=OIDC_FAILED';
const kim = { ...ida, sub: 'kim-1', email: 'kim@ink.example' };
const arriving = async (visitor: Visitor, address: string) => whereTo(await visitor.get(address));

test('who is sent to the provider has state, nonce and a challenge, and an HttpOnly cookie', async () => {
  const answer = await fetch(`${product.url}/sign-in/oidc`, { redirect: 'manual' });
  const address = new URL(answer.headers.get('location') as string);
  expect([answer.status, address.origin, answer.headers.get('cache-control')]).toEqual([
    302,
    provider.issuer,
    'no-store',
  ]);
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

test('another state, another nonce or another challenge than the one sent is refused', async () => {
  provider.who = kim;
  const swap = (name: string) => async (visitor: Visitor) =>
    visitor.toProviderAndBack((address) => address.searchParams.set(name, 'x'.repeat(43)));
  for (const name of ['state', 'nonce', 'code_challenge']) {
    const visitor = visiting();
    expect([name, await arriving(visitor, await swap(name)(visitor))]).toEqual([name, FAILED]);
    expect(visitor.cookie('goodstanding')).toBeUndefined();
  }
  const visitor = visiting();
  const back = new URL(await visitor.toProviderAndBack());
  back.searchParams.delete('state');
  expect(await arriving(visitor, back.href)).toBe(FAILED);
});

test('what comes back wrong is refused with 401 and a code, and a browser is led to the page that tells it', async () => {
  provider.who = kim;
  const visitor = visiting();
  const back = new URL(await visitor.toProviderAndBack());
  back.searchParams.set('state', 'forged');
  const answer = await visitor.get(back.href);
  expect([answer.status, answer.headers.get('refresh')]).toEqual([401, `0; url=${FAILED}`]);
  expect(await answer.text()).toContain('OIDC_FAILED');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('a token of the provider that was changed, signed by another or unsigned, too old, or meant for others signs nobody in', async () => {
  provider.who = kim;
  const arrives = async (change: (token: string) => string) => {
    provider.change = change;
    const visitor = visiting();
    return [await arriving(visitor, await visitor.toProviderAndBack()), visitor.cookie('goodstanding') !== undefined];
  };
  const unsigned = (token: string) => {
    const [, claims] = provider.signed(token, {}).split('.');
    return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
  };
  const past = Math.floor(Date.now() / 1000) - 3_600;
  expect(await arrives((token) => provider.signed(token, {}))).toEqual(['/', true]);
  for (const [what, change] of Object.entries<(token: string) => string>({
    'another key': (token) => provider.signed(token, {}, newKey()),
    unsigned,
    'no signature': (token) => token.replace(/[^.]+$/, ''),
    'other claims under the old signature': (token) => {
      const [head, claims] = provider.signed(token, { roles: ['admins'] }).split('.');
      return [head, claims, token.split('.')[2]].join('.');
    },
    'over since an hour': (token) => provider.signed(token, { iat: past - 60, exp: past }),
    'for another program': (token) => provider.signed(token, { aud: 'another' }),
    'of another provider': (token) => provider.signed(token, { iss: 'https://elsewhere.example' }),
    'another nonce': (token) => provider.signed(token, { nonce: 'x'.repeat(43) }),
    'no nonce': (token) => provider.signed(token, { nonce: undefined }),
  }))
    expect([what, ...(await arrives(change))]).toEqual([what, FAILED, false]);
  provider.change = (token) => token;
});

test('what came back is taken once: a replayed code, with the old cookie or a new one, is refused', async () => {
  provider.who = kim;
  const visitor = visiting();
  const back = await visitor.toProviderAndBack();
  const thief = visiting();
  thief.takeCookie('goodstanding-oidc', visitor);
  expect(await arriving(visitor, back)).toBe('/');
  expect(await arriving(visitor, back)).toBe(FAILED);
  expect(await arriving(thief, back)).toBe(FAILED);
  const other = visiting();
  await other.get('/sign-in/oidc');
  expect(await arriving(other, back)).toBe(FAILED);
});

test('one sign-in that was begun ends once, also with a second code for it', async () => {
  provider.who = kim;
  const visitor = visiting();
  let start = '';
  const first = await visitor.toProviderAndBack((address) => {
    start = address.href;
  });
  const second = await visiting().atProvider(start);
  expect(new URL(second).searchParams.get('code')).not.toBe(new URL(first).searchParams.get('code'));
  const thief = visiting();
  thief.takeCookie('goodstanding-oidc', visitor);
  expect(await arriving(visitor, first)).toBe('/');
  expect(await arriving(thief, second)).toBe(FAILED);
});

test('a link to come back, given to somebody who did not ask, signs nobody in', async () => {
  provider.who = kim;
  const back = await visiting().toProviderAndBack();
  const victim = visiting();
  expect(await arriving(victim, back)).toBe(FAILED);
  await victim.get('/sign-in/oidc');
  expect(await arriving(victim, back)).toBe(FAILED);
  expect(victim.cookie('goodstanding')).toBeUndefined();
});

test('who takes more than ten minutes begins again', async () => {
  provider.who = kim;
  const clock = product.get(Clock) as StoppedClock;
  const visitor = visiting();
  const back = await visitor.toProviderAndBack();
  clock.moveTo(`${TODAY}T09:10:00Z`);
  expect(await arriving(visitor, back)).toBe(FAILED);
  clock.moveTo(`${TODAY}T09:00:00Z`);
});

test('who says no at the provider, or comes with nothing, is told that it did not succeed', async () => {
  for (const search of ['', '?error=access_denied', '?code=made-up', `?code=${'x'.repeat(5_000)}`, '?code=a&code=b']) {
    const visitor = visiting();
    const start = new URL((await visitor.get('/sign-in/oidc')).headers.get('location') as string);
    const state =
      search === '' ? '' : `&state=${start.searchParams.get('state')}&iss=${encodeURIComponent(provider.issuer)}`;
    expect(await arriving(visitor, `/sign-in/oidc/callback${search}${state}`)).toBe(FAILED);
  }
});
