import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { UploadsService } from '../../api/imports/uploads.service.js';
import { nobodyAt } from '../support/asker.js';
import { type Product, startApi } from '../support/product.js';

// What lies on the disk is not what is served: neither what people uploaded, nor a list of what there is, nor where the program came from.
let product: Product;
beforeAll(async () => {
  product = await startApi({ env: { NODE_ENV: 'production' } });
});
afterAll(() => product.close());

/** As it is written: `fetch` would straighten the path and refuse the method. */
function sent(method: string, place: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; type: string; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(product.url);
    const request = http.request({ hostname, port, method, path: place, headers }, (response) => {
      let body = '';
      response.on('data', (data) => {
        body += data;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, type: String(response.headers['content-type']), body }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}
const thePage = async () => (await sent('GET', '/')).body;

const invoice =
  'customer_number,invoice_number,issued_on,due_on,amount,currency\nC1,SECRET-1,2026-01-10,2026-02-09,10.00,EUR\n';
const upload = (files: [content: string, name: string][]) => {
  const form = new FormData();
  for (const [content, name] of files) form.append('files', new Blob([content]), name);
  return product.fetch('/imports', { method: 'POST', body: form });
};

test('what was uploaded is kept for its owner alone under a name of ours, and no address leads to it', async () => {
  expect((await upload([[invoice, '../../web/assets/stolen.html.csv.csv']])).status).toBe(201);
  const folder = path.join(product.home, 'uploads');
  const [kept] = fs.readdirSync(folder);
  expect(kept).toMatch(/^[0-9a-f]{64}$/);
  expect(fs.statSync(path.join(folder, String(kept))).mode & 0o077).toBe(0);
  for (const place of [
    `/uploads/${kept}`,
    `/imports/uploads/${kept}`,
    `/assets/../../../${product.home}/uploads/${kept}`,
    `/assets/..%2f..%2fuploads%2f${kept}`,
    '/assets/stolen.html.csv',
    '/stolen.html.csv',
    '/examples/stolen.html.csv',
  ]) {
    const { body } = await sent('GET', place, { cookie: product.cookie });
    expect([place, body.includes('SECRET-1')]).toEqual([place, false]);
  }
});

test.each(['/assets', '/assets/', '/imports/', '/examples/', '/uploads/', '/audit/', '/contracts/'])(
  'what lies in %s is not listed',
  async (place) => {
    const { status, body } = await sent('GET', place, { cookie: product.cookie });
    if (status === 200) expect(body).toBe(await thePage());
    else expect([301, 404]).toContain(status);
  },
);

test.each([
  '/.git/config',
  '/.git/HEAD',
  '/.env',
  '/.svn/entries',
  '/package.json',
  '/api/config.js',
  '/assets/../index.html.map',
  '/assets/..%2f..%2fapi%2fconfig.js',
  '/%2e%2e/api/config.js',
])('%s is nothing that is served', async (place) => {
  const { status } = await sent('GET', place);
  expect([400, 403, 404]).toContain(status);
});

test('the image is made without the history of the sources and without what a developer had about', () => {
  const left = fs.readFileSync(path.resolve(import.meta.dirname, '../../.dockerignore'), 'utf8').split('\n');
  expect(left).toEqual(expect.arrayContaining(['.git', 'node_modules', 'dist']));
});

test.each(['TRACE', 'PROPFIND', 'DELETE', 'PUT'])(
  '%s is no method of ours, and nothing of the request is said back',
  async (method) => {
    const { status, body } = await sent(method, '/', { 'x-planted': 'SECRET-2' });
    expect(status).toBe(404);
    expect(body).not.toContain('SECRET-2');
  },
);

test.each(['/playground', '/playground/', '/playground/index.html', '/PLAYGROUND/index.html'])(
  'in production the playground is not there: %s',
  async (place) => expect((await sent('GET', place)).status).toBe(404),
);

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/examples/invoices.csv', 'text/csv; charset=utf-8'],
  ['/audit/entries.csv', 'text/csv; charset=utf-8'],
  ['/imports/999/rejected.csv', 'application/json; charset=utf-8'],
  ['/graphql', 'application/json; charset=utf-8'],
])('%s says what it is, letters included', async (place, type) => {
  expect((await sent('GET', place, { cookie: product.cookie })).type).toBe(type);
});

test('a request that says its length in two ways is no request: none is slipped in behind another', async () => {
  const heard = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = net.connect(Number(new URL(product.url).port), '127.0.0.1', () =>
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n',
      ),
    );
    socket.on('data', (data) => {
      text += data;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(heard.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
});

test('names of downloads are ours, whatever is asked for or was uploaded', async () => {
  const header = invoice.split('\n')[0];
  const answer = await upload([
    [`${header}\nC1,I9,2026-13-01,2026-02-09,10.00,EUR\n`, 'x"\r\nSet-Cookie: a=b;.html.csv'],
  ]);
  const { id } = (await answer.json()) as { id: string };
  await product.work();
  await product.ask('mutation ($input: PostImportInput!) { postImport(input: $input) { state } }', {
    input: { importId: id, acceptGood: true },
  });
  await product.work();
  const named = async (place: string) => {
    const response = await product.fetch(place);
    return [response.status, response.headers.get('content-disposition'), response.headers.get('set-cookie')];
  };
  expect(await named(`/imports/${id}/rejected.csv?filename=evil.html`)).toEqual([
    200,
    `attachment; filename="rejected-${id}.csv"`,
    null,
  ]);
  expect(await named('/examples/invoices.csv?name=evil.html')).toEqual([
    200,
    'attachment; filename="invoices.csv"',
    null,
  ]);
  for (const ending of ['csv', 'jsonl'])
    expect(await named(`/audit/entries.${ending}?filename=evil.html`)).toEqual([
      200,
      `attachment; filename="audit.${ending}"`,
      null,
    ]);
});

test('twenty files are one drop; the twenty-first is refused with what to do, and nothing is imported of it', async () => {
  const files = (count: number) =>
    Array.from({ length: count }, (_, i): [string, string] => [invoice.replace('SECRET-1', `T${i}`), `${i}.csv`]);
  expect((await upload(files(20))).status).toBe(201);
  const before = (await product.gql('{ imports { totalCount } }')).imports.totalCount;
  const answer = await upload(files(21));
  expect([answer.status, await answer.json()]).toEqual([
    413,
    {
      code: 'IMPORT_UPLOAD_TOO_LARGE',
      message: 'More than 20 files were dropped. Import them in several turns.',
    },
  ]);
  expect((await product.gql('{ imports { totalCount } }')).imports.totalCount).toBe(before);
});

test('a file above four gigabytes is refused with what to do, and no part of it stays', async () => {
  const { most } = product.get(UploadsService);
  expect(most.bytes).toBe(4_294_967_296);
  const lying = () => fs.readdirSync(path.join(product.home, 'uploads')).sort();
  const before = lying();
  most.bytes = 1_000;
  try {
    const answer = await upload([[invoice.repeat(20), 'large.csv']]);
    expect([answer.status, await answer.json()]).toEqual([
      413,
      {
        code: 'IMPORT_UPLOAD_TOO_LARGE',
        message: 'large.csv is larger than 4 GB. Split it, or import it with the command line.',
      },
    ]);
  } finally {
    most.bytes = 4_294_967_296;
  }
  expect(lying()).toEqual(before);
});

test('what is told to one person is kept by no browser and no cache on the way', async () => {
  const body = JSON.stringify({ query: '{ book { today } }' });
  const asked = [
    await product.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    await product.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
    await product.fetch('/audit/entries.csv'),
    await product.fetch('/imports/999/rejected.csv'),
    await product.fetch('/contracts/1.pdf'),
    await nobodyAt(product.url).fetch('/audit/entries.csv'),
  ];
  for (const { url, headers } of asked)
    expect([url, headers.get('cache-control')]).toEqual([url, expect.stringContaining('no-store')]);
});

test('the page is HTML, styles, scripts, one drawing and letters: nothing that takes a plug-in', () => {
  const files = fs.readdirSync(path.resolve(import.meta.dirname, '../../dist/web'), {
    recursive: true,
    withFileTypes: true,
  });
  const endings = files.filter((file) => file.isFile()).map(({ name }) => path.extname(name));
  expect([...new Set(endings)].sort()).toEqual(['.css', '.html', '.js', '.svg', '.woff2']);
});
