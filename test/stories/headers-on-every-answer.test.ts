import { type Product, startApi } from '../support/product.js';

let product: Product;
beforeAll(async () => {
  product = await startApi({ env: { TRUSTED_PROXIES: 'loopback' } });
});
afterAll(() => product.close());

const ask = (path: string, request?: RequestInit) => product.fetch(path, request);
const question = (headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"query":"{ book { today } }"}',
});

test.each<[string, string, RequestInit, number]>([
  ['the page', '/', {}, 200],
  ['a place within the page', '/customers/7', {}, 200],
  ['the playground', '/playground', {}, 200],
  ['a file of the page', '/favicon.svg', {}, 200],
  ['an answer', '/graphql', question(), 200],
  ['an example', '/examples/invoices.csv', {}, 200],
  ['an export', '/audit/entries.csv', {}, 200],
  ['what is not there', '/imports/7/rejected.csv', {}, 404],
  ['what is refused', '/graphql', { ...question(), body: '{' }, 400],
])('%s says what a browser may do with it', async (_what, path, request, status) => {
  const answer = await ask(path, request);
  expect(answer.status).toBe(status);
  const { 'permissions-policy': permissions, ...said } = Object.fromEntries(answer.headers);
  expect(said).toMatchObject({
    'content-security-policy': `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'${path === '/playground' ? ' data:' : ''}; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(permissions).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
  expect(permissions).not.toMatch(/=(?!\(\))/);
  expect(Object.keys(said)).not.toContain('x-powered-by');
});

test('“only over TLS from now on” is said over TLS alone, where a trusted proxy ends it', async () => {
  const plain = await ask('/');
  const secure = await ask('/', { headers: { 'x-forwarded-proto': 'https' } });
  expect(plain.headers.get('strict-transport-security')).toBe(null);
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
});

test('a page of another origin may neither read an answer nor ask whether it might', async () => {
  const origin = 'https://elsewhere.example';
  const answers = [
    await ask('/graphql', question({ origin })),
    await ask('/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    }),
    await ask('/audit/entries.csv', { headers: { origin } }),
    await ask('/', { headers: { origin } }),
  ];
  for (const { headers } of answers)
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});
