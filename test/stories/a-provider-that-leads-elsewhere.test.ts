import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Product, startApi } from '../support/product.js';
import { PUBLIC_URL, whereTo } from '../support/provider-visitor.js';

// The provider of identities is the one that was configured: neither where it leads to, nor what it calls itself, makes another one of it.
type Answer = (path: string) => { status: number; location?: string; body?: object };
const open: http.Server[] = [];
const products: Product[] = [];
afterAll(async () => {
  for (const each of products) await each.close();
  for (const each of open) each.close();
});

async function serverThat(answer: Answer): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(String(request.url));
    const { status, location, body } = answer(String(request.url));
    response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
/** Where somebody who signs in is sent to. */
async function signInBy(issuer: string): Promise<string> {
  const product = await startApi({
    env: {
      PUBLIC_URL,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'goodstanding',
      OIDC_CLIENT_SECRET: 'a secret',
      OIDC_ROLES: 'ar=finance',
    },
  });
  products.push(product);
  return String(whereTo(await fetch(`${product.url}/sign-in/oidc`, { redirect: 'manual' })));
}
const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
});

test('a provider that sends us on to another place is not followed there', async () => {
  const elsewhere = await serverThat(() => ({ status: 200, body: metadata('http://127.0.0.1:9') }));
  const provider = await serverThat((path) => ({ status: 302, location: `${elsewhere.address}${path}` }));
  expect(await signInBy(provider.address)).toBe('/?signIn=OIDC_FAILED');
  expect([provider.asked, elsewhere.asked]).toEqual([['/.well-known/openid-configuration'], []]);
});

test('one that calls itself by another name than the configured one signs nobody in', async () => {
  const other = await serverThat(() => ({ status: 200, body: metadata('http://127.0.0.1:9') }));
  expect(await signInBy(other.address)).toBe('/?signIn=OIDC_FAILED');
  const right: { address: string } = await serverThat(() => ({ status: 200, body: metadata(right.address) }));
  expect(await signInBy(right.address)).toMatch(new RegExp(`^${right.address}/auth\\?`));
});
