import http from 'node:http';
import { Config } from '../../api/config.js';
import { ProgramSql } from '../../api/shared/sql.js';
import { nobodyAt } from '../support/asker.js';
import { type Product, startApi } from '../support/product.js';

// Whoever is not let in learns nothing of what is inside, and no page of somebody else comes in by one click.
let product: Product;
beforeAll(async () => {
  product = await startApi({
    offersDemoRoles: true,
    env: { NODE_ENV: 'production', PUBLIC_URL: 'https://credit.example.com' },
  });
});
afterAll(() => product.close());

/** What is answered to a request that came in under this name. */
function under(host: string): Promise<{ status: number | undefined; body: string }> {
  const body = JSON.stringify({ query: 'mutation { signInAsDemo(role: MANAGER) { person { name } } }' });
  const headers = { host, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(`${product.url}/graphql`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (data) => {
        text += data;
      });
      response.on('end', () => resolve({ status: response.statusCode, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

test.each(['127.0.0.1:4000', 'localhost:4000', '[::1]:4000', 'LOCALHOST', 'credit.example.com'])(
  'where one click signs in, %s is a name of ours',
  async (host) => expect((await under(host)).status).toBe(200),
);

test.each(['evil.example:4000', '127.0.0.1.evil.example', 'evil.example', 'localhost.evil.example:4000'])(
  '%s is none, though it leads here: a page of it would else be as one of ours',
  async (host) => {
    const { status, body } = await under(host);
    expect(status).toBe(421);
    expect(JSON.parse(body).errors[0]).toMatchObject({ extensions: { code: 'NAME_NOT_OURS' } });
    expect(body).toContain('set PUBLIC_URL to the address that people type');
  },
);

test.each([
  [{}, true],
  [{ HOST: '::1', PUBLIC_URL: 'http://localhost:4000' }, true],
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '10.0.0.7' }, false],
  [{ PUBLIC_URL: 'https://credit.example.com' }, false],
])('one click signs in where no other machine reaches us, nor is said to: %j: %s', (env, is) => {
  expect(new Config({ WITHOUT_TLS: '10.0.0.7', ...env }).isOfThisMachineAlone).toBe(is);
});

test('on the demo book, one click signs in', async () => {
  const sql = product.get(ProgramSql);
  await sql.rows('update book set is_demo = true');
  await sql.rows('update person set is_demo = true');
  expect((await under('127.0.0.1')).body).toContain('"Manager"');
});

test.each(['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])(
  'but not for whom a proxy hands on, who says so with %s',
  async (header) => {
    const handed = (query: string) =>
      product
        .fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', [header]: '10.1.2.3' },
          body: JSON.stringify({ query }),
        })
        .then((response) => response.text());
    expect(await handed('mutation { signInAsDemo(role: MANAGER) { person { name } } }')).toContain('"DEMO_ONLY"');
    expect(await handed('{ signInWays { demoPeople { name } } }')).toContain('"demoPeople":[]');
  },
);

test.each(['{ custmers { x } }', 'mutation { setCreditLimt(input: {}) { x } }', '{ me { persn } }'])(
  'in production %s is refused without a word on what it might have meant',
  async (query) => {
    const { errors } = await nobodyAt(product.url).ask(query);
    expect(errors?.[0]?.message).toMatch(/^Cannot query field/);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|customers|setCreditLimit|person"/);
  },
);

test('nor is the schema read out there', async () => {
  const { data, errors } = await nobodyAt(product.url).ask('{ __schema { types { name } } }');
  expect([data, errors?.[0]?.message]).toEqual([undefined, expect.stringContaining('introspection is not allowed')]);
});
